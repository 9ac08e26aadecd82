import { localDate, type Id, type Scope } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import { isPersonWithin } from './reach.ts'

export type PersonForAccount = { name: string; hasAccount: boolean; agency: Id<'agency'> | null }

/** A person who may get an account from this actor; undefined when unknown or not wholly within reach. */
export async function personForAccount(
  db: Db,
  person: Id<'person'>,
  scope: Scope,
  now: number,
): Promise<PersonForAccount | undefined> {
  const today = localDate(now)
  const found = await sql<PersonForAccount>`
    select n.name, exists (select from directory.account a where a.person = n.id) as "hasAccount",
      (select p.agency from directory.pub_position p where p.person = n.id and p.held_from <= ${today}::date
         and (p.held_to is null or p.held_to > ${today}::date) order by p.sort limit 1) as agency
    from directory.person n where n.id = ${person} and ${isPersonWithin(scope, sql`n.id`, now)}`.execute(
    tables<unknown>(db),
  )
  return found.rows[0]
}

/** Every user name in use. A province has some ten thousand, which is read in a few milliseconds. */
export async function takenNames(db: Db): Promise<ReadonlySet<string>> {
  const found = await sql<{ user_name: string }>`select user_name from directory.account`.execute(tables<unknown>(db))
  return new Set(found.rows.map(row => row.user_name))
}
