import { tables, type Db } from '@congso/kernel/server'
import { iso, type Id } from '@congso/kernel/contract'
import { sql } from 'kysely'
import type { Tables } from './tables.ts'

/** A number as it was issued: the count, how it reads, and the period it counts in. */
export type IssuedNumber = { value: number; text: string; period: string }

/** The next number of a series at a moment (epoch milliseconds), given only if this transaction commits. */
export async function takeNumber(db: Db, series: Id<'series'>, at: number): Promise<IssuedNumber> {
  const taken =
    await sql<IssuedNumber>`select value, text, period from numbering.allocate(${series}, ${iso(at)})`.execute(
      tables<Tables>(db),
    )
  const number = taken.rows[0]
  if (!number) throw new Error(`series ${series} gave no number`)
  return number
}

/** Marks a number as void; the row stays, so the number is never given again. Undefined when it is void already or was never given. */
export async function markVoid(
  db: Db,
  number: { series: Id<'series'>; period: string; value: number; at: number; reason: string },
): Promise<string | undefined> {
  const marked = await tables<Tables>(db)
    .updateTable('numbering.allocated')
    .set({ voided_at: iso(number.at), void_reason: number.reason })
    .where('series', '=', number.series)
    .where('period', '=', number.period)
    .where('value', '=', number.value)
    .where('voided_at', 'is', null)
    .returning('text')
    .executeTakeFirst()
  return marked?.text
}
