// Installs what package-lock.json names, when it is not there yet. Plain JavaScript for any Node >= 20.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { findPinnedNode, root } from '../apps/server/bin/pinned-node.mjs'

/** Brings node_modules in step with package-lock.json; exits with a clear word when that fails. */
export function ensureInstalled() {
  if (isInstalled() && findPinnedNode()) return
  console.log('Installing packages (npm ci) …')
  const began = Date.now()
  installExactly()
  if (!findPinnedNode()) stop(`npm has no pinned Node for ${process.platform}-${process.arch}, or could not fetch it.`)
  console.log(`Installed in ${seconds(began)} s.`)
}

// No install script is needed, and many places forbid them; so it is the same everywhere.
function installExactly() {
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const result = spawnSync('npm', ['ci', ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: pathWithoutUs() },
  })
  if (result.error) stop(`npm could not be started: ${result.error.message}`)
  if (result.status !== 0) stop('npm could not install the packages; its own words are above.')
}

/** The time since a moment, in seconds with one decimal. */
export function seconds(began) {
  return ((Date.now() - began) / 1000).toFixed(1)
}

/** Prints why and ends the program. */
export function stop(message) {
  console.error(message)
  process.exit(1)
}

/** Compares what npm wrote down in node_modules with package-lock.json; a package may be missing only if it is optional. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true
    const found = present[path]
    if (!found) return entry.optional === true || entry.devOptional === true || entry.peer === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm must run in the machine's own Node, not in the one it is about to replace. */
function pathWithoutUs() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => !folder.endsWith(`node_modules${sep}.bin`))
    .join(delimiter)
}
