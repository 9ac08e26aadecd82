// Says whether sources changed since a build. Plain JavaScript for any Node >= 20.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['kernel', 'ui', 'modules', 'apps']
const skipped = new Set(['node_modules', 'dist', 'planted', 'testing'])

/** One hash over names and contents of everything the server and its assets are built from. */
export function sourceHash(root) {
  const hash = createHash('sha256')
  const files = ['package-lock.json', 'scripts/build.mjs', ...folders.flatMap(folder => list(root, folder))]
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function list(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : list(root, path)
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
    })
}
