import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  currentIdentifier,
  formatAgencyIdentifier,
  formatOldIdentifier,
  identifierForDossiers,
  isIdentifierBelow,
  readAgencyIdentifier,
} from './agency-identifier.ts'

const digits = (count: number) =>
  fc.integer({ min: 1, max: 10 ** count - 1 }).map(value => String(value).padStart(count, '0'))

describe('an agency identifier', () => {
  it.each([
    ['H99', 'new', ['H99']],
    ['H99.15', 'new', ['H99', '15']],
    [' h01.151.01 ', 'new', ['H01', '151', '01']],
    ['H37.DN.001', 'new', ['H37', 'DN', '001']],
    ['G12.18', 'new', ['G12', '18']],
    ['000.00.00.G22', 'old', ['G22']],
    ['000.00.15.H99', 'old', ['H99', '15']],
    ['001.02.15.H99', 'old', ['H99', '15', '02', '001']],
    ['28.22.H17', 'other', ['28', '22', 'H17']],
    ['0100109106', 'other', ['0100109106']],
  ])('%s is of the %s form', (text, form, levels) => {
    expect(readAgencyIdentifier(text)).toEqual({ code: text.trim().toUpperCase(), form, levels })
  })

  it.each([
    '',
    '.',
    'H99.',
    '.H99',
    'H99..15',
    'H99-15',
    'Đ99',
    'H99 15',
    '001.00.15.H99',
    '000.02.00.H99',
    `H99.${'1'.repeat(32)}`,
  ])('is not %j', text => {
    expect(readAgencyIdentifier(text)).toBeNull()
  })

  it('is written from its levels and read back, in both forms', () => {
    expect(formatAgencyIdentifier(['H99', '15', '02'])).toBe('H99.15.02')
    expect(formatAgencyIdentifier(['15', 'H99'])).toBeNull()
    expect(formatAgencyIdentifier([])).toBeNull()
    expect(formatOldIdentifier(['H99'])).toBe('000.00.00.H99')
    expect(formatOldIdentifier(['H99', '15', '02', '001'])).toBe('001.02.15.H99')
    expect(formatOldIdentifier(['H99', '151'])).toBeNull()
    expect(formatOldIdentifier(['H99', '15', '02', '001', '1'])).toBeNull()
    fc.assert(
      fc.property(fc.tuple(digits(2), digits(2), digits(3)), fc.nat(3), (groups, count) => {
        const levels = ['H99', ...groups].slice(0, count + 1)
        for (const code of [formatAgencyIdentifier(levels), formatOldIdentifier(levels)]) {
          expect(readAgencyIdentifier(code ?? '')?.levels).toEqual(levels)
        }
      }),
    )
  })

  it('stands below another by its levels, not by its letters', () => {
    expect(isIdentifierBelow('H99', 'H99.15')).toBe(true)
    expect(isIdentifierBelow('H99.1', 'H99.15')).toBe(false)
    expect(isIdentifierBelow('H99', 'H99')).toBe(false)
  })
})

describe('the identifiers of an agency over time', () => {
  const list = [
    { code: '000.00.40.H99', validFrom: '2018-01-01', validTo: null, successor: null },
    { code: 'H98.07', validFrom: '2021-01-01', validTo: '2025-07-01', successor: 'H99.40' },
    { code: 'H99.40', validFrom: '2025-07-01', validTo: null, successor: null },
  ]
  it.each([
    ['2017-12-31', null],
    ['2020-06-01', '000.00.40.H99'],
    ['2025-06-30', 'H98.07'],
    ['2025-07-01', 'H99.40'],
  ])('begin the dossier codes of %s with %s', (on, expected) => {
    expect(identifierForDossiers(list, on)).toBe(expected)
  })

  it('never begin a dossier code with more than four groups', () => {
    const deep = [{ code: 'H99.1.2.3.4', validFrom: '2026-01-01', validTo: null, successor: null }]
    expect(identifierForDossiers(deep, '2026-11-19')).toBeNull()
    expect(identifierForDossiers([...deep, list[0]!], '2026-11-19')).toBe('000.00.40.H99')
  })

  it('lead from a closed one to its successor, and never in circles', () => {
    expect(currentIdentifier(list, 'H98.07', '2026-11-19')).toBe('H99.40')
    expect(currentIdentifier(list, 'H98.07', '2024-11-19')).toBe('H98.07')
    expect(currentIdentifier(list, 'H00', '2026-11-19')).toBeNull()
    const circle = ['A01', 'A02'].map((code, index, all) => ({
      code,
      validFrom: '2020-01-01',
      validTo: '2021-01-01',
      successor: all[1 - index]!,
    }))
    expect(currentIdentifier(circle, 'A01', '2026-11-19')).toBeNull()
  })
})
