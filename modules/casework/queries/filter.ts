import { addDays, atLocal, fold, iso, localDate, readDate } from '@congso/kernel/contract'
import { sql } from 'kysely'
import type { Condition } from './dossier-rows.ts'

/** The filters every dossier list understands; absent means all. */
export type Filter = {
  q?: string | undefined
  field?: string | undefined
  procedure?: string | undefined
  channel?: string | undefined
  due?: 'late' | 'today' | 'soon' | 'ok' | undefined
  from?: string | undefined
  to?: string | undefined
  unit?: string | undefined
  assignee?: string | undefined
}

/** Filters as conditions; words of a search must all be found, in any order, without accents. */
export function conditionsOf(filter: Filter, now: number): Condition[] {
  const conditions: Condition[] = []
  for (const word of fold(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8))
    conditions.push(sql`d.search like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
  if (filter.field) conditions.push(sql`d.field = ${filter.field}`)
  if (filter.procedure) conditions.push(sql`d.procedure_code = ${filter.procedure}`)
  if (filter.channel) conditions.push(sql`d.channel = ${filter.channel}`)
  if (filter.unit) conditions.push(sql`d.unit = ${filter.unit}::uuid`)
  if (filter.assignee) conditions.push(sql`d.assignee = ${filter.assignee}::uuid`)
  conditions.push(...receivedConditions(filter.from, filter.to))
  if (filter.due) conditions.push(dueCondition(filter.due, now))
  return conditions
}

/** Received on these days, both inclusive; nothing was received on a day that does not exist. */
export function receivedConditions(from: string | undefined, to: string | undefined): Condition[] {
  const days = [from, to].map(text => (text ? readDate(text) : undefined))
  if (days.includes(null)) return [sql`false`]
  const [first, last] = days
  return [
    ...(first ? [sql`d.received_at >= ${iso(atLocal(first))}`] : []),
    ...(last ? [sql`d.received_at < ${iso(atLocal(addDays(last, 1)))}`] : []),
  ]
}

/** Late, due today, within three days, later: by the promise, of dossiers whose clock runs; a stopped clock is never late. */
export function dueCondition(due: NonNullable<Filter['due']>, now: number): Condition {
  const today = localDate(now)
  const tomorrow = iso(atLocal(addDays(today, 1)))
  const soon = iso(atLocal(addDays(today, 4)))
  const open = sql`d.finished_at is null and d.paused_since is null`
  if (due === 'late') return sql`${open} and d.due_at < ${iso(now)}`
  if (due === 'today') return sql`${open} and d.due_at >= ${iso(now)} and d.due_at < ${tomorrow}`
  if (due === 'soon') return sql`${open} and d.due_at >= ${tomorrow} and d.due_at < ${soon}`
  return sql`${open} and d.due_at >= ${soon}`
}
