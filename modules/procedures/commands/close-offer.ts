import { covers, forbidden, localDate, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { closeOffer as endpoint } from '../contract/offer.ts'
import { refuse } from '../contract/refusals.ts'
import { offerClosed } from '../events.ts'
import { endOffer, lockOffer } from '../store/offer.ts'

/** Ends an offer today; dossiers received under it go on by its terms. */
export async function closeOffer(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { row, code } = await lockOffer(ctx.db, input.offer)
  const { agency, procedure, revision } = row
  if (!covers(ctx.actor, 'procedures.offer.edit', { agency })) forbidden('procedures.offer.edit')
  if (row.valid_to !== null) refuse('procedures.offer-closed')
  if (revision !== input.revision) stale()
  await endOffer(ctx.db, input.offer, localDate(ctx.now))
  ctx.record(offerClosed, { subject: input.offer, agency, data: { procedure, code, agency, revision } })
  return { offer: input.offer, agency }
}
