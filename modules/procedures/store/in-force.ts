import { localDate } from '@congso/kernel/contract'
import { sql, type RawBuilder } from 'kysely'

/** Whether the offer `o` of a statement is in force at a moment (epoch ms): its days are days in Vietnam, the last one is not its own. */
export function inForce(now: number): RawBuilder<boolean> {
  const today = localDate(now)
  return sql<boolean>`(o.valid_from <= ${today}::date and (o.valid_to is null or o.valid_to > ${today}::date))`
}
