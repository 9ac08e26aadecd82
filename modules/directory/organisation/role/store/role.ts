import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Period } from '../../../domain/period.ts'
import type { Tables } from '../../store/tables.ts'

export type Role = Selectable<Tables['directory.role']>
export type Grant = Selectable<Tables['directory.role_grant']>
type Described = Pick<Role, 'name' | 'name_en' | 'description' | 'permissions'>

/** The role, or not found. */
export async function readRole(db: Db, id: Id<'role'>): Promise<Role> {
  const row = await tables<Tables>(db).selectFrom('directory.role').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? notFound()
}

/** Writes a new role; false when its key is taken. */
export async function insertRole(db: Db, row: Insertable<Tables['directory.role']>): Promise<boolean> {
  const done = await tables<Tables>(db)
    .insertInto('directory.role')
    .values(row)
    .onConflict(conflict => conflict.column('key').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Writes what a role is; false when somebody else has changed it since `version`. */
export async function updateRole(db: Db, id: Id<'role'>, version: number, row: Described): Promise<boolean> {
  const done = await tables<Tables>(db)
    .updateTable('directory.role')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whether the position has the role with the same reach on some day of the period. */
export async function isGranted(
  db: Db,
  grant: Pick<Grant, 'position' | 'role' | 'reach'>,
  period: Period,
): Promise<boolean> {
  const found = await sql`
    select from directory.role_grant
    where position = ${grant.position} and role = ${grant.role} and reach = ${grant.reach}
      and daterange(valid_from, valid_to) && daterange(${period.validFrom}::date, ${period.validTo}::date)
    limit 1`.execute(tables<Tables>(db))
  return found.rows.length > 0
}

/** Writes a grant. */
export async function insertGrant(db: Db, row: Insertable<Tables['directory.role_grant']>): Promise<void> {
  await tables<Tables>(db).insertInto('directory.role_grant').values(row).execute()
}

/** A grant with its role's key and where its position belongs, locked. */
export async function lockGrant(
  db: Db,
  id: Id<'grant'>,
): Promise<Grant & { key: string; unit: Id<'unit'>; agency: Id<'agency'> }> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.role_grant as g')
    .innerJoin('directory.role as r', 'r.id', 'g.role')
    .innerJoin('directory.position as p', 'p.id', 'g.position')
    .innerJoin('directory.unit as u', 'u.id', 'p.unit')
    .selectAll('g')
    .select(['r.key', 'p.unit', 'u.agency'])
    .where('g.id', '=', id)
    .forUpdate('g')
    .executeTakeFirst()
  return row ?? notFound()
}

/** Ends a grant: `to` is the first day without it. One that never began is taken away. */
export async function endGrantOn(db: Db, grant: Grant, to: string): Promise<void> {
  const own = tables<Tables>(db)
  if (to <= grant.valid_from) await own.deleteFrom('directory.role_grant').where('id', '=', grant.id).execute()
  else await own.updateTable('directory.role_grant').set({ valid_to: to }).where('id', '=', grant.id).execute()
}
