import { epoch } from '@congso/kernel/contract'
import type { XesEvent, XesTrace } from './xes.ts'

/** A dossier as it is read for an event log: moments as text, nothing personal. */
export type LoggedDossier = {
  code: string
  procedure: string
  procedure_name: string
  field: string
  agency: string
  agency_name: string
  receiving_agency: string
  channel: string
  state: string
  start: string
  end: string | null
  returned: string | null
  deadline: string
  outcome: string | null
  steps: readonly LoggedStep[]
  facts: readonly LoggedFact[]
}

/** A step with the titles of whoever has it or ended it. */
export type LoggedStep = {
  name: string
  role: string
  started: string
  finished: string | null
  action: string | null
  unit: string | null
  holder: string | null
  ended_by: string | null
}

/** Something the journal keeps about a dossier besides the end of a step. */
export type LoggedFact = { event: string; at: string; title: string | null; unit: string | null }

/** Facts that end a step, or begin the first one: the log has them as what happened to the step. */
export const stepFacts: readonly string[] = [
  'casework.dossier-received',
  'casework.dossier-forwarded',
  'casework.dossier-sent-back',
  'casework.result-signed',
  'casework.result-numbered',
  'casework.result-returned',
]

/** A dossier as a case of an event log: a start and an end for every step, and what else the journal says, in the order of time. */
export function traceOf(dossier: LoggedDossier): XesTrace {
  const moment = (text: string | null) => (text === null ? null : { at: epoch(text) })
  return {
    name: dossier.code,
    attributes: {
      procedure: dossier.procedure,
      'procedure-name': dossier.procedure_name,
      field: dossier.field,
      agency: dossier.agency,
      'agency-name': dossier.agency_name,
      'receiving-agency': dossier.receiving_agency,
      channel: dossier.channel,
      state: dossier.state,
      start: moment(dossier.start),
      deadline: moment(dossier.deadline),
      end: moment(dossier.end),
      returned: moment(dossier.returned),
      outcome: dossier.outcome,
    },
    // A stable sort: what happened at one moment stays as it was written, so that a step starts before it ends.
    events: [...dossier.steps.flatMap(eventsOfStep), ...dossier.facts.map(eventOfFact)].toSorted((a, b) => a.at - b.at),
  }
}

function eventsOfStep(step: LoggedStep): XesEvent[] {
  const { name, role } = step
  const started: XesEvent = {
    name,
    at: epoch(step.started),
    transition: 'start',
    resource: step.holder,
    group: step.unit,
    role,
  }
  if (step.finished === null) return [started]
  const ended: XesEvent = {
    name,
    at: epoch(step.finished),
    transition: 'complete',
    resource: step.ended_by,
    group: step.unit,
    role,
    more: { action: step.action },
  }
  return [started, ended]
}

function eventOfFact({ event, at, title, unit }: LoggedFact): XesEvent {
  return { name: event, at: epoch(at), transition: 'complete', resource: title, group: unit }
}
