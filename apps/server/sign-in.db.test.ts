import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changePolicy, showPolicy } from '@congso/directory/contract'
import {
  buildAccount,
  buildingOn,
  buildOffice,
  oidcClient,
  startProvider,
  type Provider,
} from '@congso/directory/testing'
import { systemActor } from '@congso/kernel/contract'
import { openHouse as openTestHouse, type House as TestHouse } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp, keepPublicUrl, openHouse, type App, type House } from './app.ts'
import { readConfig } from './config.ts'
import { describeFiles } from './files.ts'
import { allModules } from './modules.ts'

const url = 'https://motcua.songiang.example'
const actor = systemActor('test')
let folder: string
let database: TestHouse
let house: House
let app: App
let provider: Provider

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-door-'))
  database = await openTestHouse(allModules(describeFiles(readConfig({ CONGSO_DATA: folder }))))
  house = await openHouse(
    readConfig({
      CONGSO_DATA: folder,
      DATABASE_URL: database.url,
      CONGSO_URL: url,
      CONGSO_OIDC_SECRET: oidcClient.secret,
      CONGSO_LOG: 'silent',
      CONGSO_POOL: '4',
    }),
  )
  await keepPublicUrl(house)
  app = await buildApp(house, 'test')
  provider = await startProvider()
  const building = buildingOn(house)
  const office = await buildOffice(building)
  const { person } = office.post('tan-hoa/one-stop/clerk')
  await buildAccount(building, { person, userName: 'hang.lt', password: 'Xanh-la-cay-2026!' })
})
afterAll(async () => {
  await provider?.close()
  await app?.stop()
  await house?.close()
  await database?.close()
  await rm(folder, { recursive: true, force: true })
})

/** A browser: keeps its cookies, follows nothing by itself. */
function openBrowser() {
  const jar = new Map<string, string>()
  return {
    jar,
    async open(path: string) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await app.server.inject({ method: 'GET', url: path, headers: { cookie } })
      for (const { name, value, maxAge } of response.cookies) {
        if (maxAge === 0) jar.delete(name)
        else jar.set(name, encodeURIComponent(value))
      }
      return { status: response.statusCode, to: String(response.headers.location ?? ''), body: response.body }
    },
  }
}

async function setProvider(): Promise<void> {
  const { reply } = await house.runner.run(showPolicy, {}, { actor })
  const named = { oidcIssuer: provider.issuer, oidcClientId: oidcClient.id, oidcClaim: 'preferred_username' }
  await house.runner.run(changePolicy, { ...reply, ...named, oidcLabel: 'VNeID' }, { actor })
}

describe('the ways in, in the whole application', () => {
  test('without an outside system there is no button for it, and its door says so', async () => {
    const browser = openBrowser()
    expect((await browser.open('/sign-in')).body).not.toContain('/sign-in/oidc')
    expect((await browser.open('/sign-in/oidc')).to).toBe('/sign-in?state=provider')
  })

  test('passkeys are bound to the address the server was started with', async () => {
    const { body } = await openBrowser().open('/sign-in')
    expect(body).toContain('action="/sign-in/passkey"')
    const begun = await app.server.inject({ method: 'POST', url: '/api/sign-in/passkey', payload: {} })
    const { body: page } = await openBrowser().open(`/sign-in/passkey/${begun.json().challenge}`)
    expect(page).toContain('&quot;rpId&quot;:&quot;motcua.songiang.example&quot;')
  })

  test('a person known to the outside system gets in, to the page they wanted', async () => {
    await setProvider()
    provider.person = { sub: 'cccd-1', preferred_username: 'hang.lt' }
    const browser = openBrowser()
    const door = await browser.open('/sign-in?next=%2Faccount')
    expect(door.body).toContain('Đăng nhập bằng VNeID')
    const address = /href="(\/sign-in\/oidc\?[^"]+)"/.exec(door.body)?.[1] ?? ''
    const out = await browser.open(address)
    const asked = new URL(out.to)
    expect(asked.origin).toBe(provider.issuer)
    expect(asked.searchParams.get('redirect_uri')).toBe(`${url}/sign-in/oidc/back`)
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)?.length, name).toBeGreaterThan(20)
    const back = await provider.visit(out.to)
    const entered = await browser.open(back.pathname + back.search)
    expect(entered.to).toBe('/account')
    const mine = await browser.open('/account')
    expect(mine.status).toBe(200)
    expect(mine.body).toContain('hang.lt')
  })

  test('somebody without an account, and an answer nobody asked for, are told why they are not in', async () => {
    provider.person = { sub: 'cccd-2', preferred_username: 'nobody' }
    const browser = openBrowser()
    const back = await provider.visit((await browser.open('/sign-in/oidc')).to)
    const unknown = await browser.open(back.pathname + back.search)
    expect((await browser.open(unknown.to)).body).toContain('chưa có tài khoản công vụ gắn với danh tính này')
    expect((await openBrowser().open(back.pathname + back.search)).to).toBe('/sign-in?state=provider')
    const told = (await openBrowser().open('/sign-in?state=provider')).body
    expect(told).toContain('Hệ thống xác thực bên ngoài chưa trả lời đúng')
    expect(browser.jar.has('congso')).toBe(false)
  })
})
