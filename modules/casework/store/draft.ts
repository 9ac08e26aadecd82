import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'

export type StoredDraft = {
  id: string
  account: string
  /** Of the applicant, as far as it is typed. */ name: string
  offer: string
  content: unknown
  at: string
}

/** Writes a draft, called by its applicant and its procedure; false when one of that id belongs to somebody else. */
export async function storeDraft(db: Db, draft: StoredDraft): Promise<boolean> {
  const written = await sql`insert into casework.draft (id, account, content, title, updated_at)
    values (${draft.id}, ${draft.account}, ${JSON.stringify(draft.content)}::jsonb,
      left(concat_ws(' · ', nullif(${draft.name}, ''), (select o.name from procedures.pub_offer o where o.id = ${draft.offer}::uuid)), 200), ${draft.at})
    on conflict (id) do update set content = excluded.content, title = excluded.title, updated_at = excluded.updated_at
    where casework.draft.account = excluded.account`.execute(tables<unknown>(db))
  return written.numAffectedRows === 1n
}

/** Removes an own draft; false when there is none. */
export async function removeDraft(db: Db, id: string, account: string): Promise<boolean> {
  const gone = await sql`delete from casework.draft where id = ${id} and account = ${account}`.execute(
    tables<unknown>(db),
  )
  return gone.numAffectedRows === 1n
}
