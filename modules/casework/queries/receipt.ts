import { iso, epoch, notFound, type InputOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Issuer, pickups, receiptPdf as endpoint } from '../contract.ts'
import { issuerOf, type Counter } from '../domain/issuer.ts'
import { maskIdNumber } from '../domain/party.ts'
import type { PromiseInputs } from '../domain/promise.ts'
import { maySee, type Turn } from '../domain/turn.ts'

type Person = { name: string; idNumber: string; address: string; phone: string; email: string }

/** What Form 01 says of a dossier; identifiers only by their first and last digits. */
export type ReceiptFacts = {
  issuer: Issuer
  number: string
  code: string
  secret: string
  /** Where this installation is found from outside. */
  publicUrl: string
  applicant: Person
  /** Whom the applicant files for, and by what paper. */
  principal: (Person & { authorisation: string }) | null
  content: string
  papers: { name: string; originals: number; copies: number; electronic: boolean }[]
  sets: number
  limit: PromiseInputs
  receivedAt: string
  dueAt: string
  pickup: (typeof pickups)[number]
  receiver: string
}

type Row = Omit<ReceiptFacts, 'issuer' | 'applicant' | 'principal'> & {
  counter: Counter
  turn: Pick<Turn, 'agency' | 'receivingAgency' | 'unit' | 'handlingUnit' | 'assignee'>
  parties: (Person & { role: string; authorisation: string })[]
}

/** Everything the receipt slip prints, in one statement. */
export async function readReceipt(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReceiptFacts> {
  const { counter, turn, parties, ...row } = await rawReceipt(ctx, input.id)
  if (!maySee(ctx.actor, turn)) notFound()
  const masked = parties.map(party => ({ ...party, idNumber: maskIdNumber(party.idNumber) }))
  const applicant = masked.find(party => party.role === 'applicant') ?? nobody
  const owner = masked.find(party => party.role === 'owner')
  const authorisation = masked.find(party => party.role === 'proxy')?.authorisation ?? ''
  return {
    ...row,
    issuer: issuerOf(counter),
    applicant,
    principal: owner ? { ...owner, authorisation } : null,
    receivedAt: iso(epoch(row.receivedAt)),
    dueAt: iso(epoch(row.dueAt)),
  }
}

const nobody: Person = { name: '', idNumber: '', address: '', phone: '', email: '' }

async function rawReceipt(ctx: Ctx, id: string): Promise<Row> {
  const found = await sql<{ row: Row }>`
    select jsonb_build_object(
      'counter', jsonb_build_object('agencyName', a.name, 'agencyShortName', a.short_name, 'agencyKind', a.kind, 'parentShortName', coalesce(p.short_name, ''), 'unitName', coalesce(u.name, ''), 'unitKind', coalesce(u.kind, '')),
      'turn', jsonb_build_object('agency', d.agency, 'receivingAgency', d.receiving_agency, 'unit', d.unit, 'handlingUnit', d.handling_unit, 'assignee', d.assignee),
      'number', d.receipt_no, 'code', d.code, 'secret', d.secret, 'content', coalesce(nullif(d.summary, ''), d.procedure_name), 'sets', d.copies_of_file, 'limit', d.due_inputs,
      'receivedAt', d.received_at, 'dueAt', d.due_at, 'pickup', d.pickup, 'receiver', coalesce(r.person_name, ''),
      'publicUrl', coalesce((select value #>> '{}' from kernel.setting where name = 'public-url'), 'http://localhost:3000'),
      'parties', (select coalesce(jsonb_agg(jsonb_build_object('role', y.role, 'name', y.name, 'idNumber', y.id_number, 'address', y.address, 'phone', y.phone, 'email', y.email, 'authorisation', y.authorisation)), '[]')
          from casework.party y where y.dossier = d.id),
      'papers', (select coalesce(jsonb_agg(jsonb_build_object('name', w.name, 'originals', w.originals, 'copies', w.copies, 'electronic', w.scanned) order by w.no), '[]')
          from (select x.*, exists (select from files.pub_file f where f.owner_kind = 'casework.dossier' and f.owner = d.id and f.title = x.no::text) as scanned from casework.paper x where x.dossier = d.id) w
          where w.kind = 'submit' and (w.originals > 0 or w.copies > 0 or w.scanned))
    ) as row
    from casework.dossier d
      join directory.pub_agency a on a.id = d.receiving_agency
      left join directory.pub_agency p on p.id = a.parent
      left join lateral (select q.person_name, q.unit from directory.pub_position q where q.id = d.received_by and q.held_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date order by q.held_from desc limit 1) r on true
      left join directory.pub_unit u on u.id = r.unit
    where d.id = ${id}::uuid`.execute(tables<unknown>(ctx.db))
  return found.rows[0]?.row ?? notFound()
}
