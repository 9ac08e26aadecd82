import type { Id } from '@congso/kernel/contract'
import { notFound } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Interval } from '../domain/calendar.ts'

/** A calendar held for a change. */
export type HeldCalendar = { id: Id<'calendar'>; agency: Id<'agency'> | null }

/** Locks a calendar. */
export async function holdCalendar(db: Db, id: string): Promise<HeldCalendar> {
  const found =
    await sql<HeldCalendar>`select id, agency from worktime.calendar where id = ${id}::uuid for update`.execute(
      tables<unknown>(db),
    )
  return found.rows[0] ?? notFound()
}

/** Makes an agency's own calendar; false when it has one. */
export async function insertCalendar(db: Db, id: string, agency: string): Promise<boolean> {
  const made =
    await sql`insert into worktime.calendar (id, name, agency) select ${id}::uuid, a.name, a.id from directory.pub_agency a where a.id = ${agency}::uuid
    on conflict do nothing`.execute(tables<unknown>(db))
  await stampEdition(db)
  return made.numAffectedRows === 1n
}

/** Writes a week from a date on and ends the one before; false when one begins on that very day. */
export async function insertWeek(
  db: Db,
  week: { id: string; calendar: string; from: string; days: Record<string, Interval[]> },
): Promise<boolean> {
  const made = await sql`
    with clash as (select from worktime.week where calendar = ${week.calendar}::uuid and valid_from = ${week.from}::date),
    later as (select min(valid_from) as next from worktime.week where calendar = ${week.calendar}::uuid and valid_from > ${week.from}::date),
    ended as (update worktime.week set valid_to = ${week.from}::date where calendar = ${week.calendar}::uuid and valid_from < ${week.from}::date
      and (valid_to is null or valid_to > ${week.from}::date) and not exists (select from clash))
    insert into worktime.week (id, calendar, valid_from, valid_to, days)
    select ${week.id}::uuid, ${week.calendar}::uuid, ${week.from}::date, (select next from later), ${JSON.stringify(week.days)}::jsonb where not exists (select from clash)`.execute(
    tables<unknown>(db),
  )
  await stampEdition(db)
  return made.numAffectedRows === 1n
}

/** Writes an exceptional day; false when the day already has one. */
export async function insertDay(
  db: Db,
  day: {
    id: string
    calendar: string
    date: string
    kind: string
    part: string | null
    intervals: Interval[] | null
    name: string
    source: string
  },
): Promise<boolean> {
  const made = await sql`insert into worktime.day (id, calendar, date, kind, part, intervals, name, source)
    values (${day.id}, ${day.calendar}, ${day.date}, ${day.kind}, ${day.part}, ${day.intervals === null ? null : JSON.stringify(day.intervals)}::jsonb, ${day.name}, ${day.source})
    on conflict (calendar, date) do nothing`.execute(tables<unknown>(db))
  await stampEdition(db)
  return made.numAffectedRows === 1n
}

/** Removes an exceptional day; false when there was none. */
export async function deleteDay(db: Db, calendar: string, date: string): Promise<boolean> {
  const gone = await sql`delete from worktime.day where calendar = ${calendar}::uuid and date = ${date}::date`.execute(
    tables<unknown>(db),
  )
  await stampEdition(db)
  return gone.numAffectedRows === 1n
}

/** Every compiled calendar in every process is old from the commit on. */
async function stampEdition(db: Db): Promise<void> {
  await sql`update worktime.edition set stamp = gen_random_uuid()`.execute(tables<unknown>(db))
}
