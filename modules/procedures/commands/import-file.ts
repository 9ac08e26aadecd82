import { Readable } from 'node:stream'
import { covers, forbidden, localDate, type FileToRead, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import type { importFile as endpoint } from '../contract/import.ts'
import { refuse } from '../contract/refusals.ts'
import type { RecordFile } from '../domain/import-plan.ts'
import { recordsImported } from '../events.ts'
import { keepImport } from '../store/import.ts'
import { inBatches, recordBytes, untar } from './record-batches.ts'
import { takenTogether, takeRecords, type Taken } from './take-records.ts'

const mostUnpacked = 400_000_000

/** Takes a file of records, all of it or, when the file is broken, nothing; what single records are refused for is kept with it. */
export async function importFile(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  // The catalogue is one for the whole house: a right over some agencies is not a right over it.
  if (!covers(ctx.actor, 'procedures.catalogue.edit', {})) forbidden('procedures.catalogue.edit')
  const { file, source = file.name, validFrom = localDate(ctx.now) } = input
  let taken: Taken = { imported: 0, changed: 0, unchanged: 0, refused: [], unparsed: {} }
  let read = 0
  for await (const records of batchesOf(file)) {
    taken = takenTogether(taken, await takeRecords(ctx, { records, source, validFrom }))
    read += records.length
  }
  if (read === 0) refuse('procedures.no-records', { name: file.name }, 'file')
  const id = newId<'import'>(ctx.now)
  await keepImport(ctx.db, { id, at: ctx.now, by: ctx.actor.account, fileName: file.name, source, validFrom, ...taken })
  const { imported, changed, unchanged } = taken
  const counts = { imported, changed, unchanged, refused: taken.refused.length }
  ctx.record(recordsImported, { subject: id, data: { source, ...counts } })
  return { import: id, ...counts }
}

/** An archive that breaks off in the middle is refused whole: nobody could say what of it was taken. */
async function* batchesOf(file: FileToRead): AsyncGenerator<RecordFile[]> {
  const batches = inBatches(recordsIn(file))
  for (;;) {
    const next = await batches.next().catch(() => refuse('procedures.archive-broken', { name: file.name }, 'file'))
    if (next.done) return
    yield next.value
  }
}

/** The records of a file, by its content: a packed or plain archive, or else one record. */
async function* recordsIn({ name, base64 }: FileToRead): AsyncGenerator<RecordFile> {
  const bytes = Buffer.from(base64, 'base64')
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (isGzip || bytes.toString('latin1', 257, 262) === 'ustar')
    yield* untar(Readable.from([bytes]), isGzip, mostUnpacked)
  else if (bytes.length > 0) yield { fileName: name, text: bytes.toString('utf8', 0, recordBytes) }
}
