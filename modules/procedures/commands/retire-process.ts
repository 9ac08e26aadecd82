import { covers, forbidden, localDate, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { retireProcess as endpoint } from '../contract/process.ts'
import { refuse } from '../contract/refusals.ts'
import { processRetired } from '../events.ts'
import { lockProcess, offersOfProcess, updateProcess } from '../store/process.ts'

/** Takes a published process out of use, once no offer receives dossiers under it any more. */
export async function retireProcess(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { agency, line, no, name, state } = await lockProcess(ctx.db, input.process)
  if (!covers(ctx.actor, 'procedures.process.edit', { agency })) forbidden('procedures.process.edit')
  if (state !== 'published') refuse('procedures.process-not-in-force', { name })
  const offers = await offersOfProcess(ctx.db, input.process, localDate(ctx.now))
  if (offers > 0) refuse('procedures.process-in-use', { name, count: offers })
  if (!(await updateProcess(ctx.db, input.process, input.version, { state: 'retired' }))) stale()
  ctx.record(processRetired, { subject: input.process, ...(agency ? { agency } : {}), data: { line, no, name } })
  return { process: input.process }
}
