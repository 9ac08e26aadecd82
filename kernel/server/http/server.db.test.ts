import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, command, event, Line, query, refusals, Type, type Actor } from '../../contract/index.ts'
import { usePage } from '../../html/index.ts'
import { openHouse, type House } from '../../testing/index.ts'
import { createLog } from '../log.ts'
import { defineModule, form, handle, page } from '../module.ts'
import { newId } from '../uuid.ts'
import { createServer } from './server.ts'

const { refuse, list } = refusals('toy', ['red'])
const painted = event('toy.painted', Type.Object({ colour: Type.String() }))
const shelf = query({
  id: 'toy.shelf',
  path: '/shelf',
  permission: 'signed-in',
  summary: 'The shelf.',
  input: Type.Object({}, { additionalProperties: false }),
  reply: Type.Object({ n: Type.Integer() }),
})
const paint = command({
  id: 'toy.paint',
  path: '/shelf/:toy/paint',
  permission: 'toy.paint',
  summary: 'Paints.',
  refusals: list,
  input: Type.Object(
    { toy: Line(20), colour: Line(20), coats: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false },
  ),
  reply: Type.Object({ colour: Type.String() }),
})

const stack = command({
  id: 'toy.stack',
  path: '/shelf/:toy/stack',
  permission: 'toy.paint',
  summary: 'Stacks.',
  input: Type.Object({ toy: Line(20), on: Type.Array(Line(20)) }, { additionalProperties: false }),
  reply: Type.Object({ on: Type.Array(Type.String()) }),
})

function Shelf() {
  const { form: state, csrf } = usePage()
  return h(
    'main',
    null,
    h('i', { id: 'csrf' }, csrf),
    h('b', { id: 'typed' }, JSON.stringify(state?.values.colour ?? '').slice(1, -1)),
    ...(state?.errors ?? []).map(error =>
      h('p', { class: 'error', key: error.path }, `${error.path}: ${error.message}`),
    ),
    h('em', null, state?.refusal?.message ?? ''),
  )
}

const toy = defineModule({
  name: 'toy',
  permissions: ['toy.paint'],
  texts: {
    vi: { refusals: { 'toy.red': 'Không sơn đỏ.' }, permissions: { 'toy.paint': 'Sơn' } },
    en: { refusals: { 'toy.red': 'Not red.' }, permissions: { 'toy.paint': 'Paint' } },
  },
  handlers: [
    handle(shelf, async () => ({ n: 1 })),
    handle(stack, async (ctx, input) => {
      ctx.record(painted, { subject: newId(), data: { colour: input.toy } })
      return { on: input.on }
    }),
    handle(paint, async (ctx, input) => {
      if (input.colour === 'red') refuse('toy.red', {}, 'colour')
      ctx.record(painted, { subject: newId(), data: { colour: input.colour } })
      return { colour: input.colour }
    }),
  ],
  pages: [page(shelf, Shelf, { title: () => 'Shelf', shell: 'bare' })],
  doors: [
    {
      path: '/out',
      open: async (tools, request) => {
        const { colour } = await tools.run(paint, { toy: 'ball', colour: 'blue', coats: 1 })
        return {
          to: `/shelf?${request.query}&was=${request.cookie('was')}`,
          cookies: [{ name: 'was', value: colour, maxAge: 60 }],
        }
      },
    },
  ],
  forms: [form(paint, { to: () => '/shelf', done: reply => `done ${reply.colour}` })],
})

let house: House
let app: FastifyInstance
const token = Buffer.alloc(32, 9)
const session = `congso=${token.toString('base64url')}`

