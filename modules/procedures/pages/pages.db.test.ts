import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notFound, pathTo, type Id } from '@congso/kernel/contract'
import * as contract from '../contract.ts'
import { sampleText } from '../domain/sample-record.testing.ts'
import { knownProcedures } from '../queries/known-procedures.ts'
import { offerProcedures, type DemoOffers } from '../testing.ts'
import { fieldsOf, openSite, type Site } from './site.testing.ts'

let site: Site
let demo: DemoOffers
const codes = Array.from({ length: 60 }, (_, i) => `9.3000${String(i + 10)}`)

beforeAll(async () => {
  site = await openSite()
  demo = await offerProcedures(site.house, site.office, { agencies: [site.office.agency] })
  await take(codes.map(code => sampleText({ code: ` ${code}` })))
})
afterAll(() => site.close())

const take = (texts: string[], validFrom = '2026-11-19') => {
  const records = texts.map(text => ({ fileName: '', text }))
  return site.house.run(contract.importRecords, { records, source: 'cổng quốc gia', validFrom })
}
const procedure = async (code: string): Promise<Id<'procedure'>> =>
  (await site.house.runner.asSystem('test', async ctx => (await knownProcedures(ctx.db, [code])).get(code))) ??
  notFound()
const list = (filter: Record<string, unknown>) => pathTo(contract.listProcedures, filter)
const page = async (url: string, lang?: 'vi' | 'en') => {
  const { status, body } = await site.get(url, lang)
  expect(status).toBe(200)
  return body
}

describe('the catalogue', () => {
  test('is searched without accents and by initials, filtered and counted', async () => {
    expect(await page(list({ q: 'tinh trang hon nhan' }))).toContain('Cấp Giấy xác nhận tình trạng hôn nhân')
    expect(await page(list({ q: 'xntthn' }))).toContain('1.004873')
    expect(await page(list({ q: '1.0132' }))).toContain('1.013226')
    const land = await page(list({ field: 'Đất đai' }))
    expect(land).toContain('1.013978')
    expect(land).not.toContain('1.004873')
    expect(await page(list({ level: 'ministry' }))).toContain('Không có thủ tục nào khớp')
    expect(await page(list({ online: 'information-only' }))).toContain('2.000815')
    const offered = await page(list({ view: 'offered', agency: site.office.agency }))
    expect(offered).toContain('Đang tiếp nhận')
    expect(offered).not.toContain('9.300010')
    expect(await page(list({ view: 'unread' }))).toContain('chỗ chưa đọc được')
  })

  test('is exported exactly as filtered, without anything a spreadsheet would run', async () => {
    await take([sampleText({ code: ' 9.300099', name: ' =1+1 "mẫu"', field: ' Riêng' })])
    const body = await page(pathTo(contract.exportProcedures, { field: 'Riêng' }))
    const [head, ...lines] = body.trim().split('\r\n')
    expect(head).toContain('"Mã thủ tục","Tên thủ tục"')
    expect(lines).toEqual([`"9.300099","'=1+1 ""mẫu""","Riêng","Cấp xã","Toàn trình","0","0"`])
  })

  test('turns its pages by key, every row once', async () => {
    const seen: string[] = []
    let next: string | undefined = list({ q: 'xac nhan mau' })
    let turns = 0
    while (next !== undefined && turns < 5) {
      const body: string = await page(next)
      seen.push(...[...body.matchAll(/<span class="num">(9\.3\d+)<\/span>/g)].map(([, code = '']) => code))
      next = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      turns += 1
    }
    expect(seen).toEqual(codes)
    expect(turns).toBe(2)
  })

  test('is chosen from for an agency, and says what was left out and why', async () => {
    const back = list({ agency: site.office.agency })
    const procedures = await Promise.all([procedure('9.300010'), procedure('1.004873')])
    const sent = await site.post(contract.offerMany.path, back, {
      agency: site.office.agency,
      procedures,
      handlingUnit: '',
    })
    expect(sent.status).toBe(303)
    expect(sent.location).toBe(pathTo(contract.listOffers, { agency: site.office.agency }))
  })

  test('offers nothing to choose to who may not open offers', async () => {
    site.signIn(site.office.actor.clerk)
    const body = await page(list({}))
    expect(body).not.toContain('offer-many')
    site.signIn({ ...site.office.actor.clerk, rights: {} })
    expect((await site.get(list({}))).status).toBe(403)
    site.signIn(site.office.actor.catalogue)
  })
})

