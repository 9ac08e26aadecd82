import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { iso, type Actor, type Lang } from '../contract/index.ts'
import { createLog, createServer, newId, type ActorOf } from '../server/index.ts'
import type { House } from './index.ts'

/** Who is behind the sessions of a house opened with {@link knownActors}. */
export type KnownActors = { actorOf: ActorOf; signIn: (house: House, actor: Actor) => Promise<Buffer> }

/** Sessions for actors a test already has, without accounts and passwords: give its `actorOf` to `openHouse`. */
export function knownActors(): KnownActors {
  const known = new Map<string, Actor>()
  return {
    actorOf: async (_db, account) => {
      const actor = known.get(account)
      return actor ? { actor, until: Infinity } : null
    },
    async signIn(house, actor) {
      const token = randomBytes(32)
      const account = actor.account ?? randomUUID()
      known.set(account, { ...actor, account: account as Actor['account'] })
      const now = house.clock()
      await house.pool.query(
        'insert into kernel.session (token_hash, id, account, created_at, seen_at, expires_at, idle_seconds) values (sha256($1), gen_random_uuid(), $2, $3, $3, $4, 31536000)',
        [token, account, iso(now), iso(now + 365 * 86_400_000)],
      )
      return token
    },
  }
}

export type Shown = { status: number; body: string; location: string; headers: Record<string, unknown>; bytes: Buffer }
export type Pages = {
  get(path: string, token: Buffer, lang?: Lang): Promise<Shown>
  /** Sends a form as it stands on the page `back`. */
  post(path: string, back: string, fields: Record<string, string | string[]>, token: Buffer): Promise<Shown>
  close(): Promise<void>
}

/** The pages and forms of a house as a browser gets them, without a shell around them. */
export async function openPages(house: House): Promise<Pages> {
  const assets = await mkdtemp(join(tmpdir(), 'congso-assets-'))
  const { modules, runner, pool, clock } = house
  const app = await createServer({
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
      shell: (_kind, page, _nav, content) => h('div', null, h('p', null, page.flash?.text), content),
      refusal: (_page, what) => h('p', { id: 'refused' }, what.message),
      assetsFolder: assets,
      assets: {},
      signIn: '/sign-in',
      home: () => '/',
      siteName: () => 'Congso',
    },
  })
  const browsers = new Map<string, string>()
  const cookies = (token: Buffer, lang: Lang = 'vi') =>
    `congso=${token.toString('base64url')}; congso_lang=${lang}; ${browsers.get(token.toString('hex')) ?? ''}`
  async function get(path: string, token: Buffer, lang?: Lang): Promise<Shown> {
    const answer = await app.inject({ url: path, headers: { cookie: cookies(token, lang) } })
    const set = [answer.headers['set-cookie'] ?? []].flat().find(one => one.startsWith('congso_browser='))
    if (set) browsers.set(token.toString('hex'), set.split(';')[0] ?? '')
    return shown(answer)
  }
  return {
    get,
    async post(path, back, fields, token) {
      const csrf = /name="csrf" content="([^"]+)"/.exec((await get(back, token)).body)?.[1] ?? ''
      const payload = new URLSearchParams({ _csrf: csrf, _back: back, _key: newId() })
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) payload.append(name, one)
      const headers = { cookie: cookies(token), 'content-type': 'application/x-www-form-urlencoded' }
      return shown(await app.inject({ method: 'POST', url: path, payload: payload.toString(), headers }))
    },
    async close() {
      await app.close()
      await rm(assets, { recursive: true })
    },
  }
}

function shown(answer: {
  statusCode: number
  body: string
  headers: Record<string, unknown>
  rawPayload: Buffer
}): Shown {
  const { statusCode: status, body, headers, rawPayload: bytes } = answer
  const to = headers['location']
  return { status, body, headers, bytes, location: typeof to === 'string' ? to : '' }
}
