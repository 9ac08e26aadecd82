// npm test: everything CI runs. `--fast` leaves the browser out; `--database` runs the database tests alone.
import { hookArguments } from '../apps/server/bin/pinned-node.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { runSteps } from './steps.mjs'

const flags = process.argv.slice(2)
const unknown = flags.filter(flag => !['--fast', '--database'].includes(flag))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. Known are --fast (no browser) and --database (database tests alone).`)
  process.exit(2)
}
ensureInstalled()
const still = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'house', command: ['node', 'tools/house/main.ts'] },
  { name: 'unit', project: 'unit' },
]
const database = { name: 'database', project: 'db' }
const steps = flags.includes('--database')
  ? [database]
  : [...still, database, ...(flags.includes('--fast') ? [] : journeys())]
process.exitCode = await runSteps(steps)

/** The journeys run against the bundle that `npm start` would serve. */
function journeys() {
  const build = { name: 'build', command: ['node', ...hookArguments(), 'scripts/build.mjs'] }
  try {
    return [build, { name: 'journeys', project: 'e2e', env: { CONGSO_CHROMIUM: ensureChromium() } }]
  } catch (error) {
    return [build, { name: 'journeys', error: error.message }]
  }
}
