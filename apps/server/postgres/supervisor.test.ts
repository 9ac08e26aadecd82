import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { findPostmaster } from './postmaster.ts'
import { type RunningPostgres, startPostgres } from './supervisor.ts'
import { memoryFolder } from './vitest-setup.ts'

const holder = fileURLToPath(new URL('holder.testing.ts', import.meta.url))

describe('our own PostgreSQL', { timeout: 60_000 }, () => {
  // One folder for all: making a cluster is most of the time a test takes.
  const dataDir = mkdtempSync(join(memoryFolder(), 'congso-supervisor-'))
  chmodSync(dataDir, 0o755)
  const open: RunningPostgres[] = []
  const start = async () => {
    const postgres = await startPostgres({ dataDir, log: () => {} })
    open.push(postgres)
    return postgres
  }

  afterEach(async () => {
    for (const postgres of open.splice(0)) await postgres.stop()
  })
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('two first starts at the same moment share one server', async () => {
    const both = await Promise.all([start(), start()])
    expect(both.filter(({ started }) => started)).toHaveLength(1)
    expect(both[0].url).toBe(both[1].url)
  })

  test('keeps what was stored, and stops when its only user stops it', async () => {
    const first = await start()
    expect(first.started).toBe(true)
    await ask(first.url, "create table kept as select 'Đặng' as name")
    await first.stop()
    expect(findPostmaster(join(dataDir, 'cluster'))).toBeUndefined()
    const second = await start()
    expect(await ask(second.url, 'select lower(name) as name from kept')).toEqual([{ name: 'đặng' }])
  })

  test('lets nobody in without the password', async () => {
    const { url } = await start()
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
  })

  test('a second user joins, and keeps the server when the first leaves', async () => {
    const first = await start()
    const second = await start()
    expect(second).toMatchObject({ started: false, url: first.url })
    await first.stop()
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(findPostmaster(join(dataDir, 'cluster'))).toBeUndefined()
  })

  test('stops when its only user is killed, and the next start finds everything in order', async () => {
    const user = await startHolder(dataDir)
    user.kill('SIGKILL')
    await expect.poll(() => findPostmaster(join(dataDir, 'cluster')), { timeout: 10_000 }).toBeUndefined()
    await expect
      .poll(() => readFileSync(join(dataDir, 'server.log'), 'utf8'))
      .toMatch(/database system is shut down\n$/)
    expect((await start()).started).toBe(true)
  })

  test('a left-over postmaster.pid that names a living stranger blocks nothing', async () => {
    await (await start()).stop()
    writeFileSync(
      join(dataDir, 'cluster/postmaster.pid'),
      `${process.pid}\n${dataDir}/cluster\n1\n5432\n\n127.0.0.1\n\nready\n`,
    )
    expect((await start()).started).toBe(true)
  })

  test('a killed PostgreSQL recovers at the next start', async () => {
    const first = await start()
    await ask(first.url, 'create table rest as select 1 as one')
    process.kill(findPostmaster(join(dataDir, 'cluster'))?.pid ?? 0, 'SIGKILL')
    await first.stop()
    const second = await start()
    expect(second.started).toBe(true)
    expect(await ask(second.url, 'select one from rest')).toEqual([{ one: 1 }])
  })
})

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function startHolder(dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [holder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}
