import type { FileAccess } from '@congso/files'
import { tables } from '@congso/kernel/server'
import { sql } from 'kysely'
import { maySee, type Turn } from './domain/turn.ts'

/** Who may read a dossier's files: whoever may see the dossier. */
export const fileAccess: FileAccess = {
  'casework.dossier': async (db, actor, owner) => {
    const found = await sql<Pick<Turn, 'agency' | 'receivingAgency' | 'unit' | 'handlingUnit' | 'assignee'>>`
      select agency, receiving_agency as "receivingAgency", unit, handling_unit as "handlingUnit", assignee from casework.dossier where id = ${owner}::uuid`.execute(tables<unknown>(db))
    const row = found.rows[0]
    return row !== undefined && maySee(actor, row)
  },
}
