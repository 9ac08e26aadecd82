import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { changePassword as endpoint } from '../contract/mine.ts'
import { refuse } from '../contract/refusals.ts'
import { passwordChanged, sessionsEnded } from '../events.ts'
import { actingOf } from '../queries/actor.ts'
import { callerOf } from '../store/caller.ts'
import { endSessions, forgetActor } from '../store/session.ts'
import { adoptPassword, refuseWeak } from './new-password.ts'
import { withOwnPassword } from './prove.ts'

/** Changes one's own password; every other session of the account ends, because somebody may have known the old one. */
export async function changePassword(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  if (input.password !== input.again) refuse('directory.passwords-differ', {}, 'again')
  return await withOwnPassword(ctx, input.current, async account => {
    refuseWeak(input.password, {
      userName: account.userName,
      hasSecondFactor: account.totpSecret !== null || account.passkeys > 0,
    })
    const acting = await actingOf(ctx.db, account.id, null, ctx.now)
    await adoptPassword(ctx, account, input.password, acting?.isAdministrator ?? false)
    ctx.record(passwordChanged, { subject: account.id, data: { how: 'own' } })
    const { session } = callerOf(ctx)
    const ended = session
      ? await endSessions(ctx.db, { account: account.id, except: session }, 'password-changed', ctx.now)
      : []
    if (ended.length > 0)
      ctx.record(sessionsEnded, { subject: account.id, data: { why: 'password-changed', sessions: ended } })
    await forgetActor(ctx.db, account.id)
    return { state: 'done' as const }
  })
}
