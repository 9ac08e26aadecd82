import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { noteCleaning as endpoint } from '../contract.ts'
import { contentsDestroyed } from '../events.ts'

/** Writes down what a cleaning of the store has destroyed. */
export async function noteCleaning(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  ctx.record(contentsDestroyed, { subject: newId<'cleaning'>(ctx.now), data: { sha256s: input.destroyed } })
  return {}
}
