import type { CaseRow, FeeRow, PaperRow } from '../contract/offer.ts'
import type { OfferCase, OfferFee, OfferPaper } from './offer-terms.ts'

/** Rows of the form as papers: rows without a name are left out, new ones get the numbers after the highest. */
export function readPaperRows(rows: readonly PaperRow[]): OfferPaper[] {
  let highest = Math.max(0, ...rows.map(row => row.no ?? 0))
  return rows
    .filter(row => filled(row.name))
    .map(({ no, group, name, kind, originals, copies, form }) => ({
      no: no ?? ++highest,
      ...(filled(group) ? { group } : {}),
      name: (name ?? '').trim(),
      kind: kind ?? 'submit',
      originals: originals ?? 0,
      copies: copies ?? 0,
      ...(filled(form) ? { form } : {}),
    }))
}

/** Rows of the form as fees: rows that say nothing are left out; no amount stays no amount. */
export function readFeeRows(rows: readonly FeeRow[]): OfferFee[] {
  return rows
    .filter(({ name, text, amount }) => filled(name) || filled(text) || typeof amount === 'number')
    .map(({ name, amount, text }) => ({ name: name ?? '', amount: amount ?? null, text: text ?? '' }))
}

/** A row of a case that says no limit. */
export type CaseWithoutLimit = { row: number; name: string }

/** Rows of the form as cases: rows without a name are left out, new ones get the next free key. */
export function readCaseRows(rows: readonly CaseRow[]): { cases: OfferCase[]; withoutLimit: CaseWithoutLimit[] } {
  const taken = new Set(rows.map(row => row.key ?? ''))
  const cases: OfferCase[] = []
  const withoutLimit: CaseWithoutLimit[] = []
  for (const [row, { key, name, amount, unit, papers }] of rows.entries()) {
    if (!filled(name)) continue
    if (unit === undefined || (amount === undefined && unit !== 'same-day')) {
      withoutLimit.push({ row, name })
      continue
    }
    cases.push({
      key: filled(key) ? key : nextKey(taken),
      name: name.trim(),
      amount: amount ?? 1,
      unit,
      ...(papers && papers.length > 0 ? { papers } : {}),
    })
  }
  return { cases, withoutLimit }
}

function nextKey(taken: Set<string>): string {
  let n = 1
  while (taken.has(`case-${n}`)) n += 1
  taken.add(`case-${n}`)
  return `case-${n}`
}

function filled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}
