import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** One subcommand of the program. */
export type Command = {
  name: string
  summary: string
  usage: string
  /** How many words may follow besides options; none when left out. */
  takes?: number
  options?: ParseArgsOptionsConfig
  run: (given: Given) => Promise<Outcome>
}

/** What the caller typed after the command's name. */
export type Given = {
  positionals: readonly string[]
  text: (name: string) => string | undefined
  flag: (name: string) => boolean
  /** A day written yyyy-mm-dd; throws {@link UsageError} when there is no such day. */
  date: (name: string) => string | undefined
  json: boolean
  /** Draws a progress bar on a terminal; silent elsewhere. */
  progress: (done: number, total: number | undefined, what: string) => void
}

/** A command's result: a table for people, the same as JSON for programs; `failed` makes the exit code 1. */
export type Outcome =
  | { rows?: readonly Record<string, unknown>[]; value?: unknown; text?: string; failed?: boolean }
  | undefined

/** Wrong words on the command line: shown with the usage, exit code 2. */
export class UsageError extends Error {}

/** Finds and runs the command; prints its result. Returns the exit code. */
export async function runCommand(commands: readonly Command[], argv: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = argv
  const command = commands.find(one => one.name === name)
  if (!command && ['help', '--help', '-h'].includes(name)) {
    print(help(commands))
    return 0
  }
  try {
    if (!command) throw new UsageError(`There is no command "${name}".`)
    if (rest.includes('--help') || rest.includes('-h')) {
      print(`congso ${command.usage}\n\n${command.summary}\n`)
      return 0
    }
    const bar = progressBar(process.stderr)
    const given = readGiven(command, rest, bar.draw)
    const outcome = await command.run(given).finally(bar.end)
    if (outcome) show(outcome, given.json)
    return outcome?.failed ? 1 : 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const usage = command ? `Usage: congso ${command.usage}` : help(commands)
    process.stderr.write(`${error.message}\n\n${usage}\n`)
    return 2
  }
}

function readGiven(command: Command, rest: readonly string[], progress: Given['progress']): Given {
  const parsed = parse(command, rest)
  const values = new Map<string, unknown>(Object.entries(parsed.values))
  const text = (name: string) => {
    const found = values.get(name)
    return typeof found === 'string' ? found : undefined
  }
  return {
    positionals: parsed.positionals,
    text,
    flag: name => values.get(name) === true,
    date: name => dayOf(name, text(name)),
    json: values.get('json') === true,
    progress,
  }
}

function parse(command: Command, rest: readonly string[]) {
  const parsed = parseWords(command, rest)
  const extra = parsed.positionals.slice(command.takes ?? 0)
  if (extra.length > 0) throw new UsageError(`Not understood: ${extra.join(' ')}`)
  return parsed
}

function parseWords(command: Command, rest: readonly string[]) {
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function dayOf(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    throw new UsageError(`--${name} must be a date such as 2019-06-30, not "${text}".`)
  }
  return text
}

function show(outcome: NonNullable<Outcome>, json: boolean): void {
  if (json) {
    print(JSON.stringify(outcome.value ?? outcome.rows ?? { text: outcome.text }, null, 2))
    return
  }
  if (outcome.text) print(outcome.text)
  if (outcome.rows && outcome.rows.length > 0) print(table(outcome.rows))
  else if (outcome.value !== undefined && !outcome.text)
    print(
      table(
        Object.entries(Object(outcome.value)).map(([name, value]) => ({
          name,
          value: typeof value === 'object' ? JSON.stringify(value) : value,
        })),
      ),
    )
}

/** Rows as aligned columns. */
export function table(rows: readonly Record<string, unknown>[]): string {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const cells = rows.map(row => columns.map(column => textOf(row[column])))
  const widths = columns.map((column, index) => Math.max(column.length, ...cells.map(row => row[index]?.length ?? 0)))
  const numeric = columns.map(
    (_, index) => cells.length > 0 && cells.every(row => /^-?[\d.,]*$/.test(row[index] ?? '')),
  )
  const line = (parts: readonly string[]) =>
    parts
      .map((part, index) => (numeric[index] ? part.padStart(widths[index] ?? 0) : part.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(columns), line(widths.map(width => '-'.repeat(width))), ...cells.map(line)].join('\n')
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? value.toString() : JSON.stringify(value)
}

/** A line that draws itself over and over; `end` leaves it, so that what follows starts on a line of its own. */
export function progressBar(on: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {
  let isOpen = false
  return {
    draw: (done: number, total: number | undefined, what: string): void => {
      if (!on.isTTY) return
      const share = total ? Math.min(1, done / total) : 0
      const bar = total ? `[${'#'.repeat(Math.round(share * 30)).padEnd(30)}] ${Math.round(share * 100)} % ` : ''
      isOpen = !total || done < total
      on.write(`\r${bar}${done}${total ? ` / ${total}` : ''} ${what}\u001B[K${isOpen ? '' : '\n'}`)
    },
    end: (): void => {
      if (isOpen) on.write('\n')
      isOpen = false
    },
  }
}

function help(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(command => command.name.length))
  return [
    'congso <command> [--json] [--help]',
    '',
    ...commands.map(command => `  ${command.name.padEnd(width)}  ${command.summary}`),
  ].join('\n')
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
