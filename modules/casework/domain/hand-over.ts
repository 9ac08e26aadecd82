import { epoch, localDate } from '@congso/kernel/contract'

/** A step as the control sheet reads it; moments are ISO 8601. */
export type StepFact = {
  unitName: string
  giver: string
  taker: string
  finishedAt: string | null
  dueAt: string | null
  late: boolean | null
  comment: string
}

/** One hand-over of the dossier (Form 06): from whom, to whom, when, and how the step that ended stood against its own time. */
export type HandOver = {
  from: string
  to: string
  at: string | null
  giver: string
  receiver: string
  result: 'early' | 'on-time' | 'late' | null
  note: string
}

/** Each finished step handed to the one after it; the last one to nobody of the house. */
export function handOvers(steps: readonly StepFact[]): HandOver[] {
  return steps.flatMap((step, index) => {
    if (step.finishedAt === null) return []
    const next = steps[index + 1]
    return [
      {
        from: step.unitName,
        to: next?.unitName ?? '',
        at: step.finishedAt,
        giver: step.giver,
        receiver: next?.taker ?? '',
        result: resultOf(step),
        note: step.comment,
      },
    ]
  })
}

/** Early means on a day before the step was due; a step without a time of its own is in time. */
function resultOf({ late, dueAt, finishedAt }: StepFact): HandOver['result'] {
  if (late) return 'late'
  if (dueAt === null || finishedAt === null) return 'on-time'
  return localDate(epoch(finishedAt)) < localDate(epoch(dueAt)) ? 'early' : 'on-time'
}
