import { describe, expect, test } from 'vitest'
import { computeDeadline, extendDue, hoursAsDays, SAME_DAY_CUT_OFF, type DeadlineRule } from './deadline.ts'
import { at, hours, OFFICE_WEEK, officeCalendar, shown, weekOf } from './office.testing.ts'

const calendar = officeCalendar()
const due = (received: string, rule: DeadlineRule, office = calendar) =>
  shown(computeDeadline({ ...rule, received: at(received), calendar: office }).due)
const workingDays = (received: string, amount: number, office = calendar) =>
  due(received, { amount, unit: 'working-day' }, office)

describe('working days, hour of receipt', () => {
  test.each([
    ['the dossier of the mock-up', '2026-11-17 14:05', 7, '2026-11-27 14:05'],
    ['the counter of the mock-up', '2026-11-19 09:42', 3, '2026-11-25 09:42'],
    ['the work list of the mock-up', '2026-11-12 10:30', 10, '2026-11-27 10:30'],
    ['five days over the culture day', '2026-11-17 08:30', 5, '2026-11-25 08:30'],
    ['Saturday plus one is Monday, never Sunday', '2026-11-14 09:00', 1, '2026-11-17 07:30'],
    ['Friday plus one', '2026-11-13 16:30', 1, '2026-11-16 16:30'],
    ['Sunday plus two', '2026-11-15 09:00', 2, '2026-11-18 07:30'],
    ['the whole of Tết 2026 is crossed', '2026-02-13 09:00', 1, '2026-02-23 09:00'],
    ['Tết 2019 is crossed', '2019-02-01 15:00', 2, '2019-02-12 15:00'],
    ['the seven days of Tết 2021 are crossed', '2021-02-09 08:00', 1, '2021-02-17 08:00'],
    ['Giỗ Tổ on a Sunday, 27/4 off', '2026-04-24 10:00', 1, '2026-04-28 10:00'],
    ['30/4 and 1/5 on a weekend, two days off after it', '2022-04-29 10:00', 1, '2022-05-04 10:00'],
    ['a make-up Saturday counts, the Monday it pays for does not', '2026-08-21 10:00', 1, '2026-08-22 10:00'],
    ['from Friday 28/8/2026 over the swap and 2/9', '2026-08-28 10:00', 1, '2026-09-03 10:00'],
    ['2019 swap: Monday 29/4 off, Saturday 4/5 worked', '2019-04-26 10:00', 3, '2019-05-04 10:00'],
    ['received at a make-up Saturday of 2019', '2019-05-04 10:00', 1, '2019-05-06 10:00'],
    ['over New Year', '2025-12-31 10:00', 1, '2026-01-05 10:00'],
    ['received before opening', '2026-11-16 06:00', 1, '2026-11-17 07:30'],
    ['received in the lunch break', '2026-11-16 12:00', 1, '2026-11-17 13:00'],
    ['received at the closing instant', '2026-11-16 17:00', 1, '2026-11-18 07:30'],
    ['received in the evening', '2026-11-16 20:00', 1, '2026-11-18 07:30'],
  ])('%s', (_, received, amount, expected) => {
    expect(workingDays(received, amount)).toBe(expected)
  })

  test('two and a half days are not two', () => {
    expect(workingDays('2026-11-16 09:00', 2)).toBe('2026-11-18 09:00')
    expect(workingDays('2026-11-16 09:00', 2.5)).toBe('2026-11-18 14:30')
    expect(workingDays('2026-11-16 14:00', 2.5)).toBe('2026-11-19 08:30')
    expect(workingDays('2026-11-16 09:00', 3)).toBe('2026-11-19 09:00')
  })

  test('half a day is half of that day, also when it is short', () => {
    const short = officeCalendar({
      days: [{ date: '2026-11-17', kind: 'off', part: 'afternoon', name: 'Họp', source: 'thử' }],
    })
    expect(workingDays('2026-11-16 17:30', 0.5, short)).toBe('2026-11-17 09:30')
    expect(workingDays('2026-11-16 15:00', 0.5, short)).toBe('2026-11-17 08:30')
  })

  test('part of a day never passes the whole day, even where that day is much longer', () => {
    const long = officeCalendar({
      days: [{ date: '2026-11-17', kind: 'hours', intervals: [hours('06:00', '21:00')], name: 'Trực', source: 'thử' }],
    })
    expect(workingDays('2026-11-16 14:00', 0.75, long)).toBe('2026-11-17 11:38')
    expect(workingDays('2026-11-16 14:00', 0.99, long)).toBe('2026-11-17 14:00')
    expect(workingDays('2026-11-16 14:00', 1, long)).toBe('2026-11-17 14:00')
  })

  test('on a day that closes early the promise is its closing', () => {
    const short = officeCalendar({
      days: [{ date: '2026-11-18', kind: 'off', part: 'afternoon', name: 'Họp', source: 'thử' }],
    })
    expect(workingDays('2026-11-16 14:05', 2, short)).toBe('2026-11-18 11:30')
  })

  test('where the hours of the season changed, the promise is the next open minute', () => {
    const winter = weekOf('2026-11-18', [hours('08:00', '12:00'), hours('14:00', '18:00')])
    const office = officeCalendar({ weeks: [OFFICE_WEEK, winter] })
    expect(workingDays('2026-11-16 07:40', 2, office)).toBe('2026-11-18 08:00')
    expect(workingDays('2026-11-16 13:15', 2, office)).toBe('2026-11-18 14:00')
  })

  test('the step budgets of the mock-up, 56 hours, end with the seven days', () => {
    expect(hoursAsDays(56)).toBe(7)
    expect(hoursAsDays(168)).toBe(21)
    expect(due('2026-11-17 14:05', { amount: 56, unit: 'working-hour' })).toBe('2026-11-27 14:05')
  })
})

