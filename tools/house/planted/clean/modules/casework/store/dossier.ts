import { sql } from 'kysely'
import type { Ctx } from '@congso/kernel/server'

export async function insertDossier({ db }: Ctx, id: string): Promise<void> {
  await db.insertInto('casework.dossier').values({ id }).execute()
  await sql`select 1`.execute(db)
}
