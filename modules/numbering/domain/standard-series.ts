import type { Reset } from '../contract.ts'

/** How a series counts and writes from some date on. */
export type Scheme = { pattern: string; reset: Reset }

/**
 * The dossier code of one-stop procedures: agency identifier, date of receipt as yymmdd, number of the day (Circular 01/2018/TT-VPCP
 * Art. 19). Tolerant of shorter agency identifiers and of more than 9,999 dossiers a day.
 */
export const dossierCode = /^[A-Z0-9]+(\.[A-Z0-9]+){0,3}-\d{6}-\d{4,}$/

/**
 * Series that every agency of the one-stop mechanism needs, made for it at its first number. The suffixes are those of the forms in
 * Appendix I of Circular 03/2025/TT-VPCP; an agency changes them from a date on when its own rules say otherwise.
 */
const standard: Readonly<Record<string, Scheme>> = {
  'dossier-code': { pattern: '{agency}-{yymmdd}-{n:4}', reset: 'daily' },
  'receipt-slip': { pattern: '{n}/TNHS-TTPVHCC', reset: 'yearly' },
  'supplement-slip': { pattern: '{n}/PBS-TTPVHCC', reset: 'yearly' },
  'refusal-slip': { pattern: '{n}/PTC-TTPVHCC', reset: 'yearly' },
  apology: { pattern: '{n}/PXL', reset: 'yearly' },
  'control-sheet': { pattern: '{n}/PKS-TTPVHCC', reset: 'yearly' },
  'tracking-book': { pattern: '{n}/STD-TTPVHCC', reset: 'yearly' },
  result: { pattern: '{n}', reset: 'yearly' },
}

/** The scheme a kind of series starts with, undefined for kinds that an agency defines itself. */
export function standardScheme(kind: string): Scheme | undefined {
  return Object.hasOwn(standard, kind) ? standard[kind] : undefined
}
