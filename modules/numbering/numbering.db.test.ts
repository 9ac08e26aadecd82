import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, atLocal, command, IdOf, iso, Line, Type, type Actor, type Id } from '@congso/kernel/contract'
import { defineModule, handle, newId } from '@congso/kernel/server'
import { mockNow, openHouse, type House } from '@congso/kernel/testing'
import {
  changeSeries,
  defineSeries,
  endSeries,
  listNumbers,
  listSeries,
  newSeries,
  openNumber,
  openSeries,
  previewPattern,
  voidNumber,
} from './contract.ts'
import { dossierCode } from './domain/dossier-code.ts'
import { faultOf, namesPeriod, periodOf, writeNumber } from './domain/pattern.ts'
import { numberVoided } from './events.ts'
import { allocate, ensureSeries, seriesFor } from './index.ts'
import { numbering } from './module.ts'
import { buildSeries, patterns } from './testing.ts'

const directory = defineModule({
  name: 'directory',
  migrations: fileURLToPath(new URL('../directory/migrations', import.meta.url)),
  permissions: [],
  handlers: [],
  pages: [],
  forms: [],
  texts: { vi: { refusals: {}, permissions: {} }, en: { refusals: {}, permissions: {} } },
})

// A module that uses numbers as others do: the number is drawn in the command that needs it, and the command may fail afterwards.
const draw = command({
  id: 'desk.draw',
  path: '/draw',
  permission: 'public',
  summary: 'Draws a number.',
  recordsNothing: 'a test of numbers',
  input: Type.Object({ series: IdOf<'series'>(), fail: Type.Boolean() }),
  reply: Type.Object({ value: Type.Integer(), text: Type.String(), period: Type.String() }),
})
const drawOf = command({
  id: 'desk.draw-of',
  path: '/draw-of',
  permission: 'public',
  summary: 'Draws a number of a kind.',
  recordsNothing: 'a test of numbers',
  input: Type.Object({ kind: Line(), agency: IdOf<'agency'>(), pattern: Type.Optional(Line()) }),
  reply: Type.Object({ series: IdOf<'series'>(), text: Type.String() }),
})
const desk = defineModule({
  name: 'desk',
  permissions: [],
  handlers: [
    handle(draw, async (ctx, input) => {
      const number = await allocate(ctx.db, input.series, ctx.now)
      if (input.fail) throw new Error('failed on purpose')
      return number
    }),
    handle(drawOf, async (ctx, { kind, agency, pattern }) => {
      const wanted = { kind, agency, at: ctx.now }
      const series = pattern
        ? await ensureSeries(ctx.db, { ...wanted, pattern, reset: 'yearly' })
        : await seriesFor(ctx.db, wanted)
      return { series, text: (await allocate(ctx.db, series, ctx.now)).text }
    }),
  ],
  pages: [],
  forms: [],
  texts: { vi: { refusals: {}, permissions: {} }, en: { refusals: {}, permissions: {} } },
})

const tanHoa = newId<'agency'>()
const phuMinh = newId<'agency'>()
const person = (agency: Id<'agency'>, ...permissions: string[]): Actor => ({
  ...anonymous,
  kind: 'person',
  name: 'Lê Thị Hoa',
  agency,
  rights: Object.fromEntries(permissions.map(permission => [permission, { agencies: [agency] }])),
})
const everything = ['numbering.series.read', 'numbering.series.edit', 'numbering.number.void']
const keeper = person(tanHoa, ...everything)
const stranger = person(phuMinh, ...everything)
let house: House

beforeAll(async () => {
  house = await openHouse([directory, numbering, desk])
  await asOwner(async client => {
    for (const [id, code, name] of [
      [tanHoa, '000.15.99.H99', 'UBND xã Tân Hòa'],
      [phuMinh, '000.16.99.H99', 'UBND xã Phú Minh'],
    ]) {
      await client.query(
        `insert into directory.agency (id, code, name, short_name, kind, path, valid_from) values ($1, $2, $3, $3, 'commune', array[$1::uuid], '2025-07-01')`,
        [id, code, name],
      )
    }
  })
})
afterAll(() => house.close())

