import { epoch, iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { guard } from '../../domain/guard.ts'
import { bumpRights } from '../../store/rights-version.ts'
import { refuse, type endDelegation as endpoint } from '../contract.ts'
import { delegationEnded } from '../events.ts'
import { endDelegationAt, lockDelegation } from '../store/delegation.ts'

/** Takes lent rights back at once; what was signed under them stays signed. */
export async function endDelegation(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const loan = await lockDelegation(ctx.db, input.delegation)
  const { agency, unit, position, person } = loan
  guard(ctx.actor, 'directory.delegation.edit', { agency, unit, position })
  if (loan.ended_at !== null || epoch(loan.valid_to) <= ctx.now) refuse('directory.delegation-over')
  await endDelegationAt(ctx.db, loan.id, iso(ctx.now))
  await bumpRights(ctx.db)
  ctx.record(delegationEnded, { subject: loan.id, agency, data: { position, person } })
  return { delegation: loan.id, position }
}
