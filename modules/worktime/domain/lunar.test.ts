import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, localDate } from './local-time.ts'
import { lunarOf, solarOf } from './lunar.ts'

const firstDayOfTet = [
  ['1990-01-27', 1990],
  ['2018-02-16', 2018],
  ['2019-02-05', 2019],
  ['2024-02-10', 2024],
  ['2025-01-29', 2025],
  ['2026-02-17', 2026],
  ['2027-02-06', 2027],
  ['2028-01-26', 2028],
  ['2029-02-13', 2029],
  ['2030-02-02', 2030],
  ['2031-01-23', 2031],
  ['2032-02-11', 2032],
] as const

const hungKings = [
  ['2019-04-14', 2019],
  ['2025-04-07', 2025],
  ['2026-04-26', 2026],
  ['2027-04-16', 2027],
  ['2028-04-04', 2028],
  ['2029-04-23', 2029],
  ['2030-04-12', 2030],
  ['2031-04-01', 2031],
  ['2032-04-19', 2032],
] as const

describe('the Vietnamese lunar calendar', () => {
  test.each(firstDayOfTet)('%s is mùng 1 Tết of %i', (date, year) => {
    expect(solarOf({ year, month: 1, day: 1, leap: false })).toBe(date)
    expect(lunarOf(date)).toEqual({ year, month: 1, day: 1, leap: false })
  })

  test.each(hungKings)('%s is Giỗ Tổ of %i', (date, year) => {
    expect(solarOf({ year, month: 3, day: 10, leap: false })).toBe(date)
    expect(lunarOf(date)).toEqual({ year, month: 3, day: 10, leap: false })
  })

  test.each([
    ['2007-02-17', 'a day before the Chinese calendar'],
    ['2030-02-02', 'a day before the Chinese calendar'],
  ])('Tết on %s, %s', date => {
    expect(lunarOf(date)).toMatchObject({ month: 1, day: 1 })
  })

  test.each([
    [2004, 2],
    [2006, 7],
    [2009, 5],
    [2012, 4],
    [2014, 9],
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2031, 3],
    [2033, 11],
    [2036, 6],
  ])('%i has a leap month %i and no other', (year, leapMonth) => {
    const leaps = Array.from({ length: 12 }, (_, index) => index + 1).filter(month => hasLeap(year, month))
    expect(leaps).toEqual([leapMonth])
  })

  test('days reported with the yearly notices', () => {
    expect(lunarOf('2025-01-25')).toEqual({ year: 2024, month: 12, day: 26, leap: false })
    expect(lunarOf('2026-02-14')).toEqual({ year: 2025, month: 12, day: 27, leap: false })
    expect(lunarOf('2020-01-29')).toEqual({ year: 2020, month: 1, day: 5, leap: false })
  })

  test('every day of 1990–2100 has one lunar date and comes back', () => {
    const day = fc.integer({ min: dayNumber('1990-01-27'), max: dayNumber('2100-12-31') })
    fc.assert(
      fc.property(day, number => {
        const date = localDate(number)
        const lunar = lunarOf(date)
        expect(solarOf(lunar)).toBe(date)
        const next = lunarOf(localDate(Math.min(number + 1, dayNumber('2100-12-31'))))
        expect(next.day === lunar.day + 1 || next.day === 1 || date === '2100-12-31').toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('months have 29 or 30 days and years 353–355 or 383–385', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), year => {
        expect([353, 354, 355, 383, 384, 385]).toContain(firstDay(year + 1) - firstDay(year))
      }),
    )
  })

  test('refuses what does not exist', () => {
    expect(() => solarOf({ year: 2026, month: 6, day: 1, leap: true })).toThrow('worktime.no-such-lunar-day')
    expect(() => solarOf({ year: 2026, month: 1, day: 31, leap: false })).toThrow('worktime.no-such-lunar-day')
    expect(() => solarOf({ year: 2026, month: 13, day: 1, leap: false })).toThrow('worktime.no-such-lunar-day')
    expect(() => solarOf({ year: 1989, month: 1, day: 1, leap: false })).toThrow('worktime.outside-lunar-years')
    expect(() => lunarOf('2101-01-01')).toThrow('worktime.outside-lunar-years')
  })
})

function hasLeap(year: number, month: number): boolean {
  try {
    solarOf({ year, month, day: 1, leap: true })
    return true
  } catch {
    return false
  }
}

function firstDay(year: number): number {
  return dayNumber(solarOf({ year, month: 1, day: 1, leap: false }))
}
