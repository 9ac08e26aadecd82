import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { chooseOwner, type Owner, shellAs } from './owner.ts'

/** The folder that really holds cluster, password, log and hold, and the account that owns it. */
export type Home = { dir: string; owner: Owner | undefined }

/**
 * Opens the folder for PostgreSQL. Normally that is `dataDir` itself. When root runs us from a place closed to others
 * (such as /root) the owner cannot enter it; then the files go to /var/lib/congso/<hash> and `dataDir/elsewhere` links
 * there. A link that leads nowhere is refused: starting empty would hide the loss of a database.
 */
export function openHome(dataDir: string, log: (line: string) => void): Home {
  mkdirSync(dataDir, { recursive: true })
  const here = realpathSync(dataDir)
  const link = join(here, 'elsewhere')
  if (isLink(link)) return followLink(link)
  const owner = chooseOwner(join(here, 'cluster'))
  if (!owner) return { dir: here, owner }
  give(here, owner)
  if (shellAs(owner, 'cd "$1" && test -w .', [here]).ok) return { dir: here, owner }
  const other = join('/var/lib/congso', createHash('sha256').update(here).digest('hex').slice(0, 16))
  mkdirSync(other, { recursive: true, mode: 0o755 })
  give(other, owner)
  if (!shellAs(owner, 'cd "$1" && test -w .', [other]).ok) {
    throw new Error(`Neither ${here} nor ${other} can be entered by "${owner.name}", as which PostgreSQL must run.`)
  }
  symlinkSync(other, link)
  log(`${here} is closed to "${owner.name}", as which PostgreSQL must run; the database is kept in ${other}.`)
  return { dir: other, owner }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function followLink(link: string): Home {
  const target = readlinkSync(link)
  if (!existsSync(target)) {
    throw new Error(
      `${link} says the database is in ${target}, but it is not there. Bring it back, or remove the link to start empty.`,
    )
  }
  return { dir: target, owner: chooseOwner(join(target, 'cluster')) }
}

function give(dir: string, owner: Owner): void {
  chownSync(dir, owner.uid, owner.gid)
  chmodSync(dir, 0o755)
}
