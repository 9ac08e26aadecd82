import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { h } from 'preact'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLog, createServer } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import { changePolicy, showPolicy } from '../contract/house.ts'
import { actorOf } from '../queries/actor.ts'
import { makePerson, type Made } from '../testing/made.ts'

const password = 'Mùa-thu 2026 ở Tân Hòa'
let house: House
let app: Awaited<ReturnType<typeof createServer>>
let hang: Made

beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
  app = await createServer({
    modules: [directory],
    runner: house.runner,
    pool: house.pool,
    clock: house.clock,
    log: createLog('silent'),
    secret: 'secret',
    secureCookies: true,
    version: 'test',
    requestsPerMinute: 100_000,
    keepUpload: () => Promise.reject(new Error('no uploads here')),
    look: {
      shell: (_kind, page, _nav, content) => h('div', null, h('output', null, page.flash?.text), content),
      refusal: (_page, what) => h('main', null, what.code),
      assetsFolder: mkdtempSync(join(tmpdir(), 'assets-')),
      assets: {},
      signIn: '/sign-in',
      home: () => '/account',
      siteName: () => 'Công sở số',
    },
  })
  const policy = await house.run(showPolicy, {})
  await house.run(changePolicy, {
    ...policy,
    secondFactorForAdministrators: false,
    origin: 'https://congso.example.vn',
    help: 'máy lẻ 115',
  })
})
afterAll(async () => {
  await app.close()
  await house.close()
})
beforeEach(async () => {
  hang = await makePerson(house, { password, permissions: ['directory.account.edit'], reach: 'all' })
})

/** A browser: keeps its cookies, sends a page's own forms, follows where it is sent. */
function openBrowser() {
  const jar = new Map<string, string>()
  const request = async (method: 'GET' | 'POST', url: string, payload?: string) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      cookie,
      ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const response = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    for (const one of response.cookies) {
      if (one.maxAge === 0) jar.delete(one.name)
      else jar.set(one.name, encodeURIComponent(one.value))
    }
    return response
  }
  const open = (url: string) => request('GET', url)
  return {
    jar,
    open,
    /** Fills in the form with this action on a page and sends it. */
    async send(at: string, action: string, typed: Record<string, string>) {
      const { body } = await open(at)
      const form = body.split('<form').find(part => part.includes(`action="${action}"`)) ?? ''
      const hidden = [
        ...form.split('</form>')[0]!.matchAll(/<input type="hidden" name="([^"]*)" value(?:="([^"]*)")?/g),
      ]
      const fields = new URLSearchParams(
        hidden.map(([, name = '', value = '']): [string, string] => [name, value.replaceAll('&amp;', '&')]),
      )
      for (const [name, value] of Object.entries(typed)) fields.set(name, value)
      return await request('POST', action, fields.toString())
    },
    async signIn() {
      return await this.send('/sign-in', '/sign-in', { userName: hang.userName, password })
    },
  }
}

describe('the door in a browser', () => {
  test('lets in, with a cookie that neither scripts nor other sites get, and goes where one wanted to go', async () => {
    const browser = openBrowser()
    const away = await browser.open('/account')
    expect(away.statusCode).toBe(303)
    expect(away.headers.location).toBe('/sign-in?next=%2Faccount')
    const sent = await browser.send('/sign-in?next=%2Faccount', '/sign-in', { userName: hang.userName, password })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/account'])
    expect(String(sent.headers['set-cookie'])).toMatch(
      /congso=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=\d+/,
    )
    expect((await browser.open('/account')).body).toContain(hang.userName)
  })
  test('says what was wrong and keeps the name typed, never the password', async () => {
    const browser = openBrowser()
    const sent = await browser.send('/sign-in', '/sign-in', { userName: hang.userName, password: 'sai-rồi' })
    const { body, statusCode } = await browser.open(String(sent.headers.location))
    expect(statusCode).toBe(200)
    expect(body).toContain('Tên đăng nhập hoặc mật khẩu chưa đúng')
    expect(body).toContain(`value="${hang.userName}"`)
    expect(sent.headers.location + body).not.toContain('sai-r')
    expect(browser.jar.has('congso')).toBe(false)
  })
  test('names what was not filled in', async () => {
    const sent = await openBrowser().send('/sign-in', '/sign-in', { userName: '', password: '' })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('Chưa nhập.')
  })
  test('refuses a form another site made', async () => {
    const payload = new URLSearchParams({ userName: hang.userName, password }).toString()
    const response = await app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    })
    expect(response.statusCode).toBe(403)
    expect(response.cookies.map(one => one.name)).not.toContain('congso')
  })
  test('gives programs a token as JSON', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { userName: hang.userName, password },
    })
    const { token } = response.json<{ token: string }>()
    const mine = await app.inject({ method: 'GET', url: '/api/account', headers: { authorization: `Bearer ${token}` } })
    expect(mine.json()).toMatchObject({ userName: hang.userName })
  })
})

