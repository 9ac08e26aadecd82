import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { termsOf, type OfferRow } from '../store/offer.ts'
import type { Tables } from '../store/tables.ts'

/** An offer with the names its pages show. */
export type NamedOffer = OfferRow & {
  agency_name: string
  unit_name: string
  code: string
  name: string
  field: string
  decision: string
  version_no: number
  process_name: string
  process_no: number
  process_hours: number | null
}

/** Reads an offer with its names, in force or not. */
export async function namedOffer(ctx: Ctx, id: Id<'offer'>): Promise<NamedOffer> {
  const found = await sql<NamedOffer>`
    select o.*, a.name as agency_name, coalesce(u.name, '') as unit_name, p.code, v.name, v.field, v.decision, v.no as version_no,
      c.name as process_name, c.no as process_no, c.total_hours::float8 as process_hours
    from procedures.offer o
    join directory.pub_agency a on a.id = o.agency
    join procedures.procedure p on p.id = o.procedure
    join procedures.version v on v.id = o.version
    join procedures.process c on c.id = o.process
    left join directory.pub_unit u on u.id = o.handling_unit
    where o.id = ${id}::uuid`.execute(tables<Tables>(ctx.db))
  return found.rows[0] ?? notFound()
}

/** What every page of an offer begins with. */
export function headOf(offer: NamedOffer) {
  const { id, procedure, code, name, field, decision, open, revision } = offer
  return {
    id,
    agency: { id: offer.agency, name: offer.agency_name },
    procedure,
    code,
    name,
    field,
    decision,
    versionNo: offer.version_no,
    terms: termsOf(offer),
    open,
    revision,
    validFrom: offer.valid_from,
    validTo: offer.valid_to,
  }
}
