// Finds the Chromium the journeys need, or installs the system's. Plain JavaScript for any Node >= 20.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a Chromium that starts; throws with what to do when there is none. */
export function ensureChromium() {
  const chosen = process.env.CONGSO_CHROMIUM
  if (chosen) {
    if (starts(chosen)) return chosen
    throw new Error(`CONGSO_CHROMIUM is ${chosen}, which does not start.`)
  }
  const found = find() ?? (install() ? find() : undefined)
  if (found) return found
  throw new Error(
    'The journeys need Chromium. Install it (Debian: apt-get install chromium) or set CONGSO_CHROMIUM to the path of Chromium or Chrome.',
  )
}

function find() {
  return [...names.flatMap(onPath), ...places.filter(place => existsSync(place))].find(starts)
}

/** Where the PATH has a program of this name: what drives the browser wants the whole path. */
function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .filter(path => existsSync(path))
}

/** On Ubuntu `chromium-browser` may be a stub that only tells about snap; so it has to prove that it starts. */
function starts(command) {
  const result = spawnSync(command, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 30_000 })
  return result.status === 0 && /chrom/i.test(result.stdout)
}

function install() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Chromium from the system packages …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = args =>
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  run(['update'])
  return run(['install', '-y', '--no-install-recommends', 'chromium'])
}
