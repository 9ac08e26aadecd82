import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { Permission } from '../contract.ts'

/** The permissions the installed modules declare, in order of module and name. */
export async function readPermissions(db: Db): Promise<Permission[]> {
  return await tables<Tables>(db)
    .selectFrom('directory.permission')
    .select(['name', 'module', 'vi', 'en'])
    .orderBy('module')
    .orderBy('name')
    .execute()
}

/** Makes the list be exactly this one; names that come back are updated in place. */
export async function writePermissions(db: Db, list: readonly Permission[]): Promise<void> {
  const json = JSON.stringify(list)
  await sql`
    with wanted as (select * from jsonb_to_recordset(${json}::jsonb) as p(name text, module text, vi text, en text)),
    gone as (delete from directory.permission where name not in (select name from wanted))
    insert into directory.permission (name, module, vi, en) select name, module, vi, en from wanted
    on conflict (name) do update set module = excluded.module, vi = excluded.vi, en = excluded.en`.execute(
    tables<Tables>(db),
  )
}
