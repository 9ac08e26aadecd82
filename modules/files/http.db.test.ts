import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Id } from '@congso/kernel/contract'
import { createLog, createServer, newId } from '@congso/kernel/server'
import { hand, openDesk, type Desk } from './desk.testing.ts'
import { keepUpload } from './module.ts'
import { eicar, startClamd } from './adapters/clamd.testing.ts'
import { clamdScanner } from './adapters/clamd.ts'
import { pdfBytes, pngBytes, sha256Of } from './testing.ts'

const mostBytes = 300_000
let desk: Desk
let app: Awaited<ReturnType<typeof createServer>>
let clamd: Awaited<ReturnType<typeof startClamd>>
let assets: string
const people = new Map<string, Actor>()
let clerk: string
let stranger: string

beforeAll(async () => {
  desk = await openDesk({ actorOf: async (_db, account) => ({ actor: people.get(account)!, until: Infinity }) })
  clerk = await signIn(desk.office.actor.clerk)
  stranger = await signIn(desk.office.actor.strangerClerk)
  clamd = await startClamd(0)
  assets = await mkdtemp(join(tmpdir(), 'congso-assets-'))
  const { house, store } = desk
  app = await createServer({
    modules: house.modules,
    runner: house.runner,
    pool: house.pool,
    clock: house.clock,
    log: createLog('silent'),
    secret: 'secret',
    secureCookies: false,
    version: 'test',
    requestsPerMinute: 100_000,
    keepUpload: keepUpload(store, { mostBytes, scanner: clamdScanner({ address: clamd.address }) }),
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
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await clamd.stop()
  await desk.close()
  await rm(assets, { recursive: true })
})

describe('over HTTP', () => {
  test('a file goes in as multipart and comes out as it was, to those who may', async () => {
    const bytes = pdfBytes()
    const sent = await send(clerk, 'Đơn của bà Hoa.pdf', bytes)
    expect(sent.status).toBe(200)
    const { file } = await sent.json()
    const got = await fetch(`${origin()}/files/${file}`, { headers: { cookie: clerk } })
    expect(got.status).toBe(200)
    expect(got.headers.get('content-type')).toBe('application/pdf')
    expect(got.headers.get('content-disposition')).toContain('attachment; filename=')
    expect(got.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('Đơn của bà Hoa.pdf')}`,
    )
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(got.headers.get('cache-control')).toBe('private, no-store')
    expect(sha256Of(Buffer.from(await got.arrayBuffer()))).toBe(sha256Of(bytes))
    const seen = await desk.house.pool.query<{ scan_state: string }>(
      'select scan_state from files.file where id = $1',
      [file],
    )
    expect(seen.rows).toEqual([{ scan_state: 'clean' }])
    const shown = await fetch(`${origin()}/files/${file}/inline`, { headers: { cookie: clerk } })
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/)
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(shown.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    const page = await fetch(`${origin()}/files/${file}/view`, { headers: { cookie: clerk } })
    const html = await page.text()
    expect(html).toContain('Đơn của bà Hoa.pdf')
    expect(html).toContain(`<iframe src="/files/${file}/inline"`)
    for (const path of ['', '/inline', '/view']) {
      expect((await fetch(`${origin()}/files/${file}${path}`, { headers: { cookie: stranger } })).status).toBe(404)
      expect(
        (await fetch(`${origin()}/files/${file}${path}`, { redirect: 'manual' })).headers.get('location'),
      ).toContain('/sign-in')
    }
  })
  test('a long document is read in parts, and says how long it is', async () => {
    const bytes = Buffer.concat([pdfBytes(), Buffer.alloc(100_000, 'x')])
    const { file } = await (await send(clerk, 'dài.pdf', bytes)).json()
    const get = async (range: string | null, more: Record<string, string> = {}) =>
      await fetch(`${origin()}/files/${file}/inline`, {
        headers: { cookie: clerk, ...(range ? { range } : {}), ...more },
      })
    const whole = await get(null)
    expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(bytes.length)])
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    const part = await get('bytes=1000-1999')
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 1000-1999/${bytes.length}`)
    expect(part.headers.get('content-length')).toBe('1000')
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(1000, 2000))).toBe(true)
    const last = Buffer.from(await (await get('bytes=-7')).arrayBuffer())
    expect(last.equals(bytes.subarray(-7))).toBe(true)
    const beyond = await get(`bytes=${bytes.length}-`)
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
    expect((await get('bytes=0-9', { 'if-range': '"x"' })).status).toBe(200)
    expect((await get('bytes=0-9', { cookie: stranger })).status).toBe(404)
  })
  test('what is refused says why in the reader’s words, and nothing is stored', async () => {
    const refused = async (name: string, bytes: Buffer) => {
      const answer = await send(clerk, name, bytes)
      return { status: answer.status, ...(await answer.json()) }
    }
    expect(await refused('lớn.pdf', Buffer.concat([pdfBytes(), Buffer.alloc(3_000_000)]))).toMatchObject({
      status: 409,
      code: 'files.too-large',
      detail: expect.stringContaining('0,3 MB'),
    })
    expect(await refused('ảnh.pdf', pngBytes)).toMatchObject({
      code: 'files.type-lies',
      detail: 'Tên tệp ảnh.pdf ghi .pdf nhưng nội dung là .png. Lưu lại đúng loại rồi chọn lại.',
    })
    expect(await refused('a.txt', Buffer.from(eicar))).toMatchObject({ code: 'files.infected' })
    expect(await refused('a.txt', Buffer.alloc(0))).toMatchObject({ code: 'files.empty' })
    expect(await desk.store.has(sha256Of(Buffer.from(eicar)))).toBe(false)
    expect((await send('', 'a.pdf', pdfBytes())).status).toBe(401)
  })
  test('content that was never sent cannot be claimed as JSON', async () => {
    const bytes = pdfBytes()
    await send(clerk, 'bí mật.pdf', bytes)
    const upload = { name: 'x.pdf', type: 'application/pdf', size: bytes.length, sha256: sha256Of(bytes) }
    const claimed = await fetch(address(), {
      method: 'POST',
      headers: { cookie: stranger, 'content-type': 'application/json' },
      body: JSON.stringify({ agency: desk.office.agency, upload }),
    })
    expect(claimed.status).toBeGreaterThanOrEqual(400)
    expect((await desk.house.pool.query('select from files.file where name = $1', ['x.pdf'])).rowCount).toBe(0)
  })
  test('a browser that goes away in the middle leaves nothing', async () => {
    const boundary = 'x'
    const head = `POST ${hand.path.replace(':owner', newId())} HTTP/1.1\r\nHost: localhost\r\nCookie: ${clerk}\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 1000000\r\n\r\n`
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="upload"; filename="a.pdf"\r\n\r\n%PDF-1.4`
    const { hostname, port } = new URL(origin())
    const socket = connect(Number(port), hostname)
    socket.write(head.replace('POST ', 'POST /api') + part + 'x'.repeat(200_000))
    await expect.poll(() => readdir(join(desk.folder, 'incoming'))).toHaveLength(1)
    socket.destroy()
    await expect.poll(() => readdir(join(desk.folder, 'incoming'))).toEqual([])
    expect((await fetch(`${origin()}/healthz`)).status).toBe(200)
  })
  test('a link needs nobody signed in, and says when it has ended', async () => {
    const bytes = pdfBytes()
    const { file } = await (await send(clerk, 'kết quả.pdf', bytes)).json()
    const made = await fetch(`${origin()}/api/files/${file}/link`, {
      method: 'POST',
      headers: { cookie: clerk, 'content-type': 'application/json' },
      body: JSON.stringify({ minutes: 1 }),
    })
    const { path } = await made.json()
    const got = await fetch(`${origin()}${path}`)
    expect(sha256Of(Buffer.from(await got.arrayBuffer()))).toBe(sha256Of(bytes))
    desk.house.clock.advance(60_000)
    const late = await fetch(`${origin()}${path}`)
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('Liên kết này đã hết hạn')
  })
})

function origin(): string {
  return app.listeningOrigin
}

function address(): string {
  return `${origin()}/api${hand.path.replace(':owner', newId())}`
}

async function send(cookie: string, name: string, bytes: Buffer): Promise<Response> {
  const form = new FormData()
  form.set('agency', desk.office.agency)
  form.set('upload', new Blob([new Uint8Array(bytes)], { type: 'text/html' }), name)
  return await fetch(address(), { method: 'POST', headers: { cookie }, body: form })
}

async function signIn(actor: Actor): Promise<string> {
  const account = newId<'account'>()
  people.set(account, { ...actor, account: account satisfies Id<'account'> })
  const token = Buffer.from(account.replaceAll('-', '').repeat(2), 'hex')
  const { pool, clock } = desk.house
  await pool.query(
    'insert into kernel.session (token_hash, id, account, created_at, seen_at, expires_at, idle_seconds) values (sha256($1), gen_random_uuid(), $2, $3, $3, $4, 900)',
    [token, account, new Date(clock()), new Date(clock() + 3_600_000)],
  )
  return `congso=${token.toString('base64url')}`
}
