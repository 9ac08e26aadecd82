import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Ready } from './house.ts'
import { drive, type Figures } from './load.ts'
import { asScript } from './statements.ts'
import { measureWorktime } from './worktime.ts'

/** One measured figure beside the limit measured or set in the same run. `ratio` ≥ 1 keeps it. */
export type Result = Figures & { name: string; limit: number; ratio: number; note: string }

const json = process.argv.includes('--json')
const seconds = Number(process.argv.find(word => word.startsWith('--seconds='))?.slice(10) ?? 8)
const results: Result[] = [measureWorktime()]
const { child, ready } = await startHouse()
try {
  const page = (path: () => string, cookie = ready.clerk) => ({ method: 'GET', path, cookie })
  const dossier = () => `/dossiers/${ready.dossiers[Math.floor(Math.random() * ready.dossiers.length)]}`
  results.push(
    keep(
      'desk',
      await drive(
        ready.port,
        page(() => '/desk', ready.officer),
        { seconds, lanes: 4 },
      ),
      500,
      'pages a second, application and database on one core',
    ),
  )
  results.push(
    keep(
      'open',
      await drive(ready.port, page(dossier), { seconds, lanes: 4 }),
      500,
      'dossiers a second, application and database on one core',
    ),
  )
  const intake = await drive(
    ready.port,
    {
      method: 'POST',
      path: () => '/api/intake',
      cookie: ready.clerk,
      body: () => JSON.stringify(ready.intake),
      key: true,
    },
    { seconds, lanes: 8 },
  )
  const bare = pgbench(ready)
  results.push(
    keep(
      'intake',
      intake,
      bare * 0.5,
      `dossiers a second over HTTP; pgbench with the same statements: ${bare.toFixed(0)}`,
    ),
  )
} finally {
  child.kill('SIGTERM')
}
for (const result of results) process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${line(result)}\n`)
process.exitCode = results.every(result => result.ratio >= 1) ? 0 : 1

function keep(name: string, figures: Figures, limit: number, note: string): Result {
  return {
    name,
    ...figures,
    limit: Math.round(limit),
    ratio: Math.round((figures.perSecond / limit) * 100) / 100,
    note,
  }
}

function line(result: Result): string {
  return `${result.name.padEnd(9)} ${String(Math.round(result.perSecond)).padStart(9)}/s  p50 ${result.p50.toFixed(1)} ms  p95 ${result.p95.toFixed(1)} ms  limit ${result.limit}/s  ratio ${result.ratio.toFixed(2)}  ${result.note}`
}

/** The application and its database share one core; what drives them has the other. */
async function startHouse(): Promise<{ child: ChildProcess; ready: Ready }> {
  const house = fileURLToPath(new URL('./house.ts', import.meta.url))
  const hook = fileURLToPath(new URL('../apps/server/bin/tsx-hook.mjs', import.meta.url))
  const pinned = process.platform === 'linux' ? ['taskset', '-c', '0'] : []
  const started = spawn('/usr/bin/env', [...pinned, process.execPath, '--import', hook, house], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const text of createInterface({ input: started.stdout })) {
    if (text.startsWith('{')) return { child: started, ready: JSON.parse(text) }
  }
  throw new Error('the house to be measured did not start')
}

/** The same statements sent by pgbench as a prepared script, on the same database and core; transactions a second. */
function pgbench(of: Ready): number {
  const script = join(mkdtempSync(join(tmpdir(), 'congso-bench-')), 'intake.sql')
  writeFileSync(script, asScript(of.statements))
  const printed = execFileSync(
    'taskset',
    [
      '-c',
      '0',
      'pgbench',
      '-n',
      '-M',
      'prepared',
      '-c',
      '8',
      '-j',
      '1',
      '-T',
      String(seconds),
      '-f',
      script,
      of.databaseUrl,
    ],
    { encoding: 'utf8', env: { ...process.env, PGOPTIONS: '-c role=congso_app -c jit=off' } },
  )
  const found = /tps = ([\d.]+)/.exec(printed)
  if (!found) throw new Error(`pgbench said: ${printed}`)
  return Number(found[1])
}
