import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type reopenAgency as endpoint } from '../contract.ts'
import { agencyReopened } from '../events.ts'
import { lockAgency, updateAgency } from '../store/agency.ts'

/** Takes back the closing of an agency, as far as the one above it is open itself. */
export async function reopenAgency(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const agency = input.agency
  guard(ctx.actor, 'directory.organisation.edit', { agency })
  const before = await lockAgency(ctx.db, agency)
  const closedOn = before.valid_to ?? refuse('directory.not-closed')
  const parent = before.parent ? await lockAgency(ctx.db, before.parent) : null
  if (parent && parent.valid_to !== null) refuse('directory.parent-not-open', { name: parent.name })
  if (!(await updateAgency(ctx.db, agency, input.version, { valid_to: null }))) stale()
  await bumpRights(ctx.db)
  ctx.record(agencyReopened, { subject: agency, agency, data: { closedOn } })
  return { agency }
}
