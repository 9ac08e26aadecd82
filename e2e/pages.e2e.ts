import type { Page } from 'playwright-core'
import { addDays } from '@congso/kernel/contract'
import { blankPage, renderDocument } from '@congso/kernel/html'
import { workSeason } from '@congso/casework/testing'
import { buildingOn } from '@congso/directory/testing'
import { GalleryPage } from '@congso/ui/gallery'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsIn, lookAt, openSite, visit, type Site } from './site.ts'

/** Pages that are reached by an act or a secret only: journeys of their own come to them. */
const elsewhere = new Set([
  'casework.received',
  'directory.show-secrets',
  'directory.show-staff-sheet',
  'directory.show-staff-slips',
  'directory.show-second-step',
  'directory.show-set-up',
  'directory.show-new-passkey',
  'directory.show-passkey-sign-in',
  'directory.show-place',
  'procedures.edit-process',
  'procedures.new-offer',
  'files.view-file',
  'procedures.show-import',
])

/** Pages as they look when something was asked of them. */
const states = [
  ['quantri', '/calendars?received=19/11/2026&time=09:42&amount=3&unit=working-day#try', 'calendar-tried'],
  ['quantri', '/calendars?received=19/11/2026&time=09:42&amount=3&unit=month#try', 'calendar-tried-long'],
  ['quantri', '/calendars?received=31/02/2026&time=25:00&amount=x&unit=working-day#try', 'calendar-problem'],
  ['giamsat', '/reports/casework?from=31/02/2026', 'report-problem'],
  ['giamsat', '/reports/casework?from=2026-11-01&to=2026-11-30&by=procedure', 'report-procedure'],
  ['giamsat', '/reports/casework?from=2026-01-01&to=2026-12-31&by=officer', 'report-year'],
  ['giamsat', '/reports/casework?from=2020-01-01&to=2020-01-31', 'report-empty'],
  ['tue', '/dossiers?report=pending&from=2026-11-01&to=2026-11-30&status=all', 'register-report'],
  ['tue', '/dossiers?from=31/02/2026&status=all', 'register-problem'],
  ['de', '/desk?from=31/02/2026', 'desk-problem'],
] as const

let site: Site
const seen = new Set<string>()

beforeAll(async () => {
  site = await openSite()
  const now = site.clock()
  const days = Array.from({ length: 14 }, (_, n) => addDays('2026-11-05', n)).filter(
    day => new Date(day).getUTCDay() % 6 !== 0,
  )
  const ground = { ...buildingOn(site.house), pool: site.house.pool, clock: site.clock }
  await workSeason(ground, site.office, { seed: 'trang', days, perDay: 2, offers: site.offers.all })
  site.clock.set(now)
})
afterAll(() => site?.close())

describe('every page, on a phone and on a desk', () => {
  test.each(['quantri', 'danhmuc', 'giamsat', 'tue', 'de', 'hang', 'phuoc', 'thu'] as const)(
    'that %s can reach',
    async who => {
      const page = await site.signIn(who)
      const wrong = await walk(page, ['/', '/account', ...(await addressesOn(page))])
      expect([...wrong, ...faultsIn(page)]).toEqual([])
      await page.context().close()
    },
    600_000,
  )
  test('that a visitor can reach', async () => {
    const page = await visit(site, '/track', 1366)
    const wrong = await walk(page, ['/track', '/sign-in', ...(await addressesOn(page))])
    expect([...wrong, ...faultsIn(page)]).toEqual([])
    await page.context().close()
  }, 300_000)
  test.each(states)('as %s sees %s', async (who, address, name) => {
    const page = await site.signIn(who)
    expect((await page.goto(site.url + address))?.status()).toBe(200)
    const wrong = await lookAtBothSizes(page, name)
    expect([...wrong, ...faultsIn(page)]).toEqual([])
    await page.context().close()
  })
  test('is all the pages there are', () => {
    const all = site.house.modules.flatMap(module => module.pages.map(one => one.endpoint.id))
    expect(all.filter(id => !seen.has(id) && !elsewhere.has(id))).toEqual([])
  })
})

test('the gallery of components', async () => {
  const page = await site.signIn('quantri')
  // The same style and program as every page has.
  const addresses: Record<string, string> = await page.evaluate(
    "({ 'app.css': document.querySelector('link[rel=stylesheet]').getAttribute('href'), 'app.js': document.querySelector('script[src]').getAttribute('src') })",
  )
  const html = renderDocument({
    title: 'Bộ thành phần',
    body: h(GalleryPage, null),
    page: { ...blankPage, assets: addresses, now: site.clock() },
    live: () => '',
    bodyClass: 'cs-staff',
    idle: 0,
    robots: false,
  })
  await page.route('**/gallery', route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.goto(`${site.url}/gallery`)
  expect([...(await lookAtBothSizes(page, 'gallery')), ...faultsIn(page)]).toEqual([])
}, 120_000)

/** Follows every link to a page not passed yet, and looks at those that nobody has looked at. */
async function walk(page: Page, from: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  const passed = new Set<string>()
  const waiting = [...from]
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const name = nameOf(at)
    if (!name || passed.has(name)) continue
    passed.add(name)
    const reply = await page.goto(site.url + at)
    if (reply?.status() !== 200) wrong.push(`${name}: ${at} answers ${reply?.status()}`)
    waiting.push(...(await addressesOn(page)))
    if (!seen.has(name)) wrong.push(...(await lookAtBothSizes(page, name)))
    seen.add(name)
  }
  return wrong
}

/** The endpoint whose page an address shows; nothing for what is no page of ours. */
function nameOf(address: string): string | undefined {
  const path = address.split('?')[0] ?? ''
  const pages = site.house.modules.flatMap(module => module.pages.map(one => one.endpoint))
  const fitting = pages
    .filter(one => new RegExp(`^${one.path.replaceAll(/:[a-zA-Z]+/g, '[^/]+')}$`).test(path))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)
  return path === '/' ? 'home' : fitting[0]?.id
}

/** Where the links of a page lead, within the site; nothing that would sign out, change the language or leave. */
async function addressesOn(page: Page): Promise<string[]> {
  const hrefs: string[] = await page.evaluate(
    "[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))",
  )
  return [...new Set(hrefs)].filter(href => /^\/(?!language|assets)/.test(href)).map(href => href.split('#')[0] ?? '')
}

/** What is wrong with the page at either width; all of it, so that one run tells everything. */
async function lookAtBothSizes(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = []
  for (const width of [1366, 390]) {
    // As high as the page: what lies under a bar that sticks to the bottom can be scrolled to and is no fault.
    await page.setViewportSize({ width, height: 768 })
    const height: number = await page.evaluate('document.documentElement.scrollHeight')
    await page.setViewportSize({ width, height: Math.min(Math.max(height + 200, 768), 8000) })
    await lookAt(page, `${name}-${width}`).catch((error: unknown) => wrong.push(String(error)))
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  return wrong
}
