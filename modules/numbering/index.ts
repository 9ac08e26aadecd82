import type { Id } from '@congso/kernel/contract'
import { newId, type Db } from '@congso/kernel/server'
import { refuse } from './contract.ts'
import { faultOf, type Scheme } from './domain/pattern.ts'
import type { SeriesOf } from './domain/series-of.ts'
import { findSeries } from './queries/series.ts'
import { takeNumber, type IssuedNumber } from './store/number.ts'
import { insertSeries, standardSeries } from './store/series.ts'

export { voidIssued as voidNumber } from './commands/void-number.ts'
export { dossierCode } from './domain/dossier-code.ts'
export { writeNumber, type Scheme } from './domain/pattern.ts'
export type { SeriesOf } from './domain/series-of.ts'
export type { IssuedNumber } from './store/number.ts'

/**
 * The next number of a series at a moment (epoch milliseconds), in this transaction: rolled back, it was never given. Until the
 * transaction ends everybody else who wants a number of the same series and period waits. Refuses `numbering.series-ended`.
 */
export async function allocate(db: Db, series: Id<'series'>, at: number): Promise<IssuedNumber> {
  try {
    return await takeNumber(db, series, at)
  } catch (error) {
    if (codeOf(error) === 'CGN01') return refuse('numbering.series-ended', { series })
    // The scheme was changed so that two periods write alike; an official number never exists twice.
    if (constraintOf(error) === 'allocated_text') return refuse('numbering.text-taken', { series })
    throw error
  }
}

/** The series of a kind: the agency's own, otherwise the shared one, otherwise a new one by the standard scheme of that kind. Refuses `numbering.series-missing`. */
export async function seriesFor(db: Db, wanted: SeriesOf): Promise<Id<'series'>> {
  return (await standardSeries(db, wanted)) ?? refuse('numbering.series-missing', { kind: wanted.kind })
}

/** The series of a kind, made by the given scheme when there is none. Two transactions that want it at once get the same one. */
export async function ensureSeries(db: Db, wanted: SeriesOf & Scheme & { name?: string }): Promise<Id<'series'>> {
  const found = await findSeries(db, wanted)
  if (found) return found
  const { kind, agency, pattern, reset, name = '' } = wanted
  const fault = faultOf(pattern, { shared: agency === null })
  if (fault) throw new RangeError(`${kind}: ${pattern} is no pattern (${fault.code})`)
  const id = newId<'series'>(wanted.at)
  const made = await insertSeries(db, { id, kind, agency, name, validFrom: sinceEver }, { pattern, reset, first: 1 })
  if (made) return id
  return (await findSeries(db, wanted)) ?? refuse('numbering.series-missing', { kind })
}

// Made on demand, it holds for every date, also for those of a replay of past years: since the country has its name.
const sinceEver = '1976-07-02'

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function constraintOf(error: unknown): unknown {
  return error instanceof Error && 'constraint' in error ? error.constraint : undefined
}
