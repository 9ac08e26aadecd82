import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lookAt, openSite, visit, type Site } from './site.ts'

let site: Site
let page: Page
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())
const warning = () => page.locator('#cs-idle')

/** The desk, with the script that watches for activity running. */
async function openDesk(): Promise<void> {
  await page.evaluate("localStorage.removeItem('cs-last-activity')")
  await page.goto(`${site.url}/desk`)
  // Asked again from here: waiting inside the page would need what its content policy forbids.
  await expect.poll(() => page.evaluate("localStorage.getItem('cs-last-activity')")).not.toBeNull()
}

/** As if nobody had touched any tab of this browser for so long. */
async function idleFor(seconds: number): Promise<void> {
  await page.evaluate(`localStorage.setItem('cs-last-activity', String(Date.now() - ${seconds * 1000}))`)
}

describe('a session of somebody who is away', () => {
  beforeEach(async () => {
    page = await site.signIn('hang')
    await openDesk()
  })

  test('is announced two minutes before it ends, and goes on at a press', async () => {
    await idleFor(760)
    await page.waitForTimeout(2200)
    expect(await warning().isVisible()).toBe(false)
    await idleFor(800)
    await warning().waitFor({ state: 'visible' })
    expect(await warning().textContent()).toMatch(/sau [01]:\d\d/)
    await lookAt(page, 'idle')
    const [kept] = await Promise.all([
      page.waitForResponse(reply => reply.url().endsWith('/session/stay')),
      page.getByRole('button', { name: 'Tiếp tục làm việc' }).click(),
    ])
    expect(kept.request().method()).toBe('POST')
    expect(kept.status()).toBe(200)
    expect(await kept.json()).toEqual({ seconds: 900 })
    await warning().waitFor({ state: 'hidden' })
    await page.waitForTimeout(2200)
    expect(await warning().isVisible()).toBe(false)
  })

  test('ends at once when asked to', async () => {
    await idleFor(800)
    await page.getByRole('button', { name: 'Đăng xuất ngay' }).click()
    await page.waitForURL(/\/sign-in\?state=out/)
    expect(await page.textContent('main')).toContain('Đã đăng xuất')
  })

  test('is over when nothing happens, says so, and leads back to the page after signing in', async () => {
    const cookie = (await page.context().cookies()).find(one => one.name === 'congso')
    const token = createHash('sha256')
      .update(Buffer.from(cookie?.value ?? '', 'base64url'))
      .digest()
    await idleFor(901)
    await page.waitForURL(/\/sign-in\?state=expired/)
    expect(await page.textContent('main')).toContain('Phiên làm việc đã hết hạn')
    expect(new URL(page.url()).searchParams.get('next')).toBe('/desk')
    const left = await site.house.pool.query('select ended_why from kernel.session where token_hash = $1', [token])
    expect(left.rows).toEqual([{ ended_why: 'signed-out' }])
    await page.goto(`${site.url}/desk`)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })

  test('that an administrator ended is not kept by pressing', async () => {
    await idleFor(800)
    await warning().waitFor({ state: 'visible' })
    await site.house.pool.query("update kernel.session set ended_at = now(), ended_why = 'ended-by-administrator'")
    await page.getByRole('button', { name: 'Tiếp tục làm việc' }).click()
    await page.waitForURL(/\/sign-in\?state=expired/)
  })

  test('does not end while somebody types and sends nothing', async () => {
    await page.clock.install()
    await openDesk()
    await page.clock.fastForward('05:00')
    const kept = page.waitForResponse(reply => reply.url().endsWith('/session/stay'))
    await page.keyboard.press('Shift')
    await page.clock.fastForward('00:02')
    expect((await kept).status()).toBe(200)
    await page.clock.fastForward('12:00')
    expect(await warning().isVisible()).toBe(false)
  })
})

describe('the door', () => {
  test.each([
    ['door', '/sign-in'],
    ['door-wrong', '/sign-in?state=wrong&name=hang'],
    ['door-forgotten', '/sign-in/forgotten'],
    ['door-gone', '/sign-in/second/019abcde-0000-7000-8000-000000000000'],
  ])('is a page of the house: %s', async (name, path) => {
    const seen = await visit(site, path)
    expect(await seen.locator('h1').count()).toBe(1)
    expect(await seen.textContent('.cs-sign')).toContain('UBND tỉnh Sơn Giang')
    await lookAt(seen, name)
  })

  test('opens with a passkey made on this machine', async () => {
    const url = site.url.replace('127.0.0.1', 'localhost')
    await site.house.pool.query("update kernel.setting set value = to_jsonb($1::text) where name = 'public-url'", [url])
    const seen = await visit({ ...site, url }, '/sign-in', 1366)
    await addAuthenticator(seen)
    await signInByPassword(seen, 'giamsat')
    await seen.goto(`${url}/account`)
    await seen.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
    await seen.waitForURL(/\/account\/passkeys\//)
    await lookAt(seen, 'passkey-new')
    await seen.getByRole('button', { name: 'Tạo khóa truy cập trên máy này' }).click()
    await seen.waitForURL(/\/account$/)
    expect(await seen.textContent('main')).toContain('chưa dùng lần nào')
    await seen.context().clearCookies()
    await seen.goto(`${url}/sign-in?next=%2Faccount`)
    await seen.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click()
    await seen.waitForURL(/\/sign-in\/passkey\//)
    await lookAt(seen, 'passkey')
    await seen.getByRole('button', { name: 'Dùng khóa truy cập' }).click()
    await seen.waitForURL(/\/account$/)
    expect(await seen.textContent('main')).toContain('giamsat')
  })
})

/** A device that recognises its owner and agrees to everything. */
async function addAuthenticator(at: Page): Promise<void> {
  const devtools = await at.context().newCDPSession(at)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signInByPassword(at: Page, userName: string): Promise<void> {
  await at.fill('input[name=userName]', userName)
  await at.fill('input[name=password]', 'Xanh-la-cay-2026!')
  await Promise.all([
    at.waitForURL(address => !address.pathname.startsWith('/sign-in')),
    at.locator('form[action="/sign-in"] button[type=submit]').click(),
  ])
}
