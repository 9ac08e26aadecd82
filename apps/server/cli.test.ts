import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progressBar, runCommand, UsageError, type Command } from './cli.ts'
import { erasePersonalCommand } from './commands/journal.ts'

const weigh: Command = {
  name: 'weigh',
  summary: 'Weigh a thing.',
  usage: 'weigh <thing> [--on <yyyy-mm-dd>] [--json]',
  takes: 1,
  options: { on: { type: 'string' } },
  async run(given) {
    const [thing] = given.positionals
    if (!thing) throw new UsageError('Which thing?')
    const on = given.date('on') ?? null
    return { value: { thing, on }, rows: [{ thing, on, kg: 12 }], failed: thing === 'air' }
  },
}
let out = ''
let err = ''

beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => Boolean((out += String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation(text => Boolean((err += String(text))))
})
afterEach(() => vi.restoreAllMocks())

test('a result is a table for people and the same as JSON for programs', async () => {
  expect(await runCommand([weigh], ['weigh', 'stone', '--on', '2026-02-28'])).toBe(0)
  expect(out).toBe('thing  on          kg\n-----  ----------  --\nstone  2026-02-28  12\n')
  out = ''
  expect(await runCommand([weigh], ['weigh', 'stone', '--json'])).toBe(0)
  expect(JSON.parse(out)).toEqual({ thing: 'stone', on: null })
})

test('a result that failed makes the exit code 1', async () => {
  expect(await runCommand([weigh], ['weigh', 'air'])).toBe(1)
})

test.each([
  { words: ['wiegh', 'stone'], says: 'There is no command "wiegh".' },
  { words: ['weigh'], says: 'Which thing?' },
  { words: ['weigh', 'stone', 'dust'], says: 'Not understood: dust' },
  { words: ['weigh', 'stone', '--heavy'], says: "Unknown option '--heavy'" },
  {
    words: ['weigh', 'stone', '--on', '2026-02-29'],
    says: '--on must be a date such as 2019-06-30, not "2026-02-29".',
  },
])('wrong words are told on the side, with the usage: $words', async ({ words, says }) => {
  expect(await runCommand([weigh], words)).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(says)
  expect(err).toContain('weigh')
})

test.each([[[]], [['help']], [['--help']], [['-h']]])('without a command it says which there are: %j', async words => {
  expect(await runCommand([weigh], words)).toBe(0)
  expect(out).toContain('weigh  Weigh a thing.')
})

test.each(['--help', '-h'])('%s explains a command, whatever else stands there', async flag => {
  expect(await runCommand([weigh], ['weigh', 'a', 'b', flag, '--json'])).toBe(0)
  expect(out).toBe(`congso ${weigh.usage}\n\n${weigh.summary}\n\n`)
})

test('whoever asks how to erase personal data is told that only the journal is covered', async () => {
  expect(await runCommand([erasePersonalCommand], ['erase-personal', '--help'])).toBe(0)
  expect(out).toContain('The journal only: people, accounts, dossiers, files')
})

test('a progress bar draws over itself on a terminal, and leaves its line before what follows', () => {
  let drawn = ''
  const terminal = { isTTY: true, write: (text: string | Uint8Array) => Boolean((drawn += String(text))) }
  const counting = progressBar(terminal)
  counting.draw(5, undefined, 'rows')
  counting.draw(9, undefined, 'rows')
  counting.end()
  counting.end()
  expect(drawn).toBe('\r5 rows\u001B[K\r9 rows\u001B[K\n')
  drawn = ''
  const known = progressBar(terminal)
  known.draw(1, 2, 'things')
  known.draw(2, 2, 'things')
  known.end()
  expect(drawn).toContain(`[${'#'.repeat(15)}${' '.repeat(15)}] 50 % 1 / 2 things`)
  expect(drawn.endsWith('100 % 2 / 2 things\u001B[K\n')).toBe(true)
  progressBar({ isTTY: false, write: () => expect.unreachable('nobody looks at it') }).draw(1, 2, 'things')
})
