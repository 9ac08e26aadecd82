import type { Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Insertable } from 'kysely'
import type { Tables } from './tables.ts'

/** What an end needs to know of a tariff. */
export type HeldTariff = Pick<
  Tables['payments.tariff'],
  'id' | 'agency' | 'procedure' | 'name' | 'valid_from' | 'valid_to'
>

/**
 * Writes a tariff from its day on; the one of the same name in force on that day ends with it, and it ends where a later one
 * begins. False, and nothing written, when one begins on that very day.
 */
export async function insertTariff(
  db: Db,
  tariff: Omit<Insertable<Tables['payments.tariff']>, 'valid_to'>,
): Promise<boolean> {
  const same = sql`agency is not distinct from ${tariff.agency}::uuid and procedure = ${tariff.procedure} and lower(name) = lower(${tariff.name})`
  const at = tables<Tables>(db)
  // Two people setting the same price wait for each other instead of meeting the constraint.
  const held = await sql<{ clash: boolean; next: string | null }>`
    with one_at_a_time as materialized (select pg_advisory_xact_lock(hashtextextended('payments.tariff ' || ${tariff.procedure}, 0)))
    select exists (select from payments.tariff where ${same} and valid_from = ${tariff.valid_from}::date) as clash,
      (select min(valid_from) from payments.tariff where ${same} and valid_from > ${tariff.valid_from}::date) as next
    from one_at_a_time`.execute(at)
  const [found] = held.rows
  if (!found || found.clash) return false
  await sql`update payments.tariff set valid_to = ${tariff.valid_from}::date
    where ${same} and valid_from < ${tariff.valid_from}::date and (valid_to is null or valid_to > ${tariff.valid_from}::date)`.execute(
    at,
  )
  await at
    .insertInto('payments.tariff')
    .values({ ...tariff, valid_to: found.next })
    .execute()
  return true
}

/** Locks a tariff; undefined when there is none such. */
export async function holdTariff(db: Db, tariff: Id<'tariff'>): Promise<HeldTariff | undefined> {
  return await tables<Tables>(db)
    .selectFrom('payments.tariff')
    .select(['id', 'agency', 'procedure', 'name', 'valid_from', 'valid_to'])
    .where('id', '=', tariff)
    .forUpdate()
    .executeTakeFirst()
}

/** Ends a tariff on a day. */
export async function closeTariff(db: Db, tariff: Id<'tariff'>, from: string): Promise<void> {
  await tables<Tables>(db).updateTable('payments.tariff').set({ valid_to: from }).where('id', '=', tariff).execute()
}
