import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Turn } from '../domain/turn.ts'

/** Where a dossier belongs and lies: what decides who may see it. */
export type DossierPlace = Pick<Turn, 'agency' | 'receivingAgency' | 'unit' | 'handlingUnit' | 'assignee'>

/** The place of a dossier, undefined when there is none. */
export async function placeOf(db: Db, dossier: string): Promise<DossierPlace | undefined> {
  const found = await sql<DossierPlace>`
    select agency, receiving_agency as "receivingAgency", unit, handling_unit as "handlingUnit", assignee from casework.dossier where id = ${dossier}::uuid`.execute(
    tables<unknown>(db),
  )
  return found.rows[0]
}
