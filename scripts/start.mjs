// npm start: installs what is missing, builds what changed, and serves. Plain JavaScript for any Node >= 20.
import { readFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { builtFrom, hookArguments, root, runPinned, serverArguments } from '../apps/server/bin/pinned-node.mjs'
import { sourceHash } from '../apps/server/bin/sources.mjs'
import { ensureInstalled, stop } from './install.mjs'

endWithNpm()
ensureInstalled()
if (builtFrom() !== sourceHash(root)) {
  const code = await runPinned([...hookArguments(), 'scripts/build.mjs'])
  if (code !== 0) stop('The build failed; its own words are above.')
}
const env = { CONGSO_DEMO: '1', PORT: '3000', CONGSO_DATA: './data', ...process.env }
await waitForPort(Number(env.PORT))
process.exitCode = await runPinned([...serverArguments(), 'serve', ...process.argv.slice(2)], env)

/** npm passes SIGTERM on, but cannot pass on its own SIGKILL: when npm is gone, so are we. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return
  const above = ancestors()
  setInterval(() => ancestors() === above || process.kill(process.pid, 'SIGTERM'), 200).unref()
}

/** npm is our parent, or stands above the `sh` that it runs us with. */
function ancestors() {
  const parent = process.ppid
  try {
    const [, command, above] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))
    return command.endsWith('sh') ? `${parent} ${above}` : `${parent}`
  } catch {
    return `${parent}`
  }
}

/** A server that was killed a moment ago may still be closing; one that stays is somebody else's. */
async function waitForPort(port) {
  if (!Number.isInteger(port)) return
  for (let tries = 0; tries < 40; tries++) {
    if (!(await isTaken(port))) return
    if (tries === 4) console.log(`Waiting for port ${port} to become free …`)
    await sleep(250)
  }
  stop(`Port ${port} is in use by another program. Choose another one: PORT=3001 npm start`)
}

function isTaken(port) {
  return new Promise(resolve => {
    const probe = createConnection({ port, host: '127.0.0.1' })
    probe.once('connect', () => probe.destroy() && resolve(true))
    probe.once('error', () => resolve(false))
  })
}
