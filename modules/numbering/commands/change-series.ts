import { localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse, type changeSeries as endpoint } from '../contract.ts'
import { earliestChange, guardEdit, refusePattern } from '../domain/series-change.ts'
import { seriesChanged } from '../events.ts'
import { lockSeries, putScheme } from '../store/series.ts'

/** Gives a series another pattern or reset from a day on which it has given no number yet. */
export async function changeSeries(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { series, from, pattern, reset, first } = input
  const facts = (await lockSeries(ctx.db, series)) ?? notFound()
  guardEdit(ctx.actor, facts, input.version)
  if (facts.validTo !== null && facts.validTo <= from) refuse('numbering.series-ended', { date: facts.validTo }, 'from')
  const earliest = earliestChange(localDate(ctx.now), facts.lastIssuedOn)
  if (from < earliest) refuse('numbering.change-too-early', { date: earliest }, 'from')
  refusePattern({ kind: facts.kind, agencyCode: facts.agencyCode, shared: facts.agency === null }, pattern)
  await putScheme(ctx.db, series, from, { pattern, reset, first }, input.name ?? '')
  ctx.record(seriesChanged, {
    subject: series,
    data: { pattern, reset, first, from },
    ...(facts.agency ? { agency: facts.agency } : {}),
  })
  return { series, from }
}
