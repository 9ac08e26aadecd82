import { covers, forbidden, type Id } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse } from '../contract.ts'
import { allows } from '../domain/dossier-state.ts'
import { dossierAssigned } from '../events.ts'
import { storeAssignee, type HeldDossier } from './turn.ts'

/** Gives a held dossier's running step to a person of its unit; taking it from somebody needs a reason that the journal keeps. */
export async function give(ctx: Ctx, held: HeldDossier, to: Id<'position'>, given: string | undefined) {
  if (!allows(held.state, 'assign')) refuse('casework.ended')
  if (!covers(ctx.actor, 'casework.dossier.assign', { agency: held.agency, unit: held.unit }))
    forbidden('casework.dossier.assign')
  const taker = held.candidates.find(one => one.position === to && one.person !== null && one.unit === held.unit)
  if (!taker) return refuse('casework.holder-not-in-unit', {}, 'to')
  const reason = given?.trim() ?? ''
  if (held.assignee !== null && held.assignee !== to && !reason) refuse('casework.reason-missing', {}, 'reason')
  const version = await storeAssignee(ctx.db, held, taker.position, taker.unit)
  ctx.record(dossierAssigned, {
    subject: held.id,
    agency: held.agency,
    data: { no: held.step, key: held.stepKey, name: held.stepName, from: held.assignee, to: taker.position },
    personal: { reason },
  })
  return { id: held.id, code: held.code, stepName: held.stepName, to: taker.position, version }
}
