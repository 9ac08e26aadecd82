import { notFound } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'

/** Writes the verdict on one paper; the paper must be one of the dossier's. */
export async function storeVerdict(
  db: Db,
  paper: { dossier: string; no: number; verdict: string; note: string; by: string | null; at: string },
): Promise<void> {
  const written =
    await sql`update casework.paper set verdict = ${paper.verdict}, note = ${paper.note}, checked_by = ${paper.by}, checked_at = ${paper.at}
    where dossier = ${paper.dossier} and no = ${paper.no}`.execute(tables<unknown>(db))
  if (written.numAffectedRows === 0n) notFound()
}

/** Adds a colleague's note. */
export async function storeNote(
  db: Db,
  note: { id: string; dossier: string; text: string; position: string | null; account: string | null; at: string },
): Promise<void> {
  await sql`insert into casework.note (id, dossier, text, position, account, at)
    values (${note.id}, ${note.dossier}, ${note.text}, ${note.position}, ${note.account}, ${note.at})`.execute(
    tables<unknown>(db),
  )
}

/** Lets one account see one dossier's personal data until a moment. */
export async function storeReveal(db: Db, dossier: string, account: string, until: string): Promise<void> {
  await sql`insert into casework.reveal (dossier, account, until) values (${dossier}, ${account}, ${until})
    on conflict (dossier, account) do update set until = excluded.until`.execute(tables<unknown>(db))
}
