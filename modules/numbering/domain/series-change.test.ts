import { describe, expect, test } from 'vitest'
import { earliestChange, patternFault } from './series-change.ts'

describe('the pattern of a dossier code', () => {
  const series = { kind: 'dossier-code', agencyCode: '000.00.15.H99', shared: false }
  test.each([
    ['{agency}-{yymmdd}-{n:4}', undefined],
    ['{agency}-{yymmdd}-{n:6}', undefined],
    ['{agency}-{yymmdd}-{n:3}', 'pattern-not-dossier-code'],
    ['{agency}/{yymmdd}/{n:4}', 'pattern-not-dossier-code'],
    ['HS{n:4}', 'pattern-not-dossier-code'],
    ['{agency}-{yymmdd}', 'pattern-number-once'],
  ])('%s: %s', (pattern, code) => {
    expect(patternFault(series, pattern)?.code).toBe(code)
  })
  test('does not bind other kinds', () => {
    expect(patternFault({ ...series, kind: 'result' }, '{n}/QĐ-UBND')).toBeUndefined()
  })
})

describe('a change', () => {
  test.each([
    [null, '2026-11-19'],
    ['2026-11-19', '2026-11-20'],
    ['2026-01-05', '2026-11-20'],
    ['2026-12-31', '2027-01-01'],
  ])('last number on %s: not before %s', (last, earliest) => {
    expect(earliestChange('2026-11-19', last)).toBe(earliest)
  })
})
