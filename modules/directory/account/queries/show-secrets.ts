import { notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { showSecrets as endpoint } from '../contract/second-factor.ts'
import { waiting } from '../store/challenge.ts'

/** Secrets that are shown for a quarter of an hour to the one who asked for them. */
export const shownKinds = ['recovery-codes', 'one-time-password'] as const

/** The secrets, for nobody else than the one who asked for them. */
export async function showSecrets(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  for (const kind of shownKinds) {
    const found = await waiting(ctx.db, input.shown, kind, ctx.now)
    if (!found || found.account === null || found.account !== ctx.actor.account) continue
    const { secrets = '', userName = '', name = '', next = '/account' } = found.data
    return { shown: found.id, kind, secrets: secrets.split(' '), userName, name, next }
  }
  return notFound()
}
