import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { systemActor, type Actor, type Endpoint, type InputOf, type ReplyOf } from '../contract/index.ts'
import {
  createRunner,
  kernelMigrations,
  migrate,
  openPool,
  simulatedClock,
  tasksByEvent,
  type ActorOf,
  type Call,
  type Module,
  type Recorded,
  type Runner,
} from '../server/index.ts'

export { recordStatements, type Statement } from './statements.ts'
export { knownActors, openPages, type KnownActors, type Pages, type Shown } from './pages.ts'

/** A database of a test's own, with the given modules running on it through the real runner on a simulated clock. */
export type House = {
  url: string
  pool: pg.Pool
  runner: Runner
  clock: ReturnType<typeof simulatedClock>
  modules: readonly Module[]
  /** Runs an endpoint; replies are checked against their schema, a command that records nothing fails. */
  run<E extends Endpoint>(endpoint: E, input: InputOf<E>, call?: Actor | Call): Promise<ReplyOf<E>>
  /** The journal since the last call: what was recorded, in order. */
  facts(): Promise<{ event: string; subject: string; data: unknown; account: string | null }[]>
  /** Runs the reactions that are due, as the work queue would, until there are none. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Thursday 19/11/2026, 09:42 in Vietnam: the moment of the mock-ups. */
export const mockNow = Date.parse('2026-11-19T02:42:00Z')

/** Opens a house on a fresh clone of a migrated template; needs TEST_DATABASE_URL (an administrator's address of a test server). */
export async function openHouse(
  modules: readonly Module[],
  options: { start?: number; actorOf?: ActorOf } = {},
): Promise<House> {
  const admin = process.env.TEST_DATABASE_URL
  if (!admin)
    throw new Error('TEST_DATABASE_URL is not set: the database tests need a PostgreSQL (npm test brings one)')
  const template = await templateFor(admin, modules)
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await asAdmin(admin, client => client.query(`create database ${name} template ${template}`))
  const url = withDatabase(admin, name)
  const pool = openPool(url, 8, 'congso-test')
  const clock = simulatedClock(options.start ?? mockNow)
  const reactions = modules.flatMap(module => module.reactions ?? [])
  const recorded: Recorded[] = []
  const runner = createRunner({
    pool,
    clock,
    handlers: modules.flatMap(module => module.handlers),
    relayed: new Set(reactions.map(reaction => reaction.event.name)),
    committed: facts => recorded.push(...facts),
    strict: true,
    ...(options.actorOf ? { actorOf: options.actorOf } : {}),
  })
  let lastSeen = 0
  return {
    url,
    pool,
    runner,
    clock,
    modules,
    async run(endpoint, input, call = systemActor('test')) {
      return (await runner.run(endpoint, input, 'rights' in call ? { actor: call } : call)).reply as never
    },
    async facts() {
      const rows = await pool.query<{
        id: number
        event: string
        subject: string
        data: unknown
        account: string | null
      }>('select id, event, subject, data, account from kernel.journal where id > $1 order by id', [lastSeen])
      lastSeen = rows.rows.at(-1)?.id ?? lastSeen
      return rows.rows.map(({ event, subject, data, account }) => ({ event, subject, data, account }))
    },
    async settle() {
      const tasksOf = tasksByEvent(reactions)
      for (;;) {
        const taken = await pool.query<{ journal: number; event: string; data: never; subject: string }>(
          `with gone as (delete from kernel.outbox returning journal) select j.id as journal, j.event, j.data, j.subject from gone join kernel.journal j on j.id = gone.journal order by j.id`,
        )
        if (taken.rows.length === 0) return
        for (const row of taken.rows) {
          for (const reaction of reactions.filter(
            one => tasksOf(row.event).includes(`reaction:${one.name}`) && one.event.name === row.event,
          )) {
            await runner.asSystem(reaction.name, ctx => reaction.run(ctx, row), {
              reaction: reaction.name,
              journal: row.journal,
            })
          }
        }
      }
    },
    async close() {
      await pool.end()
      await asAdmin(admin, client => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

async function templateFor(admin: string, modules: readonly Module[]): Promise<string> {
  const sets = modules.flatMap(module =>
    module.migrations ? [{ module: module.name, folder: module.migrations }] : [],
  )
  const all = [{ module: 'kernel', folder: kernelMigrations }, ...sets]
  const hash = createHash('sha256')
  for (const set of all) {
    for (const file of (await readdir(set.folder).catch(() => [])).toSorted((a, b) => (a < b ? -1 : 1)))
      hash
        .update(set.module)
        .update(file)
        .update(await readFile(join(set.folder, file)))
  }
  const name = `congso_template_${hash.digest('hex').slice(0, 16)}`
  await asAdmin(admin, async client => {
    await client.query('select pg_advisory_lock(73114009)')
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) {
      await client.query(`create database ${name}_making encoding 'UTF8' template template0`)
      await migrate(withDatabase(admin, `${name}_making`), all)
      await client.query(`alter database ${name}_making rename to ${name}`)
    }
  })
  return name
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}
