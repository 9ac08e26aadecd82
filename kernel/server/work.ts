import { EventEmitter } from 'node:events'
import { parseCronItems, run as runWorker, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Clock } from './clock.ts'
import { sealJournal } from './journal.ts'
import { describeError, type Log } from './log.ts'
import type { Job, Reaction } from './module.ts'
import { relayOnce } from './relay.ts'
import type { Runner } from './runner.ts'
import { systemActor } from '../contract/index.ts'

export type WorkOptions = {
  url: string
  pool: pg.Pool
  runner: Runner
  clock: Clock
  log: Log
  reactions: readonly Reaction[]
  jobs: readonly Job[]
  concurrency?: number
}
export type Work = {
  /** Moves waiting outbox rows now instead of within a second. */
  poke(): void
  stop(): Promise<void>
}

/** Starts this node's share of the background work: relay, reactions, scheduled jobs, sealing, and unlocking after dead nodes. */
export async function startWork(options: WorkOptions): Promise<Work> {
  const { pool, log } = options
  const concurrency = options.concurrency ?? 4
  // The queue's library holds LISTEN connections and expects one statement at a time.
  const queuePool = new pg.Pool({
    connectionString: options.url,
    max: concurrency + 3,
    application_name: 'congso-work',
    options: '-c role=congso_app',
  })
  queuePool.on('error', error => log.warn(describeError(error), 'work connection lost'))
  // The pool speaks for idle connections only; a lost one that is listening would end the process if nobody heard it.
  queuePool.on('connect', client => client.on('error', () => {}))
  const node = await joinNodes(options.url)
  const events: WorkerEvents = new EventEmitter()
  // The queue locks jobs in the name of its pool of workers.
  events.on(
    'pool:create',
    ({ workerPool }) =>
      void node.addWorker(workerPool.id).catch(error => log.error(describeError(error), 'node not registered')),
  )
  const worker = await runWorker({
    pgPool: queuePool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    events,
    logger: log.forWorker,
    taskList: taskList(options),
    parsedCronItems: parseCronItems(
      options.jobs.flatMap(job => (job.every ? [{ task: jobTask(job), match: job.every, identifier: job.name }] : [])),
    ),
  })
  // Whoever starts after a crash goes on at once with what was begun.
  await unlockDeadNodes(pool, node.id()).catch(error => log.error(describeError(error), 'dead nodes not unlocked'))
  const tasksOf = tasksByEvent(options.reactions)
  const loops = [
    repeat(1000, log, async () => {
      while ((await relayOnce(pool, tasksOf)) === 500);
    }),
    repeat(5000, log, async () => {
      while ((await sealJournal(pool)) > 0);
    }),
    repeat(5000, log, () => unlockDeadNodes(pool, node.id())),
    repeat(3_600_000, log, () => forgetOldKeys(pool)),
  ]
  return {
    poke: () => loops[0]!.now(),
    async stop() {
      await Promise.all(loops.map(loop => loop.stop()))
      await worker.stop()
      await queuePool.end()
      await node.leave()
    },
  }
}

