import { countedHours, type ProcessDefinition } from './process.ts'
import { sameContent } from './same-content.ts'
import type { ChannelKind, PaperKind, TimeUnit } from './record-shape.ts'

/** Units of a time limit; `same-day` is the result within the day of filing. */
export type LimitUnit = TimeUnit | 'same-day'
export type Limit = { amount: number; unit: LimitUnit }
export type Channel = ChannelKind

/** A paper the counter checks; `no` is how cases and dossiers name it. */
export type OfferPaper = {
  no: number
  group?: string
  name: string
  kind: PaperKind
  originals: number
  copies: number
  form?: string
}

/** A case with its own limit, and its own papers when it names them. */
export type OfferCase = { key: string; name: string; amount: number; unit: LimitUnit; papers?: number[] }

/** A fee; `amount` null means that the text decides, which is never the same as 0. */
export type OfferFee = { name: string; amount: number | null; text: string }

/** The local layer of an agency on a published record: what a dossier received now is promised and asked for. */
export type OfferTerms = {
  limit: Limit
  /** `15:00`, `last-hour`, `none`, or '': what the deadline engine takes by itself. */
  cutOff: string
  dueTime: 'hour-of-receipt' | 'end-of-day'
  afterPause: 'restart' | 'pause-and-extend'
  cases: OfferCase[]
  papers: OfferPaper[]
  fees: OfferFee[]
  channels: Channel[]
}

/** What is wrong with terms, and at which field of the form. */
export type TermsFinding = {
  code: 'procedures.case-repeated' | 'procedures.case-paper-unknown' | 'procedures.paper-repeated'
  field: string
  params: Record<string, string | number>
}

/** The faults of terms: a case or paper named twice, a case that asks for a paper that is not on the list. */
export function termsFindings({ cases, papers }: Pick<OfferTerms, 'cases' | 'papers'>): TermsFinding[] {
  const numbers = new Set(papers.map(paper => paper.no))
  return [
    ...papers.flatMap<TermsFinding>(({ no }, i) =>
      papers.findIndex(other => other.no === no) < i
        ? [{ code: 'procedures.paper-repeated', field: `papers.${i}.no`, params: { no } }]
        : [],
    ),
    ...cases.flatMap<TermsFinding>(({ key, name, papers: asked }, i) => [
      ...(cases.findIndex(other => other.key === key) < i
        ? [{ code: 'procedures.case-repeated' as const, field: `cases.${i}.name`, params: { name } }]
        : []),
      ...(asked ?? [])
        .filter(no => !numbers.has(no))
        .map(no => ({
          code: 'procedures.case-paper-unknown' as const,
          field: `cases.${i}.papers`,
          params: { name, no },
        })),
    ]),
  ]
}

/** Working hours of a limit, eight to the day; undefined for limits in calendar time, which no step hours add up to. */
export function limitHours({ amount, unit }: Limit): number | undefined {
  if (unit === 'same-day') return HOURS_PER_DAY
  if (unit === 'working-day') return amount * HOURS_PER_DAY
  return unit === 'working-hour' ? amount : undefined
}

/**
 * Whether a process may serve the terms: its counted hours are those of the limit or of one case. A process without
 * counted hours serves any, and a limit in calendar time binds none.
 */
export function hoursFit(definition: ProcessDefinition, terms: Pick<OfferTerms, 'limit' | 'cases'>): boolean {
  const counted = definition.steps.some(step => step.budgetHours !== null)
  const limits = [terms.limit, ...terms.cases].map(limitHours)
  return !counted || limits.includes(undefined) || limits.includes(countedHours(definition))
}

/** The names of the terms that differ between two states of an offer. */
export function changedTerms(old: OfferTerms, next: OfferTerms): string[] {
  const names = ['limit', 'cutOff', 'dueTime', 'afterPause', 'cases', 'papers', 'fees', 'channels'] as const
  return names.filter(name => !sameContent(old[name], next[name]))
}

/** Step hours are written in hours of an eight-hour working day. */
const HOURS_PER_DAY = 8
