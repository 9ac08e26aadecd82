import { createReadStream } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { RecordFile } from '../domain/import-plan.ts'
import type { RecordSource } from '../ports.ts'

/**
 * The `.txt` records of a `.tar.gz`, `.tgz` or `.tar` archive, of a folder, or one `.txt` file, in batches of at most 200
 * files. Throws what the file system or the archive says: a missing path, a broken or truncated archive.
 */
export async function* readArchive(path: string): RecordSource {
  let batch: RecordFile[] = []
  let length = 0
  for await (const file of await filesOf(path)) {
    batch.push(file)
    length += file.text.length
    if (batch.length < BATCH_FILES && length < BATCH_LENGTH) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}

const BATCH_FILES = 200
/** Characters; keeps a batch of long records small. */
const BATCH_LENGTH = 4_000_000
/** Bytes read of one file: more than any record has, so that what is larger is refused as too large without being held. */
const FILE_BYTES = 2_000_000

async function filesOf(path: string): Promise<AsyncIterable<RecordFile>> {
  const found = await stat(path)
  if (found.isDirectory()) return folder(path)
  return path.endsWith('.txt') ? one(path) : archive(path)
}

async function* folder(path: string): AsyncIterable<RecordFile> {
  for await (const entry of await opendir(path)) {
    if (entry.isFile() && isRecord(entry.name)) yield* one(join(path, entry.name))
  }
}

async function* one(path: string): AsyncIterable<RecordFile> {
  yield { fileName: nameOf(path), text: await textOf(createReadStream(path, { end: FILE_BYTES })) }
}

async function* archive(path: string): AsyncIterable<RecordFile> {
  const entries = extract()
  const fail = (error: Error | null | undefined) => void (error && entries.destroy(error))
  if (path.endsWith('.tar')) pipeline(createReadStream(path), entries, fail)
  else pipeline(createReadStream(path), createGunzip(), entries, fail)
  for await (const entry of entries) {
    const { name, type } = entry.header
    if (type === 'file' && isRecord(name)) yield { fileName: nameOf(name), text: await textOf(entry) }
    else entry.resume()
  }
}

/** The text of a stream, cut at the limit; the rest is read and forgotten, so that the archive goes on. */
async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of stream) {
    if (!(part instanceof Uint8Array)) throw new TypeError('a file is read as bytes')
    if (bytes < FILE_BYTES) parts.push(part.subarray(0, FILE_BYTES - bytes))
    bytes += part.byteLength
  }
  return Buffer.concat(parts).toString('utf8')
}

function isRecord(name: string): boolean {
  return name.endsWith('.txt') && !nameOf(name).startsWith('.')
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
