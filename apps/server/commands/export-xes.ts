import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { dossierLogOfOneMoment } from '@congso/casework'
import { openHouse, type House } from '../app.ts'
import { UsageError, type Command } from '../cli.ts'
import { readConfig } from '../config.ts'
import { agencyCalled } from './report.ts'

/** Writes the dossiers as an event log for process mining; to the terminal when no file is named. */
export const exportXesCommand: Command = {
  name: 'export-xes',
  summary:
    'Write dossiers as an event log (XES, IEEE 1849-2016): steps by the titles of positions, nobody by name. A file ending in .gz is packed.',
  usage:
    'export-xes [FILE] [--agency <code or name>] [--from <yyyy-mm-dd>] [--to <yyyy-mm-dd>] [--json]   (days of receipt; an agency with all below it)',
  takes: 1,
  options: { agency: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  async run(given) {
    const [file] = given.positionals
    const [from, to] = [given.date('from'), given.date('to')]
    if (from && to && from > to) throw new UsageError('--from must not be after --to.')
    const house = await openHouse(readConfig(process.env), { poolSize: 2 })
    try {
      const wanted = given.text('agency')
      const agency = wanted === undefined ? undefined : (await agencyCalled(house, wanted)).id
      const filter = {
        status: 'all' as const,
        ...(agency ? { agency } : {}),
        ...(from ? { receivedFrom: from } : {}),
        ...(to ? { receivedTo: to } : {}),
      }
      if (file === undefined) {
        await writeLog(house, filter, process.stdout, false)
        return
      }
      await writeWhole(file, part => writeLog(house, filter, createWriteStream(part), file.endsWith('.gz')))
      const value = { file, bytes: (await stat(file)).size }
      return { value, text: `${file}: ${value.bytes} bytes` }
    } finally {
      await house.close()
    }
  },
}

/** Writes the log into a stream as it is read; standard output stays open. */
export async function writeLog(
  house: Pick<House, 'runner'>,
  filter: Parameters<typeof dossierLogOfOneMoment>[1],
  to: Writable,
  packed: boolean,
): Promise<void> {
  await house.runner.asSystem('congso.export-xes', async ctx => {
    const log = Readable.from(dossierLogOfOneMoment(ctx, filter))
    const end = to !== process.stdout
    await (packed ? pipeline(log, createGzip(), to, { end }) : pipeline(log, to, { end }))
  })
}

/** The file is there when it is whole: until then it has another name. */
async function writeWhole(file: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${file}.part`
  try {
    await write(part)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
