import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@congso/kernel/contract'
import { courseParts, nothing, periodBefore, plus, withShare, type Counted } from './counts.ts'

const line = (given: Partial<Counted>): Counted => ({ ...nothing, ...given })

describe('what follows from the counts', () => {
  test.each([
    ['nothing resolved', line({ received: 2, pending: 2, pendingInTime: 2 }), null, true],
    ['all in time', line({ received: 3, resolved: 3, resolvedEarly: 1, resolvedOnTime: 2 }), 100, true],
    ['two of three', line({ received: 3, resolved: 3, resolvedOnTime: 2, resolvedLate: 1 }), 66.7, true],
    ['none in time', line({ carried: 1, resolved: 1, resolvedLate: 1 }), 0, true],
    ['ended otherwise', line({ received: 2, withdrawn: 1, refused: 1, ended: 2 }), null, true],
    ['one dossier lost', line({ received: 3, resolved: 2, resolvedEarly: 2 }), 100, false],
    ['resolved that is neither in time nor late', line({ received: 1, resolved: 1 }), 0, false],
    ['pending that is neither in time nor overdue', line({ received: 1, pending: 1 }), null, false],
    ['ended that is not the sum of its parts', line({ received: 1, withdrawn: 1 }), null, false],
  ])('%s', (_what, counted, onTimeShare, balanced) => {
    expect(withShare(counted)).toMatchObject({ onTimeShare, balanced })
  })
  test('a sum of balanced lines balances', () => {
    const balanced = fc
      .record({ carried: fc.nat(50), early: fc.nat(20), late: fc.nat(20), withdrawn: fc.nat(5), open: fc.nat(20) })
      .filter(one => one.early + one.late + one.withdrawn + one.open >= one.carried)
      .map(({ carried, early, late, withdrawn, open }) =>
        line({
          carried,
          received: early + late + withdrawn + open - carried,
          resolved: early + late,
          resolvedEarly: early,
          resolvedLate: late,
          withdrawn,
          ended: withdrawn,
          pending: open,
          pendingInTime: open,
        }),
      )
    fc.assert(fc.property(fc.array(balanced), lines => withShare(lines.reduce(plus, nothing)).balanced))
  })
})

describe('the share filed online', () => {
  test.each([
    ['of nothing received', line({}), null],
    ['of a half-year of a province', line({ received: 19_569, online: 2427 }), 12.4],
    ['none', line({ received: 3 }), 0],
  ])('%s', (_what, counted, onlineShare) => {
    expect(withShare(counted)).toMatchObject({ onlineShare })
  })
})

describe('the period before', () => {
  test.each([
    ['2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
    ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
    ['2028-02-01', '2028-02-29', '2028-01-01', '2028-01-31'],
    ['2026-11-01', '2026-11-22', '2026-10-10', '2026-10-31'],
    ['2026-11-19', '2026-11-19', '2026-11-18', '2026-11-18'],
  ])('of %s – %s is %s – %s', (from, to, before, last) => {
    expect(periodBefore(from, to)).toEqual({ from: before, to: last })
  })
})

describe('the parts of a course', () => {
  test('weeks begin on Monday and are cut at the period', () => {
    expect(courseParts('2026-11-05', '2026-11-17')).toEqual([
      { from: '2026-11-05', to: '2026-11-08' },
      { from: '2026-11-09', to: '2026-11-15' },
      { from: '2026-11-16', to: '2026-11-17' },
    ])
  })
  test('a long period is shown by months', () => {
    expect(courseParts('2026-01-15', '2026-12-10').map(one => one.from)).toEqual([
      '2026-01-15',
      ...['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month => `2026-${month}-01`),
    ])
  })
  test('they cover every day once, whatever the period', () => {
    const days = fc.tuple(fc.nat(5000), fc.nat(1500))
    fc.assert(
      fc.property(days, ([start, length]) => {
        const from = addDays('2015-01-01', start)
        const to = addDays(from, length)
        const parts = courseParts(from, to)
        expect(parts[0]?.from).toBe(from)
        expect(parts.at(-1)?.to).toBe(to)
        for (const [index, part] of parts.entries()) {
          expect(part.from <= part.to).toBe(true)
          if (index > 0) expect(part.from).toBe(addDays(parts[index - 1]?.to ?? '', 1))
        }
      }),
    )
  })
})
