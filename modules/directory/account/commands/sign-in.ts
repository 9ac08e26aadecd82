import type { InputOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { decideSignIn } from '../../domain/lockout.ts'
import { refuse } from '../contract/refusals.ts'
import type { signIn as endpoint } from '../contract/sign-in.ts'
import { localPath, readUserName } from '../domain/local-path.ts'
import { lockoutOf } from '../domain/sign-in-policy.ts'
import { accountByName, type SignInAccount } from '../store/account.ts'
import { holdName } from '../store/guard.ts'
import { hashingPlace, hashPassword, needsRehash, verifyPassword } from '../store/password-hash.ts'
import { signInPolicy } from '../store/policy.ts'
import { askSecond, fail, hasSecondFactor, succeed, turnAway, type Tried, type Try } from './finish.ts'

/**
 * Signs in with user name and password. Everything that can be told from outside is the same for a name somebody has and
 * one nobody has: rows read and written, one hash computed, the lock, the answer.
 */
export async function signIn(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Tried> {
  const placed = await hashingPlace.run(() => tryPassword(ctx, input))
  return placed ? placed.done : refuse('directory.sign-in-busy')
}

async function tryPassword(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Tried> {
  const userName = readUserName(input.userName)
  const [attempts, account, policy] = await Promise.all([
    holdName(ctx.db, userName),
    accountByName(ctx.db, userName),
    signInPolicy(ctx.db),
  ])
  const tried: Try = { userName, next: localPath(input.next), account: account?.id ?? null }
  const decision = decideSignIn(attempts, ctx.now, lockoutOf(policy))
  if (!decision.allowed) return turnAway(ctx, tried, decision.lockedUntil, decision.failures)
  const right = await verifyPassword(account?.passwordHash ?? null, input.password)
  if (!account) return await fail(ctx, tried, 'unknown-name', attempts, policy)
  if (!right) return await fail(ctx, tried, 'wrong-password', attempts, policy)
  if (account.state === 'closed') return await fail(ctx, tried, 'closed', attempts, policy)
  return hasSecondFactor(account)
    ? await askSecond(ctx, tried, account)
    : await open(ctx, tried, account, input.password)
}

async function open(ctx: Ctx, tried: Try, account: SignInAccount, password: string): Promise<Tried> {
  const outdated = account.passwordHash !== null && needsRehash(account.passwordHash)
  const rehashed = outdated ? await hashPassword(password) : undefined
  const who = { ...tried, account: account.id, position: account.position }
  return await succeed(ctx, who, { method: 'password', second: null, ...(rehashed ? { rehashed } : {}) })
}
