import { describe, expect, test } from 'vitest'
import { checkWeek, compileCalendar, type DayException, type WorkingWeek } from './calendar.ts'
import { addOpenMinutes, isOpenOrClosing, openMinutesBetween } from './open-time.ts'
import { at, hours, OFFICE_WEEK, officeCalendar, shown, weekOf } from './office.testing.ts'

const day = (date: string, rest: Partial<DayException>): DayException => ({
  date,
  kind: 'off',
  name: 'Quyết định của tỉnh',
  source: 'thử',
  ...rest,
})

/** Working minutes of one local day. */
function minutesOn(date: string, days: DayException[], weeks: WorkingWeek[] = [OFFICE_WEEK]): number {
  const calendar = compileCalendar({ weeks, days, from: '2026-11-01', to: '2026-12-31' })
  return openMinutesBetween(calendar, at(`${date} 00:00`), at(`${date} 23:59`))
}

function build(days: DayException[], weeks = [OFFICE_WEEK], to = '2026-12-01') {
  return compileCalendar({ weeks, days, from: '2026-11-01', to })
}

describe('the compiled calendar', () => {
  test.each([
    ['a working day', '2026-11-23', [], 480],
    ['a weekend', '2026-11-21', [], 0],
    ['a day off', '2026-11-24', [day('2026-11-24', {})], 0],
    ['a morning off', '2026-11-25', [day('2026-11-25', { part: 'morning' })], 240],
    ['an afternoon off', '2026-11-25', [day('2026-11-25', { part: 'afternoon' })], 240],
    ['a make-up Saturday has the usual hours', '2026-11-28', [day('2026-11-28', { kind: 'make-up' })], 480],
    [
      'a make-up Saturday morning',
      '2026-11-28',
      [day('2026-11-28', { kind: 'make-up', intervals: [hours('07:30', '11:30')] })],
      240,
    ],
    ['other hours', '2026-11-25', [day('2026-11-25', { kind: 'hours', intervals: [hours('08:00', '10:00')] })], 120],
    ['the last entry wins', '2026-11-24', [day('2026-11-24', {}), day('2026-11-24', { kind: 'normal' })], 480],
    [
      'a half day of a week that crosses noon',
      '2026-11-25',
      [day('2026-11-25', { part: 'morning' })],
      180,
      [weekOf('2026-01-01', [hours('09:00', '15:00')])],
    ],
  ] as const)('%s', (_, date, days, expected, weeks?: readonly WorkingWeek[]) => {
    expect(minutesOn(date, [...days], weeks === undefined ? undefined : [...weeks])).toBe(expected)
  })

  test('a later week replaces an earlier one from its first day', () => {
    const winter = weekOf('2026-11-25', [hours('08:00', '12:00')])
    expect(minutesOn('2026-11-24', [], [winter, OFFICE_WEEK])).toBe(480)
    expect(minutesOn('2026-11-25', [], [OFFICE_WEEK, winter])).toBe(240)
  })

  test('a week that ended leaves the one before it in force', () => {
    const flood = { ...weekOf('2026-11-23', [hours('08:00', '12:00')]), validTo: '2026-11-24' }
    expect(minutesOn('2026-11-24', [], [OFFICE_WEEK, flood])).toBe(240)
    expect(minutesOn('2026-11-25', [], [OFFICE_WEEK, flood])).toBe(480)
  })

  test('days before any week are closed', () => {
    expect(minutesOn('2026-11-20', [], [{ ...OFFICE_WEEK, validFrom: '2026-11-21' }])).toBe(0)
  })

  test('touching intervals are one: a shift has no closing instant in the middle', () => {
    const calendar = compileCalendar({
      weeks: [weekOf('2026-01-01', [hours('12:00', '18:00'), hours('06:00', '12:00')])],
      days: [],
      from: '2026-11-01',
      to: '2026-11-30',
    })
    expect(calendar.plans.filter(plan => plan.open > 0)).toEqual([{ intervals: [hours('06:00', '18:00')], open: 720 }])
  })

  test('refuses bad hours and an empty range', () => {
    expect(() => build([], [weekOf('2026-01-01', [hours('11:30', '07:30')])])).toThrow('worktime.bad-week')
    expect(() => build([day('2026-11-25', { kind: 'hours', intervals: [hours('17:00', '13:00')] })])).toThrow(
      'worktime.bad-day',
    )
    expect(() => build([day('2026-11-25', { kind: 'hours' })])).toThrow('no-hours')
    expect(() => build([], undefined, '2026-10-31')).toThrow('worktime.bad-date')
  })
})