describe('a record', () => {
  test('shows everything published, and what was not read in its own words', async () => {
    const channels =
      '\n  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: tùy từng hồ sơ OTHER\n    Phí, lệ phí: 0 VNĐ (Hội đồng nhân dân quyết định)\n' +
      '  * Hình thức nộp: ONLINE\n    Thời hạn giải quyết: 3 WORKING_DAY\n    Phí, lệ phí: 8000 VNĐ ()\n'
    const papers =
      '\n  [ Giấy tờ phải nộp ]\n    - Tờ khai\n      Số lượng: Bản chính: 1, Bản sao: 2\n  [ Giấy tờ phải xuất trình ]\n    - Thẻ căn cước\n      Số lượng: Bản chính: 1, Bản sao: 0\n'
    await take([sampleText({ code: ' 9.300090', channels, papers, conditions: ' Đủ 18 tuổi' })])
    const body = await page(pathTo(contract.showProcedure, { procedure: await procedure('9.300090') }))
    for (const text of [
      'tùy từng hồ sơ',
      'Chưa đọc được',
      'Hội đồng nhân dân quyết định',
      '3 ngày làm việc',
      '8.000\u00a0đ',
    ])
      expect(body).toContain(text)
    for (const text of ['Thẻ căn cước', 'Giấy tờ phải xuất trình', 'Bước 1: Nộp hồ sơ.', '1/2020/QH14', 'Đủ 18 tuổi'])
      expect(body).toContain(text)
    expect(body).toContain('Thời hạn viết bằng lời, chưa đọc được thành số')
    // The portal's own code stands only in the quotation, not in the table.
    expect(body.match(/OTHER/g)).toHaveLength(1)
    expect(await page(pathTo(contract.showProcedure, { procedure: await procedure('9.300090') }), 'en')).toContain(
      'Not read',
    )
  })

  test('keeps its old states with what changed', async () => {
    const id = await procedure('9.300011')
    await take([sampleText({ code: ' 9.300011', name: ' Tên đã đổi' })])
    const now = await page(pathTo(contract.showProcedure, { procedure: id }))
    expect(now).toContain('Tên đã đổi')
    expect(now).toContain('đổi: Tên thủ tục')
    expect(now).toContain('<dt>Trước</dt><dd><div class="cs-prose">Cấp Giấy xác nhận mẫu</div>')
    const old = await page(pathTo(contract.showProcedure, { procedure: id, no: 1 }))
    expect(old).toContain('Đây là bản công bố cũ')
    expect((await site.get(pathTo(contract.showProcedure, { procedure: id, no: 9 }))).status).toBe(404)
  })
})

describe('an offer', () => {
  test('is opened from its form, which is filled in from the record', async () => {
    const form = pathTo(contract.newOffer, { agency: site.office.agency, procedure: await procedure('9.300012') })
    const fields = fieldsOf(await page(form), contract.openOffer.path)
    expect(fields).toMatchObject({
      limitAmount: [''],
      'papers.0.name': ['Tờ khai theo Mẫu số 01'],
      'fees.0.amount': ['8000'],
    })
    const blank = await site.post(contract.openOffer.path, form, fields)
    expect(blank.status).toBe(409)
    expect(blank.body).toContain('Chưa mở tiếp nhận được')
    expect(blank.body).toContain('Tờ khai theo Mẫu số 01')
    const sent = await site.post(contract.openOffer.path, form, {
      ...fields,
      limitAmount: '3',
      limitUnit: 'working-day',
      'papers.1.name': 'Bản vẽ',
      'papers.1.copies': '2',
      'cases.0.name': 'Gấp',
      'cases.0.amount': '0,5',
      'cases.0.papers': ['1'],
    })
    expect(sent.status).toBe(303)
    const body = await page(sent.location)
    for (const text of ['3 ngày làm việc', 'Bản vẽ', 'Gấp', '0,5 ngày làm việc', 'giấy số 1'])
      expect(body).toContain(text)
  })

  test('is changed from its form; sent back untouched, nothing has changed', async () => {
    const offer = demo.offer('1.013225')
    const form = pathTo(contract.editOffer, { offer })
    const action = pathTo(contract.changeOffer, { offer })
    const fields = fieldsOf(await page(form), action)
    const same = await site.post(action, form, fields)
    expect(same.body).toContain('Không có gì khác với bản hiện hành')
    const sent = await site.post(action, form, { ...fields, 'papers.0.name': '', cutOff: '16:30' })
    expect(sent.status).toBe(303)
    const body = await page(sent.location)
    expect(body).toContain('Nhận sau 16:30')
    expect(body).toContain('đổi: Giờ chốt nhận, Giấy tờ')
    expect(body).not.toContain('Đơn đề nghị cấp giấy phép xây dựng')
    expect(await page(pathTo(contract.showOffer, { offer }))).toContain('Đơn đề nghị cấp giấy phép xây dựng')
    expect((await site.get(form)).status).toBe(409)
  })

  test('shows a newer record, adopts it, and is closed', async () => {
    const form = pathTo(contract.newOffer, { agency: site.office.agency, procedure: await procedure('9.300013') })
    const fields = fieldsOf(await page(form), contract.openOffer.path)
    const opened = await site.post(contract.openOffer.path, form, {
      ...fields,
      limitAmount: '3',
      limitUnit: 'working-day',
    })
    await take([sampleText({ code: ' 9.300013', results: ' Giấy xác nhận mới' })])
    expect(await page(pathTo(contract.listOffers, { agency: site.office.agency, view: 'newer' }))).toContain(
      'Bản công bố mới',
    )
    const before = await page(opened.location)
    expect(before).toContain('Bản công bố số 2 đã có hiệu lực')
    expect(before).toContain('Giấy xác nhận mới')
    const action = `${opened.location}/adopt`
    const adopted = await site.post(action, opened.location, { ...fieldsOf(before, action), takePapers: 'true' })
    expect(adopted.status).toBe(303)
    expect(await page(adopted.location)).toContain('đổi: Bản công bố')
    const close = `${adopted.location}/close`
    const closed = await site.post(close, adopted.location, fieldsOf(await page(adopted.location), close))
    expect(closed.status).toBe(303)
    expect(await page(adopted.location)).toContain('không còn áp dụng cho hồ sơ mới')
  })

  test('is listed with its agency, and has no form for who may not change it', async () => {
    const url = pathTo(contract.listOffers, { agency: site.office.agency, q: 'hon nhan' })
    expect(await page(url)).toContain('Quy trình chuẩn 24 giờ làm việc')
    site.signIn(site.office.actor.leader)
    const offer = demo.offer('1.004873')
    expect(await page(pathTo(contract.showOffer, { offer }))).not.toContain('Thay đổi…')
    expect((await site.get(pathTo(contract.editOffer, { offer }))).status).toBe(403)
    site.signIn(site.office.actor.catalogue)
    const none = pathTo(contract.listOffers, { agency: site.office.communes[3] })
    expect(await page(none)).toContain('Cơ quan chưa tiếp nhận thủ tục nào')
  })
})

