import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Download, Id } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures, type DemoOffers } from '@congso/procedures/testing'
import { worktime } from '@congso/worktime/module'
import { fileAccess } from '../answers.ts'
import { controlSheetPdf, findOffers, intakePage, receiptPdf, receiveDossier, saveDraft } from '../contract.ts'
import { casework } from '../module.ts'
import { receiveAt, workUntil } from '../testing.ts'
import { readBack, wordsOf } from './print/read-back.ts'

let house: House
let office: Office
let offers: DemoOffers

beforeAll(async () => {
  const store = await createStore({ folder: mkdtempSync(join(tmpdir(), 'files-')) })
  const files = filesModule({ store, access: fileAccess, secret: 's' })
  house = await openHouse([directory, worktime, numbering, files, procedures, casework])
  office = await buildOffice(house)
  offers = await offerProcedures(house, office, {
    codes: ['1.004873', '1.013225'],
    agencies: office.communes.slice(0, 2),
  })
})
afterAll(() => house.close())

const marital = () => offers.offer('1.004873')

async function printed(file: Download): Promise<string> {
  if (!(file.body instanceof Uint8Array)) throw new Error('a print is whole before it is sent')
  expect(file).toMatchObject({ type: 'application/pdf', inline: true })
  return wordsOf(readBack(file.body))
}

/** A clerk with an account of their own, as a browser's session has one. */
function withAccount(actor: Actor, n: number): Actor {
  return { ...actor, account: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<'account'> }
}

describe('the receipt slip', () => {
  test('says who received what from whom, by when, and how to follow it', async () => {
    const got = await receiveAt(house, office.actor.clerk, marital())
    const file = await house.run(receiptPdf, { id: got.id }, office.actor.clerk)
    const text = await printed(file)
    expect(file.name).toBe(`${got.code}-giay-hen.pdf`)
    expect(text).toContain('UBND XÃ TÂN HÒATRUNG TÂM PHỤC VỤHÀNH CHÍNH CÔNG')
    expect(text).toContain(`Số: ${got.receiptNo}`)
    expect(text).toContain(`Mã hồ sơ: ${got.code}`)
    expect(text).toContain('Trung tâm Phục vụ hành chính công xã Tân Hòa tiếp nhận hồ sơ của: Phạm Thị Thu Ngân')
    expect(text).toContain('Số định danh: 0••••••••771')
    expect(text).not.toContain('099199000771')
    expect(text).toContain('03 ngày làm việc')
    expect(text).toContain('Trả kết quả: 09 giờ 42, ngày 25/11/2026')
    expect(text).toContain(`Mã bí mật${got.secret}`)
    expect(text).toContain('Lê Thu Hằng')
  })

  test('names who gave the authority, and by which paper', async () => {
    const owner = { kind: 'citizen' as const, name: 'Tòng Văn Hặc', idNumber: '099099000412' }
    const got = await receiveAt(house, office.actor.clerk, marital(), {
      forWhom: 'other',
      owner,
      authorisation: 'Giấy ủy quyền số 15',
    })
    const text = await printed(await house.run(receiptPdf, { id: got.id, size: 'A4' }, office.actor.clerk))
    expect(text).toContain('Người ủy quyền: Tòng Văn Hặc')
    expect(text).toContain('Giấy tờ ủy quyền: Giấy ủy quyền số 15')
  })

  test('is not there for another commune', async () => {
    const got = await receiveAt(house, office.actor.clerk, marital())
    await expect(house.run(receiptPdf, { id: got.id }, office.actor.strangerClerk)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await expect(house.run(controlSheetPdf, { id: got.id }, office.actor.strangerClerk)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
})

describe('the control sheet', () => {
  test('tells every hand-over up to the return', async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    await workUntil(house, office, got.id, 'return')
    const text = await printed(await house.run(controlSheetPdf, { id: got.id }, office.actor.clerk))
    expect(text).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ')
    expect(text).toContain('Giao: Trung tâm Phục vụ hành chính công xã')
    expect(text).toContain('Nguyễn Hữu Phước')
    expect(text).not.toContain('Quá hạn')
    expect(text.match(/Người giao/g)?.length).toBe(6)
  })
})

describe('the counter', () => {
  test.each(['xac nhan tinh trang', 'xntthn', '1.004873', 'Tình Trạng Hôn'])('finds a procedure by "%s"', async q => {
    const { items } = await house.run(findOffers, { q }, office.actor.clerk)
    expect(items[0]).toMatchObject({ value: marital(), label: expect.stringContaining('tình trạng hôn nhân') })
    expect(items[0]?.note).toContain('1.004873')
  })

  test('keeps a draft as typed, goes on with it, and ends it with the receipt', async () => {
    const clerk = withAccount(office.actor.clerk, 7)
    const typed = {
      offer: marital(),
      applicant: { name: 'Lò Văn Chung', birthDate: '5/3/' },
      papers: { 0: { verdict: ['unseen', 'valid'] } },
    }
    const { id } = await house.run(saveDraft, typed, clerk)
    const again = await house.run(saveDraft, { ...typed, draft: id, toCase: 'other' }, clerk)
    expect(again.id).toBe(id)
    const view = await house.run(intakePage, { draft: id }, clerk)
    expect(view.drafts).toMatchObject([{ id, title: expect.stringMatching(/^Lò Văn Chung · Cấp Giấy xác nhận/) }])
    expect(view.draft?.content).toMatchObject({ applicant: { birthDate: '5/3/' }, caseKey: 'other' })
    expect(view.chosen?.offer).toBe(marital())
    expect(view.issuer).toMatchObject({ parent: 'UBND xã Tân Hòa', place: 'Tân Hòa' })
    await expect(house.run(intakePage, { draft: id }, withAccount(office.actor.secondClerk, 8))).resolves.toMatchObject(
      { draft: null, drafts: [], chosen: null },
    )
    await receiveAt(house, clerk, marital(), { draft: id })
    expect((await house.run(intakePage, {}, clerk)).drafts).toEqual([])
  })

  test('refuses an offer that has changed since it was seen', async () => {
    const view = await house.run(intakePage, { offer: marital() }, office.actor.clerk)
    const stale = {
      offer: marital(),
      offerVersion: (view.chosen?.version ?? 0) - 1,
      channel: 'direct' as const,
      pickup: 'counter' as const,
      applicant: { kind: 'citizen' as const, name: 'A' },
      papers: [],
    }
    await expect(house.run(receiveDossier, stale, office.actor.clerk)).rejects.toMatchObject({
      code: 'casework.offer-closed',
    })
  })
})
