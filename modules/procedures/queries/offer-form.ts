import { covers, forbidden, localDate, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { editOffer, newOffer } from '../contract/offer.ts'
import { refuse } from '../contract/refusals.ts'
import { fittingProcess } from '../domain/process-choice.ts'
import { recordTerms } from '../domain/record-terms.ts'
import { timeWords } from '../domain/time-limit.ts'
import type { NationalRecord } from '../domain/record-shape.ts'
import { agencyFacts } from '../store/offer.ts'
import type { Tables } from '../store/tables.ts'
import { openUnits } from './agencies.ts'
import { headOf, namedOffer } from './held-offer.ts'

/** The form of an offer that is not there yet, filled in with what the record gives by itself. */
export async function prepareOffer(ctx: Ctx, input: InputOf<typeof newOffer>): Promise<ReplyOf<typeof newOffer>> {
  const { agency, procedure } = input
  if (!covers(ctx.actor, 'procedures.offer.edit', { agency })) forbidden('procedures.offer.edit')
  const today = localDate(ctx.now)
  const [name, facts, units, names] = await Promise.all([
    agencyName(ctx, agency),
    agencyFacts(ctx.db, { agency, unit: null, procedures: [procedure], today }),
    openUnits(ctx.db, agency, today),
    processChoices(ctx, agency),
  ])
  const published = facts.procedures[0] ?? notFound()
  const { code, content } = published
  const { limit, ...rest } = recordTerms(content)
  return {
    agency: { id: agency, name },
    procedure: { id: procedure, code, name: published.name, field: content.field ?? '' },
    terms: { ...rest, cases: [], limit: limit ?? null },
    published: publishedTimes(content),
    process: limit ? (fittingProcess(facts.processes, { limit, cases: [] })?.id ?? null) : null,
    units,
    processes: names,
  }
}

/** The form of an offer in force; a replaced one has no form. */
export async function prepareChange(ctx: Ctx, input: InputOf<typeof editOffer>): Promise<ReplyOf<typeof editOffer>> {
  const offer = await namedOffer(ctx, input.offer)
  const { agency } = offer
  if (!covers(ctx.actor, 'procedures.offer.edit', { agency })) forbidden('procedures.offer.edit')
  if (offer.valid_to !== null) refuse('procedures.offer-closed')
  const [units, processes] = await Promise.all([
    openUnits(ctx.db, agency, localDate(ctx.now)),
    processChoices(ctx, agency),
  ])
  return { ...headOf(offer), handlingUnit: offer.handling_unit, process: offer.process, units, processes }
}

type Choice = ReplyOf<typeof newOffer>['processes'][number]

/** Published processes an agency may use: its own and the common ones. */
async function processChoices(ctx: Ctx, agency: Id<'agency'>): Promise<Choice[]> {
  const found = await sql<Choice>`
    select id, name, no, total_hours::float8 as "totalHours" from procedures.process
    where state = 'published' and (agency is null or agency = ${agency}::uuid)
    order by total_hours nulls last, name, no desc`.execute(tables<Tables>(ctx.db))
  return found.rows
}

async function agencyName(ctx: Ctx, agency: Id<'agency'>): Promise<string> {
  const found = await sql<{ name: string }>`select name from directory.pub_agency where id = ${agency}::uuid`.execute(
    tables<Tables>(ctx.db),
  )
  return found.rows[0]?.name ?? notFound()
}

function publishedTimes({ channels }: NationalRecord) {
  return channels.flatMap(({ channel, times }) =>
    times.map(time => ({ channel, text: time.reading === 'published' ? time.published : timeWords(time) })),
  )
}
