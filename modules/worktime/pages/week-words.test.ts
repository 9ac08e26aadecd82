import { expect, test } from 'vitest'
import { vi } from './texts.vi.ts'
import { weekWords } from './week-words.ts'

const usual = '07:30-11:30, 13:00-17:00'

test('days of the same hours stand together', () => {
  const week = { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: '', sun: '' }
  expect(weekWords(week, vi)).toEqual([`Thứ Hai – Thứ Sáu: ${usual}`, 'Thứ Bảy, Chủ nhật: nghỉ'])
  expect(weekWords({ ...week, wed: '08:00-12:00', sat: usual }, vi)).toEqual([
    `Thứ Hai, Thứ Ba: ${usual}`,
    'Thứ Tư: 08:00-12:00',
    `Thứ Năm – Thứ Bảy: ${usual}`,
    'Chủ nhật: nghỉ',
  ])
})
