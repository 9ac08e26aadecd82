import { tables, type Db } from '@congso/kernel/server'
import type { Id } from '@congso/kernel/contract'
import { sql } from 'kysely'
import { namesPeriod, type Scheme } from '../domain/pattern.ts'
import { momentOf, type SeriesOf } from '../domain/series-of.ts'
import type { Tables } from './tables.ts'

/** A scheme with the number it starts counting at. */
export type StartedScheme = Scheme & { first: number }

export type NewSeries = { id: Id<'series'>; kind: string; agency: Id<'agency'> | null; name: string; validFrom: string }

/** Adds a series with its first scheme; false when on some day the agency already has one of this kind. */
export async function insertSeries(db: Db, series: NewSeries, scheme: StartedScheme): Promise<boolean> {
  const made = await sql`
    with made as (
      insert into numbering.series (id, kind, agency, name, valid_from)
      values (${series.id}, ${series.kind}, ${series.agency}, ${series.name}, ${series.validFrom})
      on conflict do nothing returning id, valid_from)
    insert into numbering.scheme (series, valid_from, pattern, reset, first, names_period)
    select id, valid_from, ${scheme.pattern}, ${scheme.reset}, ${scheme.first}::integer, ${namesPeriod(scheme.pattern, scheme.reset)}::boolean
    from made returning series`.execute(tables<Tables>(db))
  return made.rows.length === 1
}

export type SeriesFacts = {
  agency: Id<'agency'> | null
  agencyCode: string
  kind: string
  validFrom: string
  validTo: string | null
  version: number
  /** The last day on which it gave a number. */
  lastIssuedOn: string | null
}

/** A series about to be changed, locked until the transaction ends. */
export async function lockSeries(db: Db, series: Id<'series'>): Promise<SeriesFacts | undefined> {
  const found = await sql<SeriesFacts>`
    select s.agency, s.kind, s.valid_from as "validFrom", s.valid_to as "validTo", s.version,
      coalesce((select code from directory.pub_agency where id = s.agency), '') as "agencyCode",
      numbering.last_issued_on(s.id) as "lastIssuedOn"
    from numbering.series s where s.id = ${series} for update of s`.execute(tables<Tables>(db))
  return found.rows[0]
}

/** Writes the scheme that holds from a day on, in place of one planned for the same day. */
export async function putScheme(
  db: Db,
  series: Id<'series'>,
  from: string,
  scheme: StartedScheme,
  name: string,
): Promise<void> {
  const kysely = tables<Tables>(db)
  const row = {
    pattern: scheme.pattern,
    reset: scheme.reset,
    first: scheme.first,
    names_period: namesPeriod(scheme.pattern, scheme.reset),
  }
  await Promise.all([
    kysely
      .insertInto('numbering.scheme')
      .values({ series, valid_from: from, ...row })
      .onConflict(conflict => conflict.columns(['series', 'valid_from']).doUpdateSet(row))
      .execute(),
    kysely
      .updateTable('numbering.series')
      .set(eb => ({ name, version: eb('version', '+', 1) }))
      .where('id', '=', series)
      .execute(),
  ])
}

/** Lets a series give no numbers from a day on. */
export async function closeSeries(db: Db, series: Id<'series'>, from: string): Promise<void> {
  await tables<Tables>(db)
    .updateTable('numbering.series')
    .set(eb => ({ valid_to: from, version: eb('version', '+', 1) }))
    .where('id', '=', series)
    .execute()
}

/** The series of a kind, made by the standard of that kind when there is none; null for a kind without a standard. */
export async function standardSeries(db: Db, of: SeriesOf): Promise<Id<'series'> | null> {
  const found = await sql<{ id: Id<'series'> | null }>`
    select numbering.series_for(${of.kind}, ${of.agency}, ${momentOf(of)}) as id`.execute(tables<Tables>(db))
  return found.rows[0]?.id ?? null
}
