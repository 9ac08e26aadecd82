import { receiveAt } from '@congso/casework/testing'
import { buildingOn } from '@congso/directory/testing'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsIn, lookAt, openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const good =
  'Họ và tên;Ngày sinh;Tên đăng nhập;Đơn vị;Chức vụ\r\nVàng A Chư;02/09/1988;chu.va;Phòng Kinh tế;Chuyên viên\r\nMùa Thị Pà;14/02/1995;;Phòng Kinh tế;Chuyên viên\r\n'
const wrong =
  'Họ và tên;Ngày sinh;Tên đăng nhập;Đơn vị;Chức vụ\r\nVàng A Chư;31/02/1988;Chư;Phòng Lạ;Chuyên viên\r\n;;;Phòng Kinh tế;Chuyên viên\r\n'

describe('those who keep the house, in a browser', () => {
  test('staff come in from a file: its faults by row and column, then people with accounts and slips', async () => {
    const page = await site.signIn('quantri')
    await page.goto(`${site.url}/directory/agencies/${site.office.agency}/staff`)
    await lookAt(page, 'staff-prepare')
    await give(page, 'cán bộ.csv', wrong)
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.waitForURL(/staff-sheets/)
    expect(await page.textContent('main')).toContain('Không có “Phòng Lạ”')
    await lookAt(page, 'staff-faults')
    await page.getByRole('link', { name: 'Gửi lại bảng' }).click()
    await page.waitForURL(/\/staff$/)
    await give(page, 'cũ.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.waitForSelector('.cs-errsum')
    await lookAt(page, 'staff-old-file')
    await give(page, 'cán bộ.csv', good)
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.waitForURL(/staff-sheets/)
    await lookAt(page, 'staff-preview')
    await page.getByRole('button', { name: 'Nhập 2 dòng' }).click()
    await page.waitForURL(/staff-slips/)
    expect(await page.textContent('main')).toContain('chu.va')
    await lookAt(page, 'staff-slips')
    await page.getByRole('button', { name: 'Đã in, đóng trang này' }).click()
    await page.waitForURL(/\/directory\/agencies\//)
    await page.goto(`${site.url}/directory/journal`)
    expect(await page.textContent('main')).toContain('Nhập cán bộ từ bảng')
    await lookAt(page, 'journal')
    const sheet = await page.request.get(`${site.url}/directory/journal/export?as=csv&event=directory.staff-imported`)
    expect(await sheet.text()).toContain('"Nhập cán bộ từ bảng"')
    expect(faultsIn(page)).toEqual([])
  })

  test('records of the catalogue come in from a file, with a report of what was refused', async () => {
    const page = await site.signIn('danhmuc')
    await page.goto(`${site.url}/procedures`)
    await page.getByRole('link', { name: 'Nạp danh mục từ tệp' }).click()
    await page.waitForURL(/\/procedures\/imports/)
    await lookAt(page, 'imports-empty')
    await give(page, '9.000001.txt', 'không phải bản ghi')
    await page.getByRole('button', { name: 'Nạp tệp' }).click()
    await page.waitForURL(/\/procedures\/imports\/.+/)
    expect(await page.textContent('main')).toContain('Không phải bản ghi thủ tục')
    await lookAt(page, 'import-report')
    await page.goto(`${site.url}/procedures/imports`)
    await give(page, 'danh-muc.tar.gz', gzipSync(Buffer.from('x')))
    await page.getByRole('button', { name: 'Nạp tệp' }).click()
    await page.waitForSelector('.cs-errsum')
    await lookAt(page, 'imports-refused')
    expect(faultsIn(page)).toEqual([])
  })

  test('a file taken out by mistake is given back, and leads to its dossier', async () => {
    const { actor } = site.office
    const got = await receiveAt(buildingOn(site.house), actor.clerk, site.offers.offer('1.013225'))
    const clerk = await site.signIn('hang')
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    const sent = await clerk.request.post(`${site.url}/api/dossiers/${got.id}/files`, {
      multipart: { files: { name: 'Bản vẽ.pdf', mimeType: 'application/pdf', buffer: pdf } },
    })
    const [file] = (await sent.json()).files
    const page = await site.signIn('thu')
    await page.goto(`${site.url}/files/${file}/view`)
    await lookAt(page, 'file')
    expect(await page.getByRole('link', { name: 'Hồ sơ chứa tệp' }).getAttribute('href')).toBe(`/dossiers/${got.id}`)
    await page.fill('textarea[name=reason]', 'Bản vẽ của hồ sơ khác')
    await page.getByRole('button', { name: 'Gỡ tệp' }).click()
    await page.getByRole('button', { name: 'Khôi phục tệp' }).waitFor()
    await lookAt(page, 'file-removed')
    await page.getByRole('button', { name: 'Khôi phục tệp' }).click()
    await page.waitForSelector('textarea[name=reason]')
    await page.goto(`${site.url}/dossiers/${got.id}`)
    expect(await page.textContent('main')).toContain('≤ 50')
    const { rows } = await site.house.pool.query<{ id: string }>(
      `select s.id from numbering.pub_series s join numbering.pub_number n on n.series = s.id
        where s.kind = 'dossier-code' and s.agency = $1 limit 1`,
      [site.office.agency],
    )
    await page.goto(`${site.url}/numbering/series/${rows[0]!.id}/numbers`)
    const sheet = await page.getByRole('link', { name: 'Xuất CSV' }).getAttribute('href')
    expect(await (await page.request.get(`${site.url}${sheet}`)).text()).toContain('"H99.15-261119-0001"')
    await lookAt(page, 'numbers')
    expect(faultsIn(page)).toEqual([])
  })
})

async function give(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  })
}
