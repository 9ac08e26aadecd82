import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Placing } from '../../../domain/unit-tree.ts'
import type { Tables } from '../../store/tables.ts'

export type Unit = Selectable<Tables['directory.unit']>

/** The unit, locked until the command is done, so that nothing is opened in one that is being closed. */
export async function lockUnit(db: Db, id: Id<'unit'>): Promise<Unit> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.unit')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound()
}

/** Writes a new unit. */
export async function insertUnit(db: Db, row: Insertable<Tables['directory.unit']>): Promise<void> {
  await tables<Tables>(db).insertInto('directory.unit').values(row).execute()
}

/** Writes what describes a unit; false when somebody else has changed it since `version`. */
export async function updateUnit(db: Db, id: Id<'unit'>, version: number, row: Partial<Unit>): Promise<boolean> {
  const done = await tables<Tables>(db)
    .updateTable('directory.unit')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What stands directly in a unit and could keep it from closing: units and positions, with the names people know. */
export async function placingsIn(db: Db, unit: Id<'unit'>): Promise<(Placing & { name: string })[]> {
  const found = await sql<Placing & { name: string }>`
    select id, 'unit' as kind, parent, valid_from as "validFrom", valid_to as "validTo", name
    from directory.unit where parent = ${unit}
    union all
    select id, 'unit' as kind, unit as parent, valid_from, valid_to, title
    from directory.position where unit = ${unit}`.execute(tables<Tables>(db))
  return found.rows
}
