import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Makes every session ask anew what its account may do: call it in each command after which somebody's rights may differ. */
export async function bumpRights(db: Db): Promise<void> {
  await tables<Tables>(db)
    .updateTable('kernel.rights')
    .set({ version: sql<number>`version + 1` })
    .execute()
}
