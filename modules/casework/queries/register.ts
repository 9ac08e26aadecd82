import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { dossierRegister as endpoint } from '../contract.ts'
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
import { figureCondition, isFigure } from './figure.ts'
import { conditionsOf } from './filter.ts'

type Input = InputOf<typeof endpoint>
const pageSize = 50
const countedTo = 1000

/** Every dossier the actor may see under a filter; the count is exact up to a thousand. */
export async function readRegister(ctx: Ctx, input: Input): Promise<ReplyOf<typeof endpoint>> {
  const order = orderOf(input)
  const parts = scopeParts(ctx.scope('casework.dossier.read'))
  const filters = filtersOf(input, ctx.now)
  const [rows, total, fields] = await Promise.all([
    readRows(ctx, parts, allOf([...filters, afterCursor(input.after, order)]), order, pageSize + 1),
    countRows(ctx, parts, allOf(filters), countedTo),
    readFields(ctx),
  ])
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    rows: await withRemaining(ctx, shown),
    total: Math.min(total, countedTo),
    totalIsExact: total <= countedTo,
    next: rows.length > pageSize && last ? cursorOf(last, order, rowsBefore(input.after) + shown.length) : null,
    fields,
  }
}

/** All rows of a filter in pages, for exports. */
export function registerPages(ctx: Ctx, input: Input, most: number): AsyncGenerator<RawRow[]> {
  return rowPages(ctx, scopeParts(ctx.scope('casework.dossier.read')), filtersOf(input, ctx.now), orderOf(input), most)
}

function orderOf(input: Input): Order {
  if (input.report) return { column: 'due_at' }
  if (input.sort === 'code') return { column: 'code' }
  if (input.sort === 'due') return { column: 'due_at' }
  if (input.sort === 'received') return { column: 'received_at', descending: true }
  return input.status === undefined || input.status === 'open'
    ? { column: 'due_at' }
    : { column: 'received_at', descending: true }
}

function filtersOf(input: Input, now: number): Condition[] {
  const { from, to, report, ...filter } = input
  if (isFigure(report) && from && to) {
    // Opened from a report: its period and figure, not the dates of receipt.
    return [...conditionsOf(filter, now), ...placeConditions(input), figureCondition(report, { from, to }, now)]
  }
  const conditions = [...conditionsOf(input, now), ...placeConditions(input)]
  const status = input.status ?? (input.q ? 'all' : 'open')
  if (status === 'open') conditions.push(sql`d.finished_at is null`)
  if (status === 'decided') conditions.push(sql`d.finished_at is not null and d.returned_at is null`)
  if (status === 'returned') conditions.push(sql`d.returned_at is not null`)
  if (status === 'ended') conditions.push(sql`d.finished_at is not null`)
  return conditions
}

/** Whose dossiers: an agency with all below it, a handling unit, an officer. */
function placeConditions(input: Input): Condition[] {
  const conditions: Condition[] = []
  if (input.agency)
    conditions.push(sql`d.agency in (select id from directory.pub_agency where ${input.agency}::uuid = any(path))`)
  if (input.handlingUnit) conditions.push(sql`d.handling_unit = ${input.handlingUnit}::uuid`)
  if (input.officer)
    conditions.push(
      sql`${input.officer}::uuid = (select s.finished_by from casework.step s where s.dossier = d.id and s.role = 'officer' and s.finished_by is not null order by s.no desc limit 1)`,
    )
  return conditions
}

async function readFields(ctx: Ctx): Promise<string[]> {
  const found = await sql<{
    fields: string[]
  }>`select coalesce(array_agg(distinct o.field order by o.field), '{}') as fields from procedures.pub_offer o where o.valid_to is null
    and (${ctx.actor.agency}::uuid is null or o.agency = ${ctx.actor.agency}::uuid)`.execute(tables<unknown>(ctx.db))
  return found.rows[0]?.fields ?? []
}
