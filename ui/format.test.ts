import { describe, expect, test } from 'vitest'
import {
  formatAmount,
  formatBytes,
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatFinished,
  formatLongDate,
  formatMoney,
  formatNumber,
  formatPromise,
  formatRange,
  formatRelativeDay,
  formatRemaining,
  formatShare,
  formatTime,
  formatTimeDayMonth,
  formatTimeSeconds,
  formatWeekday,
  formatWeekdayShort,
  toIsoDate,
} from './format.ts'

const morning = Date.parse('2026-11-19T09:42:07+07:00')
const nbsp = '\u00a0'

describe('days and times are those of Vietnam', () => {
  test('an instant is shown seven hours ahead of UTC, whatever the machine', () => {
    expect(formatDate(morning)).toBe('19/11/2026')
    expect(formatTime(morning)).toBe('09:42')
    expect(formatTimeSeconds(morning)).toBe('09:42:07')
    expect(formatDateTime(new Date(morning))).toBe(`09:42${nbsp}19/11/2026`)
    expect(formatTimeDayMonth('2026-11-19T02:42:00Z')).toBe(`09:42${nbsp}19/11`)
  })

  test('the last hour of a UTC day belongs to the next day', () => {
    expect(formatDate('2026-12-31T17:00:00Z')).toBe('01/01/2027')
    expect(toIsoDate('2026-12-31T16:59:59Z')).toBe('2026-12-31')
  })

  test('a bare date is that day, not midnight in London', () => {
    expect(formatDate('2026-11-19')).toBe('19/11/2026')
    expect(formatDayMonth('2026-11-09')).toBe('09/11')
    expect(toIsoDate('2026-11-19')).toBe('2026-11-19')
  })

  test('weekdays in both languages, short and long', () => {
    expect(formatWeekday(morning)).toBe('Thứ Năm')
    expect(formatWeekday('2026-11-22', 'vi')).toBe('Chủ Nhật')
    expect(formatWeekday(morning, 'en')).toBe('Thursday')
    expect(formatWeekdayShort(morning)).toBe('T5')
    expect(formatWeekdayShort('2026-11-23', 'en')).toBe('Mon')
    expect(formatLongDate(morning)).toBe('Thứ Năm, 19/11/2026')
  })

  test('a promise names its weekday', () => {
    expect(formatPromise('2026-11-27T14:05:00+07:00')).toBe('14:05 Thứ Sáu, 27/11/2026')
    expect(formatPromise('2026-11-27T14:05:00+07:00', 'en')).toBe('14:05 Friday, 27/11/2026')
  })

  test('days near today get their own words', () => {
    expect(formatRelativeDay('2026-11-19T23:59:00+07:00', morning)).toBe('Hôm nay')
    expect(formatRelativeDay('2026-11-18', morning)).toBe('Hôm qua')
    expect(formatRelativeDay('2026-11-20', morning, 'en')).toBe('Tomorrow')
    expect(formatRelativeDay('2026-11-23', morning)).toBe('Thứ Hai')
    expect(formatRelativeDay('2026-12-09', morning)).toBe('09/12/2026')
  })
})

describe('numbers', () => {
  test.each([
    [0, undefined, '0'],
    [999, undefined, '999'],
    [1234.5, undefined, '1.234,5'],
    [-1234567, undefined, '-1.234.567'],
    [97.1, 1, '97,1'],
    [97, 1, '97,0'],
    [-0.04, 1, '0,0'],
    [0.1 + 0.2, undefined, '0,3'],
  ])('%s with %s decimals is %s', (value, digits, text) => expect(formatNumber(value, digits)).toBe(text))

  test('money is whole đồng and stays beside its unit', () => {
    expect(formatMoney(15000)).toBe(`15.000${nbsp}đ`)
    expect(formatMoney(0)).toBe(`0${nbsp}đ`)
    expect(formatMoney(12_345_678_901_234_567n)).toBe(`12.345.678.901.234.567${nbsp}đ`)
  })

  test('shares, sizes, ranges', () => {
    expect(formatShare(400 / 412)).toBe(`97,1${nbsp}%`)
    expect(formatShare(1, 0)).toBe(`100${nbsp}%`)
    expect(formatBytes(900)).toBe(`900${nbsp}B`)
    expect(formatBytes(1_468_006)).toBe(`1,4${nbsp}MB`)
    expect(formatBytes(10_485_760)).toBe(`10${nbsp}MB`)
    expect(formatRange(1, 1032)).toBe('1–1.032')
  })
})

describe('what is left of a deadline', () => {
  const left = (days: number, hours: number, minutes: number, late = false) => ({ days, hours, minutes, late })

  test.each([
    [left(5, 2, 10), 'Còn 5 ngày 2 giờ'],
    [left(5, 0, 30), 'Còn 5 ngày'],
    [left(0, 2, 28), 'Còn 2 giờ 28 phút'],
    [left(0, 3, 2, true), 'Quá 3 giờ 02 phút'],
    [left(0, 0, 33), 'Còn 33 phút'],
    [left(1, 4, 0, true), 'Quá 1 ngày 4 giờ'],
    [left(1600, 0, 0, true), 'Quá 1.600 ngày'],
    [left(0, 0, 0), 'Đến hạn'],
  ])('%o', (remaining, text) => expect(formatRemaining(remaining)).toBe(text))

  test('in English, with its plurals', () => {
    expect(formatRemaining(left(1, 4, 0, true), 'en')).toBe('1 day 4 hours over')
    expect(formatAmount(left(0, 1, 5), 'en')).toBe('1 hour 05 minutes')
  })

  test('a finished one says early or late by how much', () => {
    expect(formatFinished(left(0, 6, 0))).toBe('Xong trước hạn 6 giờ')
    expect(formatFinished(left(2, 0, 0, true))).toBe('Xong sau hạn 2 ngày')
  })
})
