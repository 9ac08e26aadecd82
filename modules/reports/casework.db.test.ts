import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from '@protobi/exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, iso, type Actor, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { decodeForm } from '@congso/kernel/server'
import { knownActors, openHouse, openPages, type House, type Pages } from '@congso/kernel/testing'
import { fileAccess, figures } from '@congso/casework'
import { dossierRegister } from '@congso/casework/contract'
import { casework } from '@congso/casework/module'
import { workSeason } from '@congso/casework/testing'
import { directory } from '@congso/directory/module'
import { buildOffice, seeded, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures } from '@congso/procedures/testing'
import { worktime } from '@congso/worktime/module'
import { caseworkReport, caseworkReportSheet, groupings } from './contract.ts'
import { reports } from './module.ts'
import { narrowedTo, openOnline, openRows } from './pages/open-rows.ts'

type View = ReplyOf<typeof caseworkReport>
type Input = InputOf<typeof caseworkReport>

let house: House
let office: Office
let pages: Pages
let known: ReturnType<typeof knownActors>
const communes = 2

beforeAll(async () => {
  const store = await createStore({ folder: mkdtempSync(join(tmpdir(), 'files-')) })
  const files = filesModule({ store, access: fileAccess, secret: 's' })
  known = knownActors()
  house = await openHouse([directory, worktime, numbering, files, procedures, casework, reports], {
    actorOf: known.actorOf,
    start: Date.parse('2026-09-28T01:00:00Z'),
  })
  office = await buildOffice(house)
  const offers = await offerProcedures(house, office, {
    codes: ['1.004873', '1.013225', '2.000815'],
    agencies: office.communes.slice(0, communes),
  })
  const days = Array.from({ length: 40 }, (_, n) => addDays('2026-09-28', n)).filter(
    day => new Date(day).getUTCDay() % 6 !== 0,
  )
  const ids = await workSeason(house, office, { seed: 'báo cáo', days, perDay: 2, offers: offers.all })
  await endSome(ids)
  house.clock.set(Date.parse('2026-11-19T02:42:00Z'))
  pages = await openPages(house)
}, 120_000)
afterAll(async () => {
  await pages.close()
  await house.close()
})

describe('the books balance', () => {
  test('in every line of every grouping, in any period and under any filter', async () => {
    const { units, fields } = await report({ agency: office.agency })
    const day = fc.integer({ min: -20, max: 70 }).map(n => addDays('2026-09-28', n))
    const asked = fc.record(
      {
        days: fc.tuple(day, day),
        by: fc.constantFrom(...groupings),
        agency: fc.constantFrom(...office.communes.slice(0, communes), office.province),
        unit: fc.constantFrom(...units.map(one => one.id)),
        field: fc.constantFrom(...fields),
        channel: fc.constantFrom('direct', 'online', 'postal'),
      },
      { requiredKeys: ['days', 'by'] },
    )
    let counted = 0
    await fc.assert(
      fc.asyncProperty(asked, async ({ days, ...given }) => {
        const [from, to] = [...days].sort()
        const view = await report({ ...given, from, to } as Input)
        for (const { name, counts } of [{ name: 'total', counts: view.total }, ...view.lines]) {
          const { carried, received, resolved, withdrawn, refused, stopped, declined, pending } = counts
          expect(carried + received, name).toBe(resolved + withdrawn + refused + stopped + declined + pending)
          expect(counts.balanced, name).toBe(true)
        }
        for (const key of ['carried', 'received', 'resolved', 'pending', 'ended'] as const)
          expect(view.lines.reduce((sum, line) => sum + line.counts[key], 0)).toBe(view.total[key])
        expect(new Set(view.lines.map(line => line.key)).size).toBe(view.lines.length)
        counted += view.total.received
      }),
      { numRuns: 40, seed: 20261119 },
    )
    expect(counted).toBeGreaterThan(20)
  })
  test('with something behind every figure, so that the sum says something', async () => {
    const { total } = await report({ from: '2026-10-05', to: '2026-11-19' })
    for (const figure of figures) expect(total[counted(figure)], figure).toBeGreaterThan(0)
  })
  test('what one period leaves, the next begins with; parts of a course add up', async () => {
    const first = await report({ from: '2026-09-28', to: '2026-10-14' })
    const second = await report({ from: '2026-10-15', to: '2026-11-19' })
    const whole = await report({ from: '2026-09-28', to: '2026-11-19' })
    expect(second.total.carried).toBe(first.total.pending)
    for (const key of ['received', 'resolved', 'ended'] as const)
      expect(first.total[key] + second.total[key]).toBe(whole.total[key])
    expect(whole.course.reduce((sum, part) => sum + part.received, 0)).toBe(whole.total.received)
    expect(whole.course.reduce((sum, part) => sum + part.resolved, 0)).toBe(whole.total.resolved)
    expect(second.previous?.total.received).toBe(
      (await report({ from: second.previous?.from, to: second.previous?.to })).total.received,
    )
  })
  test('the counts are those of the table itself', async () => {
    const { total } = await report({ from: '2026-10-01', to: '2026-10-31' })
    const found = await house.pool.query<Record<string, number>>(
      `select count(*) filter (where received_at >= '2026-10-01 00:00+07' and received_at < '2026-11-01 00:00+07') as received,
        count(*) filter (where outcome = 'resolved' and finished_at >= '2026-10-01 00:00+07' and finished_at < '2026-11-01 00:00+07') as resolved,
        count(*) filter (where received_at < '2026-11-01 00:00+07' and (finished_at is null or finished_at >= '2026-11-01 00:00+07')) as pending
      from casework.dossier`,
    )
    expect(total).toMatchObject(found.rows[0]!)
  })
})

