import type { InputOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { decideSignIn } from '../../domain/lockout.ts'
import { refuse } from '../contract/refusals.ts'
import type { finishSignIn as endpoint } from '../contract/sign-in.ts'
import { lockoutOf } from '../domain/sign-in-policy.ts'
import { usableStep } from '../domain/totp.ts'
import { accountById, useRecoveryCode, useTotpStep, type SignInAccount } from '../store/account.ts'
import { take, waiting } from '../store/challenge.ts'
import { holdName } from '../store/guard.ts'
import { signInPolicy } from '../store/policy.ts'
import { recoveryDigest } from '../store/secret.ts'
import { fail, succeed, turnAway, type Tried } from './finish.ts'

/** Finishes signing in with a one-time code or a recovery code. A wrong one counts like a wrong password. */
export async function finishSignIn(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Tried> {
  const question = await waiting(ctx.db, input.challenge, 'second-step', ctx.now)
  if (!question?.account) return refuse('directory.challenge-gone')
  const account = await accountById(ctx.db, question.account)
  if (!account || account.state === 'closed') return refuse('directory.challenge-gone')
  const tried = { userName: account.userName, next: question.data['next'] ?? '/', account: account.id }
  const [attempts, policy] = await Promise.all([holdName(ctx.db, account.userName), signInPolicy(ctx.db)])
  const decision = decideSignIn(attempts, ctx.now, lockoutOf(policy))
  if (!decision.allowed) return turnAway(ctx, tried, decision.lockedUntil, decision.failures)
  const second = await useCode(ctx, account, input.code)
  if (!second) return { ...(await fail(ctx, tried, 'wrong-code', attempts, policy)), challenge: input.challenge }
  // Taken by whoever answers first; the same answer sent twice signs in once.
  if (!(await take(ctx.db, input.challenge, 'second-step', ctx.now))) return refuse('directory.challenge-gone')
  return await succeed(ctx, { ...tried, position: account.position }, { method: 'password', second })
}

async function useCode(ctx: Ctx, account: SignInAccount, code: string): Promise<'totp' | 'recovery-code' | null> {
  const step = account.totpSecret === null ? null : usableStep(account.totpSecret, code, account.totpStep, ctx.now)
  if (step !== null) return (await useTotpStep(ctx.db, account.id, step)) ? 'totp' : null
  return (await useRecoveryCode(ctx.db, account.id, recoveryDigest(code))) ? 'recovery-code' : null
}
