import { covers, forbidden, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { refuse, type defineSeries as endpoint } from '../contract.ts'
import { refusePattern } from '../domain/series-change.ts'
import { seriesDefined } from '../events.ts'
import { agencyCode } from '../queries/series.ts'
import { insertSeries } from '../store/series.ts'

/** Defines a series of one kind for one agency, or for all of them. */
export async function defineSeries(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const agency = input.agency ?? null
  if (!covers(ctx.actor, 'numbering.series.edit', { agency })) forbidden('numbering.series.edit')
  const code = agency === null ? '' : ((await agencyCode(ctx.db, agency)) ?? notFound())
  refusePattern({ kind: input.kind, agencyCode: code, shared: agency === null }, input.pattern)
  const { kind, pattern, reset, first, validFrom } = input
  const series = newId<'series'>(ctx.now)
  const made = await insertSeries(
    ctx.db,
    { id: series, kind, agency, name: input.name ?? '', validFrom },
    { pattern, reset, first },
  )
  if (!made) refuse('numbering.series-exists', { kind }, 'kind')
  ctx.record(seriesDefined, {
    subject: series,
    data: { kind, agency, pattern, reset, first, from: validFrom },
    ...(agency ? { agency } : {}),
  })
  return { series }
}
