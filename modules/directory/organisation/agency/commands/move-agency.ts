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
  const own = [{ id: agency, kind: 'agency' as const, parent: before.parent, ...periodOf(before) }]
  const above = parent ? await placingsAbove(ctx.db, parent.id) : []
  const tree = moved([...own, ...above.filter(one => one.id !== agency)], agency, parent?.id ?? null, today)
  // What stood above before does not matter here, only where the agency stands from today on.
  const after = tree.filter(one => one.id !== agency || one.validFrom >= today)
  refuseFinding(checkTree(after), 'parent', { name: parent?.name ?? '' })
  if (!(await moveSubtree(ctx.db, agency, input.version, parent))) stale()
  await bumpRights(ctx.db)
  ctx.record(agencyMoved, { subject: agency, agency, data: { before: before.parent, after: parent?.id ?? null } })
  return { agency }
}

function periodOf(row: { valid_from: string; valid_to: string | null }) {
  return { validFrom: row.valid_from, validTo: row.valid_to }
}
