import { tables, type Db } from '@congso/kernel/server'
import { sql, type Insertable } from 'kysely'
import type { Tables } from '../../store/tables.ts'

type Rows = {
  people: Insertable<Tables['directory.person']>[]
  positions: Insertable<Tables['directory.position']>[]
  holdings: Insertable<Tables['directory.holding']>[]
  grants: Insertable<Tables['directory.role_grant']>[]
}

/** Writes what an import adds in one statement a table, whatever the number of rows. */
export async function writeStaff(db: Db, rows: Rows): Promise<void> {
  const own = tables<Tables>(db)
  const json = (list: readonly unknown[]) => JSON.stringify(list)
  await sql`insert into directory.person (id, name, birth_date, phone, email)
    select id, name, birth_date, phone, email from jsonb_to_recordset(${json(rows.people)}::jsonb)
      as r(id uuid, name text, birth_date date, phone text, email text)`.execute(own)
  await sql`insert into directory.position (id, unit, title, rank, sort, valid_from)
    select id, unit, title, rank, sort, valid_from from jsonb_to_recordset(${json(rows.positions)}::jsonb)
      as r(id uuid, unit uuid, title text, rank text, sort integer, valid_from date)`.execute(own)
  await sql`insert into directory.holding (id, position, person, valid_from)
    select id, position, person, valid_from from jsonb_to_recordset(${json(rows.holdings)}::jsonb)
      as r(id uuid, position uuid, person uuid, valid_from date)`.execute(own)
  await sql`insert into directory.role_grant (id, position, role, reach, valid_from)
    select id, position, role, reach, valid_from from jsonb_to_recordset(${json(rows.grants)}::jsonb)
      as r(id uuid, position uuid, role uuid, reach text, valid_from date)`.execute(own)
}

/** The roles some positions have or will have, as `position role` words. */
export async function grantedTo(db: Db, positions: readonly string[], today: string): Promise<Set<string>> {
  const found = await sql<{ word: string }>`
    select position || ' ' || role as word from directory.role_grant
    where position = any (${positions}::uuid[]) and (valid_to is null or valid_to > ${today}::date)`.execute(
    tables<Tables>(db),
  )
  return new Set(found.rows.map(row => row.word))
}
