import { localDate, type Id } from '@congso/kernel/contract'
import { newId, tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'

export type Founding = {
  agencyCode: string
  agencyName: string
  agencyKind: string
  unitName: string
  title: string
  name: string
}
export type Founded = { agency: Id<'agency'>; unit: Id<'unit'>; position: Id<'position'>; person: Id<'person'> }

/**
 * Holds the first set-up until the transaction ends, and says whether nobody has an account yet. Two statements: one that
 * waited for the lock would still see the world from before it began to wait.
 */
export async function holdSetUp(db: Db): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(73114011)`.execute(tables<unknown>(db))
  const found = await sql<{ empty: boolean }>`select not exists (select from directory.account) as empty`.execute(
    tables<unknown>(db),
  )
  return found.rows[0]?.empty ?? false
}

/** The first agency with its leadership unit, and an administrator's position held by the first person. */
export async function found(db: Db, founding: Founding, now: number): Promise<Founded> {
  const today = localDate(now)
  const made: Founded = { agency: newId(now), unit: newId(now), position: newId(now), person: newId(now) }
  const run = tables<unknown>(db)
  await sql`insert into directory.agency (id, code, name, short_name, kind, path, valid_from)
    values (${made.agency}, ${founding.agencyCode}, ${founding.agencyName}, ${founding.agencyName}, ${founding.agencyKind}, array[${made.agency}::uuid], ${today})`.execute(
    run,
  )
  await sql`insert into directory.unit (id, agency, name, kind, valid_from)
    values (${made.unit}, ${made.agency}, ${founding.unitName}, 'leadership', ${today})`.execute(run)
  await sql`insert into directory.position (id, unit, title, rank, valid_from)
    values (${made.position}, ${made.unit}, ${founding.title}, 'administrator', ${today})`.execute(run)
  await sql`insert into directory.person (id, name) values (${made.person}, ${founding.name})`.execute(run)
  await sql`insert into directory.holding (id, position, person, valid_from)
    values (${newId(now)}, ${made.position}, ${made.person}, ${today})`.execute(run)
  await grantRoles(db, made.position, today, now)
  return made
}

/** Both administrators' roles over the whole house; the first administrator shares them out from there. */
async function grantRoles(db: Db, position: Id<'position'>, today: string, now: number): Promise<void> {
  for (const key of ['system-administrator', 'catalogue-administrator']) {
    await sql`insert into directory.role_grant (id, position, role, reach, valid_from)
      select ${newId(now)}, ${position}, id, 'all', ${today} from directory.role where key = ${key}`.execute(
      tables<unknown>(db),
    )
  }
}
