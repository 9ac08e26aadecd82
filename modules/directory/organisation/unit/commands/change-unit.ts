import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { changesOf } from '../../domain/changes.ts'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import type { changeUnit as endpoint } from '../contract.ts'
import { unitChanged } from '../events.ts'
import { lockUnit, updateUnit } from '../store/unit.ts'

/** Changes what describes a unit. Sessions ask anew, because they carry the unit's name. */
export async function changeUnit(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockUnit(ctx.db, input.unit)
  const { agency, id: unit } = before
  guard(ctx.actor, 'directory.organisation.edit', { agency, unit })
  const after = { name: input.name, code: input.code ?? '', kind: input.kind, sort: input.sort ?? before.sort }
  if (!(await updateUnit(ctx.db, unit, input.version, after))) stale()
  const { name, code, kind, sort } = before
  await bumpRights(ctx.db)
  ctx.record(unitChanged, { subject: unit, agency, data: { changes: changesOf({ name, code, kind, sort }, after) } })
  return { unit, agency }
}
