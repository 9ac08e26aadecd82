import { forbidden, notFound, type Id } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse } from '../contract/refusals.ts'
import { accountInReach } from '../queries/reach.ts'
import { accountById, type SignInAccount } from '../store/account.ts'

const permission = 'directory.account.edit'

/** The account an administrator wants to act upon: seen, wholly within reach, and for grave acts not their own. */
export async function accountToChange(
  ctx: Ctx,
  id: Id<'account'>,
  options: { notOwn?: boolean } = {},
): Promise<SignInAccount & { name: string }> {
  const [found, account] = await Promise.all([
    accountInReach(ctx.db, id, ctx.scope(permission), ctx.now),
    accountById(ctx.db, id),
  ])
  if (!found || !account) return notFound()
  if (!found.changeable) return forbidden(permission)
  if (options.notOwn && ctx.actor.account === id) return refuse('directory.account-own')
  return { ...account, name: found.name }
}
