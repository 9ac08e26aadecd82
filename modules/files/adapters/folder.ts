import { mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BlobStore } from '../ports.ts'
import { spool, sweepSpool } from './spool.ts'

/**
 * Keeps content in a folder, 65,536 folders below it, each file named by its hash. A file gets its name only when it is whole and
 * on the disk, by a rename in the same file system. Several application nodes may use one folder.
 */
export function folderStore(root: string): BlobStore {
  const incoming = join(root, 'incoming')
  const placeOf = (sha256: string) => join(root, 'blob', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const asideOf = (sha256: string) => join(root, 'aside', sha256)
  return {
    async put(bytes, admit) {
      const draft = await spool(bytes, incoming)
      try {
        await admit?.(draft)
        // Storing again what is there makes it new again, so that nobody sets it aside as forgotten.
        if (!(await touch(placeOf(draft.sha256)))) await move(draft.path, placeOf(draft.sha256))
      } finally {
        await rm(draft.path, { force: true })
      }
      return { sha256: draft.sha256, size: draft.size }
    },
    async open(sha256, part) {
      const file = (await openIfThere(placeOf(sha256))) ?? (await openIfThere(asideOf(sha256)))
      if (!file) throw new Error(`the store has no content ${sha256}`)
      return file.createReadStream(part && { start: part.from, end: part.to })
    },
    has: async sha256 => (await isThere(placeOf(sha256))) || (await isThere(asideOf(sha256))),
    storedBefore: moment => namesBefore(join(root, 'blob'), moment),
    async setAside(sha256, storedBefore) {
      const found = await stat(placeOf(sha256)).catch(absent)
      if (!found || found.mtimeMs >= storedBefore) return false
      const moved = await move(placeOf(sha256), asideOf(sha256)).then(() => true, absent)
      if (moved) await touch(asideOf(sha256))
      return moved === true
    },
    asideBefore: moment => namesBefore(join(root, 'aside'), moment),
    async bringBack(sha256) {
      await move(asideOf(sha256), placeOf(sha256)).catch(absent)
    },
    async destroyAside(sha256) {
      await rm(asideOf(sha256), { force: true })
    },
    sweep: before => sweepSpool(incoming, before),
  }
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
  // Without this a power cut could forget the name of a file that is on the disk.
  const folder = await open(dirname(to), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function touch(path: string): Promise<boolean> {
  const now = new Date()
  return (await utimes(path, now, now).then(() => true, absent)) === true
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(absent)) !== undefined
}

async function openIfThere(path: string) {
  return await open(path, 'r').catch(absent)
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

async function* namesBefore(folder: string, moment: number): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(absent)
  if (!entries) return
  for await (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      yield* namesBefore(path, moment)
    } else if (/^[0-9a-f]{64}$/.test(entry.name)) {
      const found = await stat(path).catch(absent)
      if (found && found.mtimeMs < moment) yield entry.name
    }
  }
}
