import { covers, epoch, iso, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { calendarFor } from '@congso/worktime'
import { refuse, type returnResult as endpoint } from '../contract.ts'
import { allows, dossierStates } from '../domain/dossier-state.ts'
import { stepUse } from '../domain/remaining.ts'
import { resultReturned } from '../events.ts'
import { holdForMove } from '../store/move.ts'
import { storeMove } from '../store/turn.ts'

/** Hands the result over at the counter that received the dossier (or gives it to the post) and closes the dossier. */
export async function returnResult(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (held.state === 'returned') refuse('casework.already-returned')
  if (held.version !== input.version) stale()
  const here = covers(ctx.actor, 'casework.dossier.return', { agency: held.receivingAgency, unit: held.unit })
  if (!allows(held.state, 'return') || !here) refuse('casework.not-ready-to-return')
  const collectorName = input.collectorName?.trim() ?? ''
  if (input.collector === 'proxy' && !collectorName) refuse('casework.collector-missing', {}, 'collectorName')
  const calendar = await calendarFor(ctx.db, held.agency)
  const use = stepUse({ startedAt: epoch(held.stepStartedAt), dueAt: null }, ctx.now, calendar)
  const version = await storeMove(ctx.db, {
    dossier: held,
    state: 'returned',
    status: dossierStates.returned.status,
    by: ctx.actor.position,
    now: iso(ctx.now),
    action: 'return',
    comment: '',
    ...use,
    next: null,
    returnedAt: iso(ctx.now),
  })
  ctx.record(resultReturned, {
    subject: held.id,
    agency: held.agency,
    data: { collector: input.collector, onTime: epoch(held.stepStartedAt) <= epoch(held.dueAt) },
    personal: { collectorName, paper: input.paper ?? '' },
  })
  return { id: held.id, code: held.code, stepName: held.stepName, to: '', version }
}
