import { sql, type Kysely } from 'kysely'
import type { Actor } from '../contract/index.ts'

export type Db = Kysely<Record<string, Record<string, unknown>>>
export type Ctx = { db: Db; actor: Actor; now: number }

export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db)
}
