import { caseworkReport, groupings } from '@congso/reports/contract'
import { listAgencies } from '@congso/directory/contract'
import { fold, systemActor, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { openHouse, type House } from '../app.ts'
import { UsageError, type Command, type Given } from '../cli.ts'
import { readConfig } from '../config.ts'

type Agency = { id: Id<'agency'>; code: string; name: string }
type Report = ReplyOf<typeof caseworkReport>

const actor = systemActor('congso.report')

/** States a report's figures; the same query as the page, so the same numbers. */
export const reportCommand: Command = {
  name: 'report',
  summary:
    'State a report: casework of an agency and all below it in a period, the whole house when no agency is named.',
  usage: `report casework [--agency <code or name>] [--own] [--from <yyyy-mm-dd>] [--to <yyyy-mm-dd>] [--by ${groupings.join('|')}] [--json]`,
  takes: 1,
  options: {
    agency: { type: 'string' },
    own: { type: 'boolean' },
    from: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string' },
  },
  async run(given) {
    const [name] = given.positionals
    if (name !== 'casework') throw new UsageError(name ? `There is no report "${name}".` : 'Which report?')
    const input = readPeriod(given)
    const house = await openHouse(readConfig(process.env), { poolSize: 2 })
    try {
      const wanted = given.text('agency')
      const agency = wanted === undefined ? null : await agencyCalled(house, wanted)
      const report = await readReport(house, { ...input, ...(agency ? { agency: agency.id } : {}) })
      const own = given.flag('own') && agency ? await ownCounts(house, agency, input) : undefined
      const value = stated(agency, report, own)
      return { value, text: headingOf(agency, report), rows: rowsOf(report, value) }
    } finally {
      await house.close()
    }
  },
}

/** The figures of casework of an agency with all below it, or of the whole house. */
export async function readReport(house: Pick<House, 'runner'>, input: InputOf<typeof caseworkReport>): Promise<Report> {
  return (await house.runner.run(caseworkReport, { compare: 'none', ...input }, { actor })).reply
}

/** The agency with a code or a name, written with or without accents. Says which there are when none or several fit. */
export async function agencyCalled(house: Pick<House, 'runner'>, wanted: string): Promise<Agency> {
  const { agencies } = (await house.runner.run(listAgencies, {}, { actor })).reply
  const word = fold(wanted)
  const exact = agencies.filter(one => fold(one.code) === word || fold(one.name) === word)
  const fitting = exact.length > 0 ? exact : agencies.filter(one => fold(one.name).includes(word))
  const [only, another] = fitting
  if (only && !another) return { id: only.id, code: only.code, name: only.name }
  const named = (fitting.length > 0 ? fitting : agencies).slice(0, 20).map(one => `  ${one.code}  ${one.name}`)
  const why = another ? `Several agencies are called "${wanted}":` : `No agency is called "${wanted}". There are:`
  throw new UsageError([why, ...named].join('\n'))
}

function readPeriod(given: Given): Pick<InputOf<typeof caseworkReport>, 'from' | 'to' | 'by'> {
  const by = groupings.find(one => one === (given.text('by') ?? 'agency'))
  if (!by) throw new UsageError(`--by must be one of ${groupings.join(', ')}.`)
  const from = given.date('from')
  const to = given.date('to')
  if (from && to && from > to) throw new UsageError('--from must not be after --to.')
  return { by, ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

/** Counts of the agency without those below it. */
async function ownCounts(house: House, agency: Agency, input: Pick<InputOf<typeof caseworkReport>, 'from' | 'to'>) {
  const report = await readReport(house, { ...input, by: 'agency', agency: agency.id })
  const line = report.lines.find(one => one.key === agency.id)
  if (!line) throw new UsageError(`${agency.name} has no dossiers of its own in this period.`)
  return line.counts
}

function stated(agency: Agency | null, report: Report, own: Report['total'] | undefined) {
  const { from, to, by, asOf, lines } = report
  return {
    report: 'casework',
    agency,
    from,
    to,
    asOf,
    ...(own ?? report.total),
    inProgress: (own ?? report.total).pending,
    by,
    lines,
  }
}

function headingOf(agency: Agency | null, { from, to }: Report): string {
  return `${agency ? `${agency.code} ${agency.name}` : 'All agencies'}, ${from} – ${to}\n`
}

function rowsOf({ lines }: Report, total: Report['total']): Record<string, unknown>[] {
  return [...lines.map(({ name, counts }) => rowOf(name, counts)), rowOf('TOTAL', total)]
}

function rowOf(name: string, counts: Report['total']) {
  const { carried, received, resolved, resolvedEarly, resolvedOnTime, resolvedLate, pending, pendingOverdue } = counts
  return {
    name,
    carried,
    received,
    online: counts.online,
    'online %': counts.onlineShare ?? '',
    resolved,
    early: resolvedEarly,
    onTime: resolvedOnTime,
    late: resolvedLate,
    pending,
    overdue: pendingOverdue,
    'on time %': counts.onTimeShare ?? '',
    balanced: counts.balanced ? 'yes' : 'NO',
  }
}
