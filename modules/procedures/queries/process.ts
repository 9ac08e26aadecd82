import type { Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { ProcessDefinition } from '../domain/process.ts'
import type { Tables } from '../store/tables.ts'

/** A version of an internal process, as a dossier pins it. */
export type PublishedProcess = {
  id: Id<'process'>
  line: string
  no: number
  name: string
  agency: Id<'agency'> | null
  definition: ProcessDefinition
  total_hours: number | null
  state: 'draft' | 'published' | 'retired'
  valid_from: string | null
}

/** A process by its id, in any state. */
export async function processById(db: Db, id: Id<'process'>): Promise<PublishedProcess | undefined> {
  const found = await sql<{ process: PublishedProcess }>`
    select to_jsonb(c) as process from procedures.pub_process c where c.id = ${id}::uuid`.execute(tables<Tables>(db))
  return found.rows[0]?.process
}
