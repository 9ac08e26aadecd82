import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { changesOf } from '../../domain/changes.ts'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import type { changePosition as endpoint } from '../contract.ts'
import { positionChanged } from '../events.ts'
import { lockPosition, updatePosition } from '../store/position.ts'

/** Changes what describes a position. Sessions ask anew, because they carry its title. */
export async function changePosition(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockPosition(ctx.db, input.position)
  const { agency, unit, id: position } = before
  guard(ctx.actor, 'directory.organisation.edit', { agency, unit, position })
  const after = { title: input.title, rank: input.rank, sort: input.sort ?? before.sort }
  if (!(await updatePosition(ctx.db, position, input.version, after))) stale()
  const { title, rank, sort } = before
  await bumpRights(ctx.db)
  ctx.record(positionChanged, { subject: position, agency, data: { changes: changesOf({ title, rank, sort }, after) } })
  return { position, unit }
}
