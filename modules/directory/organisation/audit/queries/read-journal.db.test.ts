import type { Actor, InputOf } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import ExcelJS from '@protobi/exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { changePerson } from '../../person/contract.ts'
import { organisation } from '../../testing.ts'
import { changeUnit } from '../../unit/contract.ts'
import { exportJournal, readJournal } from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
})
afterAll(() => house.close())

describe('the journal', () => {
  test('is read newest first, page by page, without a row twice or left out', async () => {
    const { administrator } = office.actor
    const total = await house.pool.query<{ n: number }>('select count(*) as n from kernel.journal')
    const ids: number[] = []
    for (let before: number | undefined; ;) {
      const page = await house.run(readJournal, before ? { before } : {}, administrator)
      ids.push(...page.rows.map(row => row.id))
      if (page.next === null) break
      before = page.next
    }
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    expect(ids).toHaveLength(total.rows[0]!.n)
  })

  test('by thing, kind of fact and days, with who did it in which position', async () => {
    const { administrator } = office.actor
    const unit = office.units.police
    house.clock.advance(86_400_000)
    await house.run(changeUnit, { unit, version: 1, name: 'Công an xã Tân Hòa', kind: 'other' }, administrator)
    const one = await house.run(readJournal, { subject: unit }, administrator)
    expect(one.rows.map(row => [row.event, row.title, row.agency])).toEqual([
      ['directory.unit-changed', 'Quản trị hệ thống', 'UBND xã Tân Hòa'],
      ['directory.unit-opened', null, 'UBND xã Tân Hòa'],
    ])
    const count = async (input: object) => (await house.run(readJournal, input, administrator)).rows.length
    expect(await count({ from: '2026-11-20' })).toBe(1)
    expect(await count({ last: '2026-11-18' })).toBe(0)
    expect(await count({ from: '2026-11-20', event: 'directory.unit-opened' })).toBe(0)
    expect(await count({ from: '2026-11-20', event: 'directory' })).toBe(1)
    expect(await count({ from: '2026-11-20', event: 'directory.*' })).toBe(1)
    expect(await count({ event: 'dir_ctory' })).toBe(0)
  })

  test('says that there is personal data, and does not show it', async () => {
    const { person, name } = office.post('tan-hoa/economy/officer')
    await house.run(
      changePerson,
      { person, version: 1, name: 'Nguyễn Hữu Phước', phone: '0912345678' },
      office.actor.administrator,
    )
    const { rows } = await house.run(readJournal, { subject: person }, office.actor.administrator)
    expect(rows[0]).toMatchObject({
      event: 'directory.person-changed',
      hasPersonal: true,
      data: { fields: expect.arrayContaining(['phone']) },
    })
    expect(JSON.stringify(rows)).not.toContain('0912345678')
    expect(JSON.stringify(rows)).not.toContain(name)
  })

  test('shows whoever reads it for some agencies only the facts of those', async () => {
    const local = { ...office.actor.supervisor, rights: { 'directory.audit.read': { agencies: [office.agency] } } }
    const { rows } = await house.run(readJournal, {}, local)
    expect(new Set(rows.map(row => row.agency))).toEqual(new Set(['UBND xã Tân Hòa']))
    expect(new Set((await exported({}, local)).map(line => line[5]))).toEqual(new Set(['UBND xã Tân Hòa']))
    await expect(house.run(readJournal, {}, office.actor.leader)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
})

describe('the journal as a file', () => {
  test('has exactly the rows of the filter, all pages of it, in words', async () => {
    const { administrator } = office.actor
    const total = await house.pool.query<{ n: number }>('select count(*) as n from kernel.journal')
    const all = await exported({}, administrator)
    expect(all).toHaveLength(total.rows[0]!.n)
    const filter = { event: 'directory.unit-changed', from: '2026-11-20', last: '2026-11-20' }
    const [line, ...more] = await exported(filter, administrator)
    expect(more).toEqual([])
    expect(line!.slice(0, 6)).toEqual([
      '20/11/2026 09:42:00',
      'Sửa đơn vị',
      'directory.unit-changed',
      'Hệ thống',
      'Quản trị hệ thống',
      'UBND xã Tân Hòa',
    ])
    expect((await exported({ ...filter, lang: 'en' }, administrator))[0]?.[1]).toBe('Unit changed')
  })

  test('is CSV as well, which no spreadsheet runs', async () => {
    const { name, body } = await house.run(exportJournal, { as: 'csv', event: 'directory.unit-changed' })
    expect(name).toBe('nhat-ky-2026-11-20.csv')
    const [head, line, end] = Buffer.from(body as Uint8Array)
      .toString('utf8')
      .split('\r\n')
    expect(head).toBe('\uFEFF"Lúc","Việc","Mã việc","Ai","Chức vụ","Cơ quan","Mã mục","Mã yêu cầu","Nội dung"')
    expect(line).toContain('"20/11/2026 09:42:00","Sửa đơn vị","directory.unit-changed"')
    expect(line).toContain('""field"":""name""')
    expect(end).toBe('')
    await expect(house.run(exportJournal, {}, office.actor.leader)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
})

async function exported(input: InputOf<typeof exportJournal>, actor: Actor): Promise<string[][]> {
  const { body } = await house.run(exportJournal, input, actor)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(body as Uint8Array) as never)
  const rows: string[][] = []
  book.worksheets[0]!.eachRow((row, no) => {
    if (no > 3) rows.push(Array.from({ length: 9 }, (_, at) => row.getCell(at + 1).text))
  })
  return rows
}
