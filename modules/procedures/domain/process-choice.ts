import { hoursFit, limitHours, type OfferTerms } from './offer-terms.ts'
import type { ProcessDefinition } from './process.ts'

/** A published process that could serve an offer. */
export type Choice = {
  id: string
  line: string
  no: number
  total_hours: number | null
  definition: ProcessDefinition
}

/**
 * The newest process whose total is the hours of the limit, the agency's own before the common ones (they come in that
 * order); one without counted hours when the limit is in calendar time. Undefined when there is none.
 */
export function fittingProcess<P extends Choice>(
  processes: readonly P[],
  terms: Pick<OfferTerms, 'limit' | 'cases'>,
): P | undefined {
  const hours = limitHours(terms.limit) ?? null
  return processes.find(
    each => each.total_hours === hours && hoursFit(each.definition, terms) && isNewest(each, processes),
  )
}

function isNewest({ line, no }: Choice, processes: readonly Choice[]): boolean {
  return processes.every(other => other.line !== line || other.no <= no)
}
