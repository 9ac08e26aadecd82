import { expect, test } from 'vitest'
import type { WorkingWeek } from './calendar.ts'
import { weeksInForce } from './layer.ts'

const week = (validFrom: string, validTo?: string): WorkingWeek => ({
  validFrom,
  ...(validTo ? { validTo } : {}),
  days: { 1: [{ start: 480, end: 720 }] },
})
const spans = (weeks: readonly WorkingWeek[]) => weeks.map(one => [one.validFrom, one.validTo ?? null])

test.each([
  ['nothing', [], []],
  ['one calendar', [[week('1990-01-01')]], [['1990-01-01', null]]],
  ['an own calendar without weeks', [[week('1990-01-01')], []], [['1990-01-01', null]]],
  [
    'own hours for a day to come: until then those above',
    [[week('1990-01-01')], [week('2027-01-04')]],
    [
      ['1990-01-01', '2027-01-03'],
      ['2027-01-04', null],
    ],
  ],
  [
    'later weeks above do not push the own aside, earlier ones stay as they were',
    [[week('1990-01-01', '2000-12-31'), week('2001-01-01', '2027-08-31'), week('2027-09-01')], [week('2027-01-04')]],
    [
      ['1990-01-01', '2000-12-31'],
      ['2001-01-01', '2027-01-03'],
      ['2027-01-04', null],
    ],
  ],
  ['own hours from before everything', [[week('1990-01-01')], [week('1980-01-01')]], [['1980-01-01', null]]],
  [
    'three calendars one above the other',
    [[week('1990-01-01')], [week('2020-01-01')], [week('2026-01-01')]],
    [
      ['1990-01-01', '2019-12-31'],
      ['2020-01-01', '2025-12-31'],
      ['2026-01-01', null],
    ],
  ],
])('%s', (_what, layers, expected) => {
  expect(spans(weeksInForce(layers))).toEqual(expected)
})
