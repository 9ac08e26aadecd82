import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '../../store/tables.ts'

export type Person = Omit<Selectable<Tables['directory.person']>, 'search'>

/** The person, or not found. */
export async function readPerson(db: Db, id: Id<'person'>): Promise<Person> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.person')
    .select(['id', 'name', 'birth_date', 'phone', 'email', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? notFound()
}

/** Somebody who is likely to be the same person: same e-mail, or same name and birth date. */
export async function findLikely(db: Db, one: Pick<Person, 'name' | 'birth_date' | 'email'>): Promise<Person | null> {
  const found = await sql<Person>`
    select id, name, birth_date, phone, email, version from directory.person
    where (${one.email} <> '' and search like '%' || kernel.fold(${one.email}) and lower(email) = lower(${one.email}))
       or (birth_date = ${one.birth_date}::date and search like kernel.fold(${one.name}) || '%' and kernel.fold(name) = kernel.fold(${one.name}))
    limit 1`.execute(tables<Tables>(db))
  return found.rows[0] ?? null
}

/** Writes new people. */
export async function insertPeople(db: Db, rows: readonly Insertable<Tables['directory.person']>[]): Promise<void> {
  if (rows.length > 0)
    await tables<Tables>(db)
      .insertInto('directory.person')
      .values([...rows])
      .execute()
}

/** Writes what describes a person; false when somebody else has changed it since `version`. */
export async function updatePerson(
  db: Db,
  id: Id<'person'>,
  version: number,
  row: Pick<Person, 'name' | 'birth_date' | 'phone' | 'email'>,
): Promise<boolean> {
  const done = await tables<Tables>(db)
    .updateTable('directory.person')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
