import { covers, forbidden, iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { importRecords as endpoint } from '../contract/catalogue.ts'
import { countUnparsed, planImport, readRecords, type ReadRecord } from '../domain/import-plan.ts'
import { onlineLevel } from '../domain/online-level.ts'
import { searchText } from '../domain/search-text.ts'
import { procedureChanged, procedurePublished, recordsImported } from '../events.ts'
import { contentHash } from '../store/content-hash.ts'
import { knownVersions, storeVersions, type NewVersion } from '../store/version.ts'

/** Takes a batch of published records: three statements whatever its size. Importing the same batch again changes nothing. */
export async function importRecords(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { source, validFrom } = input
  // The catalogue is one for the whole house: a right over some agencies is not a right over it.
  if (!covers(ctx.actor, 'procedures.catalogue.edit', {})) forbidden('procedures.catalogue.edit')
  const { read, refused } = readRecords(input.records, contentHash)
  const asked = read.map(({ record, hash }) => ({ code: record.nationalCode, hash }))
  const plan = planImport(read, await knownVersions(ctx.db, asked), validFrom)
  const added = plan.added.map(each => versionOf(ctx.now, each, { procedure: newId(ctx.now), no: 1 }, validFrom))
  const changed = plan.changed.map(each => {
    const place = { procedure: each.known.procedure, no: each.known.no + 1 }
    return { each, row: versionOf(ctx.now, each, place, validFrom) }
  })
  await storeVersions(ctx.db, [...added, ...changed.map(({ row }) => row)], {
    source,
    validFrom,
    importedAt: iso(ctx.now),
  })
  for (const { procedure, id, full_code } of added)
    ctx.record(procedurePublished, { subject: procedure, data: { code: full_code, version: id, source } })
  for (const { each, row } of changed) {
    const { procedure, id, full_code, no } = row
    const data = { code: full_code, version: id, no, source, changes: each.changes }
    ctx.record(procedureChanged, { subject: procedure, data })
  }
  const counts = { imported: added.length, changed: changed.length, unchanged: plan.unchanged }
  const left = [...refused, ...plan.refused]
  ctx.record(recordsImported, { subject: newId(ctx.now), data: { source, ...counts, refused: left.length } })
  return { ...counts, refused: left, unparsed: countUnparsed(read) }
}

function versionOf(
  now: number,
  { record, unparsed, hash }: ReadRecord,
  place: { procedure: string; no: number },
  validFrom: string,
): NewVersion {
  return {
    ...place,
    id: newId<'version'>(now),
    code: record.nationalCode,
    full_code: record.code,
    name: record.name,
    field: record.field ?? '',
    levels: record.levels,
    kind: record.kind ?? '',
    decision: record.decision ?? '',
    online_level: onlineLevel(record, validFrom)?.level ?? '',
    content: record,
    unparsed,
    content_hash: hash,
    initials: searchText(record.name).initials,
  }
}
