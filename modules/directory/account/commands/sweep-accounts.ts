import type { ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { sweepAccounts as endpoint } from '../contract/house.ts'
import { lockoutOf } from '../domain/sign-in-policy.ts'
import { accountClosed, accountsSwept } from '../events.ts'
import { idleAccounts } from '../queries/idle-accounts.ts'
import { setState } from '../store/account.ts'
import { sweepChallenges } from '../store/challenge.ts'
import { sweepGuard } from '../store/guard.ts'
import { signInPolicy } from '../store/policy.ts'
import { endAll } from './end-all.ts'

/** Forgets what has expired and closes accounts nobody has used for as long as the policy says. */
export async function sweepAccounts(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  const policy = await signInPolicy(ctx.db)
  const challenges = await sweepChallenges(ctx.db, ctx.now)
  const names = await sweepGuard(ctx.db, ctx.now, lockoutOf(policy))
  const idle = await idleAccounts(ctx.db, policy, ctx.scope('directory.account.edit'), ctx.now)
  for (const account of idle) {
    await setState(ctx.db, account, 'closed')
    ctx.record(accountClosed, { subject: account, data: { why: 'idle' } })
    await endAll(ctx, account, 'closed')
  }
  const done = { challenges, names, closed: idle.length }
  ctx.record(accountsSwept, { subject: newId(ctx.now), data: done })
  return done
}