describe('allocation', () => {
  test('1,000 transactions at once get 1,000 consecutive numbers, whatever is rolled back between them', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'crowd' })
    const asked = Array.from({ length: 1100 }, (_, index) => ({ series, fail: index % 11 === 5 }))
    const done = await Promise.allSettled(asked.map(input => house.run(draw, input)))
    const given = done.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
    expect(given.length).toBe(1000)
    expect(done.filter(one => one.status === 'rejected').map(one => String(one.reason))).toEqual(
      Array(100).fill('Error: failed on purpose'),
    )
    expect(given.map(one => one.value).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index + 1),
    )
    expect(new Set(given.map(one => one.text)).size).toBe(1000)
    const stored = await house.pool.query(
      'select count(*) as n, min(value), max(value) from numbering.allocated where series = $1',
      [series],
    )
    expect(stored.rows[0]).toEqual({ n: 1000, min: 1, max: 1000 })
  })
  test('the first numbers of a period wait for one another too', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'rush', pattern: '{n}', reset: 'daily' })
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) {
      const values = await Promise.all(Array.from({ length: 6 }, () => take(series, atLocal(day, 480))))
      expect(values.map(one => one.value).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    }
  })
  test('a daily series starts again at midnight in Vietnam, and 1/11 is not 11/1', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'day', validFrom: '2025-01-01' })
    expect(
      await texts(series, atLocal('2026-11-19', 1439), atLocal('2026-11-19', 1439.999), atLocal('2026-11-20')),
    ).toEqual(['000.15.99.H99-261119-0001', '000.15.99.H99-261119-0002', '000.15.99.H99-261120-0001'])
    expect(await texts(series, atLocal('2026-01-11'), atLocal('2026-11-01'), atLocal('2026-01-11', 60))).toEqual([
      '000.15.99.H99-260111-0001',
      '000.15.99.H99-261101-0001',
      '000.15.99.H99-260111-0002',
    ])
  })
  test('a yearly series starts again at the new year in Vietnam and may write last year’s text again', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'year', pattern: '{n}/QĐ-UBND', reset: 'yearly' })
    const numbers = [await take(series, atLocal('2026-12-31', 1439)), await take(series, atLocal('2027-01-01'))]
    expect(numbers).toEqual([
      { value: 1, text: '1/QĐ-UBND', period: '2026' },
      { value: 1, text: '1/QĐ-UBND', period: '2027' },
    ])
  })
  test('a register goes on from paper in its first period only', async () => {
    const series = await buildSeries(house, {
      agency: tanHoa,
      kind: 'paper',
      pattern: '{n}/{yyyy}',
      reset: 'yearly',
      first: 1234,
    })
    expect(await texts(series, atLocal('2026-11-19'), atLocal('2026-11-20'), atLocal('2027-01-04'))).toEqual([
      '1234/2026',
      '1235/2026',
      '1/2027',
    ])
  })
  test('a dossier code goes on past 9,999 and stays one', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'full', first: 9999, validFrom: '2026-11-19' })
    const codes = await texts(series, house.clock(), house.clock())
    expect(codes).toEqual(['000.15.99.H99-261119-9999', '000.15.99.H99-261119-10000'])
    for (const code of codes) expect(code).toMatch(dossierCode)
  })
  test('the database refuses the same number or text twice', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'twice', pattern: 'A{n}', reset: 'never' })
    await take(series, house.clock())
    const again = (value: number, text: string) =>
      house.pool.query(
        `insert into numbering.allocated (series, period, value, text, within, at) values ($1, 'all', $2, $3, '', now())`,
        [series, value, text],
      )
    await expect(again(1, 'B1')).rejects.toThrow('allocated_pkey')
    await expect(again(2, 'a1')).rejects.toThrow('allocated_text')
  })
  test('no number before a series begins', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'later', validFrom: '2027-01-01' })
    await expect(house.run(draw, { series, fail: false })).rejects.toMatchObject({ code: 'numbering.series-ended' })
  })
})

