import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { checkTree, type Placing } from '../../../domain/unit-tree.ts'
import { placingsAbove, placingsOfUnits } from '../../agency/queries/placing.ts'
import { lockAgency } from '../../agency/store/agency.ts'
import { guard, refuseFinding } from '../../domain/guard.ts'
import { refuse, type openUnit as endpoint } from '../contract.ts'
import { unitOpened } from '../events.ts'
import { insertUnit } from '../store/unit.ts'

/** Opens a unit. Nobody's rights change before it has positions. */
export async function openUnit(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const agency = input.agency
  guard(ctx.actor, 'directory.organisation.edit', { agency })
  const house = await lockAgency(ctx.db, agency)
  const units = await placingsOfUnits(ctx.db, agency)
  if (input.parent && !units.some(one => one.id === input.parent))
    refuse('directory.unit-parent-unknown', { name: house.name }, 'parent')
  const id = newId<'unit'>(ctx.now)
  const parent = input.parent ?? agency
  const placing: Placing = { id, kind: 'unit', parent, validFrom: input.from, validTo: null }
  const above = await placingsAbove(ctx.db, agency)
  refuseFinding(checkTree([...above, ...units, placing]), 'from', { name: house.name })
  await insertUnit(ctx.db, {
    id,
    agency,
    parent: input.parent ?? null,
    code: input.code ?? '',
    name: input.name,
    kind: input.kind,
    sort: input.sort ?? units.length,
    valid_from: input.from,
    valid_to: null,
  })
  ctx.record(unitOpened, {
    subject: id,
    agency,
    data: { agency, parent: input.parent ?? null, name: input.name, kind: input.kind, from: input.from },
  })
  return { unit: id, agency }
}
