import type { Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import { compileCalendar, type DayException, type WorkCalendar, type WorkingWeek } from '../domain/calendar.ts'
import { publicHolidays } from '../domain/holiday.ts'
import { weeksInForce } from '../domain/layer.ts'

/** Compiled calendars by agency under the stamp of the edition they were read from; a stamp is unique to its contents. */
const byEdition = new Map<string, Map<string, WorkCalendar>>()
const keptEditions = 8

/** First and last year a calendar is compiled for: old replays and the longest legal limits fit in. */
const firstYear = 2005
const lastYear = 2045

/**
 * The calendar an agency works by: the calendar of all, under those of the agencies above, under its own; national holidays lie
 * under all of them. Compiled once per edition; asking again costs one small statement.
 */
export async function calendarFor(db: Db, agency: Id<'agency'> | string): Promise<WorkCalendar> {
  const found = await sql<{ stamp: string }>`select ${calendarEdition} as stamp`.execute(tables<unknown>(db))
  return await calendarOf(db, agency, found.rows[0]?.stamp ?? '')
}

/** The edition of all calendars, as a part of a statement that reads other things: {@link calendarOf} takes it. */
export const calendarEdition = sql<string>`(select stamp from worktime.edition)`

/**
 * The calendar of an agency in an edition: from memory, or read once. What is read is kept under the stamp it came with: the edition
 * may have changed since the caller read its stamp.
 */
export async function calendarOf(db: Db, agency: Id<'agency'> | string, stamp: string): Promise<WorkCalendar> {
  const kept = byEdition.get(stamp)?.get(agency)
  if (kept) return kept
  const read = await readEdition(db, agency)
  const calendar = compile(read.layers)
  keptUnder(read.stamp).set(agency, calendar)
  return calendar
}

/** The calendars kept of an edition; the oldest edition makes room. */
function keptUnder(stamp: string): Map<string, WorkCalendar> {
  const kept = byEdition.get(stamp)
  if (kept) return kept
  const edition = new Map<string, WorkCalendar>()
  byEdition.set(stamp, edition)
  const oldest = byEdition.keys().next().value
  if (byEdition.size > keptEditions && oldest !== undefined) byEdition.delete(oldest)
  return edition
}

/** What holds for an agency, layer by layer, for the page that shows it. */
export type Layer = {
  id: Id<'calendar'>
  name: string
  agency: Id<'agency'> | null
  weeks: WorkingWeek[]
  days: DayException[]
}

/** The layers that hold for an agency, from the most general to its own. */
export async function readLayers(db: Db, agency: string): Promise<Layer[]> {
  return (await readEdition(db, agency)).layers
}

/** The layers and the stamp of their edition in one statement, so that both are of one moment. */
async function readEdition(db: Db, agency: string): Promise<{ stamp: string; layers: Layer[] }> {
  const found = await sql<{ stamp: string; layers: Layer[] }>`
    select coalesce(${calendarEdition}::text, '') as stamp, coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'agency', c.agency,
      'weeks', (select coalesce(jsonb_agg(jsonb_build_object('validFrom', w.valid_from, 'validTo', w.valid_to - 1, 'days', w.days) order by w.valid_from), '[]') from worktime.week w where w.calendar = c.id),
      'days', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('date', d.date, 'kind', d.kind, 'part', d.part, 'intervals', d.intervals, 'name', d.name, 'source', d.source, 'code', d.code, 'mark', d.mark)) order by d.date), '[]') from worktime.day d where d.calendar = c.id))
      order by c.agency is not null, coalesce(array_position(a.path, c.agency), 0)), '[]') as layers
    from worktime.calendar c
    left join directory.pub_agency a on a.id = ${agency}::uuid
    where c.agency is null or c.agency = any(a.path)`.execute(tables<unknown>(db))
  return found.rows[0] ?? { stamp: '', layers: [] }
}

function compile(layers: readonly Layer[]): WorkCalendar {
  const weeks = weeksInForce(layers.map(layer => layer.weeks))
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  const holidays = years.flatMap(year => publicHolidays(year))
  return compileCalendar({
    weeks,
    days: [...holidays, ...layers.flatMap(layer => layer.days)],
    from: `${firstYear}-01-01`,
    to: `${lastYear}-12-31`,
  })
}
