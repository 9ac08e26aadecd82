import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atLocal, iso, pathTo } from '@congso/kernel/contract'
import { createLog, createServer, newId } from '@congso/kernel/server'
import {
  changeSeries,
  endSeries,
  listNumbers,
  listSeries,
  newSeries,
  openNumber,
  openSeries,
  voidNumber,
} from './contract.ts'
import { openDesk, type Desk } from './desk.testing.ts'
import { buildSeries } from './testing.ts'

let desk: Desk
let app: Awaited<ReturnType<typeof createServer>>
let assets: string
const token = Buffer.alloc(32, 5)
let cookie = `congso=${token.toString('base64url')}`

beforeAll(async () => {
  desk = await openDesk({ actorOf: async () => ({ actor: desk.keeper, until: Infinity }) })
  assets = await mkdtemp(join(tmpdir(), 'congso-assets-'))
  const { pool, clock, modules, runner } = desk.house
  await pool.query(
    'insert into kernel.session (token_hash, id, account, created_at, seen_at, expires_at, idle_seconds) values (sha256($1), gen_random_uuid(), gen_random_uuid(), $2, $2, $3, 900)',
    [token, iso(clock()), iso(clock() + 3_600_000)],
  )
  app = await createServer({
    modules,
    runner,
    pool,
    clock,
    log: createLog('silent'),
    secret: 'secret',
    secureCookies: false,
    version: 'test',
    requestsPerMinute: 100_000,
    keepUpload: () => Promise.reject(new Error('no uploads here')),
    look: {
      shell: (_kind, _page, _nav, content) => content,
      refusal: (_page, what) => h('p', null, what.message),
      assetsFolder: assets,
      assets: {},
      signIn: '/sign-in',
      home: () => '/',
      siteName: () => 'Congso',
    },
  })
})
afterAll(async () => {
  await app.close()
  await desk.house.close()
  await rm(assets, { recursive: true })
})

describe('the pages of registers', () => {
  test('define, change, end and void from the forms on them', async () => {
    const given = {
      kind: 'permit',
      agency: desk.tanHoa,
      pattern: '{n:2}/GP-UBND',
      reset: 'yearly',
      first: '1.204',
      validFrom: '01/01/2026',
    }
    const made = await post('/numbering/series', newSeries.path, given)
    expect(made.statusCode).toBe(303)
    const series = String(made.headers.location).split('/').at(-1) ?? ''
    const here = String(made.headers.location)
    expect(await get(here)).toContain('1204/GP-UBND')
    expect(await get(listSeries.path)).toContain('1204/GP-UBND')
    expect(await get(`${listSeries.path}?q=tan+hoa&kind=permit`)).toContain('1204/GP-UBND')
    expect(await get(`${listSeries.path}?q=khong+co`)).toContain('Không có sổ nào như đã lọc.')

    const change = { version: '1', pattern: '{n}/GP-{yyyy}', reset: 'yearly', first: '1', from: '1/12/2026' }
    expect((await post(pathTo(changeSeries, { series }), here, change)).statusCode).toBe(303)
    const changed = await get(here)
    for (const text of ['{n}/GP-{yyyy}', '01/12/2026', 'Sẽ dùng', 'Đang dùng']) expect(changed).toContain(text)

    await desk.house.pool.query('select numbering.allocate($1, $2)', [series, iso(desk.house.clock())])
    const register = await get(pathTo(listNumbers, { series }))
    expect(register).toContain('1204/GP-UBND')
    const number = { series, period: '2026', value: 1204 }
    const page = pathTo(openNumber, number)
    expect(await get(page)).toContain('Hủy số này')
    const empty = await post(pathTo(voidNumber, number), page, { reason: '' })
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('Chưa hủy được số')
    expect((await post(pathTo(voidNumber, number), page, { reason: 'Cấp nhầm' })).headers.location).toBe(page)
    expect(await get(page)).toContain('Cấp nhầm')
    expect(await get(page)).not.toContain('Hủy số này')
    expect(await get(`${pathTo(listNumbers, { series })}?voided=true&period=2026&q=1204`)).toContain('Cấp nhầm')
    expect(await get(`${pathTo(listNumbers, { series })}?voided=false`)).toContain('Không có số nào như đã lọc.')

    expect((await post(pathTo(endSeries, { series }), here, { version: '2', from: '31/12/2026' })).statusCode).toBe(303)
    expect(await get(here)).not.toContain('Kết thúc sổ<')
  })
  test('say what is wrong beside the field and keep what was typed', async () => {
    const bad = {
      kind: 'other',
      agency: desk.tanHoa,
      pattern: '{số}/GP',
      reset: 'yearly',
      first: '1',
      validFrom: '19/11/2026',
    }
    const refused = await post('/numbering/series', newSeries.path, bad)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Mẫu số có phần {số} không dùng được.')
    expect(refused.body).toContain('value="{số}/GP"')
    const noDay = await post('/numbering/series', newSeries.path, { ...bad, pattern: '{n}', validFrom: '31/02/2026' })
    expect(noDay.statusCode).toBe(422)
    expect(noDay.body).toContain('31/02/2026')
    expect(noDay.body).toContain('Nhập ngày có thật')
  })
  test('let a pattern be tried before it is saved', async () => {
    const series = await buildSeries(desk.house, {
      agency: desk.tanHoa,
      kind: 'tried',
      pattern: '{n}',
      reset: 'yearly',
    })
    const tried = await get(`${pathTo(openSeries, { series })}?pattern=${encodeURIComponent('{n:3}/{yyyy}')}`)
    expect(tried).toContain('001/2026')
    expect(await get(`${newSeries.path}?pattern=${encodeURIComponent('{n}{n}')}`)).toContain('đúng một phần số thứ tự')
  })
  test('turn the pages of a long register', async () => {
    const series = await buildSeries(desk.house, { agency: desk.tanHoa, kind: 'long', pattern: 'L{n}', reset: 'daily' })
    await desk.house.pool.query('select numbering.allocate($1, $2) from generate_series(1, 60)', [
      series,
      iso(atLocal('2026-11-18', 600)),
    ])
    const first = await get(pathTo(listNumbers, { series }))
    expect(first).toContain('18/11/2026')
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await get(next)
    expect(second).toContain('>L10<')
    expect(second).not.toContain('>L11<')
  })
  test('are English for those who want it', async () => {
    const english = await app.inject({
      url: pathTo(openSeries, { series: await anySeries() }),
      headers: { cookie: `${cookie}; congso_lang=en` },
    })
    expect(english.body).toContain('Patterns over time')
  })
})

async function anySeries(): Promise<string> {
  const found = await desk.house.pool.query<{ id: string }>(`select id from numbering.series where kind = 'long'`)
  return found.rows[0]?.id ?? ''
}

async function get(url: string): Promise<string> {
  const found = await app.inject({ url, headers: { cookie } })
  expect(found.statusCode).toBe(200)
  return found.body
}

async function post(url: string, back: string, fields: Record<string, string>) {
  const opened = await app.inject({ url: back, headers: { cookie } })
  const browser = [opened.headers['set-cookie'] ?? []].flat().find(one => one.startsWith('congso_browser='))
  if (browser) cookie = `${cookie}; ${browser.split(';')[0]}`
  const csrf = /name="csrf" content="([^"]+)"/.exec(opened.body)?.[1] ?? ''
  const payload = new URLSearchParams({ ...fields, _csrf: csrf, _back: back, _key: newId() }).toString()
  return await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
}