describe('every number opens its dossiers', () => {
  test('filed online, whole and beside a filter by channel', async () => {
    const days = { from: '2026-10-05', to: '2026-11-10' }
    const view = await report(days)
    expect(view.total.online).toBeGreaterThan(0)
    expect(view.total.onlineShare).toBe(Math.round((view.total.online / view.total.received) * 1000) / 10)
    expect(await opened(openOnline(view, office.actor.supervisor), office.actor.supervisor)).toBe(view.total.online)
    const direct = await report({ ...days, channel: 'direct' })
    expect(direct.total).toMatchObject({ online: 0, onlineShare: 0 })
    expect(openOnline(direct, office.actor.supervisor)).toBeUndefined()
  })
  test.each(groupings)('by %s, in every figure of every line', async by => {
    for (const given of [{}, { agency: office.agency, channel: 'direct' as const }, { unit: office.units.economy }]) {
      const view = await report({ by, from: '2026-10-05', to: '2026-11-10', ...given })
      expect(view.lines.length).toBeGreaterThan(0)
      for (const line of view.lines) {
        for (const figure of figures) {
          const href = openRows(view, office.actor.supervisor, figure, narrowedTo(view, line.key))
          expect(await opened(href, office.actor.supervisor), `${line.key} ${figure} ${href}`).toBe(
            line.counts[counted(figure)],
          )
        }
      }
    }
  })
  test('on the page itself, for a province, a commune and a division', async () => {
    for (const actor of [office.actor.supervisor, office.actor.leader, office.actor.head]) {
      const token = await known.signIn(house, actor)
      const { body } = await pages.get('/reports/casework?from=05/10/2026&to=10/11/2026&by=procedure', token)
      const links = [...body.matchAll(/<a href="(\/dossiers\?report[^"]*)">([^<]*)<\/a>/g)]
      expect(links.length).toBeGreaterThan(15)
      for (const [, href = '', text = ''] of links) {
        if (text.includes('%') || text === '–') continue
        const list = await pages.get(`/api${href.replaceAll('&amp;', '&')}`, token)
        expect(JSON.parse(list.body).total, `${actor.title} ${href}`).toBe(Number(text.replaceAll('.', '')))
      }
    }
  })
  test('whoever may count but not see dossiers reads numbers without links', async () => {
    const token = await known.signIn(house, office.actor.reporter)
    const { body } = await pages.get('/reports/casework', token)
    expect(body).toContain('Một cửa')
    expect(body).not.toContain('/dossiers?')
  })
})

