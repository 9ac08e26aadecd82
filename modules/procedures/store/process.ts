import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from './tables.ts'

export type Process = Selectable<Tables['procedures.process']>

/** A process, locked until the command is done. */
export async function lockProcess(db: Db, id: Id<'process'>): Promise<Process> {
  const row = await tables<Tables>(db)
    .selectFrom('procedures.process')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound()
}

/** Writes a draft; false when its line has one of that number already, that is, a draft nobody has published. */
export async function insertProcess(db: Db, row: Insertable<Tables['procedures.process']>): Promise<boolean> {
  const done = await tables<Tables>(db)
    .insertInto('procedures.process')
    .values(row)
    .onConflict(conflict => conflict.columns(['line', 'no']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Writes what changed of a process; false when somebody else has changed it since `version`. */
export async function updateProcess(
  db: Db,
  id: Id<'process'>,
  version: number,
  row: Partial<
    Pick<
      Insertable<Tables['procedures.process']>,
      'name' | 'decision' | 'definition' | 'total_hours' | 'state' | 'published_at' | 'valid_from'
    >
  >,
): Promise<boolean> {
  const done = await tables<Tables>(db)
    .updateTable('procedures.process')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The highest number of a line. */
export async function lastOfLine(db: Db, line: string): Promise<number> {
  const found = await sql<{ no: number }>`
    select coalesce(max(no), 0) as no from procedures.process where line = ${line}::uuid`.execute(tables<Tables>(db))
  return found.rows[0]?.no ?? 0
}

/** How many offers receive dossiers under a process on a day or will do so after it. */
export async function offersOfProcess(db: Db, id: Id<'process'>, today: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*) as n from procedures.offer where process = ${id}::uuid and (valid_to is null or valid_to > ${today}::date)`.execute(
    tables<Tables>(db),
  )
  return found.rows[0]?.n ?? 0
}
