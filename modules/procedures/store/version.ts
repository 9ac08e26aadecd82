import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { KnownVersion } from '../domain/import-plan.ts'
import type { NationalRecord } from '../domain/record-shape.ts'
import type { Tables } from './tables.ts'

/**
 * What the catalogue has under the given codes, with the content only where its hash differs. One import at a time: two of
 * them at once could both take a code for new.
 */
export async function knownVersions(db: Db, asked: readonly { code: string; hash: string }[]): Promise<KnownVersion[]> {
  const catalogue = tables<Tables>(db)
  await sql`select pg_advisory_xact_lock(hashtext('procedures.import'))`.execute(catalogue)
  const found = await sql<KnownVersion>`
    select p.code, p.id as procedure, v.id as version, v.no, v.valid_from as "validFrom",
      case when v.content_hash <> a.hash then v.content end as content
    from unnest(${asked.map(each => each.code)}::text[], ${asked.map(each => each.hash)}::text[]) as a(code, hash)
    join procedures.procedure p on p.code = a.code
    join procedures.version v on v.id = p.current`.execute(catalogue)
  return found.rows
}

/** A version to be written. `procedure` is new when `no` is 1. */
export type NewVersion = {
  id: Id<'version'>
  procedure: string
  code: string
  no: number
  full_code: string
  name: string
  field: string
  levels: string[]
  kind: string
  decision: string
  online_level: string
  content: unknown
  unparsed: unknown
  content_hash: string
  initials: string
}

/** Writes new versions, ends the ones they replace, and makes them current: one statement for any number. */
export async function storeVersions(
  db: Db,
  versions: readonly NewVersion[],
  common: { source: string; validFrom: string; importedAt: string },
): Promise<void> {
  if (versions.length === 0) return
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as g(
        id uuid, procedure uuid, code text, no integer, full_code text, name text, field text, levels text[], kind text,
        decision text, online_level text, content jsonb, unparsed jsonb, content_hash text, initials text)
    ), opened as (
      insert into procedures.procedure (id, code, current) select procedure, code, id from given where no = 1
    ), ended as (
      update procedures.version v set valid_to = ${common.validFrom}::date
      from given g join procedures.procedure p on p.id = g.procedure where g.no > 1 and v.id = p.current
    ), moved as (
      update procedures.procedure p set current = g.id, withdrawn_at = null from given g where g.no > 1 and p.id = g.procedure
    )
    insert into procedures.version (id, procedure, no, full_code, name, field, levels, kind, decision, online_level, content,
      unparsed, content_hash, source, valid_from, imported_at, initials)
    select id, procedure, no, full_code, name, field, levels, kind, decision, online_level, content, unparsed, content_hash,
      ${common.source}, ${common.validFrom}::date, ${common.importedAt}::timestamptz, initials
    from given`.execute(tables<Tables>(db))
}

/** The record in force of a procedure, and the one a row is pinned to. */
export type CurrentVersion = { id: Id<'version'>; no: number; content: NationalRecord; pinned: NationalRecord }

/** Reads the current version of a procedure beside another one of it. */
export async function currentVersion(
  db: Db,
  procedure: Id<'procedure'>,
  pinned: Id<'version'>,
): Promise<CurrentVersion> {
  const found = await sql<CurrentVersion>`
    select v.id, v.no, v.content, w.content as pinned
    from procedures.procedure p join procedures.version v on v.id = p.current join procedures.version w on w.id = ${pinned}::uuid
    where p.id = ${procedure}::uuid`.execute(tables<Tables>(db))
  return found.rows[0] ?? notFound()
}
