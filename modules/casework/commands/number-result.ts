import { stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type numberResult as endpoint } from '../contract.ts'
import { resultNumbered } from '../events.ts'
import { acted, handOf, holdForMove, makeMove } from '../store/move.ts'
import { resultNumber } from '../store/result-number.ts'

/** Gives the signed result its number, ends processing, and hands the result to the counter. */
export async function numberResult(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const held = await holdForMove(ctx, input.id)
  if (held.version !== input.version) stale()
  if (held.resultSignedAt === null) refuse('casework.not-signed')
  let resultNo = ''
  const made = await makeMove(ctx, held, { action: input.action, kinds: ['number'], comment: '' }, async () => {
    resultNo = await resultNumber(ctx, held.agency)
    return { resultNo }
  })
  ctx.record(resultNumbered, {
    subject: held.id,
    agency: held.agency,
    data: { ...handOf(held, made), resultNo, onTime: made.onTime },
  })
  return { ...acted(held, made), resultNo }
}