describe('checkWeek', () => {
  test.each([
    ['a sound week', [hours('07:30', '11:30'), hours('13:00', '17:00')], []],
    ['touching intervals', [hours('07:30', '11:30'), hours('11:30', '17:00')], []],
    ['a whole day', [hours('00:00', '23:59')], []],
    ['24:00 is the next day', [hours('08:00', '24:00')], ['outside-day']],
    ['overlap', [hours('07:30', '13:30'), hours('13:00', '17:00')], ['overlap']],
    ['overlap, out of order', [hours('13:00', '17:00'), hours('07:30', '13:30')], ['overlap']],
    ['backward', [hours('17:00', '13:00')], ['backward']],
    ['nothing', [hours('13:00', '13:00')], ['backward']],
    ['over midnight', [hours('22:00', '30:00')], ['outside-day']],
    ['half minutes', [{ start: 450.5, end: 600 }], ['not-minutes']],
    ['not a number', [{ start: 450, end: Number.NaN }], ['not-minutes']],
    ['no hours at all', [], ['empty']],
  ])('%s', (_, intervals, codes) => {
    expect(checkWeek(weekOf('2026-01-01', intervals))).toEqual(codes)
  })

  test('ends before it begins', () => {
    expect(checkWeek({ ...OFFICE_WEEK, validTo: '2012-12-31' })).toEqual(['validity'])
  })
})

describe('open time', () => {
  const calendar = officeCalendar()

  // The steps of the mock-up dossier, received 14:05 on 17/11/2026 and looked at on 19/11/2026 at 09:42.
  test.each([
    ['2026-11-17 14:05', '2026-11-17 14:40', 35],
    ['2026-11-17 14:40', '2026-11-17 15:50', 70],
    ['2026-11-17 15:50', '2026-11-19 09:42', 11 * 60 + 22],
    ['2026-11-19 09:42', '2026-11-19 10:15', 33],
    ['2026-11-19 09:42', '2026-11-19 13:40', 148],
    ['2026-11-19 09:42', '2026-11-19 17:00', 348],
    ['2026-11-20 17:00', '2026-11-23 07:30', 0],
    ['2026-11-23 12:00', '2026-11-23 12:30', 0],
    ['2026-11-23 17:00', '2026-11-25 07:30', 0],
    ['2026-11-25 10:00', '2026-11-23 10:00', 0],
  ])('from %s to %s are %i minutes', (from, to, minutes) => {
    expect(openMinutesBetween(calendar, at(from), at(to))).toBe(minutes)
  })

  test.each([
    ['2026-11-23 11:00', 30, '2026-11-23 11:30'],
    ['2026-11-23 11:00', 31, '2026-11-23 13:01'],
    ['2026-11-23 07:30', 480, '2026-11-23 17:00'],
    ['2026-11-23 16:30', 60, '2026-11-25 08:00'],
    ['2026-11-23 17:00', 0, '2026-11-25 07:30'],
    ['2026-11-23 16:59', 0, '2026-11-23 16:59'],
  ])('%s and %i minutes is %s', (from, minutes, expected) => {
    expect(shown(addOpenMinutes(calendar, at(from), minutes))).toBe(expected)
  })

  test('an instant is open, just closed, or neither', () => {
    expect(isOpenOrClosing(calendar, at('2026-11-23 07:30'))).toBe(true)
    expect(isOpenOrClosing(calendar, at('2026-11-23 11:30'))).toBe(true)
    expect(isOpenOrClosing(calendar, at('2026-11-23 11:31'))).toBe(false)
    expect(isOpenOrClosing(calendar, at('2026-11-24 09:00'))).toBe(false)
  })

  test('never answers beyond its days', () => {
    expect(() => addOpenMinutes(calendar, at('2029-12-31 16:00'), 120)).toThrow('worktime.outside-calendar')
    expect(() => addOpenMinutes(calendar, at('2017-12-31 16:00'), 1)).toThrow('worktime.outside-calendar')
    expect(() => addOpenMinutes(calendar, Number.NaN, 1)).toThrow('worktime.outside-calendar')
    expect(() => addOpenMinutes(calendar, at('2030-01-01 08:00'), 0)).toThrow('worktime.outside-calendar')
  })
})
