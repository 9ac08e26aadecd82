import { addDays, covers, forbidden, notFound, stale, type Actor, type Id } from '@congso/kernel/contract'
import { refuse } from '../contract.ts'
import { dossierCode } from './dossier-code.ts'
import { faultOf, writeNumber, type PatternFault } from './pattern.ts'

/** Why a pattern does not suit a series of this kind; undefined when it does. A dossier code must stay one that others can read. */
export function patternFault(
  series: { kind: string; agencyCode: string; shared: boolean },
  pattern: string,
): PatternFault | { code: 'pattern-not-dossier-code'; example: string } | undefined {
  const fault = faultOf(pattern, series)
  if (fault || series.kind !== 'dossier-code') return fault
  const example = writeNumber(pattern, { agency: series.agencyCode, date: '2026-11-19', value: 1 })
  return dossierCode.test(example) ? undefined : { code: 'pattern-not-dossier-code', example }
}

/**
 * The first day from which a series may change or end: tomorrow, so that nobody draws a number while the rule changes, and after
 * every day on which it has already given one; today for a series that has given none.
 */
export function earliestChange(today: string, lastIssuedOn: string | null): string {
  if (lastIssuedOn === null) return today
  return addDays(lastIssuedOn > today ? lastIssuedOn : today, 1)
}

/** Refuses a pattern that does not suit the series, beside its field. */
export function refusePattern(series: { kind: string; agencyCode: string; shared: boolean }, pattern: string): void {
  const fault = patternFault(series, pattern)
  if (!fault) return
  const { code, ...params } = fault
  refuse(`numbering.${code}`, params, 'pattern')
}

/** Lets only those edit a series who may, and only as they last saw it. A series that all agencies share takes a right over all. */
export function guardEdit(
  actor: Actor,
  series: { agency: Id<'agency'> | null; version: number },
  version: number,
): void {
  if (!covers(actor, 'numbering.series.edit', series)) {
    if (series.agency === null || covers(actor, 'numbering.series.read', series)) forbidden('numbering.series.edit')
    notFound()
  }
  if (series.version !== version) stale()
}
