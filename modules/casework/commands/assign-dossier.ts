import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { assignDossier as endpoint } from '../contract.ts'
import { give } from '../store/give.ts'
import { holdForMove } from '../store/move.ts'

/** Gives the running step to somebody of its unit. */
export async function assignDossier(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (held.version !== input.version) stale()
  return await give(ctx, held, input.to, input.reason)
}