describe('working days, end of day', () => {
  test.each([
    ['2026-11-17 14:05', 7, '2026-11-27 17:00'],
    ['2026-11-17 07:30', 1, '2026-11-18 17:00'],
    ['2026-11-14 09:00', 1, '2026-11-17 17:00'],
    ['2026-11-17 14:05', 2.5, '2026-11-20 11:30'],
    ['2026-11-17 14:05', 0.5, '2026-11-18 11:30'],
  ])('%s and %d days is %s', (received, amount, expected) => {
    expect(due(received, { amount, unit: 'working-day', dueTime: 'end-of-day' })).toBe(expected)
  })
})

describe('working hours', () => {
  test.each([
    ['the alert of two hours', '2026-11-17 16:00', 2, '2026-11-18 08:30'],
    ['eight hours are not one calendar day', '2026-11-20 14:00', 8, '2026-11-23 14:00'],
    ['filled to the closing', '2026-11-17 07:30', 8, '2026-11-17 17:00'],
    ['a quarter of an hour', '2026-11-17 11:20', 0.25, '2026-11-17 13:05'],
    ['received at rest', '2026-11-21 10:00', 8, '2026-11-23 17:00'],
    ['nothing', '2026-11-21 10:00', 0, '2026-11-23 07:30'],
    ['over Tết', '2026-02-13 16:00', 2, '2026-02-23 08:30'],
  ])('%s', (_, received, amount, expected) => {
    expect(due(received, { amount, unit: 'working-hour' })).toBe(expected)
  })
})

describe('in the day', () => {
  test.each([
    ['in time', '2026-11-19 08:30', '2026-11-19 17:00', 'as-received'],
    ['at 15:00 sharp is not after 15:00', '2026-11-18 15:00', '2026-11-18 17:00', 'as-received'],
    ['after 15:00', '2026-11-18 15:01', '2026-11-19 17:00', 'after-cut-off'],
    ['after 15:00 on a Friday', '2026-11-20 15:30', '2026-11-23 17:00', 'after-cut-off'],
    ['in the evening, once only', '2026-11-18 20:00', '2026-11-19 17:00', 'outside-hours'],
    ['on a Saturday', '2026-11-21 16:00', '2026-11-23 17:00', 'outside-hours'],
    ['in the lunch break', '2026-11-18 12:00', '2026-11-18 17:00', 'outside-hours'],
  ])('%s', (_, received, expected, startReason) => {
    for (const rule of [
      { amount: 0, unit: 'working-day' },
      { amount: 0, unit: 'same-day' },
      { amount: 0, unit: 'calendar-day' },
      { amount: 0, unit: 'same-day', cutOff: SAME_DAY_CUT_OFF },
    ] as const) {
      const deadline = computeDeadline({ ...rule, received: at(received), calendar })
      expect([shown(deadline.due), deadline.startReason, deadline.dueTime]).toEqual([
        expected,
        startReason,
        'end-of-day',
      ])
    }
  })

  test('a procedure may have no cut-off', () => {
    expect(due('2026-11-18 16:59', { amount: 0, unit: 'same-day', cutOff: 'none' })).toBe('2026-11-18 17:00')
  })
})

