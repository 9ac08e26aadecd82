import { localDate, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { checkTree, moved } from '../../../domain/unit-tree.ts'
import { guard, refuseFinding } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type moveAgency as endpoint } from '../contract.ts'
import { agencyMoved } from '../events.ts'
import { placingsAbove } from '../queries/placing.ts'
import { lockAgency, moveSubtree } from '../store/agency.ts'

/** Puts an agency under another one; who does it must be allowed to edit both. The paths of all below follow. */
export async function moveAgency(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const agency = input.agency
  guard(ctx.actor, 'directory.organisation.edit', { agency })
  guard(ctx.actor, 'directory.organisation.edit', { agency: input.parent ?? null })
  const before = await lockAgency(ctx.db, agency)
  const today = localDate(ctx.now)
  if (before.valid_to !== null && before.valid_to <= today) refuse('directory.unit-not-open', { name: before.name })
  const parent = input.parent ? await lockAgency(ctx.db, input.parent) : null
  const above = [...(await placingsAbove(ctx.db, agency)), ...(parent ? await placingsAbove(ctx.db, parent.id) : [])]
  const once = [...new Map(above.map(one => [one.id, one])).values()]
  const tree = moved(once, agency, parent?.id ?? null, today)
  refuseFinding(checkTree(tree), 'parent', { name: parent?.name ?? '' })
  if (!(await moveSubtree(ctx.db, agency, input.version, parent))) stale()
  await bumpRights(ctx.db)
  ctx.record(agencyMoved, { subject: agency, agency, data: { before: before.parent, after: parent?.id ?? null } })
  return { agency }
}
