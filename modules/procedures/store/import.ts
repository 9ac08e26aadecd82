import { iso, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import type { RefusedRecord } from '../domain/import-plan.ts'
import type { Tables } from './tables.ts'

export type KeptImport = {
  id: Id<'import'>
  /** Epoch milliseconds. */
  at: number
  by: Id<'account'> | null
  fileName: string
  source: string
  validFrom: string
  imported: number
  changed: number
  unchanged: number
  refused: readonly RefusedRecord[]
  unparsed: Readonly<Record<string, number>>
}

/** Keeps what came of loading a file. */
export async function keepImport(db: Db, one: KeptImport): Promise<void> {
  const { id, source, imported, changed, unchanged } = one
  await tables<Tables>(db)
    .insertInto('procedures.import')
    .values({
      id,
      source,
      imported,
      changed,
      unchanged,
      at: iso(one.at),
      by_account: one.by,
      file_name: one.fileName,
      valid_from: one.validFrom,
      refused: JSON.stringify(one.refused),
      unparsed: JSON.stringify(one.unparsed),
    })
    .execute()
}
