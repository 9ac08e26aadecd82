import type { Id } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { sessionsEnded } from '../events.ts'
import { endSessions, type EndedWhy } from '../store/session.ts'

/** Ends all sessions and says so in the journal; false when there was none. */
export async function endAll(ctx: Ctx, account: Id<'account'>, why: EndedWhy): Promise<boolean> {
  const sessions = await endSessions(ctx.db, { account }, why, ctx.now)
  if (sessions.length > 0) ctx.record(sessionsEnded, { subject: account, data: { why, sessions } })
  return sessions.length > 0
}
