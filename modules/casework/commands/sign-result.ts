import { iso, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { signResult as endpoint } from '../contract.ts'
import { resultSigned } from '../events.ts'
import { acted, handOf, holdForMove, makeMove } from '../store/move.ts'
import { resultNumber } from '../store/result-number.ts'

/**
 * Approves the result. Where the process goes straight to the counter (in-day procedures have no step for the records clerk)
 * the result gets its number in the same act.
 */
export async function signResult(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (held.version !== input.version) stale()
  const title = input.title?.trim() || held.resultTitle || held.procedureName
  const comment = input.comment ?? ''
  const made = await makeMove(ctx, held, { action: input.action, kinds: ['sign'], comment }, async move => ({
    resultTitle: title,
    signedBy: ctx.actor.position,
    signedAt: iso(ctx.now),
    ...(move.decides ? { resultNo: await resultNumber(ctx, held.agency) } : {}),
  }))
  ctx.record(resultSigned, {
    subject: held.id,
    agency: held.agency,
    data: { ...handOf(held, made), title },
    personal: { comment },
  })
  return acted(held, made)
}