test('no form of a secret leaves its reply, or a hash of what was typed, in the table of repeated requests', async () => {
  const browser = openBrowser()
  await browser.signIn()
  const next = 'Mùa-đông 2027 ở Sơn Giang'
  const changed = await browser.send('/account/password', '/account/password', {
    current: password,
    password: next,
    again: next,
  })
  expect(changed.headers.location).toBe('/account')
  const other = await makePerson(house, { password })
  const reset = `/directory/accounts/${other.account}/reset-password`
  const slip = await browser.send(`/directory/accounts/${other.account}`, reset, {})
  expect((await browser.open(String(slip.headers.location))).body).toMatch(/<code>[\w-]{19}<\/code>/)
  const asked = {
    method: 'POST',
    url: '/api/sign-in',
    headers: { 'idempotency-key': randomUUID() },
    payload: { userName: hang.userName, password: next },
  } as const
  const [first, again] = [await app.inject(asked), await app.inject(asked)]
  expect(first.json<{ token: string }>().token).not.toBe(again.json<{ token: string }>().token)
  const kept = await house.pool.query('select endpoint from kernel.idempotency where account in ($1, $2)', [
    hang.account,
    '00000000-0000-0000-0000-000000000000',
  ])
  expect(kept.rows).toEqual([])
})

test('the second factor is set up by scanning, and its codes are shown once', async () => {
  const browser = openBrowser()
  await browser.signIn()
  await browser.send('/account/second-factor', '/account/second-factor/begin', {})
  const { body } = await browser.open('/account/second-factor')
  expect(body).toContain('<svg')
  const wrong = await browser.send('/account/second-factor', '/account/second-factor', { code: '12' })
  expect(wrong.statusCode).toBe(409)
  expect(wrong.body).toContain('Mã chưa đúng')
})

test.each([
  '/account',
  '/account/password',
  '/account/password?state=wrong',
  '/account/second-factor',
  '/directory/accounts',
  '/directory/accounts?q=hang&state=never',
  '/directory/accounts/new',
  '/directory/sign-in-policy',
  '/sign-in',
  '/sign-in?state=locked&until=2026-11-19T03:00:00.000Z',
  '/sign-in/forgotten',
  '/sign-in/second/01990000-0000-7000-8000-000000000000',
  '/sign-in/passkey/01990000-0000-7000-8000-000000000000',
  '/account/passkeys/01990000-0000-7000-8000-000000000000',
  '/setup',
])('%s is a whole page in both languages', async path => {
  const browser = openBrowser()
  await browser.signIn()
  for (const lang of ['vi', 'en']) {
    browser.jar.set('congso_lang', lang)
    const { statusCode, body } = await browser.open(path)
    expect(statusCode).toBe(200)
    expect(body).toMatch(/<title>[^<]+ · Công sở số<\/title>/)
    expect(body).not.toMatch(/undefined|\[object Object\]|NaN|Invalid Date| style="/)
  }
})

test('one account, with everything about it', async () => {
  const browser = openBrowser()
  await browser.signIn()
  const { body } = await browser.open(`/directory/accounts/${hang.account}`)
  expect(body).toContain('Đăng nhập, bằng mật khẩu')
  expect(body).toContain('Đây là tài khoản đang dùng')
  expect((await browser.open('/directory/accounts/01990000-0000-7000-8000-000000000000')).statusCode).toBe(404)
})
