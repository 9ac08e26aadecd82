import { covers, forbidden, localDate, Refusal, stale, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { adoptVersion as endpoint } from '../contract/offer.ts'
import { refuse } from '../contract/refusals.ts'
import { termsFindings, type OfferTerms } from '../domain/offer-terms.ts'
import { diffRecords } from '../domain/record-change.ts'
import { recordFees, recordPapers } from '../domain/record-terms.ts'
import { versionAdopted } from '../events.ts'
import { endOffer, insertOffers, lockOffer } from '../store/offer.ts'
import { currentVersion } from '../store/version.ts'

/** Moves an offer to the newest published record. The limit stays the agency's own: a person has read the difference. */
export async function adoptVersion(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const before = await lockOffer(ctx.db, input.offer)
  const { agency, procedure, process, open } = before.row
  if (!covers(ctx.actor, 'procedures.offer.edit', { agency })) forbidden('procedures.offer.edit')
  if (before.row.valid_to !== null) refuse('procedures.offer-closed')
  if (before.row.revision !== input.revision) stale()
  const current = await currentVersion(ctx.db, procedure, before.row.version)
  if (current.id === before.row.version) refuse('procedures.version-not-newer')
  // The reader decided on the version that was shown; another one has come in between.
  if (current.id !== input.version) stale()
  const terms: OfferTerms = {
    ...before.terms,
    ...(input.takePapers ? { papers: recordPapers(current.content) } : {}),
    ...(input.takeFees ? { fees: recordFees(current.content) } : {}),
  }
  const [fault] = termsFindings(terms)
  if (fault) throw new Refusal(fault.code, fault.params, 409, 'takePapers')
  const today = localDate(ctx.now)
  const offer = newId<'offer'>(ctx.now)
  const revision = before.row.revision + 1
  const placed = { id: offer, agency, procedure, version: current.id, process, handlingUnit: before.row.handling_unit }
  await endOffer(ctx.db, input.offer, today)
  await insertOffers(ctx.db, [{ ...placed, terms, open, from: today, revision }])
  const fields = diffRecords(current.pinned, current.content).map(({ field }) => field)
  const data = { procedure, code: before.code, agency, revision, previous: input.offer, version: current.id, fields }
  ctx.record(versionAdopted, { subject: offer, agency, data })
  return { offer, revision }
}
