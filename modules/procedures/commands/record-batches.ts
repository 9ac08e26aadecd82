import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { RecordFile } from '../domain/import-plan.ts'

/** Files of records in batches of at most 200, small enough to be held. */
export async function* inBatches(files: AsyncIterable<RecordFile>): AsyncGenerator<RecordFile[]> {
  let batch: RecordFile[] = []
  let length = 0
  for await (const file of files) {
    batch.push(file)
    length += file.text.length
    if (batch.length < batchFiles && length < batchLength) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}

const batchFiles = 200
/** Characters; keeps a batch of long records small. */
const batchLength = 4_000_000

/** Bytes read of one file: more than any record has, so that what is larger is refused as too large without being held. */
export const recordBytes = 2_000_000

/** The `.txt` records of an archive. Throws what the archive says: broken, truncated, or larger than `most` bytes unpacked. */
export async function* untar(packed: Readable, isGzip: boolean, most = Infinity): AsyncGenerator<RecordFile> {
  const entries = extract()
  const fail = (error: Error | null | undefined) => void (error && entries.destroy(error))
  if (isGzip) pipeline(packed, createGunzip(), entries, fail)
  else pipeline(packed, entries, fail)
  let total = 0
  for await (const entry of entries) {
    const { name, type, size } = entry.header
    total += size
    if (total > most) throw new RangeError(`the archive unpacks to more than ${most} bytes`)
    if (type === 'file' && isRecord(name)) yield { fileName: nameOf(name), text: await textOf(entry) }
    else entry.resume()
  }
}

/** The text of a stream, cut at the limit; the rest is read and forgotten, so that the archive goes on. */
export async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of stream) {
    if (!(part instanceof Uint8Array)) throw new TypeError('a file is read as bytes')
    if (bytes < recordBytes) parts.push(part.subarray(0, recordBytes - bytes))
    bytes += part.byteLength
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Whether a file of an archive or a folder is a record by its name. */
export function isRecord(name: string): boolean {
  return name.endsWith('.txt') && !nameOf(name).startsWith('.')
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
