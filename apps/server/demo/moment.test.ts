import { atLocal } from '@congso/kernel/contract'
import { compileCalendar, openMinutesBetween, type WorkingWeek } from '@congso/worktime'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earlier, lastOpenMoment } from './moment.ts'

const day = [
  { start: 450, end: 690 },
  { start: 780, end: 1020 },
]
const week: WorkingWeek = { validFrom: '2020-01-01', days: { 1: day, 2: day, 3: day, 4: day, 5: day } }
const calendar = compileCalendar({ weeks: [week], days: [], from: '2026-01-01', to: '2026-12-31' })

test('at night and on Sundays the last closing counts, in working hours the moment itself', () => {
  expect(lastOpenMoment(calendar, atLocal('2026-11-19', 582))).toBe(atLocal('2026-11-19', 582))
  expect(lastOpenMoment(calendar, atLocal('2026-11-19', 1320))).toBe(atLocal('2026-11-19', 1020))
  expect(lastOpenMoment(calendar, atLocal('2026-11-19', 400))).toBe(atLocal('2026-11-18', 1020))
  expect(lastOpenMoment(calendar, atLocal('2026-11-22', 600))).toBe(atLocal('2026-11-20', 1020))
})

test('so many open minutes back are so many open minutes forward', () => {
  fc.assert(
    fc.property(fc.integer({ min: 451, max: 690 }), fc.integer({ min: 0, max: 20_000 }), (minute, back) => {
      const from = atLocal('2026-11-19', minute)
      expect(openMinutesBetween(calendar, earlier(calendar, from, back), from)).toBe(back)
    }),
  )
})