describe('patterns', () => {
  test('the database writes and counts as the domain does', async () => {
    const client = new pg.Client({ connectionString: house.url })
    await client.connect()
    const dates = fc.date({
      min: new Date('1999-12-31T00:00:00Z'),
      max: new Date('2101-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    try {
      await fc.assert(
        fc.asyncProperty(
          patterns,
          dates,
          fc.integer({ min: 1, max: 2_000_000_000 }),
          fc.constantFrom('never', 'yearly', 'daily'),
          async (pattern, when, value, reset) => {
            const date = when.toISOString().slice(0, 10)
            const agency = '000.15.99.H99'
            const found = await client.query(
              'select numbering.write($1, $2, $3, $4) as text, numbering.period_of($5, $3) as period',
              [pattern, agency, date, value, reset],
            )
            expect(found.rows[0]).toEqual({
              text: writeNumber(pattern, { agency, date, value }),
              period: periodOf(reset, date),
            })
          },
        ),
        { numRuns: 500 },
      )
    } finally {
      await client.end()
    }
  })
  test('can be tried before they are saved', async () => {
    const tried = await house.run(
      previewPattern,
      { pattern: '{agency}-{yymmdd}-{n:4}', agencyCode: '000.15.99.H99' },
      keeper,
    )
    expect(tried.examples).toEqual([
      '000.15.99.H99-261119-0001',
      '000.15.99.H99-261119-0002',
      '000.15.99.H99-261119-12345',
    ])
    await expect(house.run(previewPattern, { pattern: '{x}{n}' }, keeper)).rejects.toMatchObject({
      code: 'numbering.pattern-unknown-part',
      field: 'pattern',
      params: { part: '{x}' },
    })
  })
})

describe('series made on demand', () => {
  test('an agency gets its own at its first number, once, also when many ask at once', async () => {
    const drawn = await Promise.all(
      Array.from({ length: 12 }, () => house.run(drawOf, { kind: 'dossier-code', agency: phuMinh })),
    )
    expect(new Set(drawn.map(one => one.series)).size).toBe(1)
    expect(drawn.map(one => one.text).toSorted()[11]).toBe('000.16.99.H99-261119-0012')
  })
  test('the standard kinds have patterns that hold', async () => {
    const { rows } = await house.pool.query<{
      kind: string
      pattern: string
      reset: 'never' | 'yearly' | 'daily'
      names_period: boolean
    }>('select * from numbering.standard')
    expect(rows.length).toBeGreaterThan(5)
    for (const { pattern, reset, names_period } of rows) {
      expect(faultOf(pattern, { shared: false })).toBeUndefined()
      expect(namesPeriod(pattern, reset)).toBe(names_period)
    }
  })
  test('a kind without a standard needs a definition', async () => {
    await expect(house.run(drawOf, { kind: 'licence', agency: phuMinh })).rejects.toMatchObject({
      code: 'numbering.series-missing',
    })
    expect((await house.run(drawOf, { kind: 'licence', agency: phuMinh, pattern: '{n}/GP-UBND' })).text).toBe(
      '1/GP-UBND',
    )
    expect((await house.run(drawOf, { kind: 'licence', agency: phuMinh })).text).toBe('2/GP-UBND')
  })
  test('one that all share serves agencies without their own', async () => {
    await buildSeries(house, { kind: 'common', pattern: 'T{n}', reset: 'never' })
    await buildSeries(house, { kind: 'common', pattern: 'H{n}', reset: 'never', agency: tanHoa })
    expect((await house.run(drawOf, { kind: 'common', agency: tanHoa })).text).toBe('H1')
    expect((await house.run(drawOf, { kind: 'common', agency: phuMinh })).text).toBe('T1')
  })
})

describe('defining a series', () => {
  const input = {
    kind: 'permit',
    agency: tanHoa,
    pattern: '{n}/GP',
    reset: 'yearly',
    first: 1,
    validFrom: '2026-11-19',
  } as const
  test('is journalled and shows its next number', async () => {
    await house.facts()
    const { series } = await house.run(defineSeries, input, keeper)
    expect(await house.facts()).toEqual([
      {
        event: 'numbering.series-defined',
        subject: series,
        account: null,
        data: { kind: 'permit', agency: tanHoa, pattern: '{n}/GP', reset: 'yearly', first: 1, from: '2026-11-19' },
      },
    ])
    expect((await house.run(openSeries, { series }, keeper)).series).toMatchObject({
      next: '1/GP',
      agencyName: 'UBND xã Tân Hòa',
      scheme: { pattern: '{n}/GP', reset: 'yearly' },
    })
    await take(series, house.clock())
    expect((await house.run(listSeries, { kind: 'permit' }, keeper)).series.map(one => one.next)).toEqual(['2/GP'])
  })
  test('refuses a second one of its kind, a bad pattern, an agency that is not there, and one that is somebody else’s', async () => {
    await expect(house.run(defineSeries, { ...input, validFrom: '2027-05-01' }, keeper)).rejects.toMatchObject({
      code: 'numbering.series-exists',
      field: 'kind',
    })
    await expect(house.run(defineSeries, { ...input, kind: 'other', pattern: 'GP' }, keeper)).rejects.toMatchObject({
      code: 'numbering.pattern-number-once',
      field: 'pattern',
    })
    await expect(
      house.run(defineSeries, { ...input, kind: 'dossier-code', pattern: '{n}' }, keeper),
    ).rejects.toMatchObject({ code: 'numbering.pattern-not-dossier-code' })
    await expect(house.run(defineSeries, { ...input, agency: newId<'agency'>() })).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await expect(house.run(defineSeries, { ...input, kind: 'other' }, stranger)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(
      house.run(defineSeries, { ...input, kind: 'other' }, person(tanHoa, 'numbering.series.read')),
    ).rejects.toMatchObject({ code: 'kernel.forbidden' })
    const { agency: _, ...shared } = input
    await expect(house.run(defineSeries, { ...shared, kind: 'other' }, keeper)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(house.run(defineSeries, { ...shared, kind: 'other', pattern: '{agency}/{n}' })).rejects.toMatchObject({
      code: 'numbering.pattern-needs-agency',
    })
  })
  test('offers only the agencies one may define for', async () => {
    expect(await house.run(newSeries, {}, keeper)).toMatchObject({
      agencies: [{ id: tanHoa }],
      mayShare: false,
      today: '2026-11-19',
    })
    expect(await house.run(newSeries, {})).toMatchObject({ mayShare: true })
  })
})

describe('changing a series', () => {
  test('holds from its day on and leaves issued numbers alone', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'change', pattern: '{n}/A', reset: 'yearly' })
    await take(series, house.clock())
    await house.facts()
    const change = {
      series,
      version: 1,
      from: '2026-11-20',
      pattern: '{n:3}/B-{yyyy}',
      reset: 'yearly',
      first: 1,
    } as const
    await house.run(changeSeries, change, keeper)
    expect(await house.facts()).toMatchObject([
      { event: 'numbering.series-changed', subject: series, data: { from: '2026-11-20', pattern: '{n:3}/B-{yyyy}' } },
    ])
    expect(await texts(series, house.clock(), atLocal('2026-11-20'))).toEqual(['2/A', '003/B-2026'])
    const open = await house.run(openSeries, { series }, keeper)
    expect(open).toMatchObject({
      schemes: [{ validFrom: '2026-11-20' }, { validFrom: '2026-01-01', pattern: '{n}/A' }],
      changeFrom: '2026-11-21',
      mayEdit: true,
      series: { version: 2 },
    })
    await expect(house.run(changeSeries, change, keeper)).rejects.toMatchObject({ code: 'kernel.stale' })
    await expect(house.run(changeSeries, { ...change, version: 2 }, keeper)).rejects.toMatchObject({
      code: 'numbering.change-too-early',
      params: { date: '2026-11-21' },
      field: 'from',
    })
    await expect(
      house.run(changeSeries, { ...change, version: 2, from: '2026-12-01', pattern: '{n}{n}' }, keeper),
    ).rejects.toMatchObject({ code: 'numbering.pattern-number-once' })
  })
  test('that writes an old text again never gives a number twice', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'again', pattern: '{n}/X', reset: 'never' })
    await take(series, house.clock())
    await house.run(
      changeSeries,
      { series, version: 1, from: '2027-01-01', pattern: '{n}/X', reset: 'yearly', first: 1 },
      keeper,
    )
    await house.run(
      changeSeries,
      { series, version: 2, from: '2027-02-01', pattern: '{n}/X', reset: 'never', first: 1 },
      keeper,
    )
    expect(await texts(series, atLocal('2027-01-04'), atLocal('2027-02-04'))).toEqual(['1/X', '2/X'])
  })
  test('is only for those who may', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'guarded' })
    const change = { series, version: 1, from: '2026-12-01', pattern: '{n}', reset: 'never', first: 1 } as const
    await expect(house.run(changeSeries, change, stranger)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(openSeries, { series }, stranger)).rejects.toMatchObject({ code: 'kernel.not-found' })
    const reader = { ...stranger, rights: { ...stranger.rights, 'numbering.series.read': { agencies: [tanHoa] } } }
    await expect(house.run(changeSeries, change, reader)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    expect(await house.run(openSeries, { series }, reader)).toMatchObject({ mayEdit: false })
    await expect(house.run(changeSeries, { ...change, series: newId<'series'>() }, keeper)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
})

