import { receiveAt, workUntil } from '@congso/casework/testing'
import { buildingOn } from '@congso/directory/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAt, openSite, visit, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('a dossier from the counter to its result, in a browser', () => {
  test('the clerk finds the procedure by its initials, receives, and gets the slip', async () => {
    const page = await site.signIn('hang')
    await page.goto(`${site.url}/desk`)
    await lookAt(page, 'desk-empty')
    await page.goto(`${site.url}/intake?q=xntthn`)
    await page
      .getByRole('link', { name: /xác nhận tình trạng hôn nhân/i })
      .first()
      .click()
    await page.waitForSelector('input[name="applicant.name"]')
    await lookAt(page, 'intake')
    await page.fill('input[name="applicant.name"]', 'Phạm Thị Thu Ngân')
    await page.fill('input[name="applicant.idNumber"]', '099199000771')
    await page.fill('input[name="applicant.phone"]', '0300000318')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.cs-errsum')
    expect(await page.inputValue('input[name="applicant.name"]')).toBe('Phạm Thị Thu Ngân')
    await lookAt(page, 'intake-errors')
    for (const valid of await page.locator('input[type=radio][value=valid]').all())
      await valid.evaluate(node => 'click' in node && typeof node.click === 'function' && node.click())
    await Promise.all([page.waitForURL(/\/dossiers\//), page.keyboard.press('Control+Enter')])
    const text = await page.textContent('main')
    expect(text).toMatch(/H99\.15-261119-\d{4}/)
    await lookAt(page, 'received')
    const slip = await page.request.get(
      `${page
        .url()
        .split('?')[0]
        ?.replace(/\/received$/, '')}/receipt.pdf`,
    )
    expect(slip.status()).toBe(200)
    expect((await slip.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('the promise on the page names the days that are not counted', async () => {
    const got = await receiveAt(buildingOn(site.house), site.office.actor.clerk, site.offers.offer('1.013225'))
    const page = await site.signIn('tue')
    await page.goto(`${site.url}/dossiers/${got.id}`)
    const text = (await page.textContent('main')) ?? ''
    expect(text).toContain('24/11')
    await lookAt(page, 'dossier')
  })

  test('the leader sees what needs a signature and signs on a phone', async () => {
    const building = buildingOn(site.house)
    const got = await receiveAt(building, site.office.actor.clerk, site.offers.offer('1.013225'))
    await workUntil(building, site.office, got.id, 'sign')
    const page = await site.signIn('tue')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${site.url}/leader`)
    await lookAt(page, 'leader')
    const sign = page.locator('form[action$="/sign"] button[type=submit]').first()
    await Promise.all([
      page.waitForResponse(reply => reply.request().method() === 'POST' && reply.url().endsWith('/sign')),
      sign.click(),
    ])
    const signed = await site.house.pool.query(
      "select count(*) as n from kernel.journal where event = 'casework.result-signed' and subject = $1",
      [got.id],
    )
    expect(signed.rows[0].n).toBe(1)
  })

  test('the clerk hands the result over and it is not handed over twice', async () => {
    const building = buildingOn(site.house)
    const got = await receiveAt(building, site.office.actor.clerk, site.offers.offer('2.000815'))
    await workUntil(building, site.office, got.id, 'return')
    const page = await site.signIn('hang')
    await page.goto(`${site.url}/desk?view=return`)
    expect(await page.textContent('main')).toContain(got.code)
    await lookAt(page, 'desk-return')
    await page.goto(`${site.url}/dossiers/${got.id}`)
    await lookAt(page, 'dossier-decided')
  })

  test('an applicant takes a dossier back at the counter, and reads so on the tracking page', async () => {
    const building = buildingOn(site.house)
    const got = await receiveAt(building, site.office.actor.clerk, site.offers.offer('1.013225'))
    await workUntil(building, site.office, got.id, 'appraise')
    const page = await site.signIn('hang')
    await page.goto(`${site.url}/dossiers/${got.id}`)
    const form = page.locator('form[action$="/withdraw"]')
    await page.locator('details', { has: form }).locator('summary').click()
    await lookAt(page, 'dossier-withdraw')
    await form.locator('textarea[name=reason]').fill('Nộp nhầm thủ tục')
    await form.locator('button[type=submit]').click()
    await page.waitForSelector('text=/Đã rút/')
    await page.waitForSelector('html:not([aria-busy])')
    expect(await page.textContent('main')).toContain('Nộp nhầm thủ tục')
    expect(await form.count()).toBe(0)
    await lookAt(page, 'dossier-withdrawn')
    const told = await visit(site, `/track?code=${got.code}&secret=${got.secret}`)
    const words = (await told.textContent('main')) ?? ''
    expect(words).toContain('Hồ sơ đã được rút.')
    expect(words).not.toContain('Nộp nhầm thủ tục')
    await lookAt(told, 'track-withdrawn')
  })

  test('the citizen follows the dossier with code and secret, on a phone, without an account', async () => {
    const got = await receiveAt(buildingOn(site.house), site.office.actor.clerk, site.offers.offer('1.013225'))
    const form = await visit(site, '/track')
    await lookAt(form, 'track-form')
    await form.fill('input[name=code]', got.code)
    await form.fill('input[name=secret]', got.secret)
    await form.locator('main button[type=submit]').click()
    await form.waitForSelector('text=/Hẹn trả/')
    const text = (await form.textContent('main')) ?? ''
    expect(text).not.toContain('Phạm Thị Thu Ngân')
    await lookAt(form, 'track')
    const wrong = await visit(site, `/track?code=${got.code}&secret=AAAAAAA`)
    expect(await wrong.textContent('main')).toMatch(/Không tìm thấy|không khớp|chưa đúng/i)
    await lookAt(wrong, 'track-unknown')
  })

  test('every number of the report opens that many dossiers', async () => {
    const page = await site.signIn('tue')
    await page.goto(`${site.url}/reports/casework?from=2026-11-01&to=2026-11-30`)
    await lookAt(page, 'report')
    const figures = await page
      .locator('.cs-kpis dd a')
      .evaluateAll(nodes => nodes.map(node => [node.getAttribute('href') ?? '', node.textContent ?? '']))
    expect(figures.length).toBeGreaterThan(3)
    for (const [href = '', shown = ''] of figures) {
      if (shown.includes('%') || shown === '–') continue
      const opened = await page.request.get(`${site.url}/api${href}`)
      expect((await opened.json()).total, href).toBe(Number(shown.replaceAll('.', '')))
    }
  })
})

describe('the rest of the house', () => {
  test.each([
    ['quantri', '/calendars'],
    ['quantri', '/directory/agencies'],
    ['quantri', '/procedures'],
    ['giamsat', '/dossiers?status=all'],
    ['giamsat', '/reports/casework?by=agency'],
    ['hang', '/account'],
  ] as const)('%s looks at %s', async (who, path) => {
    const page = await site.signIn(who)
    const reply = await page.goto(site.url + path)
    expect(reply?.status()).toBe(200)
    await lookAt(page, path.replaceAll(/\W+/g, '-').replace(/^-|-$/g, ''))
  })

  test('what is not there and what is not allowed are pages too', async () => {
    const page = await site.signIn('phuoc')
    expect((await page.goto(`${site.url}/dossiers/019abcde-0000-7000-8000-000000000000`))?.status()).toBe(404)
    await lookAt(page, 'not-found')
    expect((await page.goto(`${site.url}/intake`))?.status()).toBe(403)
    await lookAt(page, 'forbidden')
  })

  test('everything works in English as well', async () => {
    const page = await site.signIn('hang')
    await page.goto(`${site.url}/language/en?back=/desk`)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await page.textContent('main')).not.toMatch(/Bàn làm việc|Cần tôi/)
  })
})
