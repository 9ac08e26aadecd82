import { describe, expect, test } from 'vitest'
import { publicHolidays } from './holiday.ts'
import { HOLIDAY_DECISIONS, HOLIDAY_RULES } from './holiday-rules.ts'
import { dayNumber, weekdayOf } from './local-time.ts'

/** Weekdays off and rest days worked, as the decisions and newspapers of each year have them. */
const years: [number, string[], string[]][] = [
  [2018, days(2018, '1/1 14/2 15/2 16/2 19/2 20/2 25/4 30/4 1/5 3/9 31/12'), []],
  [2019, days(2019, '1/1 4/2 5/2 6/2 7/2 8/2 15/4 29/4 30/4 1/5 2/9'), ['2019-01-05', '2019-05-04']],
  [2020, days(2020, '1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9'), []],
  [2021, days(2021, '1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9'), []],
  [2022, days(2022, '3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9'), []],
  [2023, days(2023, '2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9'), []],
  [2024, days(2024, '1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9'), ['2024-05-04']],
  [2025, days(2025, '1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9'), ['2025-04-26']],
  [2026, days(2026, '1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11'), ['2026-01-10', '2026-08-22']],
]

describe('public holidays', () => {
  test.each(years)('%i: weekdays off and rest days worked', (year, off, worked) => {
    const holidays = publicHolidays(year)
    expect(holidays.filter(item => item.kind === 'off' && !isWeekend(item.date)).map(item => item.date)).toEqual(off)
    expect(holidays.filter(item => item.kind === 'make-up').map(item => item.date)).toEqual(worked)
  })

  test.each(years)('%i: what custom expects is what was decided, swaps apart', (year, off) => {
    const expected = publicHolidays(year, { decisions: [] })
      .map(item => item.date)
      .filter(date => !isWeekend(date))
    const swapped = HOLIDAY_DECISIONS.flatMap(decision => decision.swaps ?? []).map(swap => swap.off)
    expect(expected).toEqual(off.filter(date => !swapped.includes(date)))
  })

  test('every day names its rule, its source and how sure it is', () => {
    const byDate = new Map(publicHolidays(2026).map(item => [item.date, item]))
    expect(byDate.get('2026-11-24')).toEqual({
      date: '2026-11-24',
      kind: 'off',
      name: 'Ngày Văn hóa Việt Nam',
      source: 'Nghị quyết 28/2026/QH16, Điều 2',
      code: 'culture-day',
      mark: 'law',
    })
    expect(byDate.get('2026-02-18')).toMatchObject({ code: 'tet', mark: 'notice', source: 'Thông báo 9441/TB-BNV' })
    expect(byDate.get('2026-04-27')).toMatchObject({
      code: 'compensation',
      name: 'Nghỉ bù Ngày Giỗ Tổ Hùng Vương',
      source: 'Bộ luật Lao động 2019, Điều 111.3',
    })
    expect(byDate.get('2026-08-22')).toMatchObject({ kind: 'make-up', code: 'swap' })
  })

  test('a year without a decision is marked as expected', () => {
    const holidays = publicHolidays(2027)
    const tet = holidays.filter(item => item.code === 'tet').map(item => item.date)
    expect(tet).toEqual(['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'])
    expect(holidays.find(item => item.date === '2027-02-09')).toMatchObject({ code: 'compensation', mark: 'expected' })
    expect(holidays.find(item => item.date === '2027-09-03')).toMatchObject({ mark: 'expected' })
  })

  test('24/11 begins in 2026 and is not compensated', () => {
    expect(publicHolidays(2025).some(item => item.date === '2025-11-24')).toBe(false)
    const dates = publicHolidays(2029).map(item => item.date)
    expect(dates).toContain('2029-11-24')
    expect(dates).not.toContain('2029-11-26')
  })

  test('2/9 has one day before 2021 and two since', () => {
    expect(publicHolidays(2020).filter(item => item.date.startsWith('2020-09'))).toHaveLength(1)
    expect(publicHolidays(2021).filter(item => item.date.startsWith('2021-09'))).toHaveLength(2)
  })

  test('under the code of 1994 Tết had four days', () => {
    expect(publicHolidays(2013).filter(item => item.code === 'tet')).toHaveLength(4)
    expect(publicHolidays(2013).filter(item => item.date === '2013-05-01')).toHaveLength(1)
  })

  test('a decision replaces the computed days of its year, whatever they were', () => {
    const decision = {
      settles: { year: 2027, codes: ['tet'] },
      off: [{ from: '2027-02-05', to: '2027-02-11', code: 'tet' }],
      source: 'Thông báo thử',
      mark: 'notice',
    } as const
    const off = publicHolidays(2027, { decisions: [...HOLIDAY_DECISIONS, decision] }).map(item => item.date)
    expect(off).not.toContain('2027-02-04')
    expect(off.filter(date => date.startsWith('2027-02'))).toHaveLength(7)
  })

  test('what was decided is told before what was computed', () => {
    const decision = {
      off: [{ from: '2027-09-02', to: '2027-09-02', code: 'national-day' }],
      source: 'Thông báo thử',
      mark: 'notice',
    } as const
    const day = publicHolidays(2027, { decisions: [decision] }).find(item => item.date === '2027-09-02')
    expect(day).toMatchObject({ source: 'Thông báo thử', mark: 'notice' })
  })

  test('an office with another weekly rest is compensated on another day', () => {
    const sundayOnly = publicHolidays(2022, { weeklyRest: [7] }).map(item => item.date)
    expect(sundayOnly).toContain('2022-05-02')
    expect(sundayOnly).not.toContain('2022-05-03')
  })

  test('every year has one entry a day, in order', () => {
    for (let year = 1995; year <= 2100; year++) {
      const dates = publicHolidays(year).map(item => item.date)
      expect(dates).toEqual([...new Set(dates)].toSorted())
      expect(dates.length).toBeGreaterThanOrEqual(8)
    }
  })

  test('every decision names days of rules that exist', () => {
    const codes = new Set(HOLIDAY_RULES.map(rule => rule.code))
    for (const { settles, off = [], swaps = [] } of HOLIDAY_DECISIONS) {
      expect([...(settles?.codes ?? []), ...off.map(item => item.code)].every(code => codes.has(code))).toBe(true)
      for (const swap of swaps) expect([isWeekend(swap.off), isWeekend(swap.worked)]).toEqual([false, true])
    }
  })
})

function days(year: number, text: string): string[] {
  return text.split(' ').map(item => {
    const [day = '', month = ''] = item.split('/')
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  })
}

function isWeekend(date: string): boolean {
  return weekdayOf(dayNumber(date)) >= 6
}