describe('ending a series', () => {
  test('stops its numbers and makes room for another', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'short', pattern: '{n}', reset: 'never' })
    await take(series, house.clock())
    await expect(house.run(endSeries, { series, version: 1, from: '2026-11-19' }, keeper)).rejects.toMatchObject({
      code: 'numbering.end-too-early',
      params: { date: '2026-11-20' },
    })
    await expect(house.run(endSeries, { series, version: 1, from: '2026-12-01' }, stranger)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await house.facts()
    await house.run(endSeries, { series, version: 1, from: '2026-12-01' }, keeper)
    expect(await house.facts()).toMatchObject([
      { event: 'numbering.series-ended', subject: series, data: { from: '2026-12-01' } },
    ])
    await expect(take(series, atLocal('2026-12-01'))).rejects.toThrow('gives no number')
    await expect(
      house.run(
        changeSeries,
        { series, version: 2, from: '2026-12-05', pattern: '{n}', reset: 'never', first: 1 },
        keeper,
      ),
    ).rejects.toMatchObject({ code: 'numbering.series-ended' })
    expect(
      await buildSeries(house, {
        agency: tanHoa,
        kind: 'short',
        pattern: 'N{n}',
        reset: 'never',
        validFrom: '2026-12-01',
      }),
    ).not.toBe(series)
    house.clock.set(atLocal('2026-12-02', 600))
    await expect(house.run(endSeries, { series, version: 2, from: '2026-12-05' }, keeper)).rejects.toMatchObject({
      code: 'numbering.series-ended',
    })
    house.clock.set(mockNow)
  })
})

