import { addDays, atLocal, covers, iso, localDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { inForce } from '@congso/procedures'
import { calendarEdition } from '@congso/worktime'
import { sql } from 'kysely'
import { deskViews, type desk as endpoint } from '../contract.ts'
import {
  afterCursor,
  allOf,
  countOf,
  cursorOf,
  everything,
  packedRows,
  rowPages,
  rowsBefore,
  scopeParts,
  unionOf,
  withRemaining,
  type Condition,
  type Order,
  type RawRow,
} from './dossier-rows.ts'
import { conditionsOf, type Filter } from './filter.ts'
import { unpacked, type PackedRow } from './packed-row.ts'

type View = (typeof deskViews)[number]
const pageSize = 50

type Raw = Pick<ReplyOf<typeof endpoint>, 'counts' | 'fields' | 'colleagues'> & {
  rows: PackedRow[]
  tally: { total: number; late: number; today: number; hold: number }
  edition: string
}
const nothing: Raw = {
  rows: [],
  counts: {},
  fields: [],
  colleagues: [],
  tally: { total: 0, late: 0, today: 0, hold: 0 },
  edition: '',
}

/** The work list: what lies with this position, most urgent first, and how much lies in the other heaps; one statement. */
export async function readDesk(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const view = input.view ?? 'mine'
  const order = orderOf(view)
  const place = placeOf(ctx, view)
  const filters = conditionsOf(input, ctx.now)
  const where = allOf([...filters, afterCursor(input.after, order)])
  const mayAssign = covers(ctx.actor, 'casework.dossier.assign', { agency: ctx.actor.agency, unit: ctx.actor.unit })
  // Without a filter the shown heap's own tally is its count.
  const others = deskViews.filter(heap => heap !== view || filters.length > 0)
  const heaps = others.map(heap => sql`${sql.lit(heap)}, ${countOf(placeOf(ctx, heap), everything)}`)
  const found = await sql<Raw>`
    select ${packedRows(ctx, place, where, order, pageSize + 1)} as rows, json_build_object(${sql.join(heaps)}) as counts,
      ${tallyOf(ctx, place, allOf(filters))} as tally, ${fieldsOf(ctx)} as fields, ${mayAssign ? colleaguesOf(ctx) : sql`'[]'::json`} as colleagues, ${calendarEdition} as edition`.execute(
    tables<unknown>(ctx.db),
  )
  const { rows: packed, counts, tally, fields, colleagues, edition } = found.rows[0] ?? nothing
  const rows = packed.map(unpacked)
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const urgent = view !== 'return' && view !== 'waiting'
  const { total, late, today, hold } = tally
  return {
    view,
    counts: { [view]: total, ...counts },
    total,
    urgency: urgent
      ? { late, today, hold, later: Math.max(0, total - late - today - hold) }
      : { late: 0, today: 0, hold: 0, later: total },
    rows: await withRemaining(ctx, shown, edition),
    next: rows.length > pageSize && last ? cursorOf(last, order, rowsBefore(input.after) + shown.length) : null,
    fields,
    colleagues,
    mayReceive: covers(ctx.actor, 'casework.dossier.receive', { agency: ctx.actor.agency, unit: ctx.actor.unit }),
    mayAssign,
  }
}

/** All rows of a view under its filters in pages, for exports. */
export function deskPages(ctx: Ctx, view: View, filter: Filter, most: number): AsyncGenerator<RawRow[]> {
  return rowPages(ctx, placeOf(ctx, view), conditionsOf(filter, ctx.now), orderOf(view), most)
}

function orderOf(view: View): Order {
  return view === 'return' ? { column: 'finished_at' } : { column: 'due_at' }
}

/** The heaps: mine, unclaimed in my unit, waiting for the citizen, ready to return here, gone on to others. */
function placeOf(ctx: Ctx, view: View): Condition[] {
  const { position, unit, agency } = ctx.actor
  const open = sql`d.finished_at is null and d.paused_since is null`
  if (view === 'mine') return [sql`d.assignee = ${position}::uuid and ${open}`]
  if (view === 'unit') return [sql`d.unit = ${unit}::uuid and d.assignee is null and ${open}`]
  if (view === 'waiting')
    return [sql`d.agency = ${agency}::uuid and d.finished_at is null and d.paused_since is not null`]
  if (view === 'return')
    return [sql`d.receiving_agency = ${agency}::uuid and d.finished_at is not null and d.returned_at is null`]
  return scopeParts(ctx.scope('casework.dossier.read')).map(
    part =>
      sql`${part} and d.finished_at is null and d.assignee is distinct from ${position}::uuid and (d.assignee is not null or d.unit is distinct from ${unit}::uuid)`,
  )
}

/** How many of a view there are under its filters, how many are late or due today, and where the clock stands. */
function tallyOf(ctx: Ctx, place: readonly Condition[], filters: Condition) {
  const running = sql`paused_since is null`
  const [now, tomorrow] = [iso(ctx.now), iso(atLocal(addDays(localDate(ctx.now), 1)))]
  return sql`(select json_build_object('total', count(*), 'late', count(*) filter (where ${running} and due_at < ${now}::timestamptz),
      'today', count(*) filter (where ${running} and due_at >= ${now}::timestamptz and due_at < ${tomorrow}::timestamptz), 'hold', count(paused_since))
    from (${unionOf(place, filters, 1000)}) t)`
}

function fieldsOf(ctx: Ctx) {
  return sql`(select coalesce(json_agg(distinct o.field order by o.field), '[]') from procedures.pub_offer o where o.agency = ${ctx.actor.agency}::uuid and ${inForce(ctx.now)})`
}

/** Who in the unit can be given work, with how much each has in hand. */
function colleaguesOf(ctx: Ctx) {
  return sql`(select coalesce(json_agg(json_build_object('position', p.id, 'name', p.person_name, 'title', p.title,
      'open', (select count(*) from casework.dossier d where d.assignee = p.id and d.finished_at is null)) order by p.sort, p.person_name), '[]')
    from directory.pub_position p where p.unit = ${ctx.actor.unit}::uuid and p.person is not null and p.valid_to is null and p.held_to is null)`
}
