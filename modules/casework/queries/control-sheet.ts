import { epoch, iso, notFound, type InputOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { controlSheetPdf as endpoint, Issuer } from '../contract.ts'
import { handOvers, type HandOver, type StepFact } from '../domain/hand-over.ts'
import { issuerOf, type Counter } from '../domain/issuer.ts'
import { maySee, type Turn } from '../domain/turn.ts'

/** What Form 06 says of a dossier's way from hand to hand. */
export type ControlSheetFacts = {
  issuer: Issuer
  code: string
  handlingAgency: string
  receivedAt: string
  dueAt: string
  handOvers: HandOver[]
}

type Row = Omit<ControlSheetFacts, 'issuer' | 'handOvers'> & {
  counter: Counter
  turn: Pick<Turn, 'agency' | 'receivingAgency' | 'unit' | 'handlingUnit' | 'assignee'>
  steps: StepFact[]
}

/** Everything the control sheet prints, in one statement. */
export async function readControlSheet(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ControlSheetFacts> {
  const { counter, turn, steps, ...row } = await rawSheet(ctx, input.id)
  if (!maySee(ctx.actor, turn)) notFound()
  return {
    ...row,
    issuer: issuerOf(counter),
    receivedAt: iso(epoch(row.receivedAt)),
    dueAt: iso(epoch(row.dueAt)),
    handOvers: handOvers(steps),
  }
}

async function rawSheet(ctx: Ctx, id: string): Promise<Row> {
  const found = await sql<{ row: Row }>`
    select jsonb_build_object(
      'counter', jsonb_build_object('agencyName', a.name, 'agencyShortName', a.short_name, 'agencyKind', a.kind, 'parentShortName', coalesce(p.short_name, ''), 'unitName', coalesce(u.name, ''), 'unitKind', coalesce(u.kind, '')),
      'turn', jsonb_build_object('agency', d.agency, 'receivingAgency', d.receiving_agency, 'unit', d.unit, 'handlingUnit', d.handling_unit, 'assignee', d.assignee),
      'code', d.code, 'handlingAgency', h.name, 'receivedAt', d.received_at, 'dueAt', d.due_at,
      'steps', (select coalesce(jsonb_agg(jsonb_build_object('unitName', coalesce(su.name, ''), 'giver', coalesce(g.person_name, ''), 'taker', coalesce(t.person_name, ''),
          'finishedAt', s.finished_at, 'dueAt', s.due_at, 'late', s.late, 'comment', s.comment) order by s.no), '[]')
          from casework.step s left join directory.pub_unit su on su.id = s.unit
            left join lateral (select q.person_name from directory.pub_position q where q.id = s.finished_by and q.held_from <= (s.finished_at at time zone 'Asia/Ho_Chi_Minh')::date order by q.held_from desc limit 1) g on true
            left join lateral (select q.person_name from directory.pub_position q where q.id = coalesce(s.finished_by, s.assignee) order by q.held_to nulls first limit 1) t on true
          where s.dossier = d.id)
    ) as row
    from casework.dossier d
      join directory.pub_agency a on a.id = d.receiving_agency
      join directory.pub_agency h on h.id = d.agency
      left join directory.pub_agency p on p.id = a.parent
      left join lateral (select q.unit from directory.pub_position q where q.id = d.received_by limit 1) r on true
      left join directory.pub_unit u on u.id = r.unit
    where d.id = ${id}::uuid`.execute(tables<unknown>(ctx.db))
  return found.rows[0]?.row ?? notFound()
}
