import { iso, type Id, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { decideSignIn, type SignInAttempt } from '../../domain/lockout.ts'
import type { signIn } from '../contract/sign-in.ts'
import { lockoutOf, sessionsOf, type SignInPolicy } from '../domain/sign-in-policy.ts'
import { secondStepAsked, signedIn, signInFailed } from '../events.ts'
import { actingOf } from '../queries/actor.ts'
import { noteSignIn, type SignInAccount } from '../store/account.ts'
import { callerOf } from '../store/caller.ts'
import { ask } from '../store/challenge.ts'
import { addFailure, clearFailures } from '../store/guard.ts'
import { endSessions, openSession } from '../store/session.ts'

export type Tried = ReplyOf<typeof signIn>
export type Try = { userName: string; next: string; account: Id<'account'> | null }
export type Reason =
  | 'wrong-password'
  | 'wrong-code'
  | 'wrong-passkey'
  | 'locked'
  | 'unknown-name'
  | 'closed'
  | 'oidc-unknown'

/** A good try: forgets the failures, ends the session this browser had, opens a new one. */
export async function succeed(
  ctx: Ctx,
  tried: Try & { account: Id<'account'>; position: Id<'position'> | null },
  how: {
    method: 'password' | 'passkey' | 'oidc'
    second: 'totp' | 'recovery-code' | 'passkey' | null
    rehashed?: string
  },
): Promise<Tried> {
  const { account, userName, next } = tried
  const acting = await actingOf(ctx.db, account, tried.position, ctx.now)
  if (!acting) throw new Error('an active account must have a standing')
  await clearFailures(ctx.db, userName)
  await noteSignIn(ctx.db, account, ctx.now, how.rehashed)
  const caller = callerOf(ctx)
  if (caller.session && ctx.actor.account) {
    await endSessions(ctx.db, { account: ctx.actor.account, only: caller.session }, 'replaced', ctx.now)
  }
  const opened = await openSession(
    ctx,
    { account, position: acting.actor.position, isAdministrator: acting.isAdministrator },
    sessionsOf(acting.policy),
  )
  ctx.record(signedIn, {
    subject: account,
    data: { session: opened.session, method: how.method, second: how.second },
    personal: { address: caller.address, device: caller.device },
    ...(acting.actor.agency ? { agency: acting.actor.agency } : {}),
  })
  const { token, seconds } = opened
  return {
    state: 'done',
    token,
    seconds,
    userName,
    next,
    ...(acting.actor.mustDo ? { mustDo: acting.actor.mustDo } : {}),
  }
}

/** Whether an account has any second factor set up. */
export function hasSecondFactor(account: SignInAccount): boolean {
  return account.totpSecret !== null || account.passkeys > 0
}

/** The failures stay counted until the second step is done too: a known password gives no free guesses at the code. */
export async function askSecond(ctx: Ctx, tried: Try, account: SignInAccount): Promise<Tried> {
  const challenge = await ask(ctx.db, 'second-step', account.id, { next: tried.next }, ctx.now)
  const { address, device } = callerOf(ctx)
  ctx.record(secondStepAsked, { subject: account.id, data: {}, personal: { address, device } })
  return { state: 'second-step', challenge, userName: tried.userName, next: tried.next }
}

/** A bad try: counted, kept in the journal, and answered without saying what exactly was wrong. */
export async function fail(
  ctx: Ctx,
  tried: Try,
  reason: Exclude<Reason, 'locked'>,
  attempts: readonly SignInAttempt[],
  policy: SignInPolicy,
): Promise<Tried> {
  const lockout = lockoutOf(policy)
  await addFailure(ctx.db, tried.userName, ctx.now, lockout)
  const after = decideSignIn([...attempts, { at: ctx.now, outcome: 'failed' }], ctx.now, lockout)
  const lockedUntil = after.allowed ? undefined : iso(after.lockedUntil)
  recordFailure(ctx, tried.account, reason, after.failures, lockedUntil)
  const { userName, next } = tried
  return lockedUntil ? { state: 'locked', lockedUntil, userName, next } : { state: 'wrong', userName, next }
}

/** A try at a locked name: the secret is not looked at, and it does not count. */
export function turnAway(ctx: Ctx, tried: Try, until: number, failures: number): Tried {
  recordFailure(ctx, tried.account, 'locked', failures, iso(until))
  return { state: 'locked', lockedUntil: iso(until), userName: tried.userName, next: tried.next }
}

/** Keeps a failed try in the journal, with where it came from. */
export function recordFailure(
  ctx: Ctx,
  account: Id<'account'> | null,
  reason: Reason,
  failures: number,
  lockedUntil?: string,
): void {
  const { address, device } = callerOf(ctx)
  ctx.record(signInFailed, {
    subject: account ?? newId(ctx.now),
    data: { reason, failures, ...(lockedUntil ? { lockedUntil } : {}) },
    personal: { address, device },
  })
}
