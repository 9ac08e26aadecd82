import { atLocal } from '@congso/kernel/contract'
import { describe, expect, it } from 'vitest'
import { checkDelegation } from './delegation.ts'
import { firstGap, hasDays, isWithin, lastDay, sharedDays } from './period.ts'
import { effectiveRights, type Delegation, type RightsBook } from './right.ts'

const always = { validFrom: '2026-01-01', validTo: null }
const week = { validFrom: '2026-11-23', validTo: '2026-11-30' }
const book: RightsBook = {
  permissions: ['casework.dossier.approve', 'casework.dossier.receive', 'reports.read'],
  positions: ['chairman', 'deputy', 'head'].map(id => ({ id, unit: 'u', agency: 'a' })),
  holdings: [
    { person: 'Chung', position: 'chairman', ...always },
    { person: 'Khai', position: 'deputy', ...always },
    { person: 'Thu', position: 'head', ...always },
    { person: 'Brief', position: 'head', validFrom: '2026-01-01', validTo: '2026-11-25' },
  ],
  roles: [{ id: 'leader', permissions: ['casework.*'], ...always }],
  grants: [
    { id: 'g1', role: 'leader', position: 'chairman', reach: 'agency', validFrom: '2026-01-01', validTo: '2026-12-01' },
    { id: 'g2', role: 'leader', position: 'deputy', reach: 'agency', ...always },
  ],
  delegations: [],
}
const loan: Delegation = {
  id: 'new',
  lender: 'chairman',
  borrower: 'Khai',
  permissions: ['casework.*'],
  form: 'KT.',
  ...week,
}
const check = (change: Partial<Delegation>, others: Delegation[] = []) =>
  checkDelegation({ ...book, delegations: others }, { ...loan, ...change }, '2026-11-19').map(
    one => `${one.path} ${one.code.replace('directory.', '')}`,
  )

const part = (validFrom: string, validTo: string | null) => ({ validFrom, validTo })

describe('a delegation', () => {
  it('stands when the lender has the right for as long, and then works', () => {
    expect(check({})).toEqual([])
    expect(check({ form: 'TUQ.', borrower: 'Thu', permissions: ['casework.dossier.approve'] })).toEqual([])
    const lent = effectiveRights({ ...book, delegations: [{ ...loan, borrower: 'Thu' }] }, 'Thu', atLocal('2026-11-24'))
    expect(Object.keys(lent.rights)).toEqual(['casework.dossier.approve', 'casework.dossier.receive'])
  })

  it.each<[Partial<Delegation>, string[]]>([
    [{ validTo: '2026-11-23' }, ['validTo delegation-dates-reversed']],
    [{ validFrom: '2026-11-01', validTo: '2026-11-19' }, ['validTo delegation-expired']],
    [{ borrower: 'Chung' }, ['borrower delegation-to-self']],
    [{ borrower: 'Stranger' }, ['borrower delegation-borrower-unplaced']],
    [{ borrower: 'Brief' }, ['borrower delegation-borrower-unplaced']],
    [{ validTo: '2026-12-02' }, ['permissions.0 delegation-exceeds-right']],
    [{ validTo: null }, ['permissions.0 delegation-exceeds-right']],
    [{ permissions: null, validTo: null }, ['validTo delegation-exceeds-right']],
    [{ permissions: ['casework.*', 'reports.read'] }, ['permissions.1 delegation-exceeds-right']],
    [{ permissions: [] }, ['permissions delegation-needs-content']],
    [{ form: 'TUQ.', permissions: null }, ['permissions delegation-needs-content']],
    [{ form: 'TUQ.', lender: 'deputy', borrower: 'Thu', validTo: null }, ['validTo delegation-needs-end']],
  ])('%j is refused: %j', (change, expected) => {
    expect(check(change)).toEqual(expected)
  })

  it('may not come back to its lender, directly or through others, while they overlap', () => {
    const back: Delegation = { ...loan, id: 'd1', lender: 'deputy', borrower: 'Chung' }
    expect(check({}, [back])).toEqual(['borrower delegation-circular'])
    expect(check({}, [{ ...back, validFrom: '2026-11-30', validTo: '2026-12-05' }])).toEqual([])
    const around: Delegation[] = [
      { ...loan, id: 'd1', lender: 'deputy', borrower: 'Thu' },
      { ...loan, id: 'd2', lender: 'head', borrower: 'Chung' },
    ]
    expect(check({}, around)).toEqual(['borrower delegation-circular'])
    const apart = [
      { ...around[0]!, validTo: '2026-11-25' },
      { ...around[1]!, validFrom: '2026-11-25' },
    ]
    expect(check({}, apart)).toEqual([])
  })

  it('does not stand twice, but may be changed', () => {
    expect(check({}, [{ ...loan, id: 'd1' }])).toEqual(['borrower delegation-twice'])
    expect(check({ permissions: null }, [{ ...loan, id: 'd1' }])).toEqual(['borrower delegation-twice'])
    expect(check({}, [{ ...loan, id: 'd1', permissions: ['casework.dossier.approve'] }])).toEqual([])
    expect(check({ permissions: ['casework.dossier.approve'] }, [loan])).toEqual([])
  })

  it('of what was only borrowed is refused', () => {
    const borrowed: Delegation = { ...loan, id: 'd1', lender: 'chairman', borrower: 'Thu' }
    expect(check({ lender: 'head', borrower: 'Khai' }, [borrowed])).toEqual(['permissions.0 delegation-exceeds-right'])
  })

  it('loops among others do not trouble it', () => {
    const loop: Delegation[] = [
      { ...loan, id: 'd1', lender: 'deputy', borrower: 'Thu' },
      { ...loan, id: 'd2', lender: 'head', borrower: 'Khai' },
    ]
    expect(check({}, loop)).toEqual([])
  })
})

describe('a period', () => {
  const open = { validFrom: '2026-01-01', validTo: null }
  it('holds from its first day up to the day named as its end', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map(day => isWithin(week, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isWithin(open, '2999-01-01')).toBe(true)
    expect(hasDays({ validFrom: '2026-01-01', validTo: '2026-01-01' })).toBe(false)
    expect([lastDay(week), lastDay(open)]).toEqual(['2026-11-29', null])
  })

  it('shares days with another, or none', () => {
    expect(sharedDays(week, open)).toEqual(week)
    expect(sharedDays(open, { validFrom: '2025-01-01', validTo: null })).toEqual(open)
    expect(sharedDays(week, { validFrom: '2026-11-30', validTo: null })).toBeNull()
  })

  it('is covered by parts, or has a first day that is not', () => {
    expect(firstGap(week, [part('2026-11-27', null), part('2026-11-01', '2026-11-27')])).toBeNull()
    expect(firstGap(week, [part('2026-11-27', null), part('2026-11-01', '2026-11-26')])).toBe('2026-11-26')
    expect(firstGap(week, [])).toBe('2026-11-23')
    expect(firstGap(open, [week])).toBe('2026-01-01')
    expect(firstGap(open, [part('2026-01-01', '2027-01-01')])).toBe('2027-01-01')
  })
})
