import { iso } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { allocate, seriesFor } from '@congso/numbering'

/** The next number of the agency's register of results, in this transaction. */
export async function resultNumber(ctx: Ctx, agency: string): Promise<string> {
  const series = await seriesFor(ctx.db, { kind: 'result', agency })
  return (await allocate(ctx.db, series, iso(ctx.now))).text
}
