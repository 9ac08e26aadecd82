import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { importRecords } from '../contract/catalogue.ts'
import type { RecordSource } from '../ports.ts'

/** What came of an import, all batches together. */
export type ImportReport = ReplyOf<typeof importRecords> & { read: number }

export type ImportOptions = {
  /** Where the records come from, as shown beside each version. */
  source: string
  /** The day from which they are in force, `yyyy-mm-dd`. */
  validFrom: string
  /** Called after each batch with the number of files read so far. */
  progress?: (read: number) => void
}

/** Takes all records of a source through the command, batch by batch: what was stored before a failure stays stored. */
export async function importCatalogue(
  run: (endpoint: typeof importRecords, input: InputOf<typeof importRecords>) => Promise<ReplyOf<typeof importRecords>>,
  records: RecordSource,
  { source, validFrom, progress }: ImportOptions,
): Promise<ImportReport> {
  const report: ImportReport = { read: 0, imported: 0, changed: 0, unchanged: 0, refused: [], unparsed: {} }
  for await (const batch of records) {
    const done = await run(importRecords, { records: batch, source, validFrom })
    report.read += batch.length
    report.imported += done.imported
    report.changed += done.changed
    report.unchanged += done.unchanged
    report.refused.push(...done.refused)
    for (const [why, count] of Object.entries(done.unparsed)) report.unparsed[why] = (report.unparsed[why] ?? 0) + count
    progress?.(report.read)
  }
  return report
}
