import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAccount, buildingOn, buildOffice, type Office } from '@congso/directory/testing'
import { buildTariffs } from '@congso/payments/testing'
import { offerProcedures, type DemoOffers } from '@congso/procedures/testing'
import { simulatedClock } from '@congso/kernel/server'
import { buildApp, openHouse, type House } from '@congso/server/app'
import { readConfig } from '@congso/server/config'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** A whole Congso on a free port, on the moment of the mock-ups, with a province and a real browser beside it. */
export type Site = {
  url: string
  house: House
  clock: ReturnType<typeof simulatedClock>
  office: Office
  offers: DemoOffers
  browser: Browser
  /** A signed-in person with a browser of their own; what goes wrong in it is collected by {@link faultsIn}. */
  signIn(userName: keyof typeof people): Promise<Page>
  close(): Promise<void>
}

const password = 'Xanh-la-cay-2026!'
const people = {
  hang: 'tan-hoa/one-stop/clerk',
  phuoc: 'tan-hoa/economy/officer',
  de: 'tan-hoa/economy/head',
  tue: 'tan-hoa/leadership/leader',
  thu: 'tan-hoa/office/records',
  giamsat: 'province/office/supervisor',
  quantri: 'province/office/administrator',
  danhmuc: 'province/office/catalogue',
} as const

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axe = createRequire(import.meta.url).resolve('axe-core')

/** A folder of its own, open to the account that PostgreSQL runs as, so that the database lies in it and goes with it. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'congso-e2e-'))
  chmodSync(folder, 0o755)
  return folder
}

/** Opens the site. CONGSO_CHROMIUM names the browser; without one the journeys fail and say so. */
export async function openSite(): Promise<Site> {
  const executablePath = process.env.CONGSO_CHROMIUM
  if (!executablePath) throw new Error('CONGSO_CHROMIUM does not name a browser; npm test finds or installs one')
  const clock = simulatedClock(Date.parse('2026-11-19T02:42:00Z'))
  const folder = openFolder()
  const house = await openHouse(readConfig({ CONGSO_DATA: folder, CONGSO_LOG: 'error', CONGSO_POOL: '8' }), { clock })
  const building = buildingOn(house)
  const office = await buildOffice(building)
  await house.pool.query(
    "insert into kernel.setting (name, value) values ('public-url', '\"https://congso.example\"') on conflict (name) do nothing",
  )
  await house.pool.query(
    `insert into kernel.setting (name, value) values ('directory.sign-in', '{"secondFactorForAdministrators": false}')`,
  )
  for (const [userName, post] of Object.entries(people))
    await buildAccount(building, { person: office.post(post).person, userName, password })
  await buildTariffs(building)
  const offers = await offerProcedures(building, office, {
    codes: ['1.004873', '1.013225', '2.000815'],
    agencies: office.communes.slice(0, 2),
  })
  const app = await buildApp(house, 'e2e', { requestsPerMinute: 100_000 })
  const url = await app.server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath, args: flags })
  return {
    url,
    house,
    clock,
    office,
    offers,
    browser,
    signIn: userName => signIn(browser, url, userName),
    async close() {
      await browser.close()
      await app.stop()
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A page of somebody who is not signed in. */
export async function visit(site: Site, path: string, width = 390): Promise<Page> {
  const context = await newContext(site.browser, width)
  const page = await context.newPage()
  collectFaults(page)
  await page.goto(site.url + path)
  return page
}

const faults = new WeakMap<Page, string[]>()

/** What the browser complained about on a page so far: errors in the console, scripts that broke, requests that failed on our side. */
export function faultsIn(page: Page): readonly string[] {
  return faults.get(page) ?? []
}

function collectFaults(page: Page): void {
  const found: string[] = []
  faults.set(page, found)
  page.on('console', message => {
    // A refused form answers 409 or 422 on purpose, and the browser writes that down as an error.
    if (message.type() === 'error' && !/status of 4(03|04|09|22)/.test(message.text())) found.push(message.text())
  })
  page.on('pageerror', error => found.push(error.message))
  page.on('response', reply => {
    if (reply.status() >= 500) found.push(`${reply.status()} ${reply.url()}`)
  })
}

/** No accessibility fault on the page as it stands (WCAG 2.2 AA), and a picture of it at three widths when asked for. */
export async function lookAt(page: Page, name: string): Promise<void> {
  // Through the browser's own door: the page's content policy refuses scripts that are added to it.
  await page.evaluate(await readFile(axe, 'utf8'))
  const found: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(result => result.violations.map(one => ({ id: one.id, nodes: one.nodes.map(node => ({ target: node.target, failureSummary: node.failureSummary })) })))`,
  )
  expect(found, `${name}: accessibility`).toEqual([])
  const wide: number = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(wide, `${name}: nothing scrolls sideways`).toBeLessThanOrEqual(0)
  if (process.env.CONGSO_SCREENSHOTS) await takePictures(page, name, process.env.CONGSO_SCREENSHOTS)
}

async function takePictures(page: Page, name: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const size = page.viewportSize()
  for (const width of [390, 1366, 1920]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : width === 1366 ? 768 : 1080 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) })
  }
  if (size) await page.setViewportSize(size)
}

async function signIn(browser: Browser, url: string, userName: string): Promise<Page> {
  const context = await newContext(browser, 1366)
  const page = await context.newPage()
  collectFaults(page)
  await page.goto(`${url}/sign-in`)
  await page.fill('input[name=userName]', userName)
  await page.fill('input[name=password]', password)
  await Promise.all([
    page.waitForURL(address => !address.pathname.startsWith('/sign-in')),
    page.click('form button[type=submit]'),
  ])
  return page
}

async function newContext(browser: Browser, width: number): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  context.setDefaultTimeout(20_000)
  return context
}
