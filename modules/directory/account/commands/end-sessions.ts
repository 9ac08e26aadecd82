import { notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { endMyOtherSessions as othersEndpoint, endMySession as oneEndpoint } from '../contract/mine.ts'
import { refuse } from '../contract/refusals.ts'
import { sessionsEnded } from '../events.ts'
import { callerOf } from '../store/caller.ts'
import { endSessions } from '../store/session.ts'

/** Ends one of my sessions on another device. */
export async function endMySession(ctx: Ctx, input: InputOf<typeof oneEndpoint>): Promise<ReplyOf<typeof oneEndpoint>> {
  return await end(ctx, { only: input.session })
}

/** Ends all my sessions but the one the request came with. */
export async function endMyOtherSessions(ctx: Ctx): Promise<ReplyOf<typeof othersEndpoint>> {
  const { session } = callerOf(ctx)
  return session ? await end(ctx, { except: session }) : refuse('directory.session-unknown')
}

async function end(ctx: Ctx, which: Omit<Parameters<typeof endSessions>[1], 'account'>): Promise<{ ended: number }> {
  const account = ctx.actor.account ?? notFound()
  const sessions = await endSessions(ctx.db, { account, ...which }, 'ended-elsewhere', ctx.now)
  if (sessions.length === 0) refuse('directory.session-gone')
  ctx.record(sessionsEnded, { subject: account, data: { why: 'ended-elsewhere', sessions } })
  return { ended: sessions.length }
}