describe('a process', () => {
  test('is drafted, mended where the finding stands, and published', async () => {
    expect(await page(contract.listProcesses.path)).toContain('Cấp giấy phép xây dựng')
    const made = await site.post(contract.draftProcess.path, contract.newProcess.path, {
      name: 'Năm ngày rưỡi',
      totalHours: '44',
    })
    expect(made.status).toBe(303)
    const form = `${made.location}/edit`
    const fields = fieldsOf(await page(form), form)
    expect(fields['steps.6.name']).toEqual(['Trả kết quả'])
    const same = await site.post(form, form, fields)
    expect(same.body).toContain('Không có gì khác với bản hiện hành')
    const broken = await site.post(form, form, { ...fields, 'steps.2.hours': '1', 'steps.2.role': '' })
    expect(broken.status).toBe(303)
    const shown = await page(broken.location)
    for (const text of [
      'Chưa chọn ai làm bước này.',
      'Tổng giờ các bước chưa bằng tổng giờ của quy trình',
      'Còn 2 chỗ cần sửa',
    ])
      expect(shown).toContain(text)
    const publish = `${made.location}/publish`
    const refused = await site.post(publish, made.location, { version: '2' })
    expect(refused.body).toContain('Chưa ban hành được')
    const mended = await site.post(form, form, { ...fields, version: '2', name: 'Năm ngày rưỡi, bản sửa' })
    expect(mended.status).toBe(303)
    const done = await site.post(publish, made.location, { version: '3', validFrom: '19/11/2026' })
    expect(done.status).toBe(303)
    const published = await page(made.location)
    expect(published).toContain('Soạn phiên bản mới')
    expect((await site.get(form)).status).toBe(409)
    const next = await site.post(contract.draftProcess.path, made.location, {
      name: 'Bản hai',
      from: made.location.split('/').at(-1) ?? '',
    })
    expect(await page(next.location)).toContain('Phiên bản 2')
  })

  test('shows its picture and its offers; who may not edit sees no form', async () => {
    site.signIn(site.office.actor.leader)
    const shown = await page(pathTo(contract.showProcess, { process: demo.process(24) }))
    expect(shown).toContain('cs-flow')
    expect(shown).toContain('24 giờ trong 24 giờ của thời hạn')
    expect(shown).toContain('1.004873')
    expect(shown).not.toContain('Soạn phiên bản mới')
    expect((await site.get(contract.newProcess.path)).status).toBe(403)
    site.signIn(site.office.actor.catalogue)
  })
})
