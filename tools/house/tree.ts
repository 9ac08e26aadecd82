import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const skipped = new Set(['node_modules', 'dist', 'data', 'planted', 'coverage', 'screenshots', '.git', '.cache'])
const read = /\.(tsx?|mjs|sql|css|md|json|sh)$|^\.ci\/run$/

/** Reads every source and document of the repository, by path from its root. The lock file is not ours to write. */
export function readTree(root: string): Map<string, string> {
  const paths = walk(root, '').filter(path => read.test(path) && path !== 'package-lock.json')
  return new Map(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]))
}

/**
 * TypeScript that git knows and we did not read. A checker that silently reads nothing reports success for ever, so the
 * two lists are made in different ways and must agree.
 */
export function findUnread(root: string, files: ReadonlyMap<string, string>): string[] {
  // A checkout may belong to another user than the one who checks it, as in many containers.
  const git = spawnSync(
    'git',
    ['-c', `safe.directory=${root.replace(/\/$/, '')}`, 'ls-files', '-z', '--', '*.ts', '*.tsx'],
    { cwd: root, encoding: 'utf8' },
  )
  if (git.status !== 0)
    throw new Error(`git cannot list the files, so nothing proves that all were read: ${git.stderr}`)
  return compare(git.stdout.split('\0').filter(Boolean), files)
}

/** The tracked files that were not read; all of them when git knows none. */
export function compare(tracked: string[], files: ReadonlyMap<string, string>): string[] {
  if (tracked.length === 0) return ['(git knows no TypeScript file at all)']
  return tracked.filter(path => !path.includes('/planted/') && !files.has(path))
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(root, path)
    return entry.isFile() ? [path] : []
  })
}
