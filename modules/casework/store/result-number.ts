import type { Id } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { allocate, seriesFor } from '@congso/numbering'

/** The next number of the agency's register of results, in this transaction. */
export async function resultNumber(ctx: Ctx, agency: Id<'agency'>): Promise<string> {
  const series = await seriesFor(ctx.db, { kind: 'result', agency, at: ctx.now })
  return (await allocate(ctx.db, series, ctx.now)).text
}
