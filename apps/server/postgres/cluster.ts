import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, program } from './binaries.ts'
import type { Owner } from './owner.ts'

/** The superuser and the database that every cluster of ours has. */
export const superuser = 'congso'
export const database = 'congso'

/**
 * Makes the cluster once: UTF-8, code-point order with full Unicode case mapping (the builtin C.UTF-8, the same answers
 * on every machine), data checksums, and a random superuser password as the only way in. The folder appears under its
 * name only when it is complete, so a start that was killed half-way leaves nothing to trip over. True when it was made now.
 */
export function ensureCluster(home: string, owner: Owner | undefined, binaries: Binaries): boolean {
  const cluster = clusterOf(home)
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    requireSameMajor(cluster, binaries.major)
    return false
  }
  const fresh = join(home, `cluster.${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  if (!readPassword(home)) writePassword(home, owner)
  initialise(fresh, join(home, 'password'), owner, binaries)
  createDatabase(fresh, owner, binaries)
  try {
    renameSync(fresh, cluster)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
  }
  return true
}

/** Where the cluster stands inside the home. */
export function clusterOf(home: string): string {
  return join(home, 'cluster')
}

/** The address of the application's database, password included. */
export function urlOf(home: string, port: number): string {
  const password = readPassword(home)
  if (!password) throw new Error(`${join(home, 'password')} is missing; without it nobody can sign in to the database.`)
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`
}

function requireSameMajor(cluster: string, major: number): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === String(major)) return
  throw new Error(
    `${cluster} was made by PostgreSQL ${found}, this version brings ${major}. Dump it with ${found} and restore it, or set DATABASE_URL.`,
  )
}

function readPassword(home: string): string | undefined {
  const file = join(home, 'password')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function writePassword(home: string, owner: Owner | undefined): void {
  const file = join(home, 'password')
  try {
    writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    if (owner) chownSync(file, owner.uid, owner.gid)
  } catch (error) {
    // Another process starting at the same moment was first; its word is the one that counts.
    if (!existsSync(file)) throw error
  }
}

function initialise(dir: string, passwordFile: string, owner: Owner | undefined, binaries: Binaries): void {
  mkdirSync(dir, { mode: 0o700 })
  if (owner) chownSync(dir, owner.uid, owner.gid)
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  run(program(binaries, 'initdb'), owner, '', [
    `--pgdata=${dir}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    ...locale,
    '--data-checksums',
    '--no-instructions',
  ])
}

function createDatabase(dir: string, owner: Owner | undefined, binaries: Binaries): void {
  run(program(binaries, 'postgres'), owner, `create database ${database}\n`, ['--single', '-D', dir, 'postgres'])
}

function run(file: string, owner: Owner | undefined, input: string, args: string[]): void {
  const cwd = process.platform === 'win32' ? process.cwd() : '/'
  const result = spawnSync(file, args, {
    cwd,
    input,
    encoding: 'utf8',
    ...(owner && { uid: owner.uid, gid: owner.gid }),
  })
  if (result.status === 0) return
  throw new Error(`${file} failed: ${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`)
}
