import type { Progress, StepView } from '../contract.ts'
import type { Static } from '@congso/kernel/contract'
import type { ProcessDefinition } from '@congso/procedures'
import { isReturnStep, stepOf } from './turn.ts'

type Phase = Progress['phase']
type Step = Static<typeof StepView>

/** The moments that bound a citizen's picture of a dossier; ISO text. */
export type Course = { receivedAt: string; finishedAt: string | null; returnedAt: string | null }

/**
 * The steps of a dossier as the four that every citizen knows: received, being checked, being signed, returned. Whatever
 * the process is, receiving is over once there is a dossier; sent back steps put their phase in work again.
 */
export function citizenProgress(definition: ProcessDefinition, steps: readonly Step[], course: Course): Progress[] {
  const phaseOf = new Map(definition.steps.map(step => [step.key, phaseOfStep(definition, step.key)]))
  const ofPhase = (phase: Phase) => steps.filter(step => phaseOf.get(step.key) === phase && step.startedAt !== null)
  const running = steps.find(step => step.state === 'now')
  const at = placeOf(course, running && phaseOf.get(running.key))
  const later: Progress[] = order.map((phase, index) => {
    const own = ofPhase(phase)
    const state = index < at ? 'done' : index === at ? 'now' : 'later'
    return {
      phase,
      state,
      who: state === 'later' ? '' : (own.at(-1)?.who ?? ''),
      doneAt: state !== 'done' ? null : phase === 'returning' ? course.returnedAt : (own.at(-1)?.finishedAt ?? null),
      dueAt: state === 'now' && phase !== 'returning' ? (running?.dueAt ?? null) : null,
    }
  })
  const received: Progress = {
    phase: 'receiving',
    state: 'done',
    who: steps[0]?.who ?? '',
    doneAt: course.receivedAt,
    dueAt: null,
  }
  return [received, ...later]
}

const order = ['checking', 'signing', 'returning'] as const

/** Index of the running phase; past the end when the result has been handed over. */
function placeOf(course: Course, running: Phase | undefined): number {
  if (course.returnedAt !== null) return order.length
  if (course.finishedAt !== null) return order.indexOf('returning')
  return running === 'signing' ? order.indexOf('signing') : order.indexOf('checking')
}

/** Signing and numbering are one to a citizen; what only hands over is returning; all else is checking. */
function phaseOfStep(definition: ProcessDefinition, key: string): Phase {
  const step = stepOf(definition, key)
  if (isReturnStep(step)) return 'returning'
  return step.actions.some(action => action.kind === 'sign' || action.kind === 'number') ? 'signing' : 'checking'
}
