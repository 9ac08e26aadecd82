import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { lockUnit } from '../../unit/store/unit.ts'
import { refuse, type openPosition as endpoint } from '../contract.ts'
import { positionOpened } from '../events.ts'
import { insertPosition } from '../store/position.ts'

/** Opens a position in a unit that is open from that day on. */
export async function openPosition(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const unit = await lockUnit(ctx.db, input.unit)
  guard(ctx.actor, 'directory.organisation.edit', { agency: unit.agency, unit: unit.id })
  if (unit.valid_to !== null) refuse('directory.parent-not-open', { name: unit.name })
  if (input.from < unit.valid_from)
    refuse('directory.unit-outlives-parent', { from: input.from, name: unit.name }, 'from')
  const id = newId<'position'>(ctx.now)
  await insertPosition(ctx.db, {
    id,
    unit: unit.id,
    title: input.title,
    rank: input.rank,
    sort: input.sort ?? 0,
    valid_from: input.from,
    valid_to: null,
  })
  ctx.record(positionOpened, {
    subject: id,
    agency: unit.agency,
    data: { unit: unit.id, title: input.title, rank: input.rank, from: input.from },
  })
  return { position: id, unit: unit.id }
}
