import { covers, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type voidNumber as endpoint } from '../contract.ts'
import { numberVoided } from '../events.ts'
import { numberOf } from '../queries/number.ts'
import { seriesById } from '../queries/series.ts'
import { markVoid } from '../store/number.ts'

/** Voids a number of a register by hand, with the reason. */
export async function voidNumber(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const series = (await seriesById(ctx.db, ctx.scope('numbering.number.void'), ctx.now, input.series)) ?? notFound()
  if (!covers(ctx.actor, 'numbering.number.void', { agency: series.agency })) notFound()
  return { text: await voidIssued(ctx, { ...input, agency: series.agency }) }
}

/** Voids a number in the command that gives it up; the right to do so is the caller's to check. Returns how it read. */
export async function voidIssued(
  ctx: Ctx,
  number: { series: Id<'series'>; period: string; value: number; reason: string; agency: Id<'agency'> | null },
): Promise<string> {
  const { series, period, value, reason } = number
  const text = await markVoid(ctx.db, { series, period, value, reason, at: ctx.now })
  if (text === undefined) {
    const found = (await numberOf(ctx.db, series, period, value)) ?? notFound()
    return refuse('numbering.already-voided', { number: found.text })
  }
  ctx.record(numberVoided, {
    subject: series,
    data: { period, value, text },
    personal: { reason },
    ...(number.agency ? { agency: number.agency } : {}),
  })
  return text
}
