import fc from 'fast-check'
import type { Actor, Id } from '@congso/kernel/contract'
import type { House } from '@congso/kernel/testing'
import { defineSeries } from './contract.ts'

/** Random patterns that every series of an agency may have. */
export const patterns: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        '{agency}',
        '{yyyy}',
        '{yy}',
        '{mm}',
        '{dd}',
        '{yymmdd}',
        '-',
        '/',
        '.',
        'QĐ-UBND',
        'GP',
        ' ',
        '%',
        '\\1',
        '$&',
        "'",
      ),
    ),
    fc.constantFrom('{n}', '{n:1}', '{n:3}', '{n:4}', '{n:9}'),
    fc.array(fc.constantFrom('{agency}', '{yyyy}', '{dd}', '-', '/UBND', 'ơ', '_')),
  )
  .map(([before, number, after]) => [...before, number, ...after].join(''))

/** Defines a series through the command: dossier codes by default. */
export async function buildSeries(
  house: House,
  given: {
    agency?: Id<'agency'>
    kind?: string
    pattern?: string
    reset?: 'never' | 'yearly' | 'daily'
    first?: number
    validFrom?: string
  } = {},
  actor?: Actor,
): Promise<Id<'series'>> {
  const {
    kind = 'dossier-code',
    pattern = '{agency}-{yymmdd}-{n:4}',
    reset = 'daily',
    first = 1,
    validFrom = '2026-01-01',
  } = given
  const input = { kind, pattern, reset, first, validFrom, ...(given.agency ? { agency: given.agency } : {}) }
  return (await house.run(defineSeries, input, actor)).series
}
