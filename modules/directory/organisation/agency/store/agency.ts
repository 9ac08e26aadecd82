import type { Id } from '@congso/kernel/contract'
import { notFound } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '../../store/tables.ts'

export type Agency = Selectable<Tables['directory.agency']>
type Described = Pick<Agency, 'code' | 'name' | 'short_name' | 'kind' | 'admin_unit' | 'address' | 'phone'>

/** The agency, locked until the command is done, so that nothing is opened under one that is being closed. */
export async function lockAgency(db: Db, id: Id<'agency'>): Promise<Agency> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.agency')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound()
}

/** Writes a new agency; false when its code belongs to another one. */
export async function insertAgency(db: Db, row: Insertable<Tables['directory.agency']>): Promise<boolean> {
  const done = await tables<Tables>(db)
    .insertInto('directory.agency')
    .values(row)
    .onConflict(conflict => conflict.column('code').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Writes what describes an agency; false when somebody else has changed it since `version`. */
export async function updateAgency(
  db: Db,
  id: Id<'agency'>,
  version: number,
  row: Partial<Described & Pick<Agency, 'valid_to'>>,
): Promise<boolean> {
  const done = await tables<Tables>(db)
    .updateTable('directory.agency')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whether another agency has the code. */
export async function isCodeTaken(db: Db, code: string, except: Id<'agency'>): Promise<boolean> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.agency')
    .select('id')
    .where('code', '=', code)
    .where('id', '!=', except)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the code names an administrative unit that stands. */
export async function isAdminUnit(db: Db, code: string): Promise<boolean> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.admin_unit')
    .select('code')
    .where('code', '=', code)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Puts the agency and everything below it under another path; false when it was changed since `version`. */
export async function moveSubtree(
  db: Db,
  id: Id<'agency'>,
  version: number,
  parent: Pick<Agency, 'id' | 'path'> | null,
): Promise<boolean> {
  const above = parent?.path ?? []
  const done = await tables<Tables>(db)
    .updateTable('directory.agency')
    .set({ parent: parent?.id ?? null, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await sql`
    update directory.agency set path = ${above}::uuid[] || path[array_position(path, ${id}::uuid):]
    where path @> array[${id}]::uuid[]`.execute(tables<Tables>(db))
  return true
}
