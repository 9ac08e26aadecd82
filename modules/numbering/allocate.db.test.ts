import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atLocal } from '@congso/kernel/contract'
import type { House } from '@congso/kernel/testing'
import { draw, drawOf, openDesk, type Desk } from './desk.testing.ts'
import { dossierCode } from './domain/dossier-code.ts'
import { faultOf, namesPeriod, periodOf, writeNumber } from './domain/pattern.ts'
import { buildSeries, patterns } from './testing.ts'

let desk: Desk
let house: House

beforeAll(async () => {
  desk = await openDesk()
  house = desk.house
})
afterAll(() => house.close())

describe('allocation', () => {
  test('1,000 transactions at once get 1,000 consecutive numbers, whatever is rolled back between them', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'crowd' })
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
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'rush', pattern: '{n}', reset: 'daily' })
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) {
      const values = await Promise.all(Array.from({ length: 6 }, () => desk.take(series, atLocal(day, 480))))
      expect(values.map(one => one.value).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    }
  })
  test('a daily series starts again at midnight in Vietnam, and 1/11 is not 11/1', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'day', validFrom: '2025-01-01' })
    expect(
      await desk.texts(series, atLocal('2026-11-19', 1439), atLocal('2026-11-19', 1439.999), atLocal('2026-11-20')),
    ).toEqual(['H99.15-261119-0001', 'H99.15-261119-0002', 'H99.15-261120-0001'])
    expect(await desk.texts(series, atLocal('2026-01-11'), atLocal('2026-11-01'), atLocal('2026-01-11', 60))).toEqual([
      'H99.15-260111-0001',
      'H99.15-261101-0001',
      'H99.15-260111-0002',
    ])
  })
  test('a yearly series starts again at the new year in Vietnam and may write last year’s text again', async () => {
    const series = await buildSeries(house, {
      agency: desk.tanHoa,
      kind: 'year',
      pattern: '{n}/QĐ-UBND',
      reset: 'yearly',
    })
    const numbers = [
      await desk.take(series, atLocal('2026-12-31', 1439)),
      await desk.take(series, atLocal('2027-01-01')),
    ]
    expect(numbers).toEqual([
      { value: 1, text: '1/QĐ-UBND', period: '2026' },
      { value: 1, text: '1/QĐ-UBND', period: '2027' },
    ])
  })
  test('a register goes on from paper in its first period only', async () => {
    const series = await buildSeries(house, {
      agency: desk.tanHoa,
      kind: 'paper',
      pattern: '{n}/{yyyy}',
      reset: 'yearly',
      first: 1234,
    })
    expect(await desk.texts(series, atLocal('2026-11-19'), atLocal('2026-11-20'), atLocal('2027-01-04'))).toEqual([
      '1234/2026',
      '1235/2026',
      '1/2027',
    ])
  })
  test('a dossier code goes on past 9,999 and stays one', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'full', first: 9999, validFrom: '2026-11-19' })
    const codes = await desk.texts(series, house.clock(), house.clock())
    expect(codes).toEqual(['H99.15-261119-9999', 'H99.15-261119-10000'])
    for (const code of codes) expect(code).toMatch(dossierCode)
  })
  test('the database refuses the same number or text twice', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'twice', pattern: 'A{n}', reset: 'never' })
    await desk.take(series, house.clock())
    const again = (value: number, text: string) =>
      house.pool.query(
        `insert into numbering.allocated (series, period, value, text, within, at) values ($1, 'all', $2, $3, '', now())`,
        [series, value, text],
      )
    await expect(again(1, 'B1')).rejects.toThrow('allocated_pkey')
    await expect(again(2, 'a1')).rejects.toThrow('allocated_text')
  })
  test('no number before a series begins', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'later', validFrom: '2027-01-01' })
    await expect(house.run(draw, { series, fail: false })).rejects.toMatchObject({ code: 'numbering.series-ended' })
  })
})

describe('patterns', () => {
  test('the database writes and counts as the domain does', async () => {
    const dates = fc.date({
      min: new Date('1999-12-31T00:00:00Z'),
      max: new Date('2101-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    await fc.assert(
      fc.asyncProperty(
        patterns,
        dates,
        fc.integer({ min: 1, max: 2_000_000_000 }),
        fc.constantFrom('never', 'yearly', 'daily'),
        async (pattern, when, value, reset) => {
          const date = when.toISOString().slice(0, 10)
          const agency = 'H99.15'
          const found = await house.pool.query(
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
  })
})

describe('series made on demand', () => {
  test('an agency gets its own at its first number, once, also when many ask at once', async () => {
    const drawn = await Promise.all(
      Array.from({ length: 12 }, () => house.run(drawOf, { kind: 'dossier-code', agency: desk.anBinh })),
    )
    expect(new Set(drawn.map(one => one.series)).size).toBe(1)
    expect(drawn.map(one => one.text).toSorted()[11]).toBe('H99.16-261119-0012')
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
    await expect(house.run(drawOf, { kind: 'licence', agency: desk.anBinh })).rejects.toMatchObject({
      code: 'numbering.series-missing',
    })
    expect((await house.run(drawOf, { kind: 'licence', agency: desk.anBinh, pattern: '{n}/GP-UBND' })).text).toBe(
      '1/GP-UBND',
    )
    expect((await house.run(drawOf, { kind: 'licence', agency: desk.anBinh })).text).toBe('2/GP-UBND')
  })
  test('one that all share serves agencies without their own', async () => {
    await buildSeries(house, { kind: 'common', pattern: 'T{n}', reset: 'never' })
    await buildSeries(house, { kind: 'common', pattern: 'H{n}', reset: 'never', agency: desk.tanHoa })
    expect((await house.run(drawOf, { kind: 'common', agency: desk.tanHoa })).text).toBe('H1')
    expect((await house.run(drawOf, { kind: 'common', agency: desk.anBinh })).text).toBe('T1')
  })
})
