import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openHouse, type House } from '../testing/index.ts'
import { createLog } from './log.ts'
import { relayOnce } from './relay.ts'
import { slowModule, tell } from './takeover.testing.ts'
import { startWork, tasksByEvent, unlockDeadNodes, type Work } from './work.ts'

const program = fileURLToPath(new URL('takeover.testing.ts', import.meta.url))
const quick = slowModule(async () => {})
let house: House
let work: Work | undefined
let child: ChildProcess | undefined

beforeEach(async () => {
  house = await openHouse([quick])
})
afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await work?.stop()
  work = undefined
  await house.close()
})

/** A node of its own that will die: in the middle of the reaction, or right after the reaction's commit. */
async function startDoomed(moment: 'in the middle' | 'after the commit'): Promise<ChildProcess> {
  const started = spawn(process.execPath, [program, house.url, moment], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = started
  await said(started, 'ready')
  return started
}

async function said(of: ChildProcess, words: string): Promise<void> {
  while (of.stdout) {
    const [chunk] = await once(of.stdout, 'data')
    if (String(chunk).includes(words)) return
  }
}

async function startNode(): Promise<Work> {
  work = await startWork({
    url: house.url,
    pool: house.pool,
    runner: house.runner,
    clock: house.clock,
    log: createLog('silent'),
    reactions: quick.reactions ?? [],
    jobs: [],
  })
  return work
}

const count = async (from: string) =>
  (await house.pool.query<{ n: number }>(`select count(*) as n from ${from}`)).rows[0]?.n
const heard = () => count("kernel.journal where event = 'slow.heard'")
const jobs = () => count('graphile_worker._private_jobs')
const lockedJobs = () => count('graphile_worker._private_jobs where locked_by is not null')
const within = (seconds: number, what: () => Promise<void>) =>
  vi.waitFor(what, { timeout: seconds * 1000, interval: 50 })

describe('a node killed at work', () => {
  test('in the middle of a reaction: another node that runs takes it over at once, and it happens once', async () => {
    const doomed = await startDoomed('in the middle')
    await house.run(tell, { word: 'xin chào' })
    await said(doomed, 'in the middle')
    await startNode()
    // As long as the slow node lives, its work is its own.
    await new Promise(resolve => setTimeout(resolve, 6000))
    expect([await heard(), await lockedJobs()]).toEqual([0, 1])
    doomed.kill('SIGKILL')
    await once(doomed, 'exit')
    await within(8, async () => expect([await heard(), await jobs()]).toEqual([1, 0]))
    expect(await count('kernel.node')).toBe(1)
  })

  test('after the commit of a reaction, before the queue knew: it is not done again', async () => {
    const doomed = await startDoomed('after the commit')
    await house.run(tell, { word: 'xin chào' })
    const [, signal] = await once(doomed, 'exit')
    expect(signal).toBe('SIGKILL')
    expect([await heard(), await lockedJobs()]).toEqual([1, 1])
    await startNode()
    await within(8, async () => expect(await jobs()).toBe(0))
    expect([await heard(), await count('kernel.applied')]).toEqual([1, 1])
  })

  test('with work nobody has begun: the next node does it', async () => {
    const doomed = await startDoomed('in the middle')
    doomed.kill('SIGKILL')
    await once(doomed, 'exit')
    for (const word of ['một', 'hai', 'ba']) await house.run(tell, { word })
    await startNode()
    await within(8, async () => expect([await heard(), await jobs()]).toEqual([3, 0]))
  })
})

test('work locked by somebody no living node knows is freed after half a minute, not before', async () => {
  const lock = (age: string) =>
    house.pool.query(
      "update graphile_worker._private_jobs set locked_by = 'pool-gone', locked_at = now() - $1::interval",
      [age],
    )
  await house.run(tell, { word: 'xin chào' })
  await relayOnce(house.pool, tasksByEvent(quick.reactions ?? []))
  await lock('20 seconds')
  await unlockDeadNodes(house.pool, 0)
  expect(await lockedJobs()).toBe(1)
  await lock('40 seconds')
  await unlockDeadNodes(house.pool, 0)
  expect(await lockedJobs()).toBe(0)
})

test('a node that only lost its connection comes in again, with its workers', async () => {
  await startNode()
  const nodes = async () => (await house.pool.query('select id, workers from kernel.node')).rows
  await within(3, async () => expect((await nodes())[0].workers).not.toEqual([]))
  const [before] = await nodes()
  const admin = new pg.Client({ connectionString: house.url })
  await admin.connect()
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'congso-node' and datname = current_database()",
  )
  await admin.end()
  await within(5, async () => expect((await nodes())[0].id).not.toBe(before.id))
  expect(await nodes()).toEqual([{ id: expect.any(Number), workers: before.workers }])
  const free = await house.pool.query('select pg_try_advisory_lock(73114003, id) as free from kernel.node')
  expect(free.rows).toEqual([{ free: false }])
})
