import { readDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { inForce } from '@congso/procedures'
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
import { appraiser, figureCondition, figureScope, isFigure } from './figure.ts'
import { conditionsOf, receivedConditions } from './filter.ts'

type Input = InputOf<typeof endpoint>
const pageSize = 50
const countedTo = 1000

/** Every dossier the actor may see under a filter; the count is exact up to a thousand. */
export async function readRegister(ctx: Ctx, input: Input): Promise<ReplyOf<typeof endpoint>> {
  const order = orderOf(input)
  const parts = partsOf(ctx, input)
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
  return rowPages(ctx, partsOf(ctx, input), filtersOf(input, ctx.now), orderOf(input), most)
}

/** The conditions of a filter of the register: what the actor may see, in parts that do not overlap, and what is asked for. */
export function registerFilter(ctx: Ctx, input: Input): { parts: Condition[]; filters: Condition[] } {
  return { parts: partsOf(ctx, input), filters: filtersOf(input, ctx.now) }
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

/** Opened from a report, the register holds what the report counted; otherwise everything the actor may see. */
function partsOf(ctx: Ctx, input: Input): Condition[] {
  const scope = ctx.scope('casework.dossier.read')
  return isFigure(input.report) ? [figureScope(scope)] : scopeParts(scope)
}

function filtersOf(input: Input, now: number): Condition[] {
  const { from, to, report, ...filter } = input
  const period = { from: readDate(from ?? ''), to: readDate(to ?? '') }
  if (isFigure(report) && period.from && period.to) {
    // Opened from a report: its period and figure, not the dates of receipt.
    const counted = figureCondition(report, { from: period.from, to: period.to }, now)
    return [...conditionsOf(filter, now), ...placeConditions(input), counted]
  }
  const conditions = [...conditionsOf(input, now), ...placeConditions(input)]
  const status = input.status ?? (input.q ? 'all' : 'open')
  if (status === 'open') conditions.push(sql`d.finished_at is null`)
  if (status === 'decided') conditions.push(sql`d.finished_at is not null and d.returned_at is null`)
  if (status === 'returned') conditions.push(sql`d.returned_at is not null`)
  if (status === 'ended') conditions.push(sql`d.finished_at is not null`)
  return conditions
}

/** Whose dossiers: an agency with all below it, a handling unit, an officer; and received when. */
function placeConditions(input: Input): Condition[] {
  const conditions = receivedConditions(input.receivedFrom, input.receivedTo)
  if (input.agency)
    conditions.push(sql`d.agency in (select id from directory.pub_agency where ${input.agency}::uuid = any(path))`)
  if (input.onlyAgency) conditions.push(sql`d.agency = ${input.onlyAgency}::uuid`)
  if (input.handlingUnit) conditions.push(isOrNone(sql`d.handling_unit`, input.handlingUnit))
  if (input.officer) conditions.push(isOrNone(appraiser, input.officer))
  return conditions
}

function isOrNone(column: Condition, value: string): Condition {
  return value === 'none' ? sql`${column} is null` : sql`${column} = ${value}::uuid`
}

async function readFields(ctx: Ctx): Promise<string[]> {
  const found = await sql<{
    fields: string[]
  }>`select coalesce(array_agg(distinct o.field order by o.field), '{}') as fields from procedures.pub_offer o where ${inForce(ctx.now)}
    and (${ctx.actor.agency}::uuid is null or o.agency = ${ctx.actor.agency}::uuid)`.execute(tables<unknown>(ctx.db))
  return found.rows[0]?.fields ?? []
}
