import { atLocal } from '@congso/kernel/contract'
import { compileCalendar, type WorkCalendar, type WorkingWeek } from '@congso/worktime'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Planned } from './plan-day.ts'
import { settle, settled } from './settle.ts'
import { later, momentOf, workingDays } from './working-day.ts'

const hours = [
  { start: 450, end: 690 },
  { start: 780, end: 1020 },
]
const week: WorkingWeek = { validFrom: '2018-01-01', days: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours } }
const calendar: WorkCalendar = compileCalendar({ weeks: [week], days: [], from: '2018-12-01', to: '2019-12-31' })
const end = atLocal('2019-04-01') - 1
const days = workingDays(calendar, '2019-01-01', '2019-03-31')

/** Dossiers that come at a part of the period and take some minutes, promised within others. */
const plans = fc
  .array(
    fc.record({
      part: fc.double({ min: 0, max: 0.99, noNaN: true }),
      takes: fc.integer({ min: 5, max: 9000 }),
      promised: fc.integer({ min: 480, max: 9000 }),
    }),
    { minLength: 30, maxLength: 120 },
  )
  .map(list =>
    list
      .map(({ part, takes, promised }) => {
        const day = days[Math.floor(part * (days.length - 1))]
        const at = momentOf(calendar, day?.date ?? '2019-01-02', (part * 1000) % 400)
        return {
          at,
          due: later(calendar, at, promised),
          finish: later(calendar, at, takes),
          offered: undefined as never,
          collectedAfter: null,
        }
      })
      .toSorted((a, b) => a.at - b.at)
      .map((one, no): Planned => ({ ...one, no })),
  )

test('exactly the wanted number is open at the end, and nothing ends before it came', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 25 }), (plan, pending) => {
      const settlement = settle(plan, end, pending, calendar)
      const after = plan.map(one => settled(one, settlement, end, calendar))
      expect(after.filter(one => one.finish > end)).toHaveLength(pending)
      for (const one of after) expect(one.finish).toBeGreaterThan(one.at)
    }),
  )
})

test('without a published number nothing is changed', () => {
  fc.assert(
    fc.property(plans, plan => {
      const settlement = settle(plan, end, undefined, calendar)
      expect(plan.map(one => settled(one, settlement, end, calendar))).toEqual(plan)
    }),
  )
})
