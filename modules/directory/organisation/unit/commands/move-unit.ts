import { localDate, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { checkTree, moved } from '../../../domain/unit-tree.ts'
import { placingsAbove, placingsOfUnits } from '../../agency/queries/placing.ts'
import { guard, refuseFinding } from '../../domain/guard.ts'
import { refuse, type moveUnit as endpoint } from '../contract.ts'
import { unitMoved } from '../events.ts'
import { lockUnit, updateUnit } from '../store/unit.ts'

/** Puts a unit inside another one of its agency. Rights follow positions, so nobody's change. */
export async function moveUnit(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockUnit(ctx.db, input.unit)
  const { agency, id: unit } = before
  guard(ctx.actor, 'directory.organisation.edit', { agency, unit })
  const today = localDate(ctx.now)
  if (before.valid_to !== null && before.valid_to <= today) refuse('directory.unit-not-open', { name: before.name })
  const units = await placingsOfUnits(ctx.db, agency)
  const parent = units.find(one => one.id === input.parent)
  if (input.parent && !parent) refuse('directory.unit-parent-unknown', { name: before.name }, 'parent')
  const above = await placingsAbove(ctx.db, agency)
  const tree = moved([...above, ...units], unit, input.parent ?? agency, today)
  refuseFinding(checkTree(tree), 'parent', { name: parent?.name ?? '' })
  if (!(await updateUnit(ctx.db, unit, input.version, { parent: input.parent ?? null }))) stale()
  ctx.record(unitMoved, { subject: unit, agency, data: { before: before.parent, after: input.parent ?? null } })
  return { unit, agency }
}
