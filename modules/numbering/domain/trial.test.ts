import { expect, test } from 'vitest'
import { tryPattern } from './trial.ts'

const series = { kind: 'dossier-code', agencyCode: 'H99.15', shared: false }

test('a pattern is tried before it is saved', () => {
  expect(tryPattern(series, undefined, '2026-11-19')).toBeNull()
  expect(tryPattern(series, '{agency}-{yymmdd}-{n:4}', '2026-11-19')).toEqual({
    pattern: '{agency}-{yymmdd}-{n:4}',
    examples: ['H99.15-261119-0001', 'H99.15-261119-0002', 'H99.15-261119-12345'],
    fault: null,
  })
})

test.each([
  ['{x}{n}', 'numbering.pattern-unknown-part', '{x}'],
  ['{n}/A', 'numbering.pattern-not-dossier-code', '1/A'],
  ['A', 'numbering.pattern-number-once', ''],
])('%s is said to be wrong', (pattern, code, part) => {
  expect(tryPattern(series, pattern, '2026-11-19')).toEqual({ pattern, examples: [], fault: { code, part } })
})
