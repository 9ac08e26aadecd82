import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Draft } from '../ports.ts'

/** Writes a stream into a new file of a folder and onto the disk, counting and hashing it on the way. When the stream breaks the file is gone. */
export async function spool(bytes: Readable, folder: string): Promise<Draft> {
  const path = join(folder, `${randomUUID()}.part`)
  const hash = createHash('sha256')
  let size = 0
  const count = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  // A stream that breaks while the folder is being made must not break the process; the pipeline hears of it afterwards.
  bytes.on('error', () => {})
  await mkdir(folder, { recursive: true })
  try {
    await pipeline(bytes, count, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, size, sha256: hash.digest('hex') }
}

/** Removes spooled files last written before a moment: what a killed process left behind. Returns how many. */
export async function sweepSpool(folder: string, before: number): Promise<number> {
  let swept = 0
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith('.part')) continue
    const path = join(folder, name)
    const written = await stat(path).then(
      found => found.mtimeMs,
      () => Infinity,
    )
    if (written >= before) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}
