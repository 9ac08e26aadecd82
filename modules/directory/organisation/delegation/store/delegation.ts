import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { type Insertable, type Selectable } from 'kysely'
import type { Tables } from '../../store/tables.ts'

export type DelegationRow = Selectable<Tables['directory.delegation']>

/** Writes a loan of rights. */
export async function insertDelegation(db: Db, row: Insertable<Tables['directory.delegation']>): Promise<void> {
  await tables<Tables>(db).insertInto('directory.delegation').values(row).execute()
}

/** A loan with where the lender's position belongs, locked. */
export async function lockDelegation(
  db: Db,
  id: Id<'delegation'>,
): Promise<DelegationRow & { unit: Id<'unit'>; agency: Id<'agency'> }> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.delegation as d')
    .innerJoin('directory.position as p', 'p.id', 'd.position')
    .innerJoin('directory.unit as u', 'u.id', 'p.unit')
    .selectAll('d')
    .select(['p.unit', 'u.agency'])
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst()
  return row ?? notFound()
}

/** Ends a loan at a moment. */
export async function endDelegationAt(db: Db, id: Id<'delegation'>, at: string): Promise<void> {
  await tables<Tables>(db).updateTable('directory.delegation').set({ ended_at: at }).where('id', '=', id).execute()
}