describe('the register of numbers', () => {
  test('pages by key and filters by period, beginning and state', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'book' })
    const first = atLocal('2026-12-10', 500)
    await house.pool.query(`select numbering.allocate($1, $2) from generate_series(1, 120)`, [series, iso(first)])
    await house.pool.query(`select numbering.allocate($1, $2) from generate_series(1, 5)`, [
      series,
      iso(first + 86_400_000),
    ])
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const found = await house.run(listNumbers, { series, ...(after ? { after } : {}) }, keeper)
      seen.push(...found.numbers.map(one => one.text))
      if (!found.after) break
      after = found.after
    }
    expect(seen.length).toBe(125)
    expect(new Set(seen).size).toBe(125)
    expect(seen[0]).toBe('000.15.99.H99-261211-0005')
    expect(seen[124]).toBe('000.15.99.H99-261210-0001')
    const day = await house.run(listNumbers, { series, period: '2026-12-11' }, keeper)
    expect(day.numbers.length).toBe(5)
    expect(day.periods).toEqual([
      { period: '2026-12-11', last: 5 },
      { period: '2026-12-10', last: 120 },
    ])
    const begins = await house.run(listNumbers, { series, q: '000.15.99.h99-261210-011' }, keeper)
    expect(begins.numbers.map(one => one.value)).toEqual([119, 118, 117, 116, 115, 114, 113, 112, 111, 110])
  })
  test('reads a page without sorting or scanning, however long it is', async () => {
    await asOwner(async client => {
      const { rows } = await client.query<{ id: string }>(`select id from numbering.series where kind = 'book'`)
      await client.query(
        `insert into numbering.allocated (series, period, value, text, within, at) select $1, 'plan', n, 'plan-' || n, 'plan', now() from generate_series(1, 20000) n`,
        [rows[0]!.id],
      )
      await client.query('analyze numbering.allocated')
      const plan = async (where: string, values: unknown[]) =>
        (
          await client.query<{ 'QUERY PLAN': string }>(
            `explain select text from numbering.allocated n where series = $1 ${where} order by period desc, value desc limit 51`,
            [rows[0]!.id, ...values],
          )
        ).rows
          .map(row => row['QUERY PLAN'])
          .join('\n')
      const page = await plan('and (period, value) < ($2, $3::integer)', ['plan', 10_000])
      expect(page).toContain('allocated_pkey')
      expect(page).not.toMatch(/Sort|Seq Scan/)
      expect(
        await plan(`and lower(n.text) collate "C" >= $2 and lower(n.text) collate "C" < $3`, [
          'plan-1999',
          'plan-1999\u{10ffff}',
        ]),
      ).toContain('allocated_text')
      await client.query(`delete from numbering.allocated where period = 'plan'`)
    })
  })
  test('a voided number keeps its place and its reason, and is not given again', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'void', pattern: '{n}', reset: 'never' })
    await texts(series, house.clock(), house.clock())
    await house.facts()
    const input = { series, period: 'all', value: 2, reason: 'Nhập nhầm cho ông Nguyễn Văn A' }
    await expect(house.run(voidNumber, input, stranger)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(voidNumber, input, person(tanHoa, 'numbering.series.read'))).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(house.run(voidNumber, { ...input, value: 9 }, keeper)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    expect(await house.run(voidNumber, input, keeper)).toEqual({ text: '2' })
    expect(await house.facts()).toEqual([
      { event: numberVoided.name, subject: series, account: null, data: { period: 'all', value: 2, text: '2' } },
    ])
    await expect(house.run(voidNumber, input, keeper)).rejects.toMatchObject({
      code: 'numbering.already-voided',
      params: { number: '2' },
    })
    expect((await house.run(openNumber, { series, period: 'all', value: 2 }, keeper)).number).toMatchObject({
      text: '2',
      voidReason: input.reason,
    })
    expect((await house.run(listNumbers, { series, voided: true }, keeper)).numbers.map(one => one.value)).toEqual([2])
    expect(await texts(series, house.clock())).toEqual(['3'])
  })
  test('belongs to the agency', async () => {
    const series = await buildSeries(house, { agency: tanHoa, kind: 'private', pattern: '{n}', reset: 'never' })
    await take(series, house.clock())
    await expect(house.run(listNumbers, { series }, stranger)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(openNumber, { series, period: 'all', value: 1 }, stranger)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    const theirs = await house.run(listSeries, {}, stranger)
    expect(theirs.series.every(one => one.agency === phuMinh || one.agency === null)).toBe(true)
    expect(theirs.series.length).toBeGreaterThan(0)
  })
  test('the list of series pages by key and finds agencies without accents', async () => {
    for (let index = 0; index < 55; index += 1)
      await buildSeries(house, { agency: phuMinh, kind: `k-${index}`, pattern: '{n}', reset: 'never' })
    const first = await house.run(listSeries, { q: 'phu minh' }, stranger)
    expect(first.series.length).toBe(50)
    const rest = await house.run(
      listSeries,
      { q: 'phu minh', ...(first.after ? { after: first.after } : {}) },
      stranger,
    )
    const kinds = [...first.series, ...rest.series].map(one => one.kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds.length).toBeGreaterThanOrEqual(57)
    expect(rest.after).toBeNull()
    expect((await house.run(listSeries, { q: 'tan hoa' }, stranger)).series).toEqual([])
  })
})

async function take(series: Id<'series'>, at: number): Promise<{ value: number; text: string; period: string }> {
  const found = await house.pool.query<{ value: number; text: string; period: string }>(
    'select * from numbering.allocate($1, $2)',
    [series, iso(at)],
  )
  return found.rows[0]!
}

async function texts(series: Id<'series'>, ...moments: number[]): Promise<string[]> {
  const found: string[] = []
  for (const at of moments) found.push((await take(series, at)).text)
  return found
}

async function asOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