beforeAll(async () => {
  house = await openHouse([toy], {
    actorOf: async (_db, account) => {
      const actor: Actor = {
        ...anonymous,
        kind: 'person',
        name: 'P',
        account: account as Actor['account'],
        rights: { 'toy.paint': { all: true } },
      }
      return { actor, until: Infinity }
    },
  })
  await house.pool.query(
    'insert into kernel.session (token_hash, id, account, created_at, seen_at, expires_at, idle_seconds) values (sha256($1), gen_random_uuid(), gen_random_uuid(), $2, $2, $3, 900)',
    [token, new Date(house.clock()), new Date(house.clock() + 3_600_000)],
  )
  app = await createServer({
    modules: [toy],
    runner: house.runner,
    pool: house.pool,
    clock: house.clock,
    log: createLog('silent'),
    secret: 'secret',
    secureCookies: false,
    version: 'test',
    requestsPerMinute: 100_000,
    keepUpload: () => Promise.reject(new Error('no uploads here')),
    look: {
      shell: (_kind, _page, _nav, content) => content,
      refusal: (_page, what) => h('main', null, `${what.code} ${what.message}`),
      assetsFolder: mkdtempSync(join(tmpdir(), 'assets-')),
      assets: {},
      signIn: '/sign-in',
      home: () => '/shelf',
      siteName: () => 'Toys',
    },
  })
})
afterAll(async () => {
  await app.close()
  await house.close()
})

async function openForm() {
  const opened = await app.inject({ method: 'GET', url: '/shelf', headers: { cookie: session } })
  const browser = String(opened.headers['set-cookie']).split(';')[0]
  const csrf = /id="csrf">([^<]+)</.exec(opened.body)?.[1] ?? ''
  return { cookie: `${session}; ${browser}`, csrf }
}

function send(fields: Record<string, string>, cookie: string, more: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url: '/shelf/ball/paint',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...more },
    payload: new URLSearchParams(fields).toString(),
  })
}

