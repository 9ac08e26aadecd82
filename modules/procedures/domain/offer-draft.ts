import { Refusal, type InputOf } from '@congso/kernel/contract'
import type { changeOffer, openOffer } from '../contract/offer.ts'
import { refuse } from '../contract/refusals.ts'
import { channels } from '../contract/words.ts'
import { readCaseRows, readFeeRows, readPaperRows } from './offer-rows.ts'
import { hoursFit, limitHours, termsFindings, type Channel, type OfferCase, type OfferTerms } from './offer-terms.ts'
import { fittingProcess, type Choice } from './process-choice.ts'
import type { RecordTerms } from './record-terms.ts'

type Given = Omit<InputOf<typeof openOffer>, 'agency' | 'procedure' | 'from'> | InputOf<typeof changeOffer>

/** The terms of a form; what it leaves out comes from the record. Refuses at the field that is wrong. */
export function readTerms(given: Given, record: RecordTerms | undefined): OfferTerms {
  const unit = given.limitUnit ?? record?.limit?.unit
  const amount = given.limitAmount ?? (given.limitUnit === 'same-day' ? 1 : record?.limit?.amount)
  if (unit === undefined || amount === undefined) return refuse('procedures.limit-needed', {}, 'limitAmount')
  const terms: OfferTerms = {
    limit: { amount: unit === 'same-day' ? 1 : amount, unit },
    cutOff: given.cutOff ?? record?.cutOff ?? '',
    dueTime: given.dueTime ?? record?.dueTime ?? 'hour-of-receipt',
    afterPause: given.afterPause ?? record?.afterPause ?? 'restart',
    cases: readCases(given),
    papers: given.papers ? readPaperRows(given.papers) : (record?.papers ?? []),
    fees: given.fees ? readFeeRows(given.fees) : (record?.fees ?? []),
    channels: inOrder(given.channels ?? record?.channels ?? ['direct']),
  }
  const [fault] = termsFindings(terms)
  if (fault) throw new Refusal(fault.code, fault.params, 409, fault.field)
  return terms
}

/** The process of the form, or the fitting standard one; refuses one that is not in force for the agency or has other hours. */
export function readProcess<P extends Choice>(
  asked: string | undefined,
  terms: OfferTerms,
  processes: readonly P[],
): P {
  const hours = limitHours(terms.limit)
  if (asked === undefined)
    return fittingProcess(processes, terms) ?? refuse('procedures.process-needed', { hours: hours ?? '' }, 'process')
  const process = processes.find(each => each.id === asked) ?? refuse('procedures.process-not-published', {}, 'process')
  if (!hoursFit(process.definition, terms))
    refuse('procedures.process-hours-differ', { hours: process.total_hours ?? '', limit: hours ?? '' }, 'process')
  return process
}

/** Channels are a set: always written in the same order, so that equal ones are equal. */
function inOrder(given: readonly Channel[]): Channel[] {
  return channels.filter(channel => given.includes(channel))
}

function readCases(given: Given): OfferCase[] {
  const { cases, withoutLimit } = readCaseRows(given.cases ?? [])
  const [first] = withoutLimit
  if (first) refuse('procedures.case-limit-missing', { name: first.name }, `cases.${first.row}.amount`)
  return cases
}
