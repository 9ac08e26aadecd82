import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { refuse, type importAdminUnits as endpoint } from '../contract.ts'
import { adminUnitsImported } from '../events.ts'
import { knownCodes, writeFormer, writeUnits } from '../store/admin-unit.ts'

/** The day from which the two-tier units hold: what was before it is a former commune. */
const firstDay = '2025-07-01'

/** Loads administrative units. All or nothing: a unit or successor that names an unknown unit refuses the whole. */
export async function importAdminUnits(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  guard(ctx.actor, 'directory.organisation.edit', { agency: null })
  const known = await knownCodes(ctx.db)
  for (const unit of input.units) known.add(unit.code)
  const orphan = input.units.find(unit => unit.parentCode !== null && !known.has(unit.parentCode))
  if (orphan)
    refuse('directory.admin-unit-parent-unknown', { code: orphan.code, parent: orphan.parentCode ?? '' }, 'units')
  const lost = input.former.flatMap(one => one.successors).find(code => !known.has(code))
  if (lost) refuse('directory.admin-unit-unknown', { code: lost }, 'former')
  const { units, versions } = await writeUnits(ctx.db, input.units)
  const { added, removed } = await writeFormer(ctx.db, input.former, firstDay, () => newId(ctx.now))
  const done = { units, versions, added, removed }
  if (units + versions + added + removed > 0) ctx.record(adminUnitsImported, { subject: newId(ctx.now), data: done })
  return done
}
