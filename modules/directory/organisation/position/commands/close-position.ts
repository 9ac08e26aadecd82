import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type closePosition as endpoint } from '../contract.ts'
import { positionClosed } from '../events.ts'
import { holdersWithin, lockPosition, updatePosition } from '../store/position.ts'

/** Closes a position from a date on, once nobody holds it any more. */
export async function closePosition(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockPosition(ctx.db, input.position)
  const { agency, unit, id: position } = before
  guard(ctx.actor, 'directory.organisation.edit', { agency, unit, position })
  if (before.valid_to !== null) refuse('directory.closed-already', { on: before.valid_to })
  if (input.on <= before.valid_from) refuse('directory.unit-dates-reversed', { from: before.valid_from }, 'on')
  const [holder] = await holdersWithin(ctx.db, position, { validFrom: input.on, validTo: null })
  if (holder) refuse('directory.position-held', { name: holder.name }, 'on')
  if (!(await updatePosition(ctx.db, position, input.version, { valid_to: input.on }))) stale()
  await bumpRights(ctx.db)
  ctx.record(positionClosed, { subject: position, agency, data: { on: input.on } })
  return { position, unit }
}
