import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { actorOf } from '@congso/directory'
import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { writeLog } from '../commands/export-xes.ts'
import { agencyCalled, readReport } from '../commands/report.ts'
import { describeFiles } from '../files.ts'
import { allModules } from '../modules.ts'
import { checkFigures } from './check-figures.ts'
import { lacThuy } from './lac-thuy.ts'
import { AlreadyInhabited, replay, type Replayed } from './replay.ts'

const share = 0.05

let house: House
let done: Replayed

beforeAll(async () => {
  house = await openHouse(allModules(describeFiles(readConfig({}))), { actorOf })
  done = await replay(house, lacThuy, { share })
})
afterAll(() => house.close())

describe('huyện Lạc Thủy, a twentieth of its half-year', () => {
  test('has the published figures, scaled', async () => {
    expect(done).toMatchObject({ received: 145, pending: 4 })
    expect(await checkFigures(house, lacThuy, share)).toEqual([
      { figure: 'received', published: '145', stated: '145', holds: true },
      { figure: 'resolved', published: '141', stated: '141', holds: true },
      { figure: 'in progress', published: '4', stated: '4', holds: true },
      { figure: 'carried + received = ended + in progress', published: 'yes', stated: 'yes', holds: true },
    ])
  })

  test('says so when a figure does not hold', async () => {
    const other = { ...lacThuy, received: 2940, inTimeAbove: 99.9 }
    const wrong = (await checkFigures(house, other, share)).filter(check => !check.holds)
    expect(wrong.map(check => check.figure)).toEqual(['received', 'resolved', 'in time, per cent of resolved'])
  })

  test('keeps its books in every month and for every unit', async () => {
    const { id: agency } = await agencyCalled(house, 'Lac Thuy')
    for (const by of ['unit', 'month', 'procedure', 'officer', 'channel'] as const) {
      const report = await readReport(house, { agency, from: '2019-01-01', to: '2019-06-30', by })
      expect(report.lines.every(line => line.counts.balanced)).toBe(true)
      expect(report.lines.reduce((sum, line) => sum + line.counts.received, 0)).toBe(145)
    }
    let carried = 0
    for (const [month, last] of [31, 28, 31, 30, 31, 30].entries()) {
      const name = `2019-${String(month + 1).padStart(2, '0')}`
      const { total } = await readReport(house, { agency, from: `${name}-01`, to: `${name}-${last}` })
      expect(total).toMatchObject({ carried, balanced: true })
      carried = total.pending
    }
    expect(carried).toBe(4)
  })

  test('finds an agency by code or by name, and says which there are', async () => {
    expect(await agencyCalled(house, '000.00.29.h28')).toMatchObject({ name: 'Ủy ban nhân dân huyện Lạc Thủy' })
    expect(await agencyCalled(house, 'chi ne')).toMatchObject({ name: 'Ủy ban nhân dân thị trấn Chi Nê' })
    await expect(agencyCalled(house, 'Lạc')).rejects.toThrow(/Several agencies/)
    await expect(agencyCalled(house, 'Hà Giang')).rejects.toThrow(/No agency is called "Hà Giang"/)
  })

  test('was done by accounts in working hours, one number after the other', async () => {
    const counted = await house.pool.query(
      "select count(*)::int as n, count(account)::int as known, count(distinct position)::int as people from kernel.journal where event like 'casework.%'",
    )
    expect(counted.rows[0]).toMatchObject({ n: done.acts, known: done.acts })
    expect(counted.rows[0].people).toBeGreaterThan(15)
    const outside = await house.pool.query(
      `select at from kernel.journal where event like 'casework.%' and (at at time zone interval '7 hours')::time not between '07:30' and '17:00'`,
    )
    expect(outside.rows).toEqual([])
    const gaps = await house.pool.query(
      `select code from (select code, row_number() over (partition by (received_at at time zone interval '7 hours')::date order by received_at, code) as place from casework.dossier) d
       where right(code, 4)::int <> place`,
    )
    expect(gaps.rows).toEqual([])
  })

  test('is written as an event log by the program, whole or of a part', async () => {
    const written = async (filter: Parameters<typeof writeLog>[1]) => {
      const to = new PassThrough()
      const [log] = await Promise.all([text(to), writeLog(house, filter, to, false)])
      return log
    }
    const whole = await written({ status: 'all' })
    expect(whole.match(/<trace>/g)).toHaveLength(145)
    expect(whole.trimEnd().endsWith('</trace>\n</log>')).toBe(true)
    const steps = await house.pool.query<{ n: number }>(
      'select (count(*) + count(finished_at))::int as n from casework.step',
    )
    expect(whole.match(/<event>/g)?.length).toBeGreaterThanOrEqual(steps.rows[0]!.n)
    const part = await written({ status: 'all', receivedFrom: '2019-01-01', receivedTo: '2019-01-31' })
    const january = (await readReport(house, { from: '2019-01-01', to: '2019-01-31' })).total.received
    expect(january).toBeGreaterThan(5)
    expect(part.match(/<trace>/g)).toHaveLength(january)
    const names = await house.pool.query<{ name: string }>('select applicant_name as name from casework.dossier')
    expect(names.rows.filter(({ name }) => whole.includes(name))).toEqual([])
  })

  test('is not mixed with what is there already', async () => {
    await expect(replay(house, lacThuy, { share })).rejects.toThrow(AlreadyInhabited)
  })
})
