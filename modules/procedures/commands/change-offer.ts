import { covers, forbidden, localDate, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { changeOffer as endpoint } from '../contract/offer.ts'
import { refuse } from '../contract/refusals.ts'
import { readProcess, readTerms } from '../domain/offer-draft.ts'
import { changedTerms } from '../domain/offer-terms.ts'
import { offerChanged } from '../events.ts'
import { agencyFacts, endOffer, insertOffers, lockOffer } from '../store/offer.ts'

/** Gives an offer new terms from today, as a new row: what was received before stays under the old one. */
export async function changeOffer(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockOffer(ctx.db, input.offer)
  const { agency, procedure, version } = before.row
  if (!covers(ctx.actor, 'procedures.offer.edit', { agency })) forbidden('procedures.offer.edit')
  if (before.row.valid_to !== null) refuse('procedures.offer-closed')
  if (before.row.revision !== input.revision) stale()
  const today = localDate(ctx.now)
  const unit = input.handlingUnit ?? null
  const facts = await agencyFacts(ctx.db, { agency, unit, procedures: [], today })
  if (!facts.unitFits) refuse('procedures.unit-elsewhere', {}, 'handlingUnit')
  const terms = readTerms(input, undefined)
  const process = readProcess(input.process, terms, facts.processes)
  const changes = [
    ...changedTerms(before.terms, terms),
    ...(process.id === before.row.process ? [] : ['process']),
    ...(unit === before.row.handling_unit ? [] : ['handlingUnit']),
    ...(input.open === before.row.open ? [] : ['open']),
  ]
  if (changes.length === 0) refuse('procedures.unchanged')
  const offer = newId<'offer'>(ctx.now)
  const revision = before.row.revision + 1
  const placed = { id: offer, agency, procedure, version, process: process.id, handlingUnit: unit, open: input.open }
  await endOffer(ctx.db, input.offer, today)
  await insertOffers(ctx.db, [{ ...placed, terms, from: today, revision }])
  const data = { procedure, code: before.code, agency, revision, previous: input.offer, changes }
  ctx.record(offerChanged, { subject: offer, agency, data })
  return { offer, revision }
}
