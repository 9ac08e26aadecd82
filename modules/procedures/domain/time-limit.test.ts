import { describe, expect, test } from 'vitest'
import { readTimeLimit, timeWords } from './time-limit.ts'

describe('a published value', () => {
  test.each([
    ['3 WORKING_DAY', 3, 'working-day'],
    ['12.5 WORKING_DAY', 12.5, 'working-day'],
    ['15 ngày', 15, 'calendar-day'],
    ['8 HOUR', 8, 'working-hour'],
    ['4 MONTH', 4, 'month'],
    ['3 YEAR', 3, 'year'],
  ])('%s', (value, amount, unit) => {
    expect(readTimeLimit(value, '')).toEqual({ amount, unit, reading: 'published', published: value, note: '' })
  })

  test.each(['0 WORKING_DAY', '5 FORTNIGHT', 'WORKING_DAY', '', '1 OTHER', 'OTHER', '- OTHER', '1/12 hàng năm OTHER'])(
    '%s alone is not readable',
    value => {
      expect(readTimeLimit(value, '')).toEqual({ reading: 'unreadable', published: value, note: '' })
    },
  )
})

describe('words', () => {
  test.each([
    ['Không quá 10 ngày làm việc kể từ ngày nhận đủ hồ sơ OTHER', '', 10, 'working-day'],
    ['Không quá 30 ngày kể từ ngày nhận đủ hồ sơ hợp lệ. OTHER', '', 30, 'calendar-day'],
    ['OTHER', 'Thời hạn giải quyết: 05 (năm) ngày làm việc.', 5, 'working-day'],
    ['Theo mô tả OTHER', 'Nộp tại quầy.\n- Trong thời hạn 1,5 ngày làm việc, kể từ khi nhận hồ sơ', 1.5, 'working-day'],
    ['1 OTHER', '07 ngày làm việc', 7, 'working-day'],
    ['5 OTHER', '5 ngày làm việc', 5, 'working-day'],
    ['Tối đa 02 tháng kể từ ngày nhận hồ sơ OTHER', '', 2, 'month'],
    ['Không quá 4 giờ làm việc OTHER', '', 4, 'working-hour'],
  ])('%s | %s', (value, note, amount, unit) => {
    expect(readTimeLimit(value, note)).toMatchObject({ amount, unit, reading: 'read-from-text', note })
  })

  test.each([
    ['two limits', 'Thẩm định 5 ngày làm việc. Không quá 10 ngày làm việc.'],
    ['a case', 'Trường hợp thông thường không quá 10 ngày làm việc'],
    ['those it holds for', 'Không quá 10 ngày làm việc đối với tổ chức'],
    ['one step', 'Thời hạn thẩm định: 10 ngày làm việc'],
    ['an event before', 'Nộp ít nhất 10 ngày làm việc trước ngày khai mạc'],
    ['clock or working hours', 'Không quá 24 giờ'],
    ['an addition', '10 ngày làm việc + thời gian niêm yết'],
    ['a date', 'Chậm nhất ngày 15 tháng 12 năm 2026'],
  ])('with %s are left to a person', (_, note) => {
    expect(readTimeLimit('OTHER', note).reading).toBe('unreadable')
  })

  test('must agree with a number that stands without a unit', () => {
    expect(readTimeLimit('5 OTHER', '7 ngày làm việc').reading).toBe('unreadable')
  })

  test('are shown without the code for "other"', () => {
    expect(timeWords(readTimeLimit('Theo lịch của hội đồng OTHER', 'Nộp tại quầy.'))).toBe(
      'Theo lịch của hội đồng\nNộp tại quầy.',
    )
    expect(timeWords(readTimeLimit('1 OTHER', ''))).toBe('')
  })
})

describe('the day of filing', () => {
  const promise = 'Ngay trong ngày tiếp nhận; nếu nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo.'

  test('is one working day with its hour', () => {
    expect(readTimeLimit('OTHER', promise)).toMatchObject({
      amount: 1,
      unit: 'working-day',
      reading: 'read-from-text',
      sameDay: true,
      sameDayUntilHour: 15,
    })
    expect(readTimeLimit('1 WORKING_DAY', 'Trong ngày làm việc.')).toMatchObject({
      reading: 'published',
      sameDay: true,
    })
  })

  test('is not promised beside a longer limit or for one step', () => {
    expect(readTimeLimit('5 WORKING_DAY', promise).sameDay).toBeUndefined()
    expect(readTimeLimit('OTHER', 'Thời hạn kiểm tra hồ sơ: được làm ngay trong ngày').sameDay).toBeUndefined()
  })
})

describe('a contradiction', () => {
  test.each([
    ['7 ngày', '07 ngày làm việc kể từ ngày nhận đủ hồ sơ', { amount: 7, unit: 'working-day' }],
    ['33 MONTH', 'Không quá 03 tháng', { amount: 3, unit: 'month' }],
    ['15 HOUR', 'Ngay trong ngày, sau 15 giờ thì ngày làm việc tiếp theo', { amount: 1, unit: 'working-day' }],
  ])('%s against the note is marked and the published value stays', (value, note, contradiction) => {
    const limit = readTimeLimit(value, note)
    expect(limit).toMatchObject({ reading: 'published', contradiction })
    expect(limit.amount).toBe(Number.parseInt(value, 10))
  })

  test('is none when the note agrees', () => {
    expect(readTimeLimit('7 WORKING_DAY', '07 ngày làm việc').contradiction).toBeUndefined()
  })
})
