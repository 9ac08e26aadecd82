import { notFound, type Actor, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import type { ProcessDefinition } from '@congso/procedures'
import { sql } from 'kysely'
import { maySee, type Turn } from '../domain/turn.ts'
import { readState } from '../domain/dossier-state.ts'
import type { Candidate } from '../domain/route.ts'

/** A dossier held for a change: locked until the transaction ends, with all that deciding its next move needs. */
export type HeldDossier = Turn & {
  id: Id<'dossier'>
  code: string
  step: number
  stepName: string
  stepStartedAt: string
  stepDueAt: string | null
  receivedAt: string
  dueAt: string
  resultTitle: string | null
  resultSignedAt: string | null
  procedureName: string
  definition: ProcessDefinition
  candidates: Candidate[]
  before: Record<string, string>
  papers: { no: number; name: string; kind: string; verdict: string }[]
}

type Raw = Omit<HeldDossier, 'state'> & { state: string }

/** Locks a dossier and reads it; it does not exist for who may not see it. */
export async function holdDossier(db: Db, id: string, actor: Actor, today: string): Promise<HeldDossier> {
  const database = tables<unknown>(db)
  // The lock is a statement of its own, sent ahead: what is read after it sees all that whoever held it has written.
  const locking = sql`select from casework.dossier where id = ${id}::uuid for update`.execute(database)
  const reading = sql<{ held: Raw }>`
    select jsonb_build_object(
      'id', d.id, 'code', d.code, 'state', d.state, 'version', d.version, 'agency', d.agency, 'receivingAgency', d.receiving_agency,
      'unit', d.unit, 'assignee', d.assignee, 'step', d.step, 'stepKey', d.step_key, 'stepName', d.step_name,
      'stepStartedAt', s.started_at, 'stepDueAt', s.due_at, 'receivedAt', d.received_at, 'dueAt', d.due_at,
      'resultTitle', d.result_title, 'resultSignedAt', d.result_signed_at, 'procedureName', d.procedure_name,
      'handlingUnit', d.handling_unit, 'definition', p.definition,
      'candidates', (select coalesce(jsonb_agg(jsonb_build_object('position', c.id, 'unit', c.unit, 'agency', c.agency, 'unitKind', u.kind, 'rank', c.rank, 'person', c.person, 'open', 0) order by c.sort, c.id), '[]')
         from directory.pub_position c join directory.pub_unit u on u.id = c.unit
         where c.agency in (d.agency, d.receiving_agency) and c.valid_from <= ${today}::date and (c.valid_to is null or c.valid_to > ${today}::date)
           and c.held_from <= ${today}::date and (c.held_to is null or c.held_to > ${today}::date)),
      'before', (select coalesce(jsonb_object_agg(b.key, b.finished_by), '{}') from (
         select distinct on (key) key, finished_by from casework.step where dossier = d.id and finished_by is not null order by key, no desc) b),
      'papers', (select coalesce(jsonb_agg(jsonb_build_object('no', a.no, 'name', a.name, 'kind', a.kind, 'verdict', a.verdict) order by a.no), '[]') from casework.paper a where a.dossier = d.id)
    ) as held
    from casework.dossier d join casework.step s on s.dossier = d.id and s.no = d.step
      join procedures.pub_process p on p.id = d.process
    where d.id = ${id}::uuid`.execute(database)
  const [, found] = await Promise.all([locking, reading])
  const raw = found.rows[0]?.held ?? notFound()
  const held: HeldDossier = { ...raw, state: readState(raw.state) }
  return maySee(actor, held) ? held : notFound()
}

/** What a move writes. */
export type MoveWrite = {
  dossier: HeldDossier
  state: string
  status: number
  by: string | null
  now: string
  action: string
  comment: string
  usedMinutes: number
  late: boolean
  next: {
    key: string
    name: string
    role: string
    unit: string | null
    assignee: string | null
    budgetMinutes: number | null
    dueAt: string | null
  } | null
  finishedAt?: string | null
  outcome?: string | null
  returnedAt?: string | null
  resultNo?: string | null
  resultTitle?: string | null
  signedBy?: string | null
  signedAt?: string | null
}

/** Ends the current step and begins the next in one statement; the new version. */
export async function storeMove(db: Db, move: MoveWrite): Promise<number> {
  const { dossier, next } = move
  const found = await sql<{ version: number }>`
    with ended as (
      update casework.step set finished_at = ${move.now}, finished_by = ${move.by}, action = ${move.action}, comment = ${move.comment},
        used_minutes = ${move.usedMinutes}, late = ${move.late}
      where dossier = ${dossier.id} and no = ${dossier.step} and finished_at is null returning no
    ), begun as (
      insert into casework.step (dossier, no, key, name, role, unit, assignee, budget_minutes, started_at, due_at)
      select ${dossier.id}::uuid, ${dossier.step}::int + 1, ${next?.key ?? null}::text, ${next?.name ?? null}::text, ${next?.role ?? null}::text, ${next?.unit ?? null}::uuid,
        ${next?.assignee ?? null}::uuid, ${next?.budgetMinutes ?? null}::int, ${move.now}::timestamptz, ${next?.dueAt ?? null}::timestamptz
      where ${next !== null} returning no
    )
    update casework.dossier set version = version + 1, state = ${move.state}, status = ${move.status},
      step = coalesce((select no from begun), step), step_key = ${next?.key ?? dossier.stepKey}, step_name = ${next?.name ?? dossier.stepName},
      step_due_at = ${next?.dueAt ?? null}, unit = ${next ? next.unit : dossier.unit}, assignee = ${next ? next.assignee : null},
      finished_at = coalesce(${move.finishedAt ?? null}::timestamptz, finished_at), outcome = coalesce(${move.outcome ?? null}::text, outcome),
      clock_state = case when ${move.finishedAt ?? null}::timestamptz is null then clock_state else 'finished' end,
      returned_at = coalesce(${move.returnedAt ?? null}::timestamptz, returned_at), result_no = coalesce(${move.resultNo ?? null}::text, result_no),
      result_title = coalesce(${move.resultTitle ?? null}::text, result_title), result_signed_by = coalesce(${move.signedBy ?? null}::uuid, result_signed_by),
      result_signed_at = coalesce(${move.signedAt ?? null}::timestamptz, result_signed_at)
    where id = ${dossier.id} and exists (select from ended)
    returning version`.execute(tables<unknown>(db))
  const version = found.rows[0]?.version
  if (version === undefined) throw new Error('the held step had already ended')
  return version
}

/** Gives the running step to a position; the new version. */
export async function storeAssignee(db: Db, dossier: HeldDossier, assignee: string, unit: string): Promise<number> {
  const found = await sql<{ version: number }>`
    with given as (update casework.step set assignee = ${assignee}, unit = ${unit} where dossier = ${dossier.id} and no = ${dossier.step})
    update casework.dossier set assignee = ${assignee}, unit = ${unit}, version = version + 1 where id = ${dossier.id} returning version`.execute(
    tables<unknown>(db),
  )
  return found.rows[0]?.version ?? dossier.version
}
