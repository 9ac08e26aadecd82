// Runs the steps of the gate one after the other and counts. Plain JavaScript for any Node >= 20.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { root } from '../apps/server/bin/pinned-node.mjs'

/**
 * A step is `{ name, command: [program, ...args], env? }`, or `{ name, project, env? }` for a vitest project, or
 * `{ name, error }` for one that cannot even begin. All run, whatever fails; returns the process's exit code.
 */
export async function runSteps(steps) {
  const results = []
  for (const step of steps) {
    console.log(`\n== ${step.name}`)
    const began = Date.now()
    const counts = await runStep(step)
    results.push({ name: step.name, ...counts, seconds: (Date.now() - began) / 1000 })
  }
  print(results)
  return results.some(result => result.failed > 0) ? 1 : 0
}

/** A plain step counts as one test; a vitest project counts its tests, and never as fewer than one failure when it fails. */
async function runStep(step) {
  if (step.error) {
    console.error(step.error)
    return { passed: 0, failed: 1 }
  }
  if (!step.project)
    return (await execute(step.command, step.env)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const folder = mkdtempSync(join(tmpdir(), 'congso-gate-'))
  const report = join(folder, 'report.json')
  const flags = ['--project', step.project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await execute(['vitest', 'run', ...flags], step.env)
  const counts = readCounts(report)
  rmSync(folder, { recursive: true, force: true })
  return code === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) }
}

/** A file that could not be loaded has no tests to fail; it counts as one failure. */
function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    const broken = testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
    const withSkips = testResults.filter(file => file.assertionResults.some(isSkipped)).map(file => file.name)
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken,
      skipped: numPendingTests + numTodoTests,
      withSkips: withSkips.map(path => relative(root, path)),
    }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function isSkipped({ status }) {
  return !['passed', 'failed'].includes(status)
}

/** Tools come from node_modules/.bin, where `node` is the pinned one. */
function execute([program, ...args], extra = {}) {
  const env = {
    ...process.env,
    ...extra,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  }
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  return new Promise(resolve => {
    child.once('error', error => {
      console.error(error.message)
      resolve(1)
    })
    child.once('exit', code => resolve(code ?? 1))
  })
}

function print(results) {
  console.log('\nstep          passed  failed  skipped   seconds')
  for (const { name, passed, failed, skipped = 0, seconds } of results) {
    const cells = [
      String(passed).padStart(6),
      String(failed).padStart(6),
      String(skipped).padStart(7),
      seconds.toFixed(1).padStart(8),
    ]
    console.log(`${name.padEnd(12)}  ${cells.join('  ')}${failed > 0 ? '  FAILED' : ''}`)
  }
  for (const file of results.flatMap(result => result.withSkips ?? [])) console.log(`skipped tests in ${file}`)
  const total = key => results.reduce((sum, result) => sum + result[key], 0)
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
}
