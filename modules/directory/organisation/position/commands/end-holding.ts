import { addDays, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type endHolding as endpoint } from '../contract.ts'
import { holdingEnded } from '../events.ts'
import { endHoldingOn, lockHolding } from '../store/position.ts'

/** Ends the holding of a position. Work that waits for the position stays with it and its next holder. */
export async function endHolding(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const holding = await lockHolding(ctx.db, input.holding)
  const { agency, unit, position } = holding
  guard(ctx.actor, 'directory.organisation.edit', { agency, unit, position })
  const to = addDays(input.last, 1)
  if (holding.valid_to !== null && holding.valid_to <= to) refuse('directory.holding-ended', { on: holding.valid_to })
  if (to <= holding.valid_from) refuse('directory.unit-dates-reversed', { from: holding.valid_from }, 'last')
  await endHoldingOn(ctx.db, holding.id, to)
  await bumpRights(ctx.db)
  ctx.record(holdingEnded, { subject: holding.person, agency, data: { position, to } })
  return { holding: holding.id, position }
}
