import { describe, expect, test } from 'vitest'
import { daysOfPart, readPeriod } from './period.ts'

const now = Date.parse('2026-11-19T02:42:00Z')

describe('the period asked for', () => {
  test.each([
    [{}, '2026-11-01', '2026-11-19'],
    [{ from: '2026-10-05' }, '2026-10-05', '2026-11-19'],
    [{ to: '31/12/2025' }, '2025-12-01', '2025-12-31'],
    [{ from: '1/9/2026', to: '2026-09-30' }, '2026-09-01', '2026-09-30'],
    [{ from: '2017-01-01', to: '2026-12-31' }, '2017-01-01', '2026-12-31'],
    [{ from: '', to: '' }, '2026-11-01', '2026-11-19'],
  ])('%o', (asked, from, to) => {
    expect(readPeriod(asked, now)).toEqual({ period: { from, to }, problems: [] })
  })
  test.each([
    [{ from: '31/02/2026' }, ['from']],
    [{ to: 'hôm qua' }, ['to']],
    [{ from: 'x', to: '30/02/2026' }, ['from', 'to']],
    [{ from: '2026-11-20', to: '2026-11-19' }, ['order']],
    [{ from: '2026-12-01' }, ['order']],
    [{ from: '2016-01-01', to: '2026-01-01' }, ['long']],
  ])('%o has a problem: %j', (asked, problems) => {
    expect(readPeriod(asked, now)).toEqual({ period: { from: '2026-11-01', to: '2026-11-19' }, problems })
  })
})

describe('the days of a line', () => {
  test.each([
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-W47', '2026-11-16', '2026-11-22'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2027-W01', '2027-01-04', '2027-01-10'],
  ])('%s is %s – %s', (key, from, to) => {
    expect(daysOfPart(key)).toEqual({ from, to })
  })
  test('anything else has none', () => {
    expect(daysOfPart('1.004873')).toBeNull()
  })
})
