import { epoch, type Scope } from '@congso/kernel/contract'
import type { Id } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { isoFromServer, tables } from '@congso/kernel/server'
import { calendarFor, calendarOf, type WorkCalendar } from '@congso/worktime'
import { sql, type RawBuilder } from 'kysely'
import type { DossierRow } from '../contract.ts'
import { remainingOf } from '../domain/remaining.ts'
import { readState } from '../domain/dossier-state.ts'
import { ownColumns, unpacked, type PackedRow } from './packed-row.ts'

/** A condition on `casework.dossier d`. */
export type Condition = RawBuilder<unknown>
export type Order = { column: 'due_at' | 'received_at' | 'finished_at' | 'code'; descending?: boolean }

/** One dossier as lists read it. */
export type RawRow = {
  id: Id<'dossier'>
  code: string
  procedure_name: string
  field: string
  channel: DossierRow['channel']
  state: string
  applicant_name: string
  applicant_id_tail: string
  step_name: string
  unit_name: string | null
  assignee: Id<'position'> | null
  assignee_name: string | null
  agency: Id<'agency'>
  agency_name: string
  received_at: string
  due_at: string
  finished_at: string | null
  returned_at: string | null
  paused_since: string | null
  result_no: string | null
  version: number
}

export const everything = sql`true`

