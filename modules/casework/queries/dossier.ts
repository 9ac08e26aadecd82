import { covers, epoch, holds, iso, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import type { ProcessDefinition } from '@congso/procedures'
import { calendarEdition, calendarOf } from '@congso/worktime'
import { sql } from 'kysely'
import type { dossierView as endpoint } from '../contract.ts'
import { actionsFor } from '../domain/action-list.ts'
import { allows, readState } from '../domain/dossier-state.ts'
import { maskParty } from '../domain/party.ts'
import type { PromiseInputs } from '../domain/promise.ts'
import { remainingOf } from '../domain/remaining.ts'
import { stepList, type StepRow } from '../domain/step-list.ts'
import { hasTurn, maySee } from '../domain/turn.ts'
import type { RawRow } from './dossier-rows.ts'
import { keptPromise } from './promise.ts'

type View = ReplyOf<typeof endpoint>

export type RawDossier = RawRow & {
  receiving_agency: Id<'agency'>
  unit: string | null
  handling_unit: string | null
  procedure_code: string
  receipt_no: string
  pickup: View['pickup']
  summary: string
  due_inputs: PromiseInputs
  decision: string
  definition: ProcessDefinition
  total_hours: number | null
  process_from: string | null
  step_key: string
  step: number
  result_title: string | null
  result_signed_at: string | null
  result_signed_by: string
  steps: StepRow[]
  papers: View['papers']
  files: View['files']
  parties: View['parties']
  fees: View['fees']
  notes: View['notes']
  timeline: View['timeline']
  revealed: boolean
  candidates: (View['candidates'][number] & { unit: string })[]
  edition: string
  previous: View['previous']
  next: View['next']
  /** Names by position, of everybody who stands anywhere in the dossier. */
  names: Record<string, string>
}

/** One dossier with everything its page shows, in one statement; personal data masked unless revealed to this account. */
export async function readDossier(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<View> {
  const raw = await rawDossier(ctx, input.id)
  const turn = {
    state: readState(raw.state),
    version: raw.version,
    agency: raw.agency,
    receivingAgency: raw.receiving_agency,
    unit: raw.unit,
    assignee: raw.assignee,
    handlingUnit: raw.handling_unit,
    stepKey: raw.step_key,
  }
  if (!maySee(ctx.actor, turn)) notFound()
  const calendar = await calendarOf(ctx.db, raw.agency, raw.edition)
  const timed = {
    receivedAt: epoch(raw.received_at),
    dueAt: epoch(raw.due_at),
    finishedAt: raw.finished_at ? epoch(raw.finished_at) : null,
    pausedSince: raw.paused_since ? epoch(raw.paused_since) : null,
  }
  const may = (permission: string) =>
    [raw.agency, raw.receiving_agency].some(agency =>
      covers(ctx.actor, permission, { agency, unit: raw.unit, position: raw.assignee }),
    )
  return {
    id: raw.id,
    code: raw.code,
    procedureName: raw.procedure_name,
    field: raw.field,
    channel: raw.channel,
    state: turn.state,
    applicantName: raw.applicant_name,
    applicantId: raw.applicant_id_tail,
    stepName: raw.step_name,
    unitName: raw.unit_name ?? '',
    assignee: raw.assignee,
    assigneeName: raw.assignee_name ?? '',
    agencyName: raw.agency_name,
    receivedAt: iso(timed.receivedAt),
    dueAt: iso(timed.dueAt),
    finishedAt: raw.finished_at && iso(epoch(raw.finished_at)),
    returnedAt: raw.returned_at && iso(epoch(raw.returned_at)),
    resultNo: raw.result_no,
    remaining: remainingOf(timed, ctx.now, calendar),
    version: raw.version,
    procedureCode: raw.procedure_code,
    decision: raw.decision,
    receiptNo: raw.receipt_no,
    pickup: raw.pickup,
    summary: raw.summary,
    promise: keptPromise(raw.due_inputs, iso(timed.dueAt), calendar, ctx.now),
    totalHours: raw.total_hours,
    processFrom: raw.process_from,
    steps: stepList(raw.definition, raw.steps, raw.step, ctx.now, calendar),
    papers: raw.papers,
    files: raw.files,
    fees: raw.fees,
    notes: raw.notes,
    timeline: raw.timeline,
    parties: raw.revealed ? raw.parties : raw.parties.map(maskParty),
    revealed: raw.revealed,
    mayReveal: !raw.revealed && may('casework.personal.read'),
    mayCheck: allows(turn.state, 'check-paper') && hasTurn(ctx.actor, turn) && may('casework.dossier.handle'),
    actions: actionsFor(raw.definition, turn, ctx.actor, {
      signed: raw.result_signed_at !== null,
      toFix: raw.papers.some(paper => paper.verdict === 'to-fix'),
    }),
    candidates:
      may('casework.dossier.assign') || hasTurn(ctx.actor, turn)
        ? raw.candidates.map(({ unit: _unit, ...rest }) => rest)
        : [],
    resultTitle: raw.result_title,
    resultSignedBy: raw.result_signed_by,
    previous: raw.previous,
    next: raw.next,
  }
}

/**
 * The row with its lists, in one statement; not found when it does not exist. People are named once for all places where
 * they stand. Who could be given the dossier is read only for those whose turn it may be or who assign.
 */
export async function rawDossier(ctx: Ctx, id: string): Promise<RawDossier> {
  const { account, position, unit } = ctx.actor
  const mayName = sql`(${holds(ctx.actor, 'casework.dossier.assign')}::boolean or d.assignee = ${position}::uuid or d.unit = ${unit}::uuid)`
  const onDesk = sql`from casework.dossier w where w.assignee = ${position}::uuid and w.finished_at is null and d.finished_at is null`
  const found = await sql<RawDossier>`
    select d.id, d.code, d.procedure_code, d.procedure_name, d.field, d.channel, d.state, d.applicant_name, d.applicant_id_tail, d.step, d.step_key, d.step_name,
      d.agency, d.receiving_agency, d.unit, d.handling_unit, d.assignee, d.received_at, d.due_at, d.due_inputs, d.finished_at, d.returned_at, d.paused_since,
      d.receipt_no, d.pickup, d.summary, d.version, d.result_no, d.result_title, d.result_signed_at, d.result_signed_by::text,
      u.name as unit_name, a.name as agency_name, o.decision, c.definition, c.total_hours::float8, c.valid_from as process_from, ${calendarEdition} as edition,
      (select w.id ${onDesk} and (w.due_at, w.id) < (d.due_at, d.id) order by w.due_at desc, w.id desc limit 1) as previous,
      (select w.id ${onDesk} and (w.due_at, w.id) > (d.due_at, d.id) order by w.due_at, w.id limit 1) as next,
      (select coalesce(json_object_agg(q.id, q.person_name), '{}') from (
          select distinct on (p.id) p.id, p.person_name from directory.pub_position p where p.person_name is not null and p.id in (
            select coalesce(s.finished_by, s.assignee) from casework.step s where s.dossier = d.id
            union all select r.checked_by from casework.paper r where r.dossier = d.id
            union all select d.assignee union all select d.result_signed_by)
          order by p.id, p.held_to desc nulls first) q) as names,
      (select json_agg(json_build_object('no', s.no, 'key', s.key, 'name', s.name, 'who', coalesce(su.name, ''), 'assignee', s.assignee, 'finished_by', s.finished_by, 'budget_minutes', s.budget_minutes,
          'started_at', s.started_at, 'due_at', s.due_at, 'finished_at', s.finished_at, 'used_minutes', s.used_minutes, 'late', s.late, 'comment', s.comment, 'action', s.action) order by s.no)
          from casework.step s left join directory.pub_unit su on su.id = s.unit where s.dossier = d.id) as steps,
      (select coalesce(json_agg(json_build_object('no', p.no, 'name', p.name, 'kind', p.kind, 'originals', p.originals, 'copies', p.copies, 'verdict', p.verdict, 'note', p.note,
          'checkedBy', p.checked_by, 'checkedAt', p.checked_at) order by p.no), '[]') from casework.paper p where p.dossier = d.id) as papers,
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'paper', nullif(f.title, '')::int) order by f.created_at), '[]')
          from files.pub_file f where f.owner_kind = 'casework.dossier' and f.owner = d.id) as files,
      (select coalesce(json_agg(json_build_object('role', r.role, 'kind', r.kind, 'name', r.name, 'idNumber', r.id_number, 'birthDate', r.birth_date, 'phone', r.phone, 'email', r.email, 'address', r.address, 'authorisation', r.authorisation)
          order by array_position(array['applicant', 'owner', 'proxy'], r.role)), '[]') from casework.party r where r.dossier = d.id) as parties,
      (select coalesce(json_agg(json_build_object('name', f.name, 'amount', f.amount, 'state', f.state, 'method', f.method, 'reason', f.reason)), '[]') from casework.fee f where f.dossier = d.id) as fees,
      (select coalesce(json_agg(json_build_object('text', n.text, 'by', coalesce(x.person_name, ''), 'at', n.at) order by n.at desc), '[]') from casework.note n left join directory.pub_account x on x.id = n.account where n.dossier = d.id) as notes,
      (select coalesce(json_agg(json_build_object('at', j.at, 'event', j.event, 'actor', coalesce(x.person_name, ''), 'title', coalesce(t.title, ''), 'data', j.data) order by j.id desc), '[]')
          from kernel.journal j left join directory.pub_account x on x.id = j.account left join lateral (select title from directory.pub_position p where p.id = j.position limit 1) t on true where j.subject = d.id) as timeline,
      exists (select from casework.reveal v where v.dossier = d.id and v.account = ${account}::uuid and v.until > ${iso(ctx.now)}) as revealed,
      case when ${mayName} then (select coalesce(json_agg(json_build_object('position', p.id, 'name', p.person_name, 'title', p.title, 'unit', p.unit,
          'open', (select count(*) from casework.dossier w where w.assignee = p.id and w.finished_at is null)) order by p.sort, p.person_name), '[]')
          from directory.pub_position p where p.unit = coalesce(o.handling_unit, d.unit) and p.person is not null and p.held_to is null and p.valid_to is null) else '[]' end as candidates
    from casework.dossier d
      join directory.pub_agency a on a.id = d.agency
      join procedures.pub_offer o on o.id = d.offer
      join procedures.pub_process c on c.id = d.process
      left join directory.pub_unit u on u.id = d.unit
    where d.id = ${id}::uuid`.execute(tables<unknown>(ctx.db))
  return withNames(found.rows[0] ?? notFound())
}

/** Steps name their last hand, or the unit where nobody has them yet. */
function withNames(raw: RawDossier): RawDossier {
  const name = (position: string | null | undefined) => (position && raw.names[position]) ?? ''
  return {
    ...raw,
    assignee_name: name(raw.assignee),
    result_signed_by: name(raw.result_signed_by),
    steps: raw.steps.map(step => ({ ...step, who: name(step.finished_by ?? step.assignee) || step.who })),
    papers: raw.papers.map(paper => ({ ...paper, checkedBy: name(paper.checkedBy) })),
  }
}
