import { covers, type Actor, type Id } from '@congso/kernel/contract'
import { END, type ProcessAction, type ProcessDefinition, type ProcessStep } from '@congso/procedures'
import { refuse, type RefusalCode } from '../contract.ts'
import { allows, isOver, type DossierAction, type DossierState } from './dossier-state.ts'

/** What a decision about a dossier's next move looks at. */
export type Turn = {
  state: DossierState
  version: number
  agency: Id<'agency'>
  receivingAgency: Id<'agency'>
  unit: string | null
  assignee: string | null
  /** The unit that handles the procedure. */
  handlingUnit: string | null
  stepKey: string
}

/** A move that may be made: from which step, by which action, to which step; null when the process ends. */
export type Move = {
  from: ProcessStep
  action: ProcessAction
  next: ProcessStep | null
  /** Processing is over on arrival: only the return is left. */ decides: boolean
}

/** Whether it is this actor's turn: the step is theirs, or lies unclaimed in their unit. */
export function hasTurn(actor: Actor, turn: Pick<Turn, 'assignee' | 'unit'>): boolean {
  if (actor.kind === 'system') return true
  if (turn.assignee !== null) return turn.assignee === actor.position
  return turn.unit !== null && turn.unit === actor.unit
}

/** May the actor see this dossier at all: by competent agency, place of receipt, the unit it lies in or belongs to, or because it is theirs. */
export function maySee(
  actor: Actor,
  turn: Pick<Turn, 'agency' | 'receivingAgency' | 'unit' | 'handlingUnit' | 'assignee'>,
): boolean {
  const at = (agency: string, unit: string | null) =>
    covers(actor, 'casework.dossier.read', { agency, unit, position: turn.assignee })
  return at(turn.agency, turn.unit) || at(turn.receivingAgency, turn.handlingUnit)
}

/** Why an action cannot be taken now, or null. Used to guard commands and to explain buttons alike. */
export function obstacle(actor: Actor, turn: Turn, action: DossierAction): RefusalCode | null {
  if (isOver(turn.state) && !allows(turn.state, action)) return 'casework.ended'
  if (!allows(turn.state, action)) return 'casework.step-already-taken'
  return hasTurn(actor, turn) ? null : 'casework.not-your-turn'
}

/** Decides one move of the pinned process, or refuses. */
export function decideMove(
  definition: ProcessDefinition,
  turn: Turn,
  actor: Actor,
  actionKey: string,
  kinds: readonly ProcessAction['kind'][],
): Move {
  const reason = obstacle(actor, turn, kinds.includes('sign') ? 'sign' : kinds.includes('number') ? 'number' : 'work')
  if (reason) refuse(reason)
  const from = stepOf(definition, turn.stepKey)
  const action = from.actions.find(one => one.key === actionKey && kinds.includes(one.kind))
  if (!action) return refuse('casework.action-unknown', { action: actionKey })
  const next = action.to === END ? null : stepOf(definition, action.to)
  return { from, action, next, decides: next === null || isReturnStep(next) }
}

/** A step whose only act is to hand over the result: processing has ended before it. */
export function isReturnStep(step: ProcessStep): boolean {
  return step.actions.every(action => action.kind === 'return')
}

/** The step of a definition by key; a pinned definition always has it. */
export function stepOf(definition: ProcessDefinition, key: string): ProcessStep {
  const found = definition.steps.find(step => step.key === key)
  if (!found) throw new RangeError(`the pinned process has no step ${key}`)
  return found
}
