import { describe, expect, test } from 'vitest'
import { remaining, urgency, usedShare } from './remaining.ts'
import { at, hours, officeCalendar, weekOf } from './office.testing.ts'

const calendar = officeCalendar()
const NOW = '2026-11-19 09:42'
const left = (due: string, now = NOW, office = calendar) => {
  const { late, days, hours: whole, minutesPart } = remaining(at(now), at(due), office)
  return [late, days, whole, minutesPart]
}

describe('remaining time, as in the mock-ups at 09:42 on 19/11/2026', () => {
  test.each([
    ['quá 1 ngày 4 giờ', '2026-11-17 14:20', [true, 1, 4, 52]],
    ['quá 3 giờ 02 phút', '2026-11-18 16:10', [true, 0, 3, 2]],
    ['còn 33 phút', '2026-11-19 10:15', [false, 0, 0, 33]],
    ['còn 2 giờ 28 phút', '2026-11-19 13:40', [false, 0, 2, 28]],
    ['còn 5 giờ 48 phút', '2026-11-19 17:00', [false, 0, 5, 48]],
    ['còn 1 ngày 7 giờ', '2026-11-23 09:10', [false, 1, 7, 28]],
    ['còn 2 ngày 6 giờ', '2026-11-25 08:30', [false, 2, 6, 48]],
    ['còn 3 ngày', '2026-11-25 10:00', [false, 3, 0, 18]],
    ['còn 5 ngày', '2026-11-27 10:30', [false, 5, 0, 48]],
    ['còn 5 ngày 2 giờ', '2026-11-27 14:05', [false, 5, 2, 53]],
    ['còn 12 ngày 7 giờ', '2026-12-09 09:00', [false, 12, 7, 18]],
  ])('%s', (_, due, expected) => {
    expect(left(due)).toEqual(expected)
  })

  test.each([
    ['the minute of the promise is in time', '2026-11-19 09:42', [false, 0, 0, 0]],
    ['one minute late', '2026-11-19 09:41', [true, 0, 0, 1]],
    ['exactly one working day is a day, not eight hours', '2026-11-20 09:42', [false, 1, 0, 0]],
  ])('%s', (_, due, expected) => {
    expect(left(due)).toEqual(expected)
  })

  test('from an evening to the next closing is one day', () => {
    expect(left('2026-11-20 17:00', '2026-11-19 20:00')).toEqual([false, 1, 0, 0])
  })

  test('late in the night after closing, though no working minute has passed', () => {
    expect(remaining(at('2026-11-20 20:00'), at('2026-11-20 17:00'), calendar)).toMatchObject({
      late: true,
      minutes: 0,
    })
  })

  test('a dossier filed just now is not overdue', () => {
    expect(left('2026-11-20 09:42')[0]).toBe(false)
  })

  test('a Saturday morning in law is one working day', () => {
    const sixDays = weekOf('2018-01-01', [hours('07:30', '11:30'), hours('13:00', '17:00')])
    const office = officeCalendar({ weeks: [{ ...sixDays, days: { ...sixDays.days, 6: [hours('07:30', '11:30')] } }] })
    expect(left('2026-11-21 09:00', '2026-11-18 09:00', office)).toEqual([false, 3, 0, 0])
    expect(left('2026-11-23 09:00', '2026-11-18 09:00', office)).toEqual([false, 4, 0, 0])
  })

  test('a day of seven and a half hours is a day', () => {
    const office = officeCalendar({ weeks: [weekOf('2018-01-01', [hours('07:30', '11:30'), hours('13:30', '17:00')])] })
    expect(left('2026-11-27 14:05', '2026-11-17 14:05', office)).toEqual([false, 7, 0, 0])
  })
})

const of = (start: string, due: string, now = NOW, pausedMinutes = 0) => ({
  start: at(start),
  due: at(due),
  now: at(now),
  calendar,
  pausedMinutes,
})

describe('share used and urgency', () => {
  test.each([
    ['2026-11-16 10:15', '2026-11-19 10:15', 0.977],
    ['2026-11-16 13:40', '2026-11-19 13:40', 0.897],
    ['2026-11-19 07:30', '2026-11-19 17:00', 0.275],
    ['2026-11-17 08:30', '2026-11-25 08:30', 0.43],
    ['2026-11-13 09:00', '2026-11-17 14:20', 1],
    ['2026-11-20 07:30', '2026-11-25 17:00', 0],
  ])('%s to %s', (start, due, share) => {
    expect(usedShare(of(start, due))).toBeCloseTo(share, 3)
  })

  test('suspended minutes belong neither to the span nor to what is used', () => {
    expect(usedShare(of('2026-11-16 09:42', '2026-11-25 09:42', NOW, 960))).toBeCloseTo(1 - 1440 / (2880 - 960), 6)
  })

  test.each([
    ['past', '2026-11-13 09:00', '2026-11-19 09:41', 'late'],
    ['due today, though just received', '2026-11-19 07:30', '2026-11-19 17:00', 'soon'],
    ['four fifths used', '2026-11-09 09:42', '2026-11-23 09:42', 'soon'],
    ['a minute before four fifths', '2026-11-09 09:43', '2026-11-23 09:43', 'ok'],
    ['just begun', '2026-11-19 07:30', '2026-11-27 07:30', 'ok'],
  ])('%s', (_, start, due, expected) => {
    expect(urgency(of(start, due))).toBe(expected)
  })
})
