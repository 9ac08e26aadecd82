import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { lockUnit } from '../../unit/store/unit.ts'
import { refuse, type reopenPosition as endpoint } from '../contract.ts'
import { positionReopened } from '../events.ts'
import { lockPosition, updatePosition } from '../store/position.ts'

/** Takes back the closing of a position, as far as its unit is open. */
export async function reopenPosition(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockPosition(ctx.db, input.position)
  const { agency, unit, id: position } = before
  guard(ctx.actor, 'directory.organisation.edit', { agency, unit, position })
  const closedOn = before.valid_to ?? refuse('directory.not-closed')
  const above = await lockUnit(ctx.db, unit)
  if (above.valid_to !== null) refuse('directory.parent-not-open', { name: above.name })
  if (!(await updatePosition(ctx.db, position, input.version, { valid_to: null }))) stale()
  await bumpRights(ctx.db)
  ctx.record(positionReopened, { subject: position, agency, data: { closedOn } })
  return { position, unit }
}
