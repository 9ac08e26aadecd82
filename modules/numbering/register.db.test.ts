import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atLocal, iso } from '@congso/kernel/contract'
import type { House } from '@congso/kernel/testing'
import { exportNumbers, listNumbers, listSeries, openNumber, voidNumber } from './contract.ts'
import { openDesk, personWith, type Desk } from './desk.testing.ts'
import { numberVoided } from './events.ts'
import { buildSeries } from './testing.ts'

let desk: Desk
let house: House

beforeAll(async () => {
  desk = await openDesk()
  house = desk.house
})
afterAll(() => house.close())

describe('the register of numbers', () => {
  test('pages by key and filters by period, beginning and state', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'book' })
    const first = atLocal('2026-12-10', 500)
    await house.pool.query(`select numbering.allocate($1, $2) from generate_series(1, 120)`, [series, iso(first)])
    await house.pool.query(`select numbering.allocate($1, $2) from generate_series(1, 5)`, [
      series,
      iso(first + 86_400_000),
    ])
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const found = await house.run(listNumbers, { series, ...(after ? { after } : {}) }, desk.keeper)
      seen.push(...found.numbers.map(one => one.text))
      if (!found.after) break
      after = found.after
    }
    expect(seen.length).toBe(125)
    expect(new Set(seen).size).toBe(125)
    expect(seen[0]).toBe('H99.15-261211-0005')
    expect(seen[124]).toBe('H99.15-261210-0001')
    const day = await house.run(listNumbers, { series, period: '2026-12-11' }, desk.keeper)
    expect(day.numbers.length).toBe(5)
    expect(day.periods).toEqual([
      { period: '2026-12-11', last: 5 },
      { period: '2026-12-10', last: 120 },
    ])
    const begins = await house.run(listNumbers, { series, q: 'h99.15-261210-011' }, desk.keeper)
    expect(begins.numbers.map(one => one.value)).toEqual([119, 118, 117, 116, 115, 114, 113, 112, 111, 110])
  })
  test('goes into a file exactly as filtered, voided numbers with their reason', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'filed', pattern: '={yyyy}-{n:4}' })
    const at = atLocal('2026-12-14', 500)
    await house.pool.query(`select numbering.allocate($1, $2) from generate_series(1, 5002)`, [series, iso(at)])
    const period = (await house.run(listNumbers, { series }, desk.keeper)).numbers[0]!.period
    await house.run(voidNumber, { series, period, value: 5001, reason: 'Đánh số "nhầm"' }, desk.keeper)
    const sheet = async (filter: object) => {
      const { body } = await house.run(exportNumbers, { series, ...filter }, desk.keeper)
      const text = Buffer.from(body as Uint8Array).toString('utf8')
      expect(text.startsWith('\uFEFF')).toBe(true)
      return text.slice(1).trimEnd().split('\r\n')
    }
    const [head, newest, ...rest] = await sheet({})
    expect(head).toBe('"Kỳ","Số thứ tự","Số, ký hiệu","Cấp lúc","Hủy lúc","Lý do hủy"')
    expect(newest).toContain(`"5002","'=2026-5002",`)
    expect(rest).toHaveLength(5001)
    const voided = await sheet({ voided: true })
    expect(voided).toHaveLength(2)
    expect(voided[1]).toContain('"Đánh số ""nhầm"""')
    expect(await sheet({ q: '=2026-000', lang: 'en' })).toHaveLength(10)
    await expect(house.run(exportNumbers, { series }, desk.stranger)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await house.facts()
  })
  test('reads a page without sorting or scanning, however long it is', async () => {
    const { rows } = await house.pool.query<{ id: string }>(`select id from numbering.series where kind = 'book'`)
    await house.pool.query(
      `insert into numbering.allocated (series, period, value, text, within, at) select $1, 'plan', n, 'plan-' || n, 'plan', now() from generate_series(1, 20000) n`,
      [rows[0]!.id],
    )
    // Without figures about the table PostgreSQL 15 guesses; its owner takes them as a running installation has them.
    await house.pool.query('set role none; analyze numbering.allocated; set role congso_app')
    const plan = async (where: string, values: unknown[]) =>
      (
        await house.pool.query<{ 'QUERY PLAN': string }>(
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
    await house.pool.query(`delete from numbering.allocated where period = 'plan'`)
  })
  test('a voided number keeps its place and its reason, and is not given again', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'void', pattern: '{n}', reset: 'never' })
    await desk.texts(series, house.clock(), house.clock())
    await house.facts()
    const input = { series, period: 'all', value: 2, reason: 'Nhập nhầm cho ông Nguyễn Văn A' }
    await expect(house.run(voidNumber, input, desk.stranger)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(voidNumber, input, personWith(desk.tanHoa, 'numbering.series.read'))).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(house.run(voidNumber, { ...input, value: 9 }, desk.keeper)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    expect(await house.run(voidNumber, input, desk.keeper)).toEqual({ text: '2' })
    expect(await house.facts()).toEqual([
      { event: numberVoided.name, subject: series, account: null, data: { period: 'all', value: 2, text: '2' } },
    ])
    await expect(house.run(voidNumber, input, desk.keeper)).rejects.toMatchObject({
      code: 'numbering.already-voided',
      params: { number: '2' },
    })
    expect((await house.run(openNumber, { series, period: 'all', value: 2 }, desk.keeper)).number).toMatchObject({
      text: '2',
      voidReason: input.reason,
    })
    expect((await house.run(listNumbers, { series, voided: true }, desk.keeper)).numbers.map(one => one.value)).toEqual(
      [2],
    )
    expect(await desk.texts(series, house.clock())).toEqual(['3'])
  })
  test('belongs to the agency', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'private', pattern: '{n}', reset: 'never' })
    await desk.take(series, house.clock())
    await expect(house.run(listNumbers, { series }, desk.stranger)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(openNumber, { series, period: 'all', value: 1 }, desk.stranger)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await buildSeries(house, { agency: desk.anBinh, kind: 'theirs', pattern: '{n}', reset: 'never' })
    await buildSeries(house, { kind: 'all', pattern: '{n}', reset: 'never' })
    const theirs = await house.run(listSeries, {}, desk.stranger)
    expect(theirs.series.map(one => one.kind)).toEqual(['all', 'theirs'])
  })
  test('the list of series pages by key and finds agencies without accents', async () => {
    for (let index = 0; index < 55; index += 1)
      await buildSeries(house, { agency: desk.anBinh, kind: `k-${index}`, pattern: '{n}', reset: 'never' })
    const first = await house.run(listSeries, { q: 'an binh' }, desk.stranger)
    expect(first.series.length).toBe(50)
    const rest = await house.run(
      listSeries,
      { q: 'an binh', ...(first.after ? { after: first.after } : {}) },
      desk.stranger,
    )
    const kinds = [...first.series, ...rest.series].map(one => one.kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds.length).toBe(56)
    expect(rest.after).toBeNull()
    expect((await house.run(listSeries, { q: 'tan hoa' }, desk.stranger)).series).toEqual([])
  })
})
