import { accessSync, constants, mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './supervisor.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

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
  const dataDir = mkdtempSync(join(memoryFolder(), 'congso-test-'))
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

function memoryFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}
