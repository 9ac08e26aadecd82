import { covers, forbidden, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { openOffer as endpoint } from '../contract/offer.ts'
import { refuse } from '../contract/refusals.ts'
import { readProcess, readTerms } from '../domain/offer-draft.ts'
import { recordTerms } from '../domain/record-terms.ts'
import { offerOpened } from '../events.ts'
import { agencyFacts, insertOffers } from '../store/offer.ts'

/** Lets an agency receive a procedure under its current record. */
export async function openOffer(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { agency, procedure } = input
  if (!covers(ctx.actor, 'procedures.offer.edit', { agency })) forbidden('procedures.offer.edit')
  const today = localDate(ctx.now)
  const from = input.from ?? today
  if (from > today) refuse('procedures.date-in-future', { date: from }, 'from')
  const unit = input.handlingUnit ?? null
  const facts = await agencyFacts(ctx.db, { agency, unit, procedures: [procedure], today })
  const published = facts.procedures[0] ?? notFound()
  const { code, name } = published
  if (!facts.agencyOpen) refuse('procedures.agency-closed', {}, 'agency')
  if (!facts.unitFits) refuse('procedures.unit-elsewhere', {}, 'handlingUnit')
  const terms = readTerms(input, recordTerms(published.content))
  const process = readProcess(input.process, terms, facts.processes)
  const offer = newId<'offer'>(ctx.now)
  const { version } = published
  const row = {
    id: offer,
    agency,
    procedure,
    version,
    process: process.id,
    handlingUnit: unit,
    terms,
    open: true,
    from,
  }
  const done = await insertOffers(ctx.db, [{ ...row, revision: 1 }])
  if (!done.has(offer)) refuse('procedures.offer-exists', { code, name }, 'procedure')
  ctx.record(offerOpened, { subject: offer, agency, data: { procedure, code, agency, revision: 1 } })
  return { offer }
}
