import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'

/** The account PostgreSQL runs as, when it may not run as ourselves. */
export type Owner = { uid: number; gid: number; name: string }

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the owner of an existing cluster, else `postgres`,
 * else `nobody`. An ordinary user runs it as himself (undefined). Throws when no account can be used.
 */
export function chooseOwner(clusterDir: string): Owner | undefined {
  if (process.getuid === undefined) return undefined
  if (process.getuid() !== 0) {
    requireOwnAccount()
    return undefined
  }
  const accounts = readAccounts()
  const earlier = statSync(clusterDir, { throwIfNoEntry: false })
  if (earlier && earlier.uid !== 0) {
    const owner = accounts.find(account => account.uid === earlier.uid)
    if (!owner) throw new Error(`${clusterDir} belongs to user id ${earlier.uid}, which has no entry in /etc/passwd.`)
    return owner
  }
  const owner =
    accounts.find(account => account.name === 'postgres') ?? accounts.find(account => account.name === 'nobody')
  if (!owner) throw new Error('PostgreSQL refuses to run as root, and /etc/passwd has neither "postgres" nor "nobody".')
  return owner
}

/** Runs a `sh` line as the owner (or ourselves) and says how it went; used to ask what that account can reach. */
export function shellAs(owner: Owner | undefined, line: string, args: string[]): { ok: boolean; output: string } {
  const result = spawnSync('/bin/sh', ['-c', line, 'sh', ...args], {
    cwd: '/',
    encoding: 'utf8',
    ...(owner && { uid: owner.uid, gid: owner.gid }),
  })
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}`.trim() }
}

/** initdb looks its own user up and gives up without an answer, with a message nobody understands. */
function requireOwnAccount(): void {
  try {
    userInfo()
  } catch {
    throw new Error(
      `User id ${process.getuid?.()} has no entry in /etc/passwd, which PostgreSQL needs. Run as root or as a named user, or set DATABASE_URL.`,
    )
  }
}

function readAccounts(): Owner[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(account => account.uid > 0)
}
