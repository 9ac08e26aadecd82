import { iso, type InputOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { importRecords } from '../contract/catalogue.ts'
import { countUnparsed, planImport, readRecords, type ReadRecord, type RefusedRecord } from '../domain/import-plan.ts'
import { onlineLevel } from '../domain/online-level.ts'
import { searchText } from '../domain/search-text.ts'
import { procedureChanged, procedurePublished } from '../events.ts'
import { contentHash } from '../store/content-hash.ts'
import { knownVersions, storeVersions, type NewVersion } from '../store/version.ts'

/** What came of a batch of records. */
export type Taken = {
  imported: number
  changed: number
  unchanged: number
  refused: RefusedRecord[]
  unparsed: Record<string, number>
}

/** Takes a batch of published records: three statements whatever its size. Whether the actor may is for the command to check. */
export async function takeRecords(ctx: Ctx, input: InputOf<typeof importRecords>): Promise<Taken> {
  const { source, validFrom } = input
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
  return {
    imported: added.length,
    changed: changed.length,
    unchanged: plan.unchanged,
    refused: [...refused, ...plan.refused],
    unparsed: countUnparsed(read),
  }
}

/** What came of several batches together. */
export function takenTogether(all: Taken, more: Taken): Taken {
  const unparsed = { ...all.unparsed }
  for (const [why, count] of Object.entries(more.unparsed)) unparsed[why] = (unparsed[why] ?? 0) + count
  return {
    imported: all.imported + more.imported,
    changed: all.changed + more.changed,
    unchanged: all.unchanged + more.unchanged,
    refused: [...all.refused, ...more.refused],
    unparsed,
  }
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
