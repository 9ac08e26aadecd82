import { notFound } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { decideSignIn } from '../../domain/lockout.ts'
import { refuse } from '../contract/refusals.ts'
import { lockoutOf, type SignInPolicy } from '../domain/sign-in-policy.ts'
import { accountById, type SignInAccount } from '../store/account.ts'
import { clearFailures, holdName } from '../store/guard.ts'
import { hashingPlace, verifyPassword } from '../store/password-hash.ts'
import { signInPolicy } from '../store/policy.ts'
import { fail, turnAway } from './finish.ts'

/**
 * Does something only after the signed-in person has proved to be the owner by giving the password again. A wrong one counts
 * as a failed sign-in: whoever finds a screen unlocked gets no free guesses.
 */
export async function withOwnPassword<Reply>(
  ctx: Ctx,
  password: string,
  work: (account: SignInAccount, policy: SignInPolicy) => Promise<Reply>,
): Promise<Reply | { state: 'wrong' | 'locked' }> {
  const placed = await hashingPlace.run(() => prove(ctx, password, work))
  return placed ? placed.done : refuse('directory.sign-in-busy')
}

async function prove<Reply>(
  ctx: Ctx,
  password: string,
  work: (account: SignInAccount, policy: SignInPolicy) => Promise<Reply>,
): Promise<Reply | { state: 'wrong' | 'locked' }> {
  const account = await ownAccount(ctx)
  const [attempts, policy] = await Promise.all([holdName(ctx.db, account.userName), signInPolicy(ctx.db)])
  const decision = decideSignIn(attempts, ctx.now, lockoutOf(policy))
  const tried = { userName: account.userName, next: '/', account: account.id }
  if (!decision.allowed) {
    turnAway(ctx, tried, decision.lockedUntil, decision.failures)
    return { state: 'locked' }
  }
  if (!(await verifyPassword(account.passwordHash, password))) {
    const { state } = await fail(ctx, tried, 'wrong-password', attempts, policy)
    return { state: state === 'locked' ? 'locked' : 'wrong' }
  }
  await clearFailures(ctx.db, account.userName)
  return await work(account, policy)
}

/** The account of whoever is signed in. */
export async function ownAccount(ctx: Ctx): Promise<SignInAccount> {
  const id = ctx.actor.account
  return (id && (await accountById(ctx.db, id))) || notFound()
}
