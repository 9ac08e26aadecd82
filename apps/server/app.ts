import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import {
  createAnnouncer,
  createLog,
  createRunner,
  createServer,
  kernelMigrations,
  migrate,
  openPool,
  refuseLead,
  startLive,
  startWork,
  systemClock,
  type Clock,
  type Log,
  type Module,
  type Runner,
} from '@congso/kernel/server'
import { actorOf, declaredEvents, declaredPermissions } from '@congso/directory'
import { registerPermissions } from '@congso/directory/contract'
import { systemActor } from '@congso/kernel/contract'
import type pg from 'pg'
import { loadAssets } from './assets.ts'
import type { Config } from './config.ts'
import { blobStore, describeFiles, fileOptions, uploadsInto } from './files.ts'
import { createLook } from './look.tsx'
import { createMetrics } from './metrics.ts'
import { allModules } from './modules.ts'
import { followNames } from './names.ts'
import { startPostgres } from './postgres/supervisor.ts'
import { watchOver } from './watch.ts'

/** The house without its front door: database, modules, runner. Commands and the server both stand on it. */
export type House = {
  url: string
  pool: pg.Pool
  modules: readonly Module[]
  runner: Runner
  clock: Clock
  log: Log
  config: Config
  /** Signs what browsers bring back: forms, topics, links. */
  secret: string
  /** Called after each commit; the work queue hangs itself in here. */
  hooks: { poke?: () => void }
  close(): Promise<void>
}

export type HouseOptions = {
  clock?: Clock
  log?: Log
  poolSize?: number
  say?: (line: string) => void
  /** Looks at the database before it is brought up to date. */
  before?: (url: string) => Promise<void>
}

/** Opens the database (our own PostgreSQL unless another is named), brings its schema up to date, and builds the runner. */
export async function openHouse(config: Config, options: HouseOptions = {}): Promise<House> {
  const log = options.log ?? createLog(config.logLevel)
  const clock = options.clock ?? systemClock
  const say = options.say ?? (() => {})
  const postgres = config.databaseUrl
    ? undefined
    : await startPostgres({ dataDir: join(config.data, 'postgres'), log: say })
  const url = config.databaseUrl ?? postgres?.url ?? ''
  const pool = openPool(url, options.poolSize ?? config.poolSize)
  try {
    await options.before?.(url)
    await migrate(url, migrationSets(allModules(describeFiles(config))), say)
    await refuseLead(pool)
    const secret = await readSecret(pool)
    const modules = allModules(fileOptions(config, secret), config.oidcSecret)
    const announcer = createAnnouncer(pool, fact => [fact.subject, ...(fact.agency ? [`agency:${fact.agency}`] : [])])
    const reactions = modules.flatMap(module => module.reactions ?? [])
    const hooks: { poke?: () => void } = {}
    const runner = createRunner({
      pool,
      clock,
      actorOf,
      handlers: modules.flatMap(module => module.handlers),
      relayed: new Set(reactions.map(reaction => reaction.event.name)),
      committed: facts => {
        announcer.announce(facts)
        hooks.poke?.()
      },
    })
    // Roles are made of what the modules of this program declare.
    await runner.run(
      registerPermissions,
      { permissions: declaredPermissions(modules), events: declaredEvents(modules) },
      { actor: systemActor('start') },
    )
    return {
      url,
      pool,
      modules,
      runner,
      clock,
      log,
      config,
      secret,
      hooks,
      async close() {
        await announcer.stop()
        await runner.flushTouches().catch(() => {})
        await pool.end()
        await postgres?.stop()
      },
    }
  } catch (error) {
    await pool.end()
    await postgres?.stop()
    throw error
  }
}

async function readSecret(pool: pg.Pool): Promise<string> {
  const found = await pool.query<{ value: string }>(
    "select value #>> '{}' as value from kernel.setting where name = 'secret'",
  )
  const secret = found.rows[0]?.value
  if (!secret) throw new Error('the database has no secret; its first migration did not finish')
  return secret
}

/** Addresses printed on paper and sign-in through other systems must lead back here. */
export async function keepPublicUrl({ pool, config }: Pick<House, 'pool' | 'config'>): Promise<void> {
  await pool.query(
    "insert into kernel.setting (name, value) values ('public-url', to_jsonb($1::text)) on conflict (name) do update set value = excluded.value",
    [config.publicUrl],
  )
}

/** Which schemas there are, and where their migrations lie. */
export function migrationSets(modules: readonly Module[]) {
  return [
    { module: 'kernel', folder: kernelMigrations },
    ...modules.flatMap(module => (module.migrations ? [{ module: module.name, folder: module.migrations }] : [])),
  ]
}

export type App = { server: FastifyInstance; stop(): Promise<void> }

/** Builds the whole application on a house: HTTP edge, live refresh, background work. It does not listen. */
export async function buildApp(
  house: House,
  version: string,
  limits: { requestsPerMinute?: number } = {},
): Promise<App> {
  const { config, pool, log, modules, runner, clock } = house
  const live = await startLive(house.url, log)
  const metrics = createMetrics(pool)
  const server = await createServer({
    modules,
    runner,
    pool,
    clock,
    log,
    live,
    version,
    ...limits,
    look: createLook(await loadAssets(), await followNames(pool, log)),
    secret: house.secret,
    keepUpload: uploadsInto(blobStore(config), config),
    secureCookies: config.secureCookies,
    trustProxy: config.trustProxy,
    measured: (route, status, ms) => metrics.measured(route, status, ms),
    metrics: () => metrics.text(),
  })
  watchOver(server, house)
  const work = await startWork({
    url: house.url,
    pool,
    runner,
    clock,
    log,
    reactions: modules.flatMap(module => module.reactions ?? []),
    jobs: modules.flatMap(module => module.jobs ?? []),
  })
  house.hooks.poke = () => work.poke()
  const touching = setInterval(() => void runner.flushTouches().catch(() => {}), 20_000)
  touching.unref()
  return {
    server,
    async stop() {
      clearInterval(touching)
      await live.stop()
      await server.close()
      await work.stop()
    },
  }
}
