import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { checkClosing } from '../../../domain/unit-tree.ts'
import { guard } from '../../domain/guard.ts'
import { refuse, type closeUnit as endpoint } from '../contract.ts'
import { unitClosed } from '../events.ts'
import { lockUnit, placingsIn, updateUnit } from '../store/unit.ts'

/** Closes a unit from a date on. Its positions have been closed before, so nobody's rights change. */
export async function closeUnit(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockUnit(ctx.db, input.unit)
  const { agency, id: unit } = before
  guard(ctx.actor, 'directory.organisation.edit', { agency, unit })
  if (before.valid_to !== null) refuse('directory.closed-already', { on: before.valid_to })
  if (input.on <= before.valid_from) refuse('directory.unit-dates-reversed', { from: before.valid_from }, 'on')
  const inside = await placingsIn(ctx.db, unit)
  const own = { id: unit, kind: 'unit' as const, parent: agency, validFrom: before.valid_from, validTo: null }
  const open = checkClosing([own, ...inside], unit, input.on)
  const [first] = open
  if (first) {
    const name = inside.find(one => one.id === first.path)?.name ?? ''
    refuse('directory.unit-has-open-child', { name, count: open.length }, 'on')
  }
  if (!(await updateUnit(ctx.db, unit, input.version, { valid_to: input.on }))) stale()
  ctx.record(unitClosed, { subject: unit, agency, data: { on: input.on } })
  return { unit, agency }
}