describe('who may not see does not count', () => {
  test('each agency counts its own, the province all, a division what it handles', async () => {
    const all = await report({ from: '2026-09-28' })
    const own = await report({ from: '2026-09-28' }, office.actor.leader)
    const other = await report({ from: '2026-09-28' }, office.actor.strangerLeader)
    const division = await report({ from: '2026-09-28' }, office.actor.head)
    expect(own.total.received + other.total.received).toBe(all.total.received)
    expect(own.total.received).toBe(await inTable('agency = $1', office.agency))
    expect(division.total.received).toBe(await inTable('handling_unit = $1', office.units.economy))
    expect(division.total.received).toBeLessThan(own.total.received)
    expect(own.agencies.map(one => one.id)).toEqual([office.agency])
  })
  test('asking for another agency counts nothing and names nothing', async () => {
    const view = await report({ from: '2026-09-28', agency: office.communes[1] }, office.actor.leader)
    expect(view.total).toMatchObject({ received: 0, carried: 0, pending: 0 })
    expect(view.lines).toEqual([])
  })
  test('an officer and a clerk may not see reports', async () => {
    for (const actor of [office.actor.officer, office.actor.clerk]) {
      await expect(report({}, actor)).rejects.toMatchObject({ code: 'kernel.forbidden' })
      await expect(house.run(caseworkReportSheet, {}, actor)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    }
  })
})

describe('the spreadsheet', () => {
  test.each(groupings)('by %s holds the lines and figures of the page', async by => {
    const asked = { by, from: '2026-10-05', to: '2026-11-10' } as const
    const view = await report(asked)
    const token = await known.signIn(house, office.actor.supervisor)
    const { body } = await pages.get(`/reports/casework?${new URLSearchParams(asked)}`, token)
    const shown = linesShown(body)
    const sheet = await sheetRows(asked)
    expect(sheet).toHaveLength(view.lines.length + 1)
    expect(sheet.map(row => [row[0], row[1], row[2], row[3], row[6], row[8], row[9], row[10]])).toEqual(
      shown.map(row => [row[0], ...[1, 2, 3, 4, 6, 7, 8].map(at => Number(row[at]?.replaceAll('.', '')))]),
    )
    expect(sheet.at(-1)?.slice(1, 4)).toEqual([view.total.carried, view.total.received, view.total.resolved])
  })
  test('says what was counted, in the reader’s language', async () => {
    const vietnamese = await sheetRows({ by: 'channel', agency: office.agency }, 'vi', 1)
    expect(vietnamese.flat().join(' ')).toContain('Cơ quan: Ủy ban nhân dân xã Tân Hòa')
    expect(vietnamese.flat().join(' ')).toContain('Trực tiếp')
    expect((await sheetRows({ by: 'channel' }, 'en', 1)).flat().join(' ')).toContain('At the counter')
  })
  test('is refused for a period that is none', async () => {
    await expect(house.run(caseworkReportSheet, { from: '31/02/2026' }, office.actor.supervisor)).rejects.toMatchObject(
      { code: 'reports.period-wrong' },
    )
  })
})

describe('the page', () => {
  test('in both languages, with its chart and what paper needs', async () => {
    const token = await known.signIn(house, office.actor.supervisor)
    const { body } = await pages.get('/reports/casework?by=week', token)
    for (const text of ['Tồn kỳ trước', '<svg', 'Tuần 45', 'cs-print-only', 'Người in:', 'data-print', 'khớp'])
      expect(body).toContain(text)
    expect(body).not.toMatch(/ style="|undefined|NaN/)
    const english = await pages.get('/reports/casework?by=week', token, 'en')
    for (const text of ['Carried over', 'Week 45', 'it balances']) expect(english.body).toContain(text)
  })
  test.each([
    ['from=31/02/2026&to=30/11/2026', '31/02/2026', 'Ngày đầu kỳ không có thật'],
    ['from=01/11/2026&to=mai', 'mai', 'Ngày cuối kỳ không có thật'],
    ['from=20/11/2026&to=01/11/2026', '01/11/2026', 'Ngày cuối kỳ đứng trước ngày đầu kỳ'],
    ['from=01/01/1990&to=01/11/2026', '01/01/1990', 'dài quá 10 năm'],
  ])('says in place what is wrong with %s and counts nothing', async (query, typed, message) => {
    const token = await known.signIn(house, office.actor.supervisor)
    const { status, body } = await pages.get(`/reports/casework?by=field&${query}`, token)
    expect(status).toBe(200)
    expect(body).toContain(message)
    expect(body).toContain(`value="${typed}"`)
    expect(body).toContain('<input type="hidden" name="by" value="field"')
    expect(body).not.toContain('/dossiers?report')
  })
  test('says so when there is nothing to count', async () => {
    const token = await known.signIn(house, office.actor.supervisor)
    const { body } = await pages.get('/reports/casework?from=2025-10-01&to=2025-10-31', token)
    expect(body).toContain('Kỳ này chưa có hồ sơ nào')
  })
  test('the register does the same with the days of its filter', async () => {
    const token = await known.signIn(house, office.actor.leader)
    const { status, body } = await pages.get('/dossiers?status=all&from=31/02/2026&to=30/11/2026', token)
    expect(status).toBe(200)
    expect(body).toContain('không có ngày 31/02/2026')
    expect(body).toContain('value="31/02/2026"')
    const desk = await pages.get('/desk?from=2026-13-40', token)
    expect(desk.status).toBe(200)
    expect(desk.body).toContain('không có ngày 2026-13-40')
    const order = await pages.get('/dossiers?status=all&from=30/11/2026&to=01/11/2026', token)
    expect(order.body).toContain('đứng trước ngày đầu')
  })
})

async function report(input: Input, actor: Actor = office.actor.supervisor): Promise<View> {
  return await house.run(caseworkReport, input, actor)
}

/** How many dossiers the register lists at an address. */
async function opened(href: string | undefined, actor: Actor): Promise<number> {
  const asked = decodeForm(dossierRegister.input, new URLSearchParams(href?.split('?')[1] ?? ''))
  const list = await house.run(dossierRegister, asked as InputOf<typeof dossierRegister>, actor)
  expect(list.rows.length).toBe(Math.min(50, list.total))
  return list.total
}

function counted(
  figure: (typeof figures)[number],
): Exclude<keyof View['total'], 'balanced' | 'onTimeShare' | 'onlineShare'> {
  return figure.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as 'received'
}

async function inTable(condition: string, value: string): Promise<number> {
  const found = await house.pool.query<{ n: number }>(`select count(*) as n from casework.dossier where ${condition}`, [
    value,
  ])
  return found.rows[0]!.n
}

/** The cells of the lines on the page, as text. */
function linesShown(body: string): string[][] {
  const table = /<table[^>]*data-rows[\s\S]*?<\/table>/.exec(body)?.[0] ?? ''
  return [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)]
    .map(([row]) => [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = '']) => textOf(cell)))
    .slice(1)
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .trim()
}

