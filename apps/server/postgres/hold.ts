import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { type Owner, shellAs } from './owner.ts'

/*
 * Every process that uses the server keeps the write end of one named pipe open; a small `sh` in its own session reads
 * it. The kernel closes the end of a process however it dies, SIGKILL included, and when the last one is gone the shell
 * reads the end of the file and stops PostgreSQL cleanly.
 */

/** A process's share in keeping the server up: `release` gives it back. */
export type Hold = { release: () => void }

/** What ran: the shell that guards the server, and our hold on it. */
export type Guarded = { child: ChildProcess; hold: Hold }

/** Starts `command` under a guarding shell and holds it. The command's output is appended to `logFd`. */
export function startGuarded(home: string, owner: Owner | undefined, command: string[], logFd: number): Guarded {
  return guard(home, owner, startScript, command, logFd)
}

/** Puts a new guard on a server whose own guard was killed. */
export function adopt(home: string, owner: Owner | undefined, pid: number, logFd: number): Guarded {
  return guard(home, owner, adoptScript, [String(pid)], logFd)
}

/** Takes a share in a guarded server; undefined when nothing guards it any more. */
export function takeHold(home: string): Hold | undefined {
  try {
    return holdOf(openSync(pipeOf(home), constants.O_WRONLY | constants.O_NONBLOCK))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENXIO' || code === 'ENOENT') return undefined
    throw error
  }
}

const startScript = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ cat >/dev/null; kill -INT "$server"; } <&3 3<&- 2>/dev/null &
wait "$server"
code=$?
trap '' TERM
kill -TERM 0
exit "$code"`

const adoptScript = 'cat >/dev/null; kill -INT "$1"'

function guard(home: string, owner: Owner | undefined, script: string, args: string[], logFd: number): Guarded {
  const pipe = pipeOf(home)
  makePipe(pipe, owner)
  // Opened for both first, so that neither of the two real ends waits for the other.
  const both = openSync(pipe, constants.O_RDWR)
  const readEnd = openSync(pipe, constants.O_RDONLY)
  const writeEnd = openSync(pipe, constants.O_WRONLY)
  closeSync(both)
  const child = spawn('/bin/sh', ['-c', script, 'congso-postgres', ...args], {
    cwd: '/',
    detached: true,
    stdio: [readEnd, logFd, logFd],
    ...(owner && { uid: owner.uid, gid: owner.gid }),
  })
  closeSync(readEnd)
  child.unref()
  return { child, hold: holdOf(writeEnd) }
}

function makePipe(pipe: string, owner: Owner | undefined): void {
  if (existsSync(pipe)) return
  const made = shellAs(owner, 'umask 077 && mkfifo "$1"', [pipe])
  if (!made.ok && !existsSync(pipe)) throw new Error(`Cannot make ${pipe}: ${made.output}`)
}

function pipeOf(home: string): string {
  return join(home, 'hold')
}

function holdOf(fd: number): Hold {
  let open = true
  return {
    release() {
      if (open) closeSync(fd)
      open = false
    },
  }
}

/** Windows has neither `sh` nor such pipes: the server is started bare, survives us, and the next start attaches. */
export function startBare(command: string[], logFd: number, stop: string[]): Guarded {
  const [file = '', ...args] = command
  const child = spawn(file, args, { detached: true, stdio: ['ignore', logFd, logFd], windowsHide: true })
  child.unref()
  const [stopFile = '', ...stopArgs] = stop
  return { child, hold: { release: () => void spawnSync(stopFile, stopArgs, { windowsHide: true }) } }
}
