import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf, namesPeriod, parsePattern, periodOf, writeNumber, type Part } from './pattern.ts'
import { patterns } from '../testing.ts'

const at = { agency: '000.00.15.H99', date: '2026-11-19', value: 7 }

describe('a pattern', () => {
  test.each([
    ['{agency}-{yymmdd}-{n:4}', '000.00.15.H99-261119-0007'],
    ['{n}/QĐ-UBND', '7/QĐ-UBND'],
    ['{n:2}/{yyyy}/GP-{dd}{mm}{yy}', '07/2026/GP-191126'],
  ])('%s is written %s', (pattern, text) => {
    expect(writeNumber(pattern, at)).toBe(text)
  })
  test('goes on past its width', () => {
    expect(writeNumber('{agency}-{yymmdd}-{n:4}', { ...at, value: 12345 })).toBe('000.00.15.H99-261119-12345')
  })
  test.each([
    ['QĐ-UBND', 'pattern-number-once'],
    ['{n}-{n:4}', 'pattern-number-once'],
    ['', 'pattern-number-once'],
    ['{n:0}', 'pattern-unknown-part'],
    ['{n:10}', 'pattern-unknown-part'],
    ['{N}', 'pattern-unknown-part'],
    ['{yyyymm}{n}', 'pattern-unknown-part'],
    ['{n', 'pattern-malformed'],
    ['n}', 'pattern-malformed'],
    ['{{n}}', 'pattern-malformed'],
    ['{n}\t', 'pattern-malformed'],
  ])('%j is refused as %s', (pattern, code) => {
    expect(faultOf(pattern, { shared: false })?.code).toBe(code)
  })
  test('without an agency cannot print one', () => {
    expect(faultOf('{agency}/{n}', { shared: true })?.code).toBe('pattern-needs-agency')
    expect(faultOf('{agency}/{n}', { shared: false })).toBeUndefined()
  })
  test('is read whole: its pieces written back are the pattern', () => {
    fc.assert(
      fc.property(patterns, pattern => {
        const parsed = parsePattern(pattern)
        if ('fault' in parsed) throw new Error(parsed.fault.code)
        expect(parsed.parts.map(pieceOf).join('')).toBe(pattern.replace('{n:1}', '{n}'))
      }),
    )
  })
  test('never writes two numbers of one date alike', () => {
    fc.assert(
      fc.property(patterns, fc.nat(), fc.nat(), (pattern, a, b) => {
        const [one, other] = [a, b].map(value => writeNumber(pattern, { ...at, value }))
        expect(one === other).toBe(a === b)
      }),
    )
  })
})

describe('a period', () => {
  test('names the whole date, so that 1/11 and 11/1 are two', () => {
    expect(periodOf('daily', '2026-11-01')).not.toBe(periodOf('daily', '2026-01-11'))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }), (a, b) => {
        const [one, other] = [a, b].map(day => new Date(day * 86_400_000).toISOString().slice(0, 10))
        expect(periodOf('daily', one!) === periodOf('daily', other!)).toBe(a === b)
      }),
    )
  })
  test.each([
    ['{n}/QĐ', 'never', true],
    ['{n}/QĐ', 'yearly', false],
    ['{n}/{yy}', 'yearly', true],
    ['{n}/{yymmdd}', 'daily', true],
    ['{n}/{dd}{mm}', 'daily', false],
    ['{n}/{dd}{mm}{yyyy}', 'daily', true],
    ['{n}/{yyyy}', 'daily', false],
  ] as const)('%s, %s: the text alone says its period: %s', (pattern, reset, says) => {
    expect(namesPeriod(pattern, reset)).toBe(says)
  })
})

function pieceOf(part: Part): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'n') return part.width === 1 ? '{n}' : `{n:${part.width}}`
  return `{${part.kind}}`
}
