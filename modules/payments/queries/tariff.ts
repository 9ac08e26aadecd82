import { fold, type Id, type Scope } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type RawBuilder } from 'kysely'
import type { TariffView } from '../contract.ts'
import type { Tables } from '../store/tables.ts'

/** What narrows a list of tariffs. */
export type TariffFilter = {
  q?: string | undefined
  kind?: string | undefined
  past?: boolean | undefined
  after?: Id<'tariff'> | undefined
}

/** A page of tariffs by procedure and name, the latest first; those of all agencies are everybody's to see. */
export async function pageOfTariffs(
  db: Db,
  scope: Scope,
  today: string,
  filter: TariffFilter & { limit: number },
): Promise<TariffView[]> {
  const conditions = conditionsOf(scope, today, filter)
  if (filter.after)
    conditions.push(sql`(t.procedure, t.name, -(t.valid_from - date '2000-01-01'), t.id) > (
      select b.procedure, b.name, -(b.valid_from - date '2000-01-01'), b.id from payments.tariff b where b.id = ${filter.after})`)
  const rows = await sql<TariffView>`${tariffLine} where ${sql.join(conditions, sql` and `)}
    order by t.procedure, t.name, -(t.valid_from - date '2000-01-01'), t.id limit ${filter.limit}`.execute(
    tables<Tables>(db),
  )
  return rows.rows
}

/** How many tariffs a filter finds. */
export async function countTariffs(db: Db, scope: Scope, today: string, filter: TariffFilter): Promise<number> {
  const rows = await sql<{ total: number }>`
    select count(*)::integer as total from payments.tariff t left join directory.pub_agency a on a.id = t.agency
    where ${sql.join(conditionsOf(scope, today, filter), sql` and `)}`.execute(tables<Tables>(db))
  return rows.rows[0]?.total ?? 0
}

/** One tariff, undefined when the scope does not reach it. */
export async function tariffById(db: Db, scope: Scope, tariff: Id<'tariff'>): Promise<TariffView | undefined> {
  const rows = await sql<TariffView>`${tariffLine} where t.id = ${tariff} and ${visible(scope)}`.execute(
    tables<Tables>(db),
  )
  return rows.rows[0]
}

/**
 * What a procedure costs at an agency on a day: its own tariffs, those of the agencies above it and those of all. Of one name the
 * nearest holds.
 */
export async function tariffsFor(
  db: Db,
  wanted: { agency: Id<'agency'>; procedure: string; on: string },
): Promise<TariffView[]> {
  const rows = await sql<TariffView>`
    select distinct on (lower(f.name)) f.* from (${tariffLine}
      where t.procedure = ${wanted.procedure} and t.valid_from <= ${wanted.on}::date and (t.valid_to is null or t.valid_to > ${wanted.on}::date)) f
    join directory.pub_agency here on here.id = ${wanted.agency} and (f.agency is null or f.agency = here.id or f.agency = any (here.path))
    left join directory.pub_agency above on above.id = f.agency
    order by lower(f.name), f.agency is null, f.agency = here.id desc, cardinality(above.path) desc`.execute(
    tables<Tables>(db),
  )
  return rows.rows
}

/** The agencies a scope lets an actor set tariffs for. */
export async function agenciesIn(
  db: Db,
  scope: Scope,
  today: string,
): Promise<{ id: Id<'agency'>; name: string; code: string }[]> {
  const query = tables<Tables>(db)
    .selectFrom('directory.pub_agency as a')
    .select(['a.id', 'a.name', 'a.code'])
    .where('a.valid_from', '<=', today)
    .where(eb => eb.or([eb('a.valid_to', 'is', null), eb('a.valid_to', '>', today)]))
    .orderBy('a.code')
  return await (scope.all ? query : query.where(sql<boolean>`a.id = any(${scope.agencies ?? []}::uuid[])`)).execute()
}

const tariffLine = sql`
  select t.id, t.agency, coalesce(a.name, '') as "agencyName", t.procedure, t.name, t.kind, t.unit, t.price, t.online, t.postal,
    t.tier_from as "tierFrom", t.tier_price as "tierPrice", t.most, t.exemption, t.citation, t.valid_from as "validFrom", t.valid_to as "validTo"
  from payments.tariff t left join directory.pub_agency a on a.id = t.agency`

function conditionsOf(scope: Scope, today: string, filter: TariffFilter): RawBuilder<unknown>[] {
  const conditions = [visible(scope)]
  if (!filter.past) conditions.push(sql`(t.valid_to is null or t.valid_to > ${today}::date)`)
  if (filter.kind) conditions.push(sql`t.kind = ${filter.kind}`)
  if (filter.q) {
    const like = `%${fold(filter.q).replaceAll(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`kernel.fold(t.procedure || ' ' || t.name || ' ' || coalesce(a.name, '')) like ${like}`)
  }
  return conditions
}

function visible(scope: Scope): RawBuilder<unknown> {
  return scope.all ? sql`true` : sql`(t.agency is null or t.agency = any(${scope.agencies ?? []}::uuid[]))`
}
