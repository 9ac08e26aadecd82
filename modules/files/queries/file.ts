import { covers, holds, iso, type Actor, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { ScanState } from '../contract.ts'
import type { FileAccess } from '../questions.ts'
import type { Tables } from '../store/tables.ts'

export type FileFacts = {
  id: Id<'file'>
  sha256: string
  name: string
  type: string
  size: number
  title: string
  ownerKind: string
  owner: string
  agency: Id<'agency'> | null
  createdAt: string
  createdByName: string
  scanState: ScanState
}

export type RemovedFile = FileFacts & { removed: { at: string; byName: string; reason: string } }

/** A file that has not been removed. Whether somebody may read it is {@link mayRead}'s to say. */
export async function fileById(db: Db, file: string): Promise<FileFacts | undefined> {
  return await facts(db)
    .where('f.removed_at', 'is', null)
    .where('f.id', '=', sql<Id<'file'>>`${file}`)
    .executeTakeFirst()
}

/** A file that has been removed, with when, by whom and why. */
export async function removedById(db: Db, file: string): Promise<RemovedFile | undefined> {
  const row = await facts(db)
    .leftJoin('directory.pub_account as r', 'r.id', 'f.removed_by')
    .select(['f.removed_at as at', 'f.remove_reason as reason', 'r.person_name as byName'])
    .where('f.removed_at', 'is not', null)
    .where('f.id', '=', sql<Id<'file'>>`${file}`)
    .executeTakeFirst()
  if (!row || row.at === null) return undefined
  const { at, reason, byName, ...found } = row
  return { ...found, removed: { at, byName: byName ?? '', reason: reason ?? '' } }
}

/** Whether the actor may remove files of the file's agency, and give them back. */
export function mayRemove(actor: Actor, { agency }: Pick<FileFacts, 'agency'>): boolean {
  const right = 'files.file.remove'
  return agency === null ? holds(actor, right) : covers(actor, right, { agency })
}

/** The files of a thing, in the order in which they came. */
export async function filesOf(db: Db, ownerKind: string, owner: string): Promise<FileFacts[]> {
  return await facts(db)
    .where('f.removed_at', 'is', null)
    .where('f.owner', '=', owner)
    .where('f.owner_kind', '=', ownerKind)
    .orderBy('f.id')
    .execute()
}

/** Whether the module that owns the file's thing lets the actor read it. */
export async function mayRead(db: Db, access: FileAccess, actor: Actor, file: FileFacts): Promise<boolean> {
  if (actor.kind === 'system') return true
  return (await access[file.ownerKind]?.(db, actor, file.owner)) ?? false
}

/** Which of these contents nothing refers to; a removed file refers to its content until the moment (epoch milliseconds) is past its removal. */
export async function unreferenced(db: Db, sha256s: readonly string[], removedBefore: number): Promise<string[]> {
  const found = await sql<{ sha256: string }>`
    select s.sha256 from unnest(${[...sha256s]}::text[]) as s (sha256)
    where not exists (
      select from files.file f where f.sha256 = s.sha256 and (f.removed_at is null or f.removed_at >= ${iso(removedBefore)}))`.execute(
    tables<Tables>(db),
  )
  return found.rows.map(row => row.sha256)
}

function facts(db: Db) {
  return tables<Tables>(db)
    .selectFrom('files.file as f')
    .leftJoin('directory.pub_account as a', 'a.id', 'f.created_by')
    .select(['f.id', 'f.sha256', 'f.name', 'f.type', 'f.size', 'f.title', 'f.owner', 'f.agency'])
    .select(['f.owner_kind as ownerKind', 'f.created_at as createdAt', 'f.scan_state as scanState'])
    .select(eb => eb.fn.coalesce('a.person_name', sql<string>`''`).as('createdByName'))
}
