import { iso, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import type { ScanState } from '../contract.ts'
import type { Tables } from './tables.ts'

export type NewFile = {
  id: Id<'file'>
  sha256: string
  name: string
  type: string
  size: number
  ownerKind: string
  owner: string
  agency: Id<'agency'> | null
  title: string
  scan: ScanState
}

/** Writes down that content in the store belongs to a thing. */
export async function insertFile(
  db: Db,
  file: NewFile,
  by: { account: Id<'account'> | null; at: number },
): Promise<void> {
  const { ownerKind, scan, ...same } = file
  await tables<Tables>(db)
    .insertInto('files.file')
    .values({
      ...same,
      owner_kind: ownerKind,
      scan_state: scan,
      created_at: iso(by.at),
      created_by: by.account,
      removed_at: null,
      removed_by: null,
      remove_reason: null,
    })
    .execute()
}

/** Takes a file away from its thing; false when it has been taken away already. */
export async function markRemoved(
  db: Db,
  file: Id<'file'>,
  by: { account: Id<'account'> | null; at: number; reason: string },
): Promise<boolean> {
  const removed = await tables<Tables>(db)
    .updateTable('files.file')
    .set({ removed_at: iso(by.at), removed_by: by.account, remove_reason: by.reason })
    .where('id', '=', file)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return removed.numUpdatedRows === 1n
}

/** Gives a removed file back to its thing; false when it is not removed. */
export async function markRestored(db: Db, file: Id<'file'>): Promise<boolean> {
  const restored = await tables<Tables>(db)
    .updateTable('files.file')
    .set({ removed_at: null, removed_by: null, remove_reason: null })
    .where('id', '=', file)
    .where('removed_at', 'is not', null)
    .executeTakeFirst()
  return restored.numUpdatedRows === 1n
}
