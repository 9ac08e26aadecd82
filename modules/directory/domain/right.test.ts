import { atLocal } from '@congso/kernel/contract'
import { describe, expect, it } from 'vitest'
import { coveredBy, isPermissionPattern, patternCovers } from './permission.ts'
import { effectiveRights, nextChange, toReach, whyAllowed, type RightsBook } from './right.ts'

const always = { validFrom: '2026-01-01', validTo: null }
const november = { validFrom: '2026-11-01', validTo: '2026-12-01' }
const permissions = ['casework.dossier.approve', 'casework.dossier.receive', 'directory.person.edit', 'reports.read']
const on = (date: string) => atLocal(date, 9 * 60)

/** One commune: its chairman, the head of an office, an officer, and a receptionist in the department above. */
const book: RightsBook = {
  permissions,
  positions: [
    { id: 'chairman', unit: 'board', agency: 'commune' },
    { id: 'head', unit: 'office', agency: 'commune' },
    { id: 'officer', unit: 'office', agency: 'commune' },
    { id: 'director', unit: 'lead', agency: 'province' },
  ],
  holdings: [
    { person: 'Chung', position: 'chairman', ...always },
    { person: 'Thu', position: 'head', ...always },
    { person: 'Hang', position: 'officer', ...always },
    { person: 'Tue', position: 'director', ...always },
    { person: 'Left', position: 'officer', validFrom: '2026-01-01', validTo: '2026-11-10' },
  ],
  roles: [
    { id: 'leader', permissions: ['casework.*'], ...always },
    { id: 'officer', permissions: ['casework.dossier.receive'], ...always },
    { id: 'inspector', permissions: ['*'], ...always },
  ],
  grants: [
    { id: 'g1', role: 'leader', position: 'chairman', reach: 'agency', ...always },
    { id: 'g2', role: 'officer', position: 'officer', reach: 'own', ...always },
    { id: 'g3', role: 'officer', position: 'head', reach: 'unit', ...always },
    { id: 'g4', role: 'inspector', position: 'director', reach: 'subtree', ...november },
  ],
  delegations: [
    {
      id: 'd1',
      lender: 'chairman',
      borrower: 'Thu',
      permissions: ['casework.dossier.approve'],
      form: 'TUQ.',
      validFrom: '2026-11-10',
      validTo: '2026-11-20',
    },
    { id: 'd2', lender: 'head', borrower: 'Hang', permissions: null, form: 'KT.', ...november },
  ],
}

const hasThu = (date: string) => Object.keys(effectiveRights(book, 'Thu', on(date)).rights)
const countAt = (moment: number) => Object.keys(effectiveRights(book, 'Thu', moment).rights).length
const isBelow = (agency: string, root: string) => agency === 'commune' && root === 'province'

describe('a permission pattern', () => {
  it.each([
    ['casework.dossier.receive', true],
    ['casework.*', true],
    ['casework.dossier.*', true],
    ['*', true],
    ['casework', false],
    ['*.receive', false],
    ['casework.', false],
    ['Casework.x', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isPermissionPattern(text)).toBe(expected)
  })

  it('covers what lies below its prefix and nothing beside it', () => {
    expect(patternCovers('casework.*', 'casework.dossier.receive')).toBe(true)
    expect(patternCovers('casework.*', 'caseworker.read')).toBe(false)
    expect(patternCovers('casework.dossier.receive', 'casework.dossier.receive-late')).toBe(false)
    expect(coveredBy(['*'], permissions)).toEqual(permissions)
    expect(coveredBy(['nothing.*'], permissions)).toEqual([])
  })
})