/** Unlocks the jobs of every node whose advisory lock is free: killed, not slow. And those of nobody. */
export async function unlockDeadNodes(pool: pg.Pool, self: number): Promise<void> {
  const dead = await pool.query<{ id: number; workers: string[] }>(
    `select id, workers from kernel.node where id <> $1 and case when pg_try_advisory_lock(73114003, id) then pg_advisory_unlock(73114003, id) else false end`,
    [self],
  )
  for (const row of dead.rows) {
    await pool.query('select graphile_worker.force_unlock_workers($1)', [row.workers])
    await pool.query('delete from kernel.node where id = $1', [row.id])
  }
  // Killed before its workers were registered: nobody living knows who holds these jobs.
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker._private_jobs j where locked_at < now() - interval '30 seconds'
         and not exists (select from kernel.node n where j.locked_by = any (n.workers))))`,
  )
}

type Node = { id: () => number; addWorker(id: string): Promise<void>; leave(): Promise<void> }

/**
 * Holds this node's lock as long as its connection lives. A node that lost the connection without dying comes in again under a new
 * number, and takes its workers along, so that nobody takes their jobs from it.
 */
async function joinNodes(url: string): Promise<Node> {
  const workers: string[] = []
  let joined: { id: number; client: pg.Client } | undefined
  let hasLeft = false
  let waiting: NodeJS.Timeout | undefined
  const again = () => {
    clearTimeout(waiting)
    if (!hasLeft) waiting = setTimeout(() => void join().catch(again), 1000).unref()
  }
  const join = async () => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'congso-node',
      options: '-c role=congso_app',
      keepAlive: true,
      pipeline: true,
    })
    client.on('error', again)
    await client.connect()
    // Locked before the row can be seen: a row whose lock is free is a dead node.
    const made = await client.query<{ id: number }>(
      `with gone as (delete from kernel.node where id = $1),
            made as (insert into kernel.node (workers) values ($2) returning id)
       select id, pg_advisory_lock(73114003, id) from made`,
      [joined?.id ?? 0, workers],
    )
    joined = { id: made.rows[0]!.id, client }
  }
  await join()
  return {
    id: () => joined?.id ?? 0,
    async addWorker(worker) {
      workers.push(worker)
      await joined?.client.query('update kernel.node set workers = $2 where id = $1', [joined.id, workers])
    },
    async leave() {
      hasLeft = true
      clearTimeout(waiting)
      await joined?.client.query('delete from kernel.node where id = $1', [joined.id]).catch(() => {})
      await joined?.client.end()
    },
  }
}

function taskList(options: WorkOptions): TaskList {
  const tasks: TaskList = {}
  for (const reaction of options.reactions) {
    tasks[reactionTask(reaction)] = async payload => {
      const journal = journalOf(payload)
      const found = await options.pool.query<{ data: never; subject: string }>(
        'select data, subject from kernel.journal where id = $1',
        [journal],
      )
      const row = found.rows[0]
      if (!row) throw new Error(`journal row ${journal} does not exist`)
      const fact = { data: row.data, subject: row.subject, journal }
      await options.runner.asSystem(reaction.name, ctx => reaction.run(ctx, fact), { reaction: reaction.name, journal })
    }
  }
  for (const job of options.jobs) {
    tasks[jobTask(job)] = async () => {
      await job.run({
        now: options.clock(),
        run: async (endpoint, input) =>
          (await options.runner.run(endpoint, input, { actor: systemActor(job.name) })).reply,
        log: (message, data) => options.log.info({ job: job.name, ...data }, message),
      })
    }
  }
  return tasks
}

/** The tasks a fact starts. */
export function tasksByEvent(reactions: readonly Reaction[]): (event: string) => readonly string[] {
  const map = new Map<string, string[]>()
  for (const reaction of reactions)
    map.set(reaction.event.name, [...(map.get(reaction.event.name) ?? []), reactionTask(reaction)])
  return event => map.get(event) ?? []
}

function reactionTask(reaction: Reaction): string {
  return `reaction:${reaction.name}`
}

function jobTask(job: Job): string {
  return `job:${job.name}`
}

function journalOf(payload: unknown): number {
  if (typeof payload === 'object' && payload !== null && 'journal' in payload && typeof payload.journal === 'number')
    return payload.journal
  throw new Error('a reaction job without a journal row')
}

async function forgetOldKeys(pool: pg.Pool): Promise<void> {
  await pool.query("delete from kernel.idempotency where at < now() - interval '7 days'")
  await pool.query("delete from kernel.applied where at < now() - interval '60 days'")
}

function repeat(everyMs: number, log: Log, work: () => Promise<void>) {
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let again = false
  const turn = () => {
    again = true
    running = running.then(async () => {
      if (!again || stopped) return
      again = false
      await work().catch(error => log.error(describeError(error), 'background work failed; it will be tried again'))
    })
  }
  const timer = setInterval(turn, everyMs)
  timer.unref()
  return {
    now: turn,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
