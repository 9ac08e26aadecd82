import { covers, forbidden, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type assignDossier as endpoint } from '../contract.ts'
import { allows } from '../domain/dossier-state.ts'
import { dossierAssigned } from '../events.ts'
import { holdForMove } from '../store/move.ts'
import { storeAssignee } from '../store/turn.ts'

/** Gives the running step to somebody of its unit; taking it from a person needs a reason that the journal keeps. */
export async function assignDossier(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (held.version !== input.version) stale()
  if (!allows(held.state, 'assign')) refuse('casework.ended')
  if (!covers(ctx.actor, 'casework.dossier.assign', { agency: held.agency, unit: held.unit })) forbidden('casework.dossier.assign')
  const to = held.candidates.find(one => one.position === input.to && one.person !== null && one.unit === held.unit)
  if (!to) return refuse('casework.holder-not-in-unit', {}, 'to')
  const reason = input.reason?.trim() ?? ''
  if (held.assignee !== null && held.assignee !== input.to && !reason) refuse('casework.reason-missing', {}, 'reason')
  const version = await storeAssignee(ctx.db, held, to.position, to.unit)
  ctx.record(dossierAssigned, {
    subject: held.id,
    agency: held.agency,
    data: { no: held.step, key: held.stepKey, name: held.stepName, from: held.assignee, to: to.position },
    personal: { reason },
  })
  return { id: held.id, code: held.code, stepName: held.stepName, to: to.position, version }
}
