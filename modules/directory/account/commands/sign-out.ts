import type { ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse } from '../contract/refusals.ts'
import type { signOut as endpoint, stay as stayEndpoint } from '../contract/sign-in.ts'
import { sessionsEnded } from '../events.ts'
import { callerOf } from '../store/caller.ts'
import { endSessions } from '../store/session.ts'
import { signInPolicy } from '../store/policy.ts'
import { actingOf } from '../queries/actor.ts'

/** Ends the session the request came with. */
export async function signOut(ctx: Ctx): Promise<ReplyOf<typeof endpoint>> {
  const { session } = callerOf(ctx)
  const { account } = ctx.actor
  if (!session || !account) return refuse('directory.session-unknown')
  const sessions = await endSessions(ctx.db, { account, only: session }, 'signed-out', ctx.now)
  ctx.record(sessionsEnded, { subject: account, data: { why: 'signed-out', sessions } })
  return { ended: sessions.length }
}

/** The request itself is the sign of life; the reply says how long it lasts, in seconds. */
export async function stay(ctx: Ctx): Promise<ReplyOf<typeof stayEndpoint>> {
  const acting = ctx.actor.account && (await actingOf(ctx.db, ctx.actor.account, null, ctx.now))
  const policy = acting ? acting.policy : await signInPolicy(ctx.db)
  const minutes = acting && acting.isAdministrator ? policy.idleMinutesOfAdministrators : policy.idleMinutes
  return { seconds: minutes * 60 }
}