describe('effective rights', () => {
  it('come from the role of the position, as far as the grant reaches', () => {
    const { rights } = effectiveRights(book, 'Chung', on('2026-11-19'))
    expect(Object.keys(rights)).toEqual(['casework.dossier.approve', 'casework.dossier.receive'])
    expect(toReach(rights['casework.dossier.approve']!, () => [])).toEqual({ agencies: ['commune'] })
    const hang = effectiveRights(book, 'Hang', on('2026-10-31')).rights['casework.dossier.receive']!
    expect(hang).toMatchObject({ own: true, ownOf: ['officer'], units: [], agencies: [], roots: [], all: false })
  })

  it('reach the agencies below a root', () => {
    const reach = effectiveRights(book, 'Tue', on('2026-11-01')).rights['reports.read']!
    expect(reach.roots).toEqual(['province'])
    expect(toReach(reach, root => (root === 'province' ? ['commune', 'centre'] : []))).toEqual({
      agencies: ['centre', 'commune', 'province'],
    })
    expect(effectiveRights(book, 'Tue', on('2026-12-01')).rights).toEqual({})
  })

  it('are lent from and until the named days, and only what was named', () => {
    expect(hasThu('2026-11-09')).toEqual(['casework.dossier.receive'])
    expect(hasThu('2026-11-10')).toEqual(['casework.dossier.approve', 'casework.dossier.receive'])
    expect(hasThu('2026-11-19')).toEqual(['casework.dossier.approve', 'casework.dossier.receive'])
    expect(hasThu('2026-11-20')).toEqual(['casework.dossier.receive'])
  })

  it('say why, with the lender and the signing form', () => {
    const { because } = effectiveRights(book, 'Thu', on('2026-11-19'))
    expect(because).toContainEqual({
      permission: 'casework.dossier.approve',
      via: 'delegation',
      role: 'leader',
      grant: 'g1',
      reach: 'agency',
      position: 'chairman',
      unit: 'board',
      agency: 'commune',
      from: '2026-11-10',
      to: '2026-11-20',
      delegation: 'd1',
      form: 'TUQ.',
    })
  })

  it('are not lent on: whoever borrows from the head does not get what the head borrowed', () => {
    expect(Object.keys(effectiveRights(book, 'Hang', on('2026-11-19')).rights)).toEqual(['casework.dossier.receive'])
  })

  it('end with the last position, borrowed ones too', () => {
    const lent = { ...book, delegations: [{ ...book.delegations[1]!, borrower: 'Left' }] }
    expect(Object.keys(effectiveRights(lent, 'Left', on('2026-11-09')).rights)).toEqual(['casework.dossier.receive'])
    expect(effectiveRights(lent, 'Left', on('2026-11-10')).rights).toEqual({})
    expect(effectiveRights(book, 'nobody', on('2026-11-10'))).toEqual({ rights: {}, because: [] })
  })

  it('are the same all day in Vietnam, from midnight to midnight', () => {
    expect([
      countAt(atLocal('2026-11-10') - 1),
      countAt(atLocal('2026-11-10')),
      countAt(atLocal('2026-11-20') - 1),
      countAt(atLocal('2026-11-20')),
    ]).toEqual([1, 2, 2, 1])
  })

  it('change next at the days named', () => {
    expect(nextChange(book, 'Thu', on('2026-11-01'))).toBe(atLocal('2026-11-10'))
    expect(nextChange(book, 'Thu', atLocal('2026-11-10'))).toBe(atLocal('2026-11-20'))
    expect(nextChange(book, 'Thu', atLocal('2026-11-20'))).toBeNull()
    expect(nextChange(book, 'nobody', 0)).toBeNull()
  })
})

const reasons = (person: string, date: string) =>
  whyAllowed(
    effectiveRights(book, person, on(date)),
    'casework.dossier.receive',
    { agency: 'commune', unit: 'office', position: 'officer' },
    isBelow,
  ).map(one => `${one.via} ${one.role} ${one.reach} ${one.position}`)

describe('who may see a thing, and why', () => {
  it('is answered by every reason that covers it', () => {
    expect(reasons('Chung', '2026-11-19')).toEqual(['role leader agency chairman'])
    expect(reasons('Hang', '2026-11-19')).toEqual(['delegation officer unit head', 'role officer own officer'])
    expect(reasons('Tue', '2026-11-19')).toEqual(['role inspector subtree director'])
    expect(reasons('Tue', '2026-12-19')).toEqual([])
  })

  it('is nobody outside the reach', () => {
    const elsewhere = { agency: 'other', unit: 'x', position: 'y' }
    for (const person of ['Chung', 'Thu', 'Hang', 'Tue']) {
      const effective = effectiveRights(book, person, on('2026-11-19'))
      expect(whyAllowed(effective, 'casework.dossier.receive', elsewhere, isBelow)).toEqual([])
    }
  })
})
