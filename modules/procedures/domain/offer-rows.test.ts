import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCaseRows, readFeeRows, readPaperRows } from './offer-rows.ts'
import { changedTerms, hoursFit, termsFindings, type OfferTerms } from './offer-terms.ts'
import { fittingProcess } from './process-choice.ts'
import { standardProcess } from './standard-process.ts'
import { checkProcess } from './process-check.ts'

describe('papers of the form', () => {
  test('keep their numbers; new ones follow the highest, blank ones go', () => {
    const rows = [
      { no: 4, name: 'A' },
      { no: 2, name: '' },
      { name: ' B ', copies: 1, group: '' },
      { name: 'C', kind: 'show' as const },
    ]
    expect(readPaperRows(rows)).toEqual([
      { no: 4, name: 'A', kind: 'submit', originals: 0, copies: 0 },
      { no: 5, name: 'B', kind: 'submit', originals: 0, copies: 1 },
      { no: 6, name: 'C', kind: 'show', originals: 0, copies: 0 },
    ])
  })

  test('read again, are the same', () => {
    const row = fc.record({
      no: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
      name: fc.string(),
      copies: fc.nat(9),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), rows => {
        const once = readPaperRows(rows.map(({ no, ...rest }) => (no === undefined ? rest : { ...rest, no })))
        expect(readPaperRows(once)).toEqual(once)
      }),
    )
  })
})

describe('fees of the form', () => {
  test('no amount is no amount, nought is free, rows that say nothing go', () => {
    expect(readFeeRows([{ name: 'A' }, { text: 'theo quy định' }, { amount: 0 }, { name: ' ', text: '' }, {}])).toEqual(
      [
        { name: 'A', amount: null, text: '' },
        { name: '', amount: null, text: 'theo quy định' },
        { name: '', amount: 0, text: '' },
      ],
    )
  })
})

describe('cases of the form', () => {
  test('keep their keys, get free ones, and need a limit', () => {
    const rows = [
      { key: 'case-1', name: 'A', amount: 3, unit: 'working-day' as const },
      { name: 'B', unit: 'same-day' as const, papers: [] },
      { name: '' },
      { name: 'C', unit: 'working-day' as const },
    ]
    expect(readCaseRows(rows)).toEqual({
      cases: [
        { key: 'case-1', name: 'A', amount: 3, unit: 'working-day' },
        { key: 'case-2', name: 'B', amount: 1, unit: 'same-day' },
      ],
      withoutLimit: [{ row: 3, name: 'C' }],
    })
  })
})

const terms: OfferTerms = {
  limit: { amount: 10, unit: 'working-day' },
  cutOff: '',
  dueTime: 'hour-of-receipt',
  afterPause: 'restart',
  cases: [{ key: 'house', name: 'Nhà ở', amount: 7, unit: 'working-day', papers: [1] }],
  papers: [{ no: 1, name: 'Đơn', kind: 'submit', originals: 1, copies: 0 }],
  fees: [],
  channels: ['direct'],
}

describe('terms', () => {
  test('are at fault when a case asks for a paper that is not there', () => {
    expect(termsFindings(terms)).toEqual([])
    expect(termsFindings({ ...terms, papers: [] })).toMatchObject([
      { code: 'procedures.case-paper-unknown', field: 'cases.0.papers' },
    ])
  })

  test('differ by name, whatever the order of keys', () => {
    const turned = { ...terms, limit: { unit: 'working-day', amount: 10 } } as const
    expect(changedTerms(terms, turned)).toEqual([])
    expect(changedTerms(terms, { ...terms, cutOff: '15:00', fees: [{ name: '', amount: null, text: 'x' }] })).toEqual([
      'cutOff',
      'fees',
    ])
  })
})

describe('the process for terms', () => {
  test('has the hours of the limit or of a case', () => {
    expect(hoursFit(standardProcess(80), terms)).toBe(true)
    expect(hoursFit(standardProcess(56), terms)).toBe(true)
    expect(hoursFit(standardProcess(24), terms)).toBe(false)
    expect(hoursFit(standardProcess(undefined), terms)).toBe(true)
    expect(hoursFit(standardProcess(24), { limit: { amount: 20, unit: 'calendar-day' }, cases: [] })).toBe(true)
  })

  test('is the newest of its line with exactly the hours of the limit', () => {
    const all = [process(56), process(80, 1, 'a'), process(80, 2, 'a'), process(undefined)]
    expect(fittingProcess(all, terms)?.id).toBe('a-2')
    expect(fittingProcess(all, { limit: { amount: 1, unit: 'month' }, cases: [] })?.total_hours).toBeNull()
    expect(fittingProcess(all, { limit: { amount: 2, unit: 'working-day' }, cases: [] })).toBeUndefined()
  })
})

test('a standard process of any length is without fault and sums to its hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 2000 }), halves => {
      expect(checkProcess(standardProcess(halves / 2), halves / 2)).toEqual([])
    }),
  )
  expect(checkProcess(standardProcess(undefined), undefined)).toEqual([])
})

function process(hours: number | undefined, no = 1, line = `l${hours}`) {
  return { id: `${line}-${no}`, line, no, total_hours: hours ?? null, definition: standardProcess(hours) }
}
