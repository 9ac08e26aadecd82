import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type PublishedFile = { name: string; text: string }

/**
 * The archive of records the national portal published; undefined where it does not stand beside the repository, to which
 * it does not belong. What needs it is then skipped, and `npm test` says so.
 */
export const publishedArchive = [
  resolve(import.meta.dirname, '../../../../shared/data/national-procedures.tar.gz'),
].find(existsSync)

/** The files of that archive. */
export function publishedFiles(archive: string): PublishedFile[] {
  return untar(gunzipSync(readFileSync(archive))).filter(({ name }) => name.endsWith('.txt'))
}

/** Reads a ustar archive: 512-byte headers (name, octal size at 124, kind at 156), contents padded to 512. */
function untar(tar: Buffer): PublishedFile[] {
  const files: PublishedFile[] = []
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const field = (from: number, to: number) => (tar.toString('utf8', at + from, at + to).split('\0')[0] ?? '').trim()
    const size = Number.parseInt(field(124, 136), 8) || 0
    const start = at + 512
    if (['', '0'].includes(field(156, 157)))
      files.push({ name: field(0, 100), text: tar.toString('utf8', start, start + size) })
    at = start + Math.ceil(size / 512) * 512
  }
  return files
}