describe('cut-off', () => {
  test.each([
    ['after the hour counts from the next opening', '2026-11-17 15:30', { minutes: 900 }, '2026-11-19 07:30'],
    ['before the hour', '2026-11-17 14:59', { minutes: 900 }, '2026-11-18 14:59'],
    ['the last hour begins at 16:00', '2026-11-17 16:00', 'last-hour', '2026-11-19 07:30'],
    ['a minute before the last hour', '2026-11-17 15:59', 'last-hour', '2026-11-18 15:59'],
    ['after 17:00, once only', '2026-11-17 17:30', 'last-hour', '2026-11-19 07:30'],
    ['an amount in days has none of its own', '2026-11-17 16:30', undefined, '2026-11-18 16:30'],
  ] as const)('%s', (_, received, cutOff, expected) => {
    expect(due(received, { amount: 1, unit: 'working-day', ...(cutOff === undefined ? {} : { cutOff }) })).toBe(
      expected,
    )
  })

  test('also of hours', () => {
    expect(due('2026-11-17 16:10', { amount: 8, unit: 'working-hour', cutOff: 'last-hour' })).toBe('2026-11-18 17:00')
  })

  test('a shift that opens after the cut-off is not put off for ever', () => {
    const evening = officeCalendar({ weeks: [weekOf('2018-01-01', [hours('16:00', '22:00')])] })
    const rule: DeadlineRule = { amount: 1, unit: 'working-day', cutOff: { minutes: 900 } }
    expect(due('2026-11-17 23:00', rule, evening)).toBe('2026-11-19 16:00')
  })
})

describe('calendar units', () => {
  test.each([
    ['ten days', '2026-11-17 14:05', 10, 'calendar-day', '2026-11-27 17:00', null],
    ['ends on a Saturday', '2026-11-17 14:05', 4, 'calendar-day', '2026-11-23 17:00', '2026-11-21'],
    ['ends on a holiday', '2026-11-17 14:05', 7, 'calendar-day', '2026-11-25 17:00', '2026-11-24'],
    ['ends in Tết', '2026-02-10 09:00', 7, 'calendar-day', '2026-02-23 17:00', '2026-02-17'],
    ['ends on a make-up Saturday', '2026-08-19 09:00', 3, 'calendar-day', '2026-08-22 17:00', null],
    ['received on a Saturday', '2026-11-14 09:00', 3, 'calendar-day', '2026-11-19 17:00', null],
    ['a month', '2026-11-17 14:05', 1, 'month', '2026-12-17 17:00', null],
    ['a month from the 31st', '2026-03-31 14:05', 1, 'month', '2026-05-04 17:00', '2026-04-30'],
    ['half a month is 15 days', '2026-11-17 14:05', 0.5, 'month', '2026-12-02 17:00', null],
    ['a year', '2026-11-17 14:05', 1, 'year', '2027-11-17 17:00', null],
    ['almost two months are no more than two', '2026-01-15 10:00', 1.99, 'month', '2026-03-16 17:00', '2026-03-15'],
    ['half a year is six months', '2026-11-17 14:05', 0.5, 'year', '2027-05-17 17:00', null],
    ['a year from 29/2', '2028-02-29 08:00', 1, 'year', '2029-02-28 17:00', null],
  ] as const)('%s', (_, received, amount, unit, expected, rolledFrom) => {
    const deadline = computeDeadline({ received: at(received), amount, unit, calendar })
    expect([shown(deadline.due), deadline.rolledFrom]).toEqual([expected, rolledFrom])
  })
})

describe('extension', () => {
  test.each([
    ['2026-11-27 14:05', 3, 'working-day', '2026-12-02 14:05'],
    ['2026-11-27 17:00', 1, 'working-day', '2026-11-30 17:00'],
    ['2026-11-27 11:30', 1, 'working-day', '2026-11-30 11:30'],
    ['2026-11-27 16:00', 2, 'working-hour', '2026-11-30 08:30'],
    ['2026-11-27 14:05', 1, 'calendar-day', '2026-11-30 17:00'],
  ] as const)('%s by %d %s is %s', (from, amount, unit, expected) => {
    expect(shown(extendDue(calendar, at(from), amount, unit))).toBe(expected)
  })

  test.each([0, -1, Number.NaN])('by %d is refused', amount => {
    expect(() => extendDue(calendar, at('2026-11-27 14:05'), amount, 'working-day')).toThrow('worktime.bad-amount')
  })
})

describe('refusals', () => {
  test.each([-1, Number.NaN, Infinity])('an amount of %d', amount => {
    expect(() => workingDays('2026-11-17 14:05', amount)).toThrow('worktime.bad-amount')
  })

  test('a promise beyond the calendar is not guessed', () => {
    expect(() => workingDays('2029-12-20 14:05', 10)).toThrow('worktime.outside-calendar')
    expect(() => due('2029-12-20 14:05', { amount: 1, unit: 'month' })).toThrow('worktime.outside-calendar')
    expect(() => workingDays('2017-12-20 14:05', 10)).toThrow('worktime.outside-calendar')
  })
})
