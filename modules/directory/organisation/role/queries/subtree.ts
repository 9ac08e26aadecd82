import type { Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import type { Tables } from '../../store/tables.ts'
import { sql } from 'kysely'

/** An agency and all below it. */
export async function subtreeOf(db: Db, agency: Id<'agency'>): Promise<Id<'agency'>[]> {
  const found = await sql<{ id: Id<'agency'> }>`
    select id from directory.agency where path @> array[${agency}]::uuid[]`.execute(tables<Tables>(db))
  return found.rows.map(row => row.id)
}
