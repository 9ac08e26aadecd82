import { covers, forbidden, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { importRecords as endpoint } from '../contract/catalogue.ts'
import { recordsImported } from '../events.ts'
import { takeRecords } from './take-records.ts'

/** Takes a batch of published records. Importing the same batch again changes nothing. */
export async function importRecords(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  // The catalogue is one for the whole house: a right over some agencies is not a right over it.
  if (!covers(ctx.actor, 'procedures.catalogue.edit', {})) forbidden('procedures.catalogue.edit')
  const taken = await takeRecords(ctx, input)
  const { imported, changed, unchanged, refused } = taken
  const data = { source: input.source, imported, changed, unchanged, refused: refused.length }
  ctx.record(recordsImported, { subject: newId(ctx.now), data })
  return taken
}
