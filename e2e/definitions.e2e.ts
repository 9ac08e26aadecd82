import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsIn, lookAt, openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

describe('definitions, in a browser', () => {
  test('a draft that leaves out papers and fees is not published until a step has them again', async () => {
    const page = await site.signIn('danhmuc')
    await page.goto(`${site.url}/processes/${site.offers.process(24)}`)
    await page.getByRole('button', { name: 'Soạn phiên bản mới' }).click()
    await page.waitForSelector('text=Sửa bản soạn')
    const draft = page.url()
    expect(await page.textContent('main')).toContain('Không có gì cần sửa')
    await page.goto(`${draft}/edit`)
    const intake = page.locator('#step-intake')
    await intake.getByLabel('Kiểm tra thành phần hồ sơ').uncheck()
    await intake.getByLabel('Thu phí, lệ phí').uncheck()
    await lookAt(page, 'process-edit')
    await page.getByRole('button', { name: 'Lưu bản soạn' }).click()
    await page.waitForURL(draft)
    const main = page.locator('main')
    await main.getByText('không bước nào kiểm tra thành phần hồ sơ').waitFor()
    expect(await main.textContent()).toContain('không bước nào thu phí, lệ phí')
    expect(await main.textContent()).toContain('Còn 2 chỗ cần sửa')
    await lookAt(page, 'process-findings')
    await page.goto(`${draft}/edit`)
    await intake.getByText('không bước nào thu phí, lệ phí').waitFor()
    await lookAt(page, 'process-edit-findings')
    await intake.getByLabel('Kiểm tra thành phần hồ sơ').check()
    await intake.getByLabel('Thu phí, lệ phí').check()
    await page.getByRole('button', { name: 'Lưu bản soạn' }).click()
    await page.waitForURL(draft)
    await main.getByText('Không có gì cần sửa').waitFor()
    await page.getByRole('button', { name: 'Ban hành…' }).click()
    await page.locator('#publish-form').getByRole('button', { name: 'Ban hành' }).click()
    await page.getByText('Đã ban hành phiên bản 2.').waitFor()
    expect(faultsIn(page)).toEqual([])
  })
})
