import { tables, type Db } from '@congso/kernel/server'
import type { Id } from '@congso/kernel/contract'
import { sql } from 'kysely'
import type { NumberLine } from '../contract.ts'
import type { Tables } from '../store/tables.ts'

export type NumberFilter = {
  period?: string | undefined
  q?: string | undefined
  voided?: boolean | undefined
  after?: { period: string; value: number } | undefined
  limit: number
}

/** A page of a register, newest period and highest number first. Who calls has checked that the series may be seen. */
export async function pageOfNumbers(db: Db, series: Id<'series'>, filter: NumberFilter): Promise<NumberLine[]> {
  let query = lines(db).where('n.series', '=', series)
  if (filter.period) query = query.where('n.period', '=', filter.period)
  if (filter.voided !== undefined) query = query.where('n.voided_at', filter.voided ? 'is not' : 'is', null)
  if (filter.q) {
    // A range, not a pattern: it uses the index in every plan.
    const from = filter.q.trim().normalize('NFC').toLowerCase()
    query = query.where(
      sql<boolean>`lower(n.text) collate "C" >= ${from} and lower(n.text) collate "C" < ${`${from}\u{10ffff}`}`,
    )
  }
  const { after } = filter
  if (after) query = query.where(sql<boolean>`(n.period, n.value) < (${after.period}, ${after.value}::integer)`)
  return await query.orderBy('n.period', 'desc').orderBy('n.value', 'desc').limit(filter.limit).execute()
}

/** One number of a register. */
export async function numberOf(
  db: Db,
  series: Id<'series'>,
  period: string,
  value: number,
): Promise<NumberLine | undefined> {
  return await lines(db)
    .where('n.series', '=', series)
    .where('n.period', '=', period)
    .where('n.value', '=', value)
    .executeTakeFirst()
}

/** The latest periods a series has counted in, with the last number of each. */
export async function periodsOf(db: Db, series: Id<'series'>): Promise<{ period: string; last: number }[]> {
  return await tables<Tables>(db)
    .selectFrom('numbering.counter')
    .select(['period', 'value as last'])
    .where('series', '=', series)
    .orderBy('period', 'desc')
    .limit(31)
    .execute()
}

function lines(db: Db) {
  return tables<Tables>(db)
    .selectFrom('numbering.allocated as n')
    .select(['n.period', 'n.value', 'n.text', 'n.at', 'n.voided_at as voidedAt', 'n.void_reason as voidReason'])
}
