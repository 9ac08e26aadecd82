import { covers, forbidden, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type * as contract from '../contract/import.ts'
import type { Tables } from '../store/tables.ts'

const most = 30

/** What came of the last files of records. */
export async function listImports(
  ctx: Ctx,
  _input: InputOf<typeof contract.listImports>,
): Promise<ReplyOf<typeof contract.listImports>> {
  guard(ctx)
  const rows = await importRows(ctx).orderBy('i.at', 'desc').orderBy('i.id', 'desc').limit(most).execute()
  return { rows, today: localDate(ctx.now) }
}

/** What came of one file of records. */
export async function showImport(
  ctx: Ctx,
  input: InputOf<typeof contract.showImport>,
): Promise<ReplyOf<typeof contract.showImport>> {
  guard(ctx)
  const found = await importRows(ctx)
    .select(['i.refused as refusals', 'i.unparsed'])
    .where('i.id', '=', input.import)
    .executeTakeFirst()
  if (!found) return notFound()
  const unparsed = Object.entries(found.unparsed).map(([why, count]) => ({ why, count }))
  return { ...found, unparsed: unparsed.toSorted((a, b) => b.count - a.count) }
}

function guard(ctx: Ctx): void {
  if (!covers(ctx.actor, 'procedures.catalogue.edit', {})) forbidden('procedures.catalogue.edit')
}

function importRows(ctx: Ctx) {
  return tables<Tables>(ctx.db)
    .selectFrom('procedures.import as i')
    .leftJoin('directory.pub_account as a', 'a.id', 'i.by_account')
    .select(['i.id', 'i.at', 'i.source', 'i.imported', 'i.changed', 'i.unchanged'])
    .select(['i.file_name as fileName', 'i.valid_from as validFrom'])
    .select(eb => eb.fn.coalesce('a.person_name', sql<string>`''`).as('byName'))
    .select(sql<number>`jsonb_array_length(i.refused)`.as('refused'))
}
