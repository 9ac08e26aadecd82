import { covers, forbidden, localDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { offerMany as endpoint } from '../contract/offer.ts'
import { refuse } from '../contract/refusals.ts'
import { fittingProcess } from '../domain/process-choice.ts'
import { recordTerms } from '../domain/record-terms.ts'
import { offerOpened } from '../events.ts'
import { agencyFacts, insertOffers, type AgencyFacts, type NewOffer } from '../store/offer.ts'

type Reply = ReplyOf<typeof endpoint>
type Published = AgencyFacts['procedures'][number]

/** Opens what the records decide by themselves, in two statements; each of the others is named with its reason. */
export async function offerMany(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Reply> {
  const { agency } = input
  if (!covers(ctx.actor, 'procedures.offer.edit', { agency })) forbidden('procedures.offer.edit')
  const today = localDate(ctx.now)
  const unit = input.handlingUnit ?? null
  const facts = await agencyFacts(ctx.db, { agency, unit, procedures: input.procedures, today })
  if (!facts.agencyOpen) refuse('procedures.agency-closed', {}, 'agency')
  if (!facts.unitFits) refuse('procedures.unit-elsewhere', {}, 'handlingUnit')
  const planned = facts.procedures.map(published => ({ published, plan: planOf(published, facts) }))
  const wanted = planned.flatMap(({ published, plan }) => {
    if ('reason' in plan) return []
    const placed = { id: newId<'offer'>(ctx.now), agency, procedure: published.id, version: published.version }
    return [{ published, row: { ...placed, ...plan, handlingUnit: unit, open: true, from: today, revision: 1 } }]
  })
  const done = await insertOffers(
    ctx.db,
    wanted.map(({ row }) => row),
  )
  const opened: Reply['opened'] = []
  for (const { published, row } of wanted.filter(each => done.has(each.row.id))) {
    const { code, name, id: procedure } = published
    ctx.record(offerOpened, { subject: row.id, agency, data: { procedure, code, agency, revision: 1 } })
    opened.push({ offer: row.id, code, name })
  }
  const lost = wanted.filter(({ row }) => !done.has(row.id)).map(({ published }) => leftOut(published, OFFERED))
  const left = planned.flatMap(({ published, plan }) => ('reason' in plan ? [leftOut(published, plan.reason)] : []))
  return { agency, opened, left: [...left, ...lost] }
}

const OFFERED = 'procedures.offer-exists'

/** The terms and the process a record decides by itself, or the refusal that opening it would meet. */
function planOf(
  { content, offered }: Published,
  { processes }: AgencyFacts,
): Pick<NewOffer, 'terms' | 'process'> | { reason: string } {
  if (offered) return { reason: OFFERED }
  const { limit, ...rest } = recordTerms(content)
  if (!limit) return { reason: 'procedures.limit-needed' }
  const terms = { ...rest, limit, cases: [] }
  const process = fittingProcess(processes, terms)
  return process ? { terms, process: process.id } : { reason: 'procedures.process-needed' }
}

function leftOut({ id, code, name }: Published, reason: string): Reply['left'][number] {
  return { procedure: id, code, name, reason }
}
