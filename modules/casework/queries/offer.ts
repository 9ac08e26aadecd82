import { iso, localDate, notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { inForce, type ProcessDefinition } from '@congso/procedures'
import { sql } from 'kysely'
import type { Candidate } from '../domain/route.ts'

/** A paper as the offer lists it. */
export type OfferPaper = {
  no: number
  group?: string
  name: string
  kind: 'submit' | 'show' | 'note'
  originals: number
  copies: number
  form?: string
}
export type OfferCase = { key: string; name: string; amount: number; unit: Offer['limit_unit']; papers?: number[] }
export type OfferFee = { name: string; amount: number | null; text: string }

/** What receiving a dossier needs to know of an offer. */
export type Offer = {
  id: Id<'offer'>
  agency: Id<'agency'>
  agency_name: string
  agency_code: string
  version: string
  process: string
  handling_unit: string | null
  limit_amount: string
  limit_unit: 'working-day' | 'working-hour' | 'calendar-day' | 'month' | 'year' | 'same-day'
  cut_off: string
  due_time: 'hour-of-receipt' | 'end-of-day'
  after_pause: 'restart' | 'pause-and-extend'
  cases: OfferCase[]
  papers: OfferPaper[]
  fees: OfferFee[]
  channels: string[]
  /** Whether it takes dossiers: in force at the moment, and not stopped. */
  open: boolean
  revision: number
  code: string
  name: string
  field: string
  decision: string
  definition: ProcessDefinition
}

export type IntakeFacts = {
  offer: Offer
  candidates: Candidate[]
  code_series: string | null
  receipt_series: string | null
}

/** Everything the receipt of a dossier is decided from, in one statement. */
export async function intakeFacts(db: Db, offer: string, receivingAgency: string, now: number): Promise<IntakeFacts> {
  const today = localDate(now)
  const found = await sql<IntakeFacts>`
    select to_jsonb(o) || jsonb_build_object('agency_name', a.name, 'agency_code', a.code, 'open', o.open and ${inForce(now)}) as offer,
      (select coalesce(jsonb_agg(jsonb_build_object('position', p.id, 'unit', p.unit, 'agency', p.agency, 'unitKind', u.kind, 'rank', p.rank, 'person', p.person, 'open', 0) order by p.sort, p.id), '[]')
         from directory.pub_position p join directory.pub_unit u on u.id = p.unit
         where p.agency in (o.agency, ${receivingAgency}) and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date)
           and p.held_from <= ${today}::date and (p.held_to is null or p.held_to > ${today}::date)) as candidates,
      numbering.series_of('dossier-code', ${receivingAgency}::uuid, ${iso(now)}) as code_series,
      numbering.series_of('receipt-slip', ${receivingAgency}::uuid, ${iso(now)}) as receipt_series
    from procedures.pub_offer o join directory.pub_agency a on a.id = o.agency
    where o.id = ${offer}::uuid`.execute(tables<unknown>(db))
  return found.rows[0] ?? notFound()
}
