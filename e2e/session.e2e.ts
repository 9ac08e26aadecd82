import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lookAt, openSite, type Site } from './site.ts'

let site: Site
let page: Page
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())
beforeEach(async () => {
  page = await site.signIn('hang')
  await openDesk()
})

const warning = () => page.locator('#cs-idle')

/** The desk, with the script that watches for activity running. */
async function openDesk(): Promise<void> {
  await page.evaluate("localStorage.removeItem('cs-last-activity')")
  await page.goto(`${site.url}/desk`)
  await page.waitForFunction("localStorage.getItem('cs-last-activity')")
}

/** As if nobody had touched any tab of this browser for so long. */
async function idleFor(seconds: number): Promise<void> {
  await page.evaluate(`localStorage.setItem('cs-last-activity', String(Date.now() - ${seconds * 1000}))`)
}

describe('a session of somebody who is away', () => {
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
