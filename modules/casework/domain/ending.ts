import { covers, type Actor } from '@congso/kernel/contract'
import type { RefusalCode } from '../contract.ts'
import { allows, isOver } from './dossier-state.ts'
import type { Turn } from './turn.ts'

/** Whether the actor stands at the counter that received the dossier: only it takes an applicant's request to end one. */
export function isReceivingCounter(actor: Actor, turn: Pick<Turn, 'receivingAgency'>): boolean {
  const unit = actor.agency === turn.receivingAgency ? actor.unit : null
  return covers(actor, 'casework.dossier.receive', { agency: turn.receivingAgency, unit })
}

/**
 * Why a dossier can no longer be taken back by its applicant, or null: only while there is no decision (Decree 118/2025 Art. 21),
 * and a signed result is one, numbered or not.
 */
export function withdrawObstacle(turn: Pick<Turn, 'state'>, signed: boolean): RefusalCode | null {
  if (isOver(turn.state)) return 'casework.ended'
  if (signed) return 'casework.already-decided'
  return allows(turn.state, 'withdraw') ? null : 'casework.step-already-taken'
}
