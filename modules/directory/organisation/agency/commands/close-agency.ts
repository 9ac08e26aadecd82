import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { checkClosing } from '../../../domain/unit-tree.ts'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type closeAgency as endpoint } from '../contract.ts'
import { agencyClosed } from '../events.ts'
import { placingsBelow } from '../queries/placing.ts'
import { lockAgency, updateAgency } from '../store/agency.ts'

/** Closes an agency from a date on. What it has done stays; only nothing new begins in it. */
export async function closeAgency(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const agency = input.agency
  guard(ctx.actor, 'directory.organisation.edit', { agency })
  const before = await lockAgency(ctx.db, agency)
  if (before.valid_to !== null) refuse('directory.closed-already', { on: before.valid_to })
  if (input.on <= before.valid_from) refuse('directory.unit-dates-reversed', { from: before.valid_from }, 'on')
  const below = await placingsBelow(ctx.db, agency)
  const own = {
    id: agency,
    kind: 'agency' as const,
    parent: before.parent,
    validFrom: before.valid_from,
    validTo: null,
  }
  const open = checkClosing([own, ...below], agency, input.on)
  const [first] = open
  if (first) {
    const name = below.find(one => one.id === first.path)?.name ?? ''
    refuse('directory.unit-has-open-child', { name, count: open.length }, 'on')
  }
  if (!(await updateAgency(ctx.db, agency, input.version, { valid_to: input.on }))) stale()
  await bumpRights(ctx.db)
  ctx.record(agencyClosed, { subject: agency, agency, data: { on: input.on } })
  return { agency }
}
