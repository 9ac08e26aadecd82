import { notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { waiting } from '../../../account/store/challenge.ts'
import type { showStaffSlips as endpoint } from '../contract.ts'
import { readSlips } from '../domain/slip.ts'

/** The slips of an import, for nobody else than the one who imported, until they are put away. */
export async function showStaffSlips(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const found = await waiting(ctx.db, input.shown, 'one-time-password', ctx.now)
  if (!found || found.account === null || found.account !== ctx.actor.account) return notFound()
  const slips = readSlips(found.data['slips'] ?? '')
  return slips.length > 0 ? { shown: found.id, slips } : notFound()
}