async function sheetRows(input: Input, lang: 'vi' | 'en' = 'vi', from = 5): Promise<unknown[][]> {
  const { body } = await house.run(caseworkReportSheet, { ...input, lang }, office.actor.supervisor)
  if (!(body instanceof Uint8Array)) throw new Error('the sheet is not whole')
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(body).buffer)
  const rows: unknown[][] = []
  book.worksheets[0]?.eachRow((row, no) => {
    if (no >= from) rows.push(Array.from({ length: 11 }, (_, at) => row.getCell(at + 1).value))
  })
  return rows
}

/** Ends that have no command yet, and moments on the very edge of a day: written as brought-in records would be. */
async function endSome(ids: readonly string[]): Promise<void> {
  const random = seeded('kết thúc')
  const open = await house.pool.query<{ id: string; received_at: string }>(
    'select id, received_at from casework.dossier where finished_at is null and id = any($1) order by id',
    [ids],
  )
  const outcomes = ['refused', 'withdrawn', 'stopped', 'declined'] as const
  for (const [index, { id, received_at }] of open.rows.entries()) {
    if (index % 3 !== 0) continue
    const outcome = outcomes[(index / 3) % 4]
    const at = iso(
      Math.min(Date.parse(received_at) + random.below(20) * 86_400_000, Date.parse('2026-11-12T03:00:00Z')),
    )
    await house.pool.query(
      "update casework.dossier set state = $2, outcome = $2, finished_at = $3, clock_state = 'finished', assignee = null where id = $1",
      [id, outcome, at],
    )
  }
  await house.pool.query(
    "update casework.dossier set finished_at = '2026-10-31T17:00:00Z' where id = (select id from casework.dossier where outcome = 'resolved' and received_at < '2026-10-30' order by id limit 1)",
  )
  await house.pool.query(
    "update casework.dossier set received_at = '2026-10-04T17:00:00Z' where id = (select id from casework.dossier where received_at > '2026-10-06' order by received_at limit 1)",
  )
}
