import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type claimDossier as endpoint } from '../contract.ts'
import { obstacle } from '../domain/turn.ts'
import { dossierClaimed } from '../events.ts'
import { holdForMove } from '../store/move.ts'
import { storeAssignee } from '../store/turn.ts'

/** Takes an unassigned dossier of the own unit; of two who press at once, one gets it and the other is told so. */
export async function claimDossier(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (held.assignee !== null)
    refuse('casework.already-claimed', { name: held.assignee === ctx.actor.position ? ctx.actor.name : '' })
  if (held.version !== input.version) stale()
  const reason = obstacle(ctx.actor, held, 'claim')
  if (reason) refuse(reason)
  const { position, unit } = ctx.actor
  if (!position || !unit) return refuse('casework.not-your-turn')
  const version = await storeAssignee(ctx.db, held, position, unit)
  ctx.record(dossierClaimed, {
    subject: held.id,
    agency: held.agency,
    data: { no: held.step, key: held.stepKey, name: held.stepName },
  })
  return { id: held.id, code: held.code, stepName: held.stepName, to: position, version }
}
