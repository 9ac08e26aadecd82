import type { Id, Scope } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import { isPersonWithin } from '../../../account/queries/reach.ts'

/** The name of one of these people whom a right over accounts does not reach with all their positions; null when there is none. */
export async function personBeyond(
  db: Db,
  people: readonly Id<'person'>[],
  scope: Scope,
  now: number,
): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select n.name from directory.person n
    where n.id = any (${people}::uuid[]) and not (${isPersonWithin(scope, sql`n.id`, now)}) limit 1`.execute(
    tables<unknown>(db),
  )
  return found.rows[0]?.name ?? null
}
