import { sql } from 'kysely'

export async function insertDossier(_: unknown, id: string) {
  await sql`delete from casework.dossier where id = ${id}`
}
