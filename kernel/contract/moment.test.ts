import { expect, test } from 'vitest'
import { readDate } from './moment.ts'

test.each([
  ['19/11/2026', '2026-11-19'],
  [' 1/2/2026 ', '2026-02-01'],
  ['1.2.2026', '2026-02-01'],
  ['2026-11-19', '2026-11-19'],
  ['29/02/2028', '2028-02-29'],
  ['29/02/2026', null],
  ['31/04/2026', null],
  ['2026-13-01', null],
  ['2026-1-1', null],
  ['hôm nay', null],
  ['', null],
])('%s is read as %s', (text, date) => {
  expect(readDate(text)).toBe(date)
})
