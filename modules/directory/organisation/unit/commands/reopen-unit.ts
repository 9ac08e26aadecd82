import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { lockAgency } from '../../agency/store/agency.ts'
import { guard } from '../../domain/guard.ts'
import { refuse, type reopenUnit as endpoint } from '../contract.ts'
import { unitReopened } from '../events.ts'
import { lockUnit, updateUnit } from '../store/unit.ts'

/** Takes back the closing of a unit, as far as what it stands in is open itself. */
export async function reopenUnit(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockUnit(ctx.db, input.unit)
  const { agency, id: unit } = before
  guard(ctx.actor, 'directory.organisation.edit', { agency, unit })
  const closedOn = before.valid_to ?? refuse('directory.not-closed')
  const above = before.parent ? await lockUnit(ctx.db, before.parent) : await lockAgency(ctx.db, agency)
  if (above.valid_to !== null) refuse('directory.parent-not-open', { name: above.name })
  if (!(await updateUnit(ctx.db, unit, input.version, { valid_to: null }))) stale()
  ctx.record(unitReopened, { subject: unit, agency, data: { closedOn } })
  return { unit, agency }
}
