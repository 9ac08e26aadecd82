import { covers, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { deskViews, type desk as endpoint } from '../contract.ts'
import {
  afterCursor,
  allOf,
  countRows,
  cursorOf,
  readRows,
  rowPages,
  rowsBefore,
  scopeParts,
  withRemaining,
  type Condition,
  type Order,
  type RawRow,
} from './dossier-rows.ts'
import { conditionsOf, dueCondition, type Filter } from './filter.ts'

type View = (typeof deskViews)[number]
const pageSize = 50

/** The work list: what lies with this position, most urgent first, and how much lies in the other heaps. */
export async function readDesk(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const view = input.view ?? 'mine'
  const order = orderOf(view)
  const place = placeOf(ctx, view)
  const filters = conditionsOf(input, ctx.now)
  const where = allOf([...filters, afterCursor(input.after, order)])
  const [rows, counts, extras, urgency] = await Promise.all([
    readRows(ctx, place, where, order, pageSize + 1),
    readCounts(ctx),
    readExtras(ctx),
    readUrgency(ctx, view, filters),
  ])
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  const filtered = filters.length > 0 ? await countRows(ctx, place, allOf(filters)) : (counts[view] ?? 0)
  return {
    view,
    counts,
    total: filtered,
    urgency: { ...urgency, later: Math.max(0, filtered - urgency.late - urgency.today - urgency.hold) },
    rows: await withRemaining(ctx, shown),
    next: rows.length > pageSize && last ? cursorOf(last, order, rowsBefore(input.after) + shown.length) : null,
    ...extras,
    mayReceive: covers(ctx.actor, 'casework.dossier.receive', { agency: ctx.actor.agency, unit: ctx.actor.unit }),
    mayAssign: covers(ctx.actor, 'casework.dossier.assign', { agency: ctx.actor.agency, unit: ctx.actor.unit }),
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

async function readCounts(ctx: Ctx): Promise<Record<string, number>> {
  const counted = await Promise.all(
    deskViews.map(async view => [view, await countRows(ctx, placeOf(ctx, view), sql`true`)] as const),
  )
  return Object.fromEntries(counted)
}

/** How much of a view is late or due today, and where the clock stands; only where urgency orders the list. */
async function readUrgency(
  ctx: Ctx,
  view: View,
  filters: readonly Condition[],
): Promise<{ late: number; today: number; hold: number }> {
  if (view === 'return' || view === 'waiting') return { late: 0, today: 0, hold: 0 }
  const place = placeOf(ctx, view)
  const count = (condition: Condition) => countRows(ctx, place, allOf([...filters, condition]))
  const paused = view === 'elsewhere' ? count(sql`d.paused_since is not null`) : 0
  const [late, today, hold] = await Promise.all([
    count(dueCondition('late', ctx.now)),
    count(dueCondition('today', ctx.now)),
    paused,
  ])
  return { late, today, hold }
}

async function readExtras(ctx: Ctx): Promise<Pick<ReplyOf<typeof endpoint>, 'fields' | 'colleagues'>> {
  const found = await sql<Pick<ReplyOf<typeof endpoint>, 'fields' | 'colleagues'>>`
    select (select coalesce(jsonb_agg(distinct o.field order by o.field), '[]') from procedures.pub_offer o where o.agency = ${ctx.actor.agency}::uuid and o.valid_to is null) as fields,
      (select coalesce(jsonb_agg(jsonb_build_object('position', p.id, 'name', p.person_name, 'title', p.title,
          'open', (select count(*) from casework.dossier d where d.assignee = p.id and d.finished_at is null)) order by p.sort, p.person_name), '[]')
         from directory.pub_position p where p.unit = ${ctx.actor.unit}::uuid and p.person is not null and p.valid_to is null and p.held_to is null) as colleagues`.execute(
    tables<unknown>(ctx.db),
  )
  return found.rows[0] ?? { fields: [], colleagues: [] }
}
