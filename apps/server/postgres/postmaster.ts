import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A PostgreSQL server seen alive on a cluster. */
export type Postmaster = { pid: number; port: number; status: 'starting' | 'ready' | 'stopping' }

/**
 * Reads postmaster.pid and believes it only when that process exists and is PostgreSQL on this very folder: after a
 * power cut or a container restart the number often belongs to somebody else.
 */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const [pid, , , port, , , , status] = readPidFile(clusterDir)
  const number = Number(pid)
  if (!(number > 0) || !isPostgresOf(clusterDir, number)) return undefined
  return { pid: number, port: Number(port), status: statusOf(status) }
}

/** The process named by a postmaster.pid that is alive but is not PostgreSQL: PostgreSQL itself would refuse to start. */
export function isMisleading(clusterDir: string): boolean {
  const pid = Number(readPidFile(clusterDir)[0])
  return pid > 0 && isAlive(pid) && !isPostgresOf(clusterDir, pid)
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readPidFile(clusterDir: string): string[] {
  try {
    return readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function statusOf(line: string | undefined): Postmaster['status'] {
  const word = line?.trim()
  if (word === 'ready') return 'ready'
  return word === 'stopping' ? 'stopping' : 'starting'
}

function isPostgresOf(clusterDir: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(clusterDir)
}

/** /proc is read first: a bare container has no `ps`. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? ''
  }
}