describe('a form', () => {
  test('done: leads on with a word shown once', async () => {
    const { cookie, csrf } = await openForm()
    const done = await send({ _csrf: csrf, _back: '/shelf', _key: newId(), colour: 'blue', coats: '2' }, cookie)
    expect(done.statusCode).toBe(303)
    expect(done.headers.location).toBe('/shelf')
    expect(String(done.headers['set-cookie'])).toContain('congso_flash=done%3Adone%20blue')
    expect(await house.facts()).toHaveLength(1)
  })
  test('sent twice with one key acts once', async () => {
    const { cookie, csrf } = await openForm()
    const fields = { _csrf: csrf, _back: '/shelf', _key: newId(), colour: 'green', coats: '1' }
    const [one, two] = await Promise.all([send(fields, cookie), send(fields, cookie)])
    expect([one.statusCode, two.statusCode]).toEqual([303, 303])
    expect(await house.facts()).toHaveLength(1)
  })
  test('bad input: the page again, what was typed kept, the error at its field, nothing changed', async () => {
    const { cookie, csrf } = await openForm()
    const bad = await send({ _csrf: csrf, _back: '/shelf', _key: newId(), colour: 'xanh', coats: '0' }, cookie)
    expect(bad.statusCode).toBe(422)
    expect(bad.body).toContain('id="typed">xanh<')
    expect(bad.body).toContain('coats: Nhỏ nhất là 1.')
    expect(await house.facts()).toEqual([])
  })
  test("a refusal names its field in the reader's language", async () => {
    const { cookie, csrf } = await openForm()
    const fields = { _csrf: csrf, _back: '/shelf', _key: newId(), colour: 'red', coats: '1' }
    expect((await send(fields, cookie)).body).toContain('colour: Không sơn đỏ.')
    const english = await send(fields, `${cookie}; congso_lang=en`)
    expect(english.statusCode).toBe(409)
    expect(english.body).toContain('colour: Not red.')
  })
  test("without its token, with another browser's, or from another site it does nothing", async () => {
    const { cookie, csrf } = await openForm()
    const fields = { _back: '/shelf', _key: newId(), colour: 'blue', coats: '1' }
    expect((await send(fields, cookie)).statusCode).toBe(403)
    expect((await send({ ...fields, _csrf: csrf }, session)).statusCode).toBe(403)
    expect((await send({ ...fields, _csrf: csrf }, cookie, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect(await house.facts()).toEqual([])
  })
  test('a back address that leads away is not followed', async () => {
    const { cookie, csrf } = await openForm()
    const bad = await send({ _csrf: csrf, _back: '//evil.example/', colour: '', coats: '1' }, cookie)
    expect(bad.statusCode).toBe(422)
    expect(bad.body).not.toContain('evil')
  })
})

describe('the API', () => {
  const post = (payload: string, headers: Record<string, string> = {}, act = 'paint') =>
    app.inject({
      method: 'POST',
      url: `/api/shelf/ball/${act}`,
      headers: {
        authorization: `Bearer ${token.toString('base64url')}`,
        'content-type': 'application/json',
        ...headers,
      },
      payload,
    })
  test('answers JSON, coerces nothing, and says problems by RFC 9457', async () => {
    expect((await post(JSON.stringify({ colour: 'blue', coats: 1 }))).json()).toEqual({ colour: 'blue' })
    const bad = await post(JSON.stringify({ colour: 'blue', coats: '1' }))
    expect(bad.statusCode).toBe(422)
    expect(bad.headers['content-type']).toContain('application/problem+json')
    expect(bad.json()).toMatchObject({ code: 'kernel.invalid-input', errors: [{ path: 'coats', code: 'type' }] })
  })
  test('keeps the lists of a body beside the parts of the path', async () => {
    const body = { on: ['block', 'ring'] }
    expect((await post(JSON.stringify(body), {}, 'stack')).json()).toEqual(body)
  })
  test.each([
    ['null for a number', { colour: 'blue', coats: null }],
    ['an unknown property', { colour: 'blue', coats: 1, admin: true }],
    ['a missing property', { coats: 1 }],
  ])('refuses %s', async (_name, body) => {
    expect((await post(JSON.stringify(body))).statusCode).toBe(422)
  })
  test('refuses what is no JSON, what is too large, and a key that is none', async () => {
    expect((await post('{"colour":')).statusCode).toBe(400)
    expect((await post(JSON.stringify({ colour: 'x'.repeat(3_000_000), coats: 1 }))).statusCode).toBe(413)
    expect(
      (await post(JSON.stringify({ colour: 'blue', coats: 1 }), { 'idempotency-key': 'nonsense' })).statusCode,
    ).toBe(422)
  })
  test('a cookie from another site does nothing', async () => {
    const forged = await app.inject({
      method: 'POST',
      url: '/api/shelf/ball/paint',
      headers: { cookie: session, origin: 'https://evil.example', 'content-type': 'application/json' },
      payload: '{"colour":"blue","coats":1}',
    })
    expect(forged.statusCode).toBe(403)
  })
  test('nobody signed in: 401 for programs, the sign-in page for people', async () => {
    expect((await app.inject({ method: 'GET', url: '/api/shelf' })).statusCode).toBe(401)
    const page = await app.inject({ method: 'GET', url: '/shelf' })
    expect(page.statusCode).toBe(303)
    expect(page.headers.location).toBe('/sign-in?next=%2Fshelf')
  })
})

describe('every reply', () => {
  test('carries the headers that keep a page to itself', async () => {
    const reply = await app.inject({ method: 'GET', url: '/shelf', headers: { cookie: session } })
    expect(reply.headers['content-security-policy']).toContain("script-src 'self'")
    expect(reply.headers['content-security-policy']).not.toContain('unsafe')
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    expect(reply.body).not.toMatch(/ style="|<script(?![^>]*src=)/)
  })
  test('a place that does not exist is a page too, and a live stream needs a signed list', async () => {
    expect((await app.inject({ method: 'GET', url: '/nowhere', headers: { cookie: session } })).statusCode).toBe(404)
    expect(
      (await app.inject({ method: 'GET', url: '/live?topics=forged.mac', headers: { cookie: session } })).statusCode,
    ).toBe(403)
    expect((await app.inject({ method: 'GET', url: '/healthz' })).json()).toEqual({ ok: true })
    expect((await app.inject({ method: 'GET', url: '/readyz' })).json()).toEqual({ ready: true })
    expect((await app.inject({ method: 'GET', url: '/openapi.json' })).json()).toHaveProperty([
      'paths',
      '/api/shelf/{toy}/paint',
      'post',
    ])
  })
})

test('a door goes out, runs a command as the system, and sends the browser on with its cookie', async () => {
  await house.facts()
  const opened = await app.inject({ method: 'GET', url: '/out?a=1', headers: { cookie: 'was=red' } })
  expect([opened.statusCode, opened.headers.location]).toEqual([303, '/shelf?a=1&was=red'])
  expect(opened.cookies).toMatchObject([{ name: 'was', value: 'blue', httpOnly: true, maxAge: 60 }])
  expect(await house.facts()).toMatchObject([{ event: 'toy.painted', account: null }])
})
