import { compileCalendar, computeDeadline, publicHolidays, type Interval } from '@congso/worktime'
import { spread } from './load.ts'
import type { Result } from './main.ts'

const limit = 100_000

/** Deadlines computed a second on one core, of every unit, over all hours of a year. */
export function measureWorktime(): Result {
  const day: Interval[] = [
    { start: 450, end: 690 },
    { start: 780, end: 1020 },
  ]
  const calendar = compileCalendar({
    weeks: [{ validFrom: '2020-01-01', days: { 1: day, 2: day, 3: day, 4: day, 5: day } }],
    days: [2025, 2026, 2027, 2028, 2029, 2030].flatMap(year => publicHolidays(year)),
    from: '2025-01-01',
    to: '2030-12-31',
  })
  const start = Date.parse('2026-01-01T00:00:00Z')
  const units = ['working-day', 'working-hour', 'calendar-day', 'month', 'same-day'] as const
  const took: number[] = []
  let done = 0
  const began = performance.now()
  while (performance.now() - began < 2000) {
    const from = performance.now()
    for (let index = 0; index < 1000; index += 1) {
      computeDeadline({
        received: start + ((done * 7919 + index * 104_729) % 31_000_000) * 1000,
        amount: 1 + (index % 30),
        unit: units[index % units.length] ?? 'working-day',
        calendar,
      })
    }
    done += 1000
    took.push(performance.now() - from)
  }
  const perSecond = done / ((performance.now() - began) / 1000)
  const { p50, p95 } = spread(took)
  return {
    name: 'worktime',
    perSecond,
    p50,
    p95,
    limit,
    ratio: Math.round((perSecond / limit) * 100) / 100,
    note: 'deadlines a second on one core; times are of a thousand',
  }
}
