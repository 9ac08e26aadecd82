import { parseRecord } from './national-record.ts'
import { diffRecords, type FieldChange } from './record-change.ts'
import type { NationalRecord, RefusalReason, Unparsed } from './record-shape.ts'

/** A record as it stands in a file. */
export type RecordFile = { fileName: string; text: string }
export type ReadRecord = { file: string; record: NationalRecord; unparsed: Unparsed[]; hash: string }
export type RefusedRecord = {
  file: string
  reason: RefusalReason | 'code-twice' | 'older-than-current'
  detail: string
}

/** What the catalogue has under a code; `content` only when its hash differs from the record's. */
export type KnownVersion = {
  code: string
  procedure: string
  version: string
  no: number
  validFrom: string
  content: NationalRecord | null
}

export type ChangedRecord = ReadRecord & { known: KnownVersion; changes: FieldChange[] }
export type ImportPlan = { added: ReadRecord[]; changed: ChangedRecord[]; unchanged: number; refused: RefusedRecord[] }

/** Reads the files of one batch. Of two records with one code the first counts: which of them holds, a person must say. */
export function readRecords(
  files: readonly RecordFile[],
  hashOf: (record: NationalRecord) => string,
): { read: ReadRecord[]; refused: RefusedRecord[] } {
  const read = new Map<string, ReadRecord>()
  const refused: RefusedRecord[] = []
  for (const { fileName, text } of files) {
    const parsed = parseRecord(text, fileName)
    if (!parsed.ok) {
      refused.push({ file: fileName, reason: parsed.reason, detail: parsed.detail ?? '' })
      continue
    }
    const { record, unparsed } = parsed
    const twin = read.get(record.nationalCode)
    const hash = hashOf(record)
    if (!twin) read.set(record.nationalCode, { file: fileName, record, unparsed, hash })
    else if (twin.hash !== hash) refused.push({ file: fileName, reason: 'code-twice', detail: twin.file })
  }
  return { read: [...read.values()], refused }
}

/**
 * What the catalogue takes from the records read. A record that was in force before the one the catalogue has is refused:
 * it would rewrite what dossiers were received under.
 */
export function planImport(read: readonly ReadRecord[], known: readonly KnownVersion[], validFrom: string): ImportPlan {
  const byCode = new Map(known.map(each => [each.code, each]))
  const plan: ImportPlan = { added: [], changed: [], unchanged: 0, refused: [] }
  for (const each of read) {
    const before = byCode.get(each.record.nationalCode)
    if (!before) plan.added.push(each)
    else if (!before.content) plan.unchanged += 1
    else if (validFrom < before.validFrom)
      plan.refused.push({ file: each.file, reason: 'older-than-current', detail: before.validFrom })
    else plan.changed.push({ ...each, known: before, changes: diffRecords(before.content, each.record) })
  }
  return plan
}

/** How many passages of the records are left to a person, by reason. */
export function countUnparsed(read: readonly ReadRecord[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { unparsed } of read) for (const { why } of unparsed) counts[why] = (counts[why] ?? 0) + 1
  return counts
}
