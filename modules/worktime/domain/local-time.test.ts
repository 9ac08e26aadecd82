import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  civilOf,
  dayNumber,
  dayNumberOf,
  epochOf,
  instantOn,
  localDate,
  localMinuteOf,
  weekdayOf,
} from './local-time.ts'

describe('local time of Viet Nam', () => {
  test.each([
    ['1970-01-01', 0, 4],
    ['2000-02-29', 11_016, 2],
    ['2026-11-24', 20_781, 2],
    ['2100-03-01', 47_541, 1],
  ])('%s is day %i, weekday %i', (date, day, weekday) => {
    expect(dayNumber(date)).toBe(day)
    expect(localDate(day)).toBe(date)
    expect(weekdayOf(day)).toBe(weekday)
  })

  test('midnight in Viet Nam is 17:00 UTC of the day before', () => {
    expect(new Date(instantOn('2026-11-24', 0)).toISOString()).toBe('2026-11-23T17:00:00.000Z')
  })

  test('seconds are dropped, before 1970 too', () => {
    expect(epochOf(localMinuteOf(Date.UTC(2026, 10, 17, 7, 5, 59, 999)))).toBe(Date.UTC(2026, 10, 17, 7, 5))
    expect(epochOf(localMinuteOf(-1))).toBe(-60_000)
  })

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '17/11/2026', ''])('%j is not a date', text => {
    expect(() => dayNumber(text)).toThrow('worktime.bad-date')
  })

  test('agrees with the proleptic Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), day => {
        const known = new Date(day * 86_400_000)
        const { year, month, dayOfMonth } = civilOf(day)
        expect([year, month, dayOfMonth]).toEqual([known.getUTCFullYear(), known.getUTCMonth() + 1, known.getUTCDate()])
        expect(dayNumberOf(year, month, dayOfMonth)).toBe(day)
        expect(weekdayOf(day) % 7).toBe(known.getUTCDay())
      }),
    )
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(localDate(addMonths(dayNumber(date), months))).toBe(expected)
  })
})
