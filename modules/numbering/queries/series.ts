import { tables, type Db } from '@congso/kernel/server'
import { fold, localDate, type Id, type Scope } from '@congso/kernel/contract'
import { sql, type RawBuilder } from 'kysely'
import type { SchemeView, SeriesLine } from '../contract.ts'
import { momentOf, type SeriesOf } from '../domain/series-of.ts'
import type { Tables } from '../store/tables.ts'

/** The series that numbers of a kind come from at a moment: the agency's own, otherwise the one all share. */
export async function findSeries(db: Db, of: SeriesOf): Promise<Id<'series'> | null> {
  const found = await sql<{ id: Id<'series'> | null }>`
    select numbering.series_of(${of.kind}, ${of.agency}, ${momentOf(of)}) as id`.execute(tables<Tables>(db))
  return found.rows[0]?.id ?? null
}

/** A page of series by agency and kind. Series that all agencies share are everybody's to see. */
export async function pageOfSeries(
  db: Db,
  scope: Scope,
  now: number,
  filter: { q?: string | undefined; kind?: string | undefined; after?: Id<'series'> | undefined; limit: number },
): Promise<SeriesLine[]> {
  const conditions = [visible(scope)]
  if (filter.kind) conditions.push(sql`s.kind = ${filter.kind}`)
  if (filter.q)
    conditions.push(sql`kernel.fold(s.name || ' ' || coalesce(a.code || ' ' || a.name, '')) like ${likeFold(filter.q)}`)
  if (filter.after) {
    conditions.push(sql`(coalesce(a.code, ''), s.kind, s.id) > (
      select coalesce(b.code, ''), t.kind, t.id from numbering.series t left join directory.pub_agency b on b.id = t.agency where t.id = ${filter.after})`)
  }
  const rows = await sql<SeriesLine>`${seriesLine(localDate(now))} where ${sql.join(conditions, sql` and `)}
    order by coalesce(a.code, ''), s.kind, s.id limit ${filter.limit}`.execute(tables<Tables>(db))
  return rows.rows
}

/** The kinds of number that exist among the series an actor may see. */
export async function kindsOfSeries(db: Db, scope: Scope): Promise<string[]> {
  const rows = await sql<{
    kind: string
  }>`select distinct s.kind from numbering.series s where ${visible(scope)} order by s.kind`.execute(tables<Tables>(db))
  return rows.rows.map(row => row.kind)
}

/** One series, undefined when the scope does not reach it. */
export async function seriesById(
  db: Db,
  scope: Scope,
  now: number,
  series: Id<'series'>,
): Promise<SeriesLine | undefined> {
  const rows =
    await sql<SeriesLine>`${seriesLine(localDate(now))} where s.id = ${series} and ${visible(scope)}`.execute(
      tables<Tables>(db),
    )
  return rows.rows[0]
}

/** All schemes of a series, the latest first, and the last day on which it gave a number. */
export async function historyOf(
  db: Db,
  series: Id<'series'>,
): Promise<{ schemes: SchemeView[]; lastIssuedOn: string | null }> {
  const rows = await sql<{ schemes: SchemeView[]; lastIssuedOn: string | null }>`
    select
      (select json_agg(json_build_object('validFrom', c.valid_from, 'pattern', c.pattern, 'reset', c.reset, 'first', c.first)
        order by c.valid_from desc) from numbering.scheme c where c.series = ${series}) as schemes,
      numbering.last_issued_on(${series}) as "lastIssuedOn"`.execute(tables<Tables>(db))
  const row = rows.rows[0]
  if (!row) throw new Error(`series ${series} has no history`)
  return row
}

/** The identifier of an agency, undefined when there is none such. */
export async function agencyCode(db: Db, agency: Id<'agency'>): Promise<string | undefined> {
  const found = await tables<Tables>(db)
    .selectFrom('directory.pub_agency')
    .select('code')
    .where('id', '=', agency)
    .executeTakeFirst()
  return found?.code
}

/** The agencies a scope lets an actor define series for. */
export async function agenciesIn(
  db: Db,
  scope: Scope,
  now: number,
): Promise<{ id: Id<'agency'>; name: string; code: string }[]> {
  const today = localDate(now)
  const query = tables<Tables>(db)
    .selectFrom('directory.pub_agency as a')
    .select(['a.id', 'a.name', 'a.code'])
    .where('a.valid_from', '<=', today)
    .where(eb => eb.or([eb('a.valid_to', 'is', null), eb('a.valid_to', '>', today)]))
    .orderBy('a.code')
  return await (scope.all ? query : query.where(sql<boolean>`a.id = any(${scope.agencies ?? []}::uuid[])`)).execute()
}

function seriesLine(today: string): RawBuilder<SeriesLine> {
  return sql`
    select s.id, s.kind, s.name, s.agency, coalesce(a.name, '') as "agencyName", coalesce(a.code, '') as "agencyCode",
      s.valid_from as "validFrom", s.valid_to as "validTo", s.version,
      case when c.series is not null then json_build_object('validFrom', c.valid_from, 'pattern', c.pattern, 'reset', c.reset, 'first', c.first) end as scheme,
      case when c.series is not null and (s.valid_to is null or s.valid_to > ${today}::date) then
        numbering.write(c.pattern, a.code, ${today}::date,
          greatest(coalesce(k.value, 0) + 1, numbering.start_of(c.reset, c.valid_from, c.first, ${today}::date))) end as next
    from numbering.series s
    left join directory.pub_agency a on a.id = s.agency
    left join lateral (
      select * from numbering.scheme where series = s.id and valid_from <= ${today}::date order by valid_from desc limit 1) c on true
    left join numbering.counter k on k.series = s.id and k.period = numbering.period_of(c.reset, ${today}::date)`
}

function visible(scope: Scope): RawBuilder<unknown> {
  return scope.all ? sql`true` : sql`(s.agency is null or s.agency = any(${scope.agencies ?? []}::uuid[]))`
}

function likeFold(text: string): string {
  return `%${fold(text).replaceAll(/[\\%_]/g, '\\$&')}%`
}
