import { createReadStream } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inBatches, isRecord, nameOf, recordBytes, textOf, untar } from '../commands/record-batches.ts'
import type { RecordFile } from '../domain/import-plan.ts'
import type { RecordSource } from '../ports.ts'

/**
 * The `.txt` records of a `.tar.gz`, `.tgz` or `.tar` archive, of a folder, or one `.txt` file, in batches of at most 200
 * files. Throws what the file system or the archive says: a missing path, a broken or truncated archive.
 */
export async function* readArchive(path: string): RecordSource {
  yield* inBatches(await filesOf(path))
}

async function filesOf(path: string): Promise<AsyncIterable<RecordFile>> {
  const found = await stat(path)
  if (found.isDirectory()) return folder(path)
  return path.endsWith('.txt') ? one(path) : untar(createReadStream(path), !path.endsWith('.tar'))
}

async function* folder(path: string): AsyncIterable<RecordFile> {
  for await (const entry of await opendir(path)) {
    if (entry.isFile() && isRecord(entry.name)) yield* one(join(path, entry.name))
  }
}

async function* one(path: string): AsyncIterable<RecordFile> {
  yield { fileName: nameOf(path), text: await textOf(createReadStream(path, { end: recordBytes })) }
}
