import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { EventName } from '../contract.ts'

/** Makes the names of facts be exactly these. */
export async function writeEventNames(db: Db, list: readonly EventName[]): Promise<void> {
  const json = JSON.stringify(list)
  await sql`
    with wanted as (select * from jsonb_to_recordset(${json}::jsonb) as n(event text, module text, vi text, en text)),
    gone as (delete from directory.event_name where event not in (select event from wanted))
    insert into directory.event_name (event, module, vi, en) select event, module, vi, en from wanted
    on conflict (event) do update set module = excluded.module, vi = excluded.vi, en = excluded.en`.execute(
    tables<Tables>(db),
  )
}

/** The names of facts by module, in the order of their names in Vietnamese. */
export async function readEventNames(db: Db): Promise<EventName[]> {
  return await tables<Tables>(db)
    .selectFrom('directory.event_name')
    .select(['event', 'module', 'vi', 'en'])
    .orderBy('module')
    .orderBy('vi')
    .execute()
}
