import {
  computeDeadline,
  explainDeadline,
  SAME_DAY_CUT_OFF,
  type CutOff,
  type DeadlineInput,
  type WorkCalendar,
} from '@congso/worktime'

/** A time limit as an offer keeps it. */
export type Limit = {
  amount: number
  unit: DeadlineInput['unit']
  cutOff: string
  dueTime: 'hour-of-receipt' | 'end-of-day'
}

/** The inputs of a promise, kept with the dossier so that it can always be explained and computed again. */
export type PromiseInputs = Limit & { received: string }

/** The promise for a dossier received at a moment. */
export function promiseFor(limit: Limit, received: number, calendar: WorkCalendar): number {
  return computeDeadline(deadlineInput(limit, received, calendar)).due
}

/** The promise day by day, as its page and its citizen read it. */
export function explainPromise(limit: Limit, received: number, calendar: WorkCalendar) {
  return explainDeadline(deadlineInput(limit, received, calendar))
}

/** `15:00`, `last-hour`, `none`, or nothing: what the engine takes by itself. */
export function readCutOff(text: string): CutOff | undefined {
  if (text === '') return undefined
  if (text === 'last-hour' || text === 'none') return text
  const found = /^(\d{1,2}):(\d{2})$/.exec(text)
  return found ? { minutes: Number(found[1]) * 60 + Number(found[2]) } : SAME_DAY_CUT_OFF
}

function deadlineInput(limit: Limit, received: number, calendar: WorkCalendar): DeadlineInput {
  const cutOff = readCutOff(limit.cutOff)
  return {
    received,
    calendar,
    amount: limit.amount,
    unit: limit.unit,
    dueTime: limit.dueTime,
    ...(cutOff ? { cutOff } : {}),
  }
}
