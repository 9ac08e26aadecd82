import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, prepareBinaries, program } from './binaries.ts'
import { clusterOf, ensureCluster, urlOf } from './cluster.ts'
import { adopt, type Guarded, type Hold, startBare, startGuarded, takeHold } from './hold.ts'
import { type Home, openHome } from './home.ts'
import { findPostmaster, isMisleading, type Postmaster } from './postmaster.ts'

export type StartOptions = {
  /** Folder of the database; made when missing. */
  dataDir: string
  /** Folder with `bin`, `lib` and `share`; the one npm brought when left out. */
  binDir?: string
  /** Server settings on top of ours, such as `{ fsync: 'off' }` for a throw-away test database. */
  settings?: Record<string, string>
  log: (line: string) => void
}

export type RunningPostgres = {
  /** Address of the application's database on the loopback, password included. Never log it. */
  url: string
  /** Gives the server back; when nobody else uses it, returns once it has stopped cleanly. */
  stop: () => Promise<void>
  /** True when this call started the server, false when it joined a running one. */
  started: boolean
}

/**
 * Runs the PostgreSQL that npm brought, on a folder: makes the cluster the first time, joins a server that another
 * process already runs there, and otherwise starts one that stops cleanly when its last user is gone, killed or not.
 * As root it runs as `postgres` or `nobody`. Throws with the server's own last words when it cannot be started.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const home = openHome(options.dataDir, options.log)
  const deadline = Date.now() + 60_000
  let complaint = 'another process is stopping it'
  while (Date.now() < deadline) {
    const seen = findPostmaster(clusterOf(home.dir))
    if (seen?.status === 'stopping') {
      await sleep(20)
      continue
    }
    const attempt = seen ? await joinRunning(home, seen) : await start(home, options)
    if (typeof attempt !== 'string') return attempt
    complaint = attempt
    await sleep(50)
  }
  throw new Error(`PostgreSQL could not be started on ${options.dataDir}: ${complaint}`)
}

/** Joins a server another process runs; the reason as a string when it went away meanwhile. */
async function joinRunning(home: Home, seen: Postmaster): Promise<RunningPostgres | string> {
  const hold = takeHold(home.dir) ?? adoptGuard(home, seen)
  // The last other user may have left a moment before us; then its guard is already on the way to stop the server.
  await sleep(50)
  const ready = await waitUntilReady(home, () => findPostmaster(clusterOf(home.dir))?.pid !== seen.pid)
  if (ready && ready.pid === seen.pid) return running(home, ready, hold, false)
  hold.release()
  return 'the server that ran there has just stopped'
}

async function start(home: Home, options: StartOptions): Promise<RunningPostgres | string> {
  const binaries = prepareBinaries(home.dir, home.owner, options.binDir)
  const began = Date.now()
  if (ensureCluster(home.dir, home.owner, binaries)) options.log(`Made a new database (${Date.now() - began} ms).`)
  const cluster = clusterOf(home.dir)
  if (isMisleading(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
  const logFile = join(home.dir, 'server.log')
  const logStart = rotate(logFile)
  const logFd = openSync(logFile, 'a', 0o600)
  const port = await findFreePort()
  const guarded = launch(home, binaries, serverArguments(cluster, port, options.settings), logFd)
  closeSync(logFd)
  let gone = false
  guarded.child.once('exit', () => (gone = true)).once('error', () => (gone = true))
  const ready = await waitUntilReady(home, () => gone)
  if (ready?.port === port) return running(home, ready, guarded.hold, true)
  guarded.hold.release()
  return readFileSync(logFile, 'utf8').slice(logStart).trim() || 'it said nothing'
}

function launch(home: Home, binaries: Binaries, args: string[], logFd: number): Guarded {
  const command = [program(binaries, 'postgres'), ...args]
  if (process.platform !== 'win32') return startGuarded(home.dir, home.owner, command, logFd)
  return startBare(command, logFd, [program(binaries, 'pg_ctl'), 'stop', '-m', 'fast', '-D', clusterOf(home.dir)])
}

function adoptGuard(home: Home, seen: Postmaster): Hold {
  if (process.platform === 'win32') return { release() {} }
  const logFd = openSync(join(home.dir, 'server.log'), 'a', 0o600)
  const { hold } = adopt(home.dir, home.owner, seen.pid, logFd)
  closeSync(logFd)
  return hold
}

/** Loopback only, by TCP only (no socket path that could be too long), modest memory, every write really on disk. */
function serverArguments(cluster: string, port: number, settings: Record<string, string> = {}): string[] {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    shared_buffers: '128MB',
    max_connections: '100',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...settings,
  }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/**
 * Waits for the server on this home to accept connections; undefined when it stops or fails. After a power cut it may
 * have minutes of work to redo, and must not be stopped for it.
 */
async function waitUntilReady(home: Home, failed: () => boolean): Promise<Postmaster | undefined> {
  const deadline = Date.now() + 900_000
  while (Date.now() < deadline && !failed()) {
    const seen = findPostmaster(clusterOf(home.dir))
    if (seen?.status === 'ready') return seen
    if (seen?.status === 'stopping') return undefined
    await sleep(5)
  }
  return undefined
}

function running(home: Home, server: Postmaster, hold: Hold, started: boolean): RunningPostgres {
  return {
    url: urlOf(home.dir, server.port),
    started,
    async stop() {
      hold.release()
      await waitUntilStopped(home, server.pid)
    },
  }
}

/** A server that does not begin to stop within a third of a second has other users, and is left to them. */
async function waitUntilStopped(home: Home, pid: number): Promise<void> {
  const released = Date.now()
  while (Date.now() - released < 60_000) {
    const seen = findPostmaster(clusterOf(home.dir))
    if (seen?.pid !== pid) return
    if (seen.status !== 'stopping' && Date.now() - released > 330) return
    await sleep(10)
  }
}

/** Keeps the server's log from growing for ever; returns where this run's part begins. */
function rotate(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size < 5_000_000) return size
  renameSync(logFile, `${logFile}.1`)
  return 0
}

async function findFreePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer().once('error', reject)
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    probe.close(() => resolve(port))
  })
  return promise
}
