import { fold, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type RawBuilder } from 'kysely'
import type { Channel, LimitUnit, OfferCase, OfferFee, OfferPaper } from '../domain/offer-terms.ts'
import type { ProcessDefinition } from '../domain/process.ts'
import { inForce } from '../store/in-force.ts'
import type { Tables } from '../store/tables.ts'

/** An offer as siblings read it, whatever day it was in force: the row of the view `procedures.pub_offer`. */
export type Offer = {
  id: Id<'offer'>
  agency: Id<'agency'>
  procedure: Id<'procedure'>
  version: Id<'version'>
  process: Id<'process'>
  handling_unit: Id<'unit'> | null
  limit_amount: number
  limit_unit: LimitUnit
  cut_off: string
  due_time: 'hour-of-receipt' | 'end-of-day'
  after_pause: 'restart' | 'pause-and-extend'
  cases: OfferCase[]
  papers: OfferPaper[]
  fees: OfferFee[]
  channels: Channel[]
  open: boolean
  valid_from: string
  valid_to: string | null
  revision: number
  code: string
  name: string
  field: string
  decision: string
  definition: ProcessDefinition
  total_hours: number | null
}

/** An offer by its id, also one that is no longer in force: a dossier pins it. */
export async function offerById(db: Db, id: Id<'offer'>): Promise<Offer | undefined> {
  const found = await sql<{ offer: Offer }>`
    select to_jsonb(o) as offer from procedures.pub_offer o where o.id = ${id}::uuid`.execute(tables<Tables>(db))
  return found.rows[0]?.offer
}

export type OfferSearch = { now: number; agency?: Id<'agency'>; q?: string; limit?: number }
export type FoundOffer = Pick<Offer, 'id' | 'agency' | 'procedure' | 'code' | 'name' | 'field' | 'limit_unit'> & {
  limit_amount: number
  agency_name: string
}

/** Offers that receive dossiers at a moment (epoch ms), by code, name, field or initials, without accents; of one agency or of all. */
export async function searchOffers(db: Db, { now, agency, q = '', limit = 30 }: OfferSearch): Promise<FoundOffer[]> {
  const found = await sql<FoundOffer>`
    select o.id, o.agency, o.procedure, o.code, o.name, o.field, o.limit_amount::float8 as limit_amount, o.limit_unit,
      a.name as agency_name
    from procedures.pub_offer o join directory.pub_agency a on a.id = o.agency
    where ${inForce(now)} and o.open and (${agency ?? null}::uuid is null or o.agency = ${agency ?? null}::uuid)
      and ${matches(q, sql.ref('o.search'), sql.ref('o.initials'))}
    order by o.name, o.id limit ${limit}`.execute(tables<Tables>(db))
  return found.rows
}

/** Every word stands in the text without accents, or the one word given in the initials ("xntthn"). */
export function matches(q: string, search: RawBuilder<unknown>, initials: RawBuilder<unknown>): RawBuilder<boolean> {
  const words = fold(q).split(' ').filter(Boolean).slice(0, 8)
  const [only] = words
  if (only === undefined) return sql<boolean>`true`
  const every = sql.join(
    words.map(word => sql`${search} like ${contains(word)}`),
    sql` and `,
  )
  if (words.length > 1 || only.length < 2) return sql<boolean>`(${every})`
  return sql<boolean>`(${every} or ${initials} like ${contains(only)})`
}

/** The word anywhere, its own wildcards taken literally. */
function contains(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
