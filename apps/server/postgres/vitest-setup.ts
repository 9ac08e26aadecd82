import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findPostmaster } from './postmaster.ts'
import { startPostgres } from './supervisor.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

const prefix = 'congso-test-'

/**
 * Gives the `db` tests one PostgreSQL: the one in TEST_DATABASE_URL, or an embedded one in memory without fsync, which
 * is thrown away afterwards. Tests find its address with `inject('databaseUrl')` and in TEST_DATABASE_URL.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    project.provide('databaseUrl', given)
    return async () => {}
  }
  const folder = memoryFolder()
  sweep(folder)
  const dataDir = mkdtempSync(join(folder, prefix))
  // As root, PostgreSQL runs as another account: closed to it, the folder would be left for one outside the memory.
  chmodSync(dataDir, 0o755)
  const postgres = await startPostgres({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    log: line => writeSync(2, `${line}\n`),
  })
  process.env['TEST_DATABASE_URL'] = postgres.url
  project.provide('databaseUrl', postgres.url)
  return async () => {
    delete process.env['TEST_DATABASE_URL']
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A folder in memory where there is room (a container's is often tiny): a throw-away database need not reach a disk. */
export function memoryFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 2_000_000_000 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** What killed runs left behind: their server has stopped by itself, their files have not gone by themselves. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter(entry => entry.startsWith(prefix))) {
    const dataDir = join(folder, name)
    const age = Date.now() - (statSync(dataDir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 600_000 && !findPostmaster(join(dataDir, 'cluster'))) rmSync(dataDir, { recursive: true, force: true })
  }
}
