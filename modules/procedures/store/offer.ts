import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Selectable } from 'kysely'
import type { ProcessDefinition } from '../domain/process.ts'
import type { OfferTerms } from '../domain/offer-terms.ts'
import type { NationalRecord } from '../domain/record-shape.ts'
import type { Tables } from './tables.ts'

export type OfferRow = Selectable<Tables['procedures.offer']>

/** An offer held for a change, with what its history names. */
export type HeldOffer = { row: OfferRow; terms: OfferTerms; code: string }

/** An offer, locked until the command is done. */
export async function lockOffer(db: Db, id: Id<'offer'>): Promise<HeldOffer> {
  const found = await sql<OfferRow & { code: string }>`
    select o.*, p.code from procedures.offer o join procedures.procedure p on p.id = o.procedure
    where o.id = ${id}::uuid for update of o`.execute(tables<Tables>(db))
  const { code, ...row } = found.rows[0] ?? notFound()
  return { row, terms: termsOf(row), code }
}

/** The terms of a stored offer. */
export function termsOf(row: Omit<OfferRow, 'id' | 'agency' | 'procedure' | 'version' | 'process'>): OfferTerms {
  return {
    limit: { amount: Number(row.limit_amount), unit: row.limit_unit },
    cutOff: row.cut_off,
    dueTime: row.due_time,
    afterPause: row.after_pause,
    cases: row.cases,
    papers: row.papers,
    fees: row.fees,
    channels: row.channels,
  }
}

/** A published process that an agency may use. */
export type UsableProcess = {
  id: Id<'process'>
  line: string
  no: number
  agency: Id<'agency'> | null
  total_hours: number | null
  definition: ProcessDefinition
}

/** What opening or changing offers of an agency is decided from. */
export type AgencyFacts = {
  agencyOpen: boolean
  unitFits: boolean
  processes: UsableProcess[]
  procedures: {
    id: Id<'procedure'>
    code: string
    name: string
    version: Id<'version'>
    no: number
    content: NationalRecord
    offered: boolean
  }[]
}

/** Reads in one statement: whether agency and unit are open on the day, the published processes, the records asked for. */
export async function agencyFacts(
  db: Db,
  asked: { agency: Id<'agency'>; unit: Id<'unit'> | null; procedures: readonly Id<'procedure'>[]; today: string },
): Promise<AgencyFacts> {
  const { agency, unit, today } = asked
  const found = await sql<{ facts: AgencyFacts }>`
    select jsonb_build_object(
      'agencyOpen', exists (select from directory.pub_agency a where a.id = ${agency}::uuid
        and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to > ${today}::date)),
      'unitFits', ${unit}::uuid is null or exists (select from directory.pub_unit u where u.id = ${unit}::uuid and u.agency = ${agency}::uuid
        and u.valid_from <= ${today}::date and (u.valid_to is null or u.valid_to > ${today}::date)),
      'processes', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'line', c.line, 'no', c.no, 'agency', c.agency,
          'total_hours', c.total_hours, 'definition', c.definition) order by c.agency nulls last, c.no desc, c.id), '[]')
        from procedures.process c where c.state = 'published' and (c.agency is null or c.agency = ${agency}::uuid)),
      'procedures', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'name', v.name, 'version', v.id, 'no', v.no,
          'content', v.content, 'offered', o.id is not null) order by p.code), '[]')
        from procedures.procedure p join procedures.version v on v.id = p.current
        left join procedures.offer o on o.procedure = p.id and o.agency = ${agency}::uuid and (o.valid_to is null or o.valid_to > ${today}::date)
        where p.id = any (${asked.procedures}::uuid[]))
    ) as facts`.execute(tables<Tables>(db))
  return found.rows[0]?.facts ?? notFound()
}

/** An offer to be written. */
export type NewOffer = {
  id: Id<'offer'>
  agency: Id<'agency'>
  procedure: Id<'procedure'>
  version: Id<'version'>
  process: Id<'process'>
  handlingUnit: Id<'unit'> | null
  terms: OfferTerms
  open: boolean
  from: string
  revision: number
}

/** Writes offers in one statement; the ids of those that were not offered by the agency already. */
export async function insertOffers(db: Db, offers: readonly NewOffer[]): Promise<ReadonlySet<string>> {
  if (offers.length === 0) return new Set()
  const rows = offers.map(({ terms, handlingUnit, from, ...rest }) => ({
    ...rest,
    handling_unit: handlingUnit,
    limit_amount: terms.limit.amount,
    limit_unit: terms.limit.unit,
    cut_off: terms.cutOff,
    due_time: terms.dueTime,
    after_pause: terms.afterPause,
    cases: terms.cases,
    papers: terms.papers,
    fees: terms.fees,
    channels: terms.channels,
    valid_from: from,
  }))
  const done = await sql<{ id: string }>`
    insert into procedures.offer (id, agency, procedure, version, process, handling_unit, limit_amount, limit_unit, cut_off, due_time,
      after_pause, cases, papers, fees, channels, open, valid_from, revision)
    select id, agency, procedure, version, process, handling_unit, limit_amount, limit_unit, cut_off, due_time,
      after_pause, cases, papers, fees, channels, open, valid_from, revision
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, agency uuid, procedure uuid, version uuid, process uuid,
      handling_unit uuid, limit_amount numeric, limit_unit text, cut_off text, due_time text, after_pause text, cases jsonb,
      papers jsonb, fees jsonb, channels text[], open boolean, valid_from date, revision integer)
    on conflict (agency, procedure) where valid_to is null do nothing
    returning id`.execute(tables<Tables>(db))
  return new Set(done.rows.map(row => row.id))
}

/** Ends an offer on a day: it is no longer in force, and dossiers that pin it still read it. */
export async function endOffer(db: Db, id: Id<'offer'>, on: string): Promise<void> {
  await tables<Tables>(db).updateTable('procedures.offer').set({ valid_to: on }).where('id', '=', id).execute()
}