/** All conditions together. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? everything : sql.join([...conditions], sql` and `)
}

/** One id is compared, several are looked up in a list: the planner knows what one id costs. */
function among(column: string, ids: readonly string[]): Condition {
  const [first, ...more] = ids
  return first !== undefined && more.length === 0
    ? sql`${sql.ref(column)} = ${first}::uuid`
    : sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`
}

/**
 * The parts of a scope, each of which one index can answer in order: competent agency, place of receipt, unit, own. A list is their
 * union, so that no page reads rows outside the filter.
 */
export function scopeParts(scope: Scope): Condition[] {
  if (scope.all) return [everything]
  const parts: Condition[] = []
  const agencies = scope.agencies ?? []
  const units = scope.units ?? []
  const here = among('d.agency', agencies)
  if (agencies.length > 0) {
    parts.push(here)
    parts.push(sql`${among('d.receiving_agency', agencies)} and not ${here}`)
  }
  const outside = agencies.length > 0 ? sql`and not ${here} and not ${among('d.receiving_agency', agencies)}` : sql``
  const handled = among('d.handling_unit', units)
  if (units.length > 0) {
    parts.push(sql`${handled} ${outside}`)
    parts.push(sql`${among('d.unit', units)} and (d.handling_unit is null or not ${handled}) ${outside}`)
  }
  if (scope.own && scope.position)
    parts.push(sql`d.assignee = ${scope.position}::uuid and not (${among('d.unit', units)}) ${outside}`)
  return parts.length > 0 ? parts : [sql`false`]
}

/** A page of rows in order, one more than asked when there are more; one statement. */
export async function readRows(
  ctx: Ctx,
  parts: readonly Condition[],
  where: Condition,
  order: Order,
  limit: number,
): Promise<RawRow[]> {
  const found = await sql<{ rows: PackedRow[] }>`select ${packedRows(ctx, parts, where, order, limit)} as rows`.execute(
    tables<unknown>(ctx.db),
  )
  return (found.rows[0]?.rows ?? []).map(unpacked)
}

/**
 * The rows of a page as part of a statement. Who holds a position is looked up once for each position of the page; the actor knows
 * their own name.
 */
export function packedRows(
  { actor }: Pick<Ctx, 'actor'>,
  parts: readonly Condition[],
  where: Condition,
  order: Order,
  limit: number,
): RawBuilder<PackedRow[]> {
  const column = sql.ref(order.column)
  const direction = order.descending ? sql`desc` : sql`asc`
  const ordered = sql`order by d.${column} ${direction}, d.id ${direction} limit ${sql.lit(limit)}`
  const columns = sql.join([...ownColumns, 'unit'].map(name => sql.ref(`d.${name}`)))
  const branches = parts.map(
    part => sql`(select ${columns} from casework.dossier d where ${part} and ${where} ${ordered})`,
  )
  const page =
    branches.length === 1 ? branches[0] : sql`select * from (${sql.join(branches, sql` union all `)}) d ${ordered}`
  return sql`(
    with page as materialized (${page}),
    holder as materialized (select q.id, (select p.person_name from directory.pub_position p where p.id = q.id order by p.held_to nulls first limit 1) as name
      from (select distinct assignee as id from page where assignee is distinct from ${actor.position}::uuid and assignee is not null) q)
    select coalesce(json_agg(json_build_array(${sql.join(ownColumns.map(name => sql.ref(`d.${name}`)))}, u.name, a.short_name, case when d.assignee = ${actor.position}::uuid then ${actor.name} else h.name end)
      order by d.${column} ${direction}, d.id ${direction}), '[]')
    from page d
    join directory.pub_agency a on a.id = d.agency
    left join directory.pub_unit u on u.id = d.unit
    left join holder h on h.id = d.assignee)`
}

/** How many rows there are, counted no further than `most`. */
export async function countRows(ctx: Ctx, parts: readonly Condition[], where: Condition, most = 1000): Promise<number> {
  const found = await sql<{ n: number }>`select ${countOf(parts, where, most)} as n`.execute(tables<unknown>(ctx.db))
  return found.rows[0]?.n ?? 0
}

/** The same count as part of a statement. */
export function countOf(parts: readonly Condition[], where: Condition, most = 1000): RawBuilder<number> {
  return sql`(select count(*) from (${unionOf(parts, where, most)}) c)`
}

/** No more than one past `most` of the dossiers of a place, in any order. */
export function unionOf(parts: readonly Condition[], where: Condition, most: number): RawBuilder<unknown> {
  const branches = parts.map(
    part =>
      sql`(select d.due_at, d.paused_since from casework.dossier d where ${part} and ${where} limit ${sql.lit(most + 1)})`,
  )
  return branches.length === 1 && branches[0]
    ? branches[0]
    : sql`select * from (${sql.join(branches, sql` union all `)}) r limit ${sql.lit(most + 1)}`
}

/** Rows with their remaining time, each on the calendar of its own agency. */
export async function withRemaining(ctx: Ctx, rows: readonly RawRow[], edition?: string): Promise<DossierRow[]> {
  const agencies = [...new Set(rows.map(row => row.agency))]
  const calendar = (agency: string) =>
    edition === undefined ? calendarFor(ctx.db, agency) : calendarOf(ctx.db, agency, edition)
  const calendars = new Map(await Promise.all(agencies.map(async agency => [agency, await calendar(agency)] as const)))
  return rows.map(row => viewOf(row, ctx.now, calendars.get(row.agency)))
}

function viewOf(row: RawRow, now: number, calendar: WorkCalendar | undefined): DossierRow {
  if (!calendar) throw new Error(`no calendar for agency ${row.agency}`)
  const timed = {
    receivedAt: epoch(row.received_at),
    dueAt: epoch(row.due_at),
    finishedAt: row.finished_at ? epoch(row.finished_at) : null,
    pausedSince: row.paused_since ? epoch(row.paused_since) : null,
  }
  return {
    id: row.id,
    code: row.code,
    procedureName: row.procedure_name,
    field: row.field,
    channel: row.channel,
    state: readState(row.state),
    applicantName: row.applicant_name,
    applicantId: row.applicant_id_tail,
    stepName: row.step_name,
    unitName: row.unit_name ?? '',
    assignee: row.assignee,
    assigneeName: row.assignee_name ?? '',
    agencyName: row.agency_name,
    receivedAt: isoFromServer(row.received_at),
    dueAt: isoFromServer(row.due_at),
    finishedAt: row.finished_at && isoFromServer(row.finished_at),
    returnedAt: row.returned_at && isoFromServer(row.returned_at),
    resultNo: row.result_no,
    remaining: remainingOf(timed, now, calendar),
    version: row.version,
  }
}

/** The place after a row, for the next page, and how many rows came before it, so that a page can say where it stands. */
export function cursorOf(row: RawRow, order: Order, before = 0): string {
  return `${row[order.column] ?? ''}~${row.id}~${before}`
}

/** How many rows came before the page that a cursor opens. */
export function rowsBefore(cursor: string | undefined): number {
  const count = Number(cursor?.split('~')[2] ?? 0)
  return Number.isSafeInteger(count) && count > 0 ? count : 0
}

/** All rows of a filter in pages, no more than `most`: for exports, which show exactly what the screen would. */
export async function* rowPages(
  ctx: Ctx,
  parts: readonly Condition[],
  filters: readonly Condition[],
  order: Order,
  most: number,
): AsyncGenerator<RawRow[]> {
  let cursor: string | undefined
  for (let count = 0; count < most;) {
    const rows = await readRows(
      ctx,
      parts,
      allOf([...filters, afterCursor(cursor, order)]),
      order,
      Math.min(1000, most - count),
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows
    count += rows.length
    cursor = cursorOf(last, order)
  }
}

/** Continues after a cursor; a cursor that is none continues nowhere. */
export function afterCursor(cursor: string | undefined, order: Order): Condition {
  if (!cursor) return everything
  const [value = '', id = ''] = cursor.split('~')
  if (!/^[0-9a-f-]{36}$/.test(id)) return sql`false`
  const typed = order.column === 'code' ? sql`${value}::text` : sql`${value}::timestamptz`
  return order.descending
    ? sql`(${sql.ref(`d.${order.column}`)}, d.id) < (${typed}, ${id}::uuid)`
    : sql`(${sql.ref(`d.${order.column}`)}, d.id) > (${typed}, ${id}::uuid)`
}
