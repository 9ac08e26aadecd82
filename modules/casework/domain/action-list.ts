import { holds, type Actor, type Static } from '@congso/kernel/contract'
import type { ProcessAction, ProcessDefinition } from '@congso/procedures'
import type { ActionView } from '../contract.ts'
import { allows, isOver } from './dossier-state.ts'
import { isReceivingCounter, withdrawObstacle } from './ending.ts'
import { obstacle, stepOf, type Turn } from './turn.ts'

const permissionOf: Readonly<Record<ProcessAction['kind'], string>> = {
  forward: 'casework.dossier.handle',
  back: 'casework.dossier.handle',
  sign: 'casework.dossier.sign',
  number: 'casework.dossier.number',
  return: 'casework.dossier.return',
}

/**
 * The buttons of a dossier for one actor, from the same decisions that guard the commands. A blocked action stays visible with its
 * reason; an action for which the actor holds no permission at all is not theirs to see.
 */
export function actionsFor(
  definition: ProcessDefinition,
  turn: Turn,
  actor: Actor,
  facts: { signed: boolean; toFix: boolean },
): Static<typeof ActionView>[] {
  const step = stepOf(definition, turn.stepKey)
  const own = step.actions
    .filter(action => holds(actor, permissionOf[action.kind]) && (action.kind === 'return' || !isOver(turn.state)))
    .map(action => ({
      key: action.key,
      kind: action.kind,
      label: action.label,
      blocked: blockedBy(action, turn, actor, facts),
      primary: false,
      asks: action.needs?.includes('assignee') ?? false,
    }))
  const first = own.findIndex(action => action.kind !== 'back' && action.blocked === null)
  const actions: Static<typeof ActionView>[] = own.map((action, index) => ({ ...action, primary: index === first }))
  if (turn.assignee === null && allows(turn.state, 'claim') && obstacle(actor, turn, 'claim') === null)
    actions.push({ key: 'claim', kind: 'claim', label: '', blocked: null, primary: false, asks: false })
  if (allows(turn.state, 'assign') && holds(actor, 'casework.dossier.assign'))
    actions.push({ key: 'assign', kind: 'assign', label: '', blocked: null, primary: false, asks: true })
  if (isReceivingCounter(actor, turn) && withdrawObstacle(turn, facts.signed) === null)
    actions.push({ key: 'withdraw', kind: 'withdraw', label: '', blocked: null, primary: false, asks: false })
  return actions
}

function blockedBy(
  action: ProcessAction,
  turn: Turn,
  actor: Actor,
  facts: { signed: boolean; toFix: boolean },
): string | null {
  if (action.kind === 'return') return allows(turn.state, 'return') ? null : 'casework.not-ready-to-return'
  const reason = obstacle(actor, turn, action.kind === 'sign' ? 'sign' : action.kind === 'number' ? 'number' : 'work')
  if (reason) return reason
  if (action.kind === 'forward' && facts.toFix) return 'casework.papers-to-fix'
  if (action.kind === 'number' && !facts.signed) return 'casework.not-signed'
  return null
}
