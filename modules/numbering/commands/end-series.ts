import { addDays, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type endSeries as endpoint } from '../contract.ts'
import { earliestChange, guardEdit } from '../domain/series-change.ts'
import { seriesEnded } from '../events.ts'
import { closeSeries, lockSeries } from '../store/series.ts'

/** Ends a series: from the given day on it gives no numbers, and another of its kind may begin. */
export async function endSeries(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { series, from } = input
  const facts = (await lockSeries(ctx.db, series)) ?? notFound()
  guardEdit(ctx.actor, facts, input.version)
  if (facts.validTo !== null && facts.validTo <= localDate(ctx.now))
    refuse('numbering.series-ended', { date: facts.validTo }, 'from')
  const earliest = latest(earliestChange(localDate(ctx.now), facts.lastIssuedOn), addDays(facts.validFrom, 1))
  if (from < earliest) refuse('numbering.end-too-early', { date: earliest }, 'from')
  await closeSeries(ctx.db, series, from)
  ctx.record(seriesEnded, { subject: series, data: { from }, ...(facts.agency ? { agency: facts.agency } : {}) })
  return { series }
}

function latest(a: string, b: string): string {
  return a > b ? a : b
}
