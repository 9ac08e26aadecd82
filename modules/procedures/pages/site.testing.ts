import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { iso, type Actor } from '@congso/kernel/contract'
import { createLog, createServer, newId, type Look } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { procedures } from '../module.ts'

/** A site with the catalogue on it, an office, and a browser that somebody is signed in to. */
export type Site = {
  house: House
  office: Office
  app: Awaited<ReturnType<typeof createServer>>
  /** From now on the browser is this person's. */
  signIn(actor: Actor): void
  get(url: string, lang?: 'vi' | 'en'): Promise<{ status: number; body: string }>
  /** Sends a form that stands on the page `back`; a value of several is sent as often. */
  post(
    url: string,
    back: string,
    fields: Record<string, string | string[]>,
  ): Promise<{ status: number; body: string; location: string }>
  close(): Promise<void>
}

/** Opens a site on a database of its own; `look` replaces the bare frame, to be looked at. */
export async function openSite(look: Partial<Look> = {}): Promise<Site> {
  let actor: Actor | undefined
  const house = await openHouse([directory, procedures], {
    actorOf: async () => (actor ? { actor, until: 0 } : null),
  })
  const office = await buildOffice(house)
  actor = office.actor.catalogue
  const token = Buffer.alloc(32, 5)
  await house.pool.query(
    'insert into kernel.session (token_hash, id, account, created_at, seen_at, expires_at, idle_seconds) values (sha256($1), gen_random_uuid(), gen_random_uuid(), $2, $2, $3, 900)',
    [token, iso(house.clock()), iso(house.clock() + 3_600_000)],
  )
  const assets = await mkdtemp(join(tmpdir(), 'congso-assets-'))
  const app = await createServer({
    modules: house.modules,
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
      shell: (_kind, page, _nav, content) => [page.flash && h('output', null, page.flash.text), content],
      refusal: (_page, what) => h('p', null, what.message),
      assetsFolder: assets,
      assets: {},
      signIn: '/sign-in',
      home: () => '/',
      siteName: () => 'Congso',
      ...look,
    },
  })
  let cookie = `congso=${token.toString('base64url')}`
  const open = (url: string, lang = 'vi') => app.inject({ url, headers: { cookie: `${cookie}; congso_lang=${lang}` } })
  return {
    house,
    office,
    app,
    signIn(next) {
      actor = next
    },
    async get(url, lang) {
      const found = await open(url, lang)
      return { status: found.statusCode, body: found.body }
    },
    async post(url, back, fields) {
      const opened = await open(back)
      const browser = [opened.headers['set-cookie'] ?? []].flat().find(one => one.startsWith('congso_browser='))
      if (browser) cookie = `${cookie}; ${browser.split(';')[0] ?? ''}`
      const csrf = /name="csrf" content="([^"]+)"/.exec(opened.body)?.[1] ?? ''
      const pairs = Object.entries({ ...fields, _csrf: csrf, _back: back, _key: newId() }).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      )
      const sent = await app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams(pairs).toString(),
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
      return { status: sent.statusCode, body: sent.body, location: sent.headers.location ?? '' }
    },
    async close() {
      await app.close()
      await house.close()
      await rm(assets, { recursive: true })
    },
  }
}

/** The fields of the form on a page that is sent to `action`, as a browser would send them untouched. */
export function fieldsOf(html: string, action: string): Record<string, string[]> {
  const form =
    html
      .split('<form ')
      .find(part => part.includes(`action="${action}"`))
      ?.split('</form>')[0] ?? ''
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string) => void (name.startsWith('_') || (fields[name] ??= []).push(plain(value)))
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const box = /type="(?:checkbox|radio)"/.test(tag)
    if (!box || / checked/.test(tag)) put(attribute(tag, 'name'), attribute(tag, 'value'))
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea [^>]*>)([^<]*)<\/textarea>/g))
    put(attribute(tag, 'name'), text)
  for (const [, tag = '', options = ''] of form.matchAll(/(<select [^>]*>)(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option [^>]*>/g)].map(([option]) => option)
    const chosen = all.find(option => / selected/.test(option)) ?? all[0] ?? ''
    put(attribute(tag, 'name'), attribute(chosen, 'value'))
  }
  return fields
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
