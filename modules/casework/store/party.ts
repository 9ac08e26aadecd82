import type { ReplyOf } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { revealPersonal } from '../contract.ts'

type Party = ReplyOf<typeof revealPersonal>['parties'][number]

/** The people of a dossier with their full data; only for commands that journal the reading, and for official print. */
export async function partiesOf(db: Db, dossier: string): Promise<Party[]> {
  const found =
    await sql<Party>`select role, kind, name, id_number as "idNumber", birth_date as "birthDate", phone, email, address, authorisation
    from casework.party where dossier = ${dossier} order by array_position(array['applicant', 'owner', 'proxy'], role)`.execute(
      tables<unknown>(db),
    )
  return found.rows
}
