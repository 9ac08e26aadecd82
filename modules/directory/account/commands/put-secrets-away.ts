import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { putSecretsAway as endpoint } from '../contract/second-factor.ts'
import { refuse } from '../contract/refusals.ts'
import { secretsPutAway } from '../events.ts'
import { shownKinds } from '../queries/show-secrets.ts'
import { take } from '../store/challenge.ts'

/** Forgets secrets that were shown, for the one they were shown to. */
export async function putSecretsAway(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  for (const kind of shownKinds) {
    const taken = await take(ctx.db, input.shown, kind, ctx.now)
    if (!taken) continue
    // A stranger's request is refused, and the refusal gives the secrets back.
    if (taken.account === null || taken.account !== ctx.actor.account) break
    ctx.record(secretsPutAway, { subject: taken.account, data: { kind } })
    return { next: taken.data['next'] ?? '/account' }
  }
  return refuse('directory.challenge-gone')
}
