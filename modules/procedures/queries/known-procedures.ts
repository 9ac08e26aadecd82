import type { Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import type { Tables } from '../store/tables.ts'

/** The procedures the catalogue has of the given national codes, by code. */
export async function knownProcedures(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, Id<'procedure'>>> {
  const rows = await tables<Tables>(db)
    .selectFrom('procedures.procedure')
    .select(['code', 'id'])
    .where('code', 'in', [...codes])
    .execute()
  return new Map(rows.map(row => [row.code, row.id]))
}
