import { addDays, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type endGrant as endpoint } from '../contract.ts'
import { grantEnded } from '../events.ts'
import { endGrantOn, lockGrant } from '../store/role.ts'

/** Takes a role from a position. One that has not begun yet by the last day is taken away as if never given. */
export async function endGrant(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const grant = await lockGrant(ctx.db, input.grant)
  const { agency, unit, position, role, key } = grant
  guard(ctx.actor, 'directory.role.edit', { agency, unit, position })
  const to = addDays(input.last, 1)
  if (grant.valid_to !== null && grant.valid_to <= to) refuse('directory.grant-ended', { on: grant.valid_to })
  await endGrantOn(ctx.db, grant, to)
  await bumpRights(ctx.db)
  ctx.record(grantEnded, { subject: position, agency, data: { role, key, to } })
  return { grant: grant.id, position }
}
