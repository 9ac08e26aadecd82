import { epoch, forbidden, iso, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { calendarFor } from '@congso/worktime'
import { refuse, type withdrawDossier as endpoint } from '../contract.ts'
import { dossierStates } from '../domain/dossier-state.ts'
import { isReceivingCounter, withdrawObstacle } from '../domain/ending.ts'
import { stepUse } from '../domain/remaining.ts'
import { dossierWithdrawn } from '../events.ts'
import { holdForMove } from '../store/move.ts'
import { storeMove } from '../store/turn.ts'

/** Ends a dossier that its applicant takes back; the papers go back over the same counter at once, so that nothing waits to be returned. */
export async function withdrawDossier(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (!isReceivingCounter(ctx.actor, held)) forbidden('casework.dossier.receive')
  const reason = withdrawObstacle(held, held.resultSignedAt !== null)
  if (reason) refuse(reason)
  if (held.version !== input.version) stale()
  const calendar = await calendarFor(ctx.db, held.agency)
  const dueAt = held.stepDueAt === null ? null : epoch(held.stepDueAt)
  const use = stepUse({ startedAt: epoch(held.stepStartedAt), dueAt }, ctx.now, calendar)
  const version = await storeMove(ctx.db, {
    dossier: held,
    state: 'withdrawn',
    status: dossierStates.withdrawn.status,
    by: ctx.actor.position,
    now: iso(ctx.now),
    action: 'withdraw',
    comment: input.reason,
    ...use,
    next: null,
    finishedAt: iso(ctx.now),
    outcome: 'withdrawn',
    returnedAt: iso(ctx.now),
  })
  ctx.record(dossierWithdrawn, {
    subject: held.id,
    agency: held.agency,
    data: { no: held.step, key: held.stepKey, name: held.stepName },
    personal: { reason: input.reason },
  })
  return { id: held.id, code: held.code, stepName: held.stepName, to: '', version }
}
