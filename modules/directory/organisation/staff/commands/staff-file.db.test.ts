import type { FileToRead } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import ExcelJS from '@protobi/exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putSecretsAway } from '../../../account/contract/second-factor.ts'
import { signIn } from '../../../account/contract/sign-in.ts'
import { directory } from '../../../module.ts'
import { buildOffice, type Office } from '../../../testing.ts'
import { listPeople } from '../../person/contract.ts'
import {
  importStaff,
  keepStaffSheet,
  prepareStaff,
  showStaffSheet,
  showStaffSlips,
  staffTemplate,
} from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([directory])
  office = await buildOffice(house)
  await house.facts()
})
afterAll(() => house.close())

const headings = [
  'Họ và tên',
  'Ngày sinh',
  'Điện thoại',
  'Thư điện tử',
  'Tên đăng nhập',
  'Đơn vị',
  'Chức vụ',
  'Vai trò',
]
const row = (name: string, born: string | Date, userName: string, change: Record<number, string | number> = {}) =>
  Object.assign([name, born, '', '', userName, 'Phòng Kinh tế', 'Chuyên viên', ''], change)
const keep = async (file: FileToRead, actor = office.actor.administrator) =>
  (await house.run(keepStaffSheet, { agency: office.agency, file }, actor)).sheet
const looked = async (file: FileToRead) =>
  await house.run(showStaffSheet, { sheet: await keep(file) }, office.actor.administrator)

describe('a file of staff', () => {
  test('is read as a workbook: dates, numbers, formulas, a title above the headings', async () => {
    const view = await looked(
      await workbook([
        ['Danh sách cán bộ năm 2026'],
        [],
        headings,
        row('Vàng A Chư', new Date('1988-09-02'), '', { 2: 912345678 }),
        row('Mùa Thị Pà', '14/02/1995', ''),
      ]),
    )
    expect(view.findings).toEqual([])
    expect(view.steps.map(one => [one.row, one.name, one.account])).toEqual([
      [4, 'Vàng A Chư', null],
      [5, 'Mùa Thị Pà', null],
    ])
    await house.run(importStaff, { sheet: view.id }, office.actor.administrator)
    const [person] = (await house.run(listPeople, { q: 'vang a chu' })).people
    const { rows } = await house.pool.query('select birth_date, phone from directory.person where id = $1', [
      person!.id,
    ])
    expect(rows).toEqual([{ birth_date: '1988-09-02', phone: '0912345678' }])
    await house.facts()
  })

  test.each([
    [';', '\uFEFF'],
    [',', ''],
  ])('is read as CSV with %j between cells', async (between, mark) => {
    const lines = [headings, row('Sồng A Dế', '05/05/1999', '', { 7: 'Chuyên viên thụ lý' })]
    const view = await looked(
      fileOf('cán bộ.csv', Buffer.from(mark + lines.map(one => one.join(between)).join('\r\n'))),
    )
    expect(view.findings).toEqual([])
    expect(view.steps).toMatchObject([{ row: 2, name: 'Sồng A Dế', roles: ['Chuyên viên thụ lý'] }])
  })

  test('with faults says each by its row of the file and column, and imports nothing', async () => {
    const view = await looked(
      await workbook([headings, row('', '31/02/1990', ''), [], row('Lò Thị Ín', '', 'Có Dấu', { 5: 'Phòng Lạ' })]),
    )
    expect(view.findings.map(one => [one.row, one.column, one.code.replace('directory.', '')])).toEqual([
      [2, 'name', 'staff-cell-missing'],
      [2, 'birthDate', 'date-invalid'],
      [4, 'userName', 'user-name-invalid'],
      [4, 'unit', 'staff-name-unknown'],
    ])
    await expect(house.run(importStaff, { sheet: view.id }, office.actor.administrator)).rejects.toMatchObject({
      code: 'directory.staff-sheet-faulty',
    })
  })

  test('is refused when it is neither, and says what to do', async () => {
    const refused = (bytes: Buffer, name = 'a.xlsx') =>
      keep(fileOf(name, bytes)).then(
        () => 'taken',
        (error: { code: string; field?: string }) => [error.code, error.field],
      )
    const zip = Buffer.from(await book([headings]))
    expect(await refused(zip.subarray(0, zip.length - 40))).toEqual(['directory.staff-file-unreadable', 'file'])
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(['directory.staff-file-old', 'file'])
    expect(await refused(Buffer.from('a\0b'), 'a.csv')).toEqual(['directory.staff-file-unreadable', 'file'])
    expect(await refused(Buffer.from([0x48, 0xf4, 0x20]), 'a.csv')).toEqual(['directory.staff-file-encoding', 'file'])
    expect(await refused(Buffer.from(' \n'), 'a.csv')).toEqual(['directory.staff-sheet-empty', 'file'])
    const both = { agency: office.agency, sheet: 'x', file: fileOf('a.csv', Buffer.from('x')) }
    await expect(house.run(keepStaffSheet, both)).rejects.toMatchObject({ code: 'directory.staff-sheet-twofold' })
    await expect(keep(fileOf('a.csv', Buffer.from('x')), office.actor.leader)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await house.facts()
  })

  test('comes from a template with an example, which the import understands', async () => {
    const { body } = await house.run(staffTemplate, { agency: office.agency }, office.actor.administrator)
    const template = new ExcelJS.Workbook()
    await template.xlsx.load(Buffer.from(body as Uint8Array) as never)
    expect(template.worksheets.map(one => one.name)).toEqual(['Cán bộ', 'Ví dụ', 'Danh mục'])
    const example = template.getWorksheet('Ví dụ')!
    const rows = [1, 2].map(no => (example.getRow(no).values as string[]).slice(1))
    const view = await looked(await workbook(rows))
    expect([view.findings, view.warnings]).toEqual([[], []])
    expect(view.steps).toMatchObject([{ name: 'Lò Thị Ín', account: 'in.lt' }])
    await house.facts()
  })
})

describe('accounts of a sheet', () => {
  test('are opened with it, their passwords shown once to whoever imported', async () => {
    const administrator = { ...office.actor.administrator, account: newId<'account'>() }
    const sheet = await keep(
      await workbook([headings, row('Giàng A Phử', '01/01/1990', 'PHU.GA'), row('Hạng Thị Mỷ', '02/02/1992', '')]),
    )
    await house.facts()
    const done = await house.run(importStaff, { sheet }, administrator)
    expect(done).toMatchObject({ people: 2, appointed: 2, accounts: 1 })
    const facts = await house.facts()
    expect(facts.map(one => one.event)).toContain('directory.account-created')
    expect(facts.at(-1)).toMatchObject({ event: 'directory.staff-imported', data: { accounts: 1 } })
    const shown = done.shown!
    const { slips } = await house.run(showStaffSlips, { shown }, administrator)
    expect(slips).toMatchObject([{ name: 'Giàng A Phử', userName: 'phu.ga' }])
    expect(JSON.stringify(facts)).not.toContain(slips[0]!.password)
    const another = { ...administrator, account: newId<'account'>() }
    await expect(house.run(showStaffSlips, { shown }, another)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(showStaffSlips, { shown }, office.actor.leader)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const tried = await house.runner.run(signIn, { userName: 'phu.ga', password: slips[0]!.password }, {})
    expect(tried.reply.token).toBeDefined()
    await house.run(putSecretsAway, { shown }, administrator)
    await expect(house.run(showStaffSlips, { shown }, administrator)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await house.facts()
  })

  test('are named when somebody has them already, and the second time nothing is opened', async () => {
    const again = await looked(await workbook([headings, row('Giàng A Phử', '01/01/1990', 'phu.ga')]))
    expect(again.steps).toMatchObject([{ state: 'unchanged', account: null }])
    const wrong = await looked(
      await workbook([
        headings,
        row('Giàng A Phử', '01/01/1990', 'phu.giang'),
        row('Tráng A Sử', '03/03/1993', 'phu.ga'),
        row('Cứ Thị Dợ', '04/04/1994', 'do.ct'),
        row('Cứ Thị Dở', '04/05/1994', 'do.ct'),
      ]),
    )
    expect(wrong.findings.map(one => [one.row, one.code.replace('directory.', '')])).toEqual([[5, 'staff-value-twice']])
    const taken = await looked(
      await workbook([
        headings,
        row('Giàng A Phử', '01/01/1990', 'phu.giang'),
        row('Tráng A Sử', '03/03/1993', 'phu.ga'),
      ]),
    )
    expect(taken.findings).toMatchObject([
      { row: 2, column: 'userName', code: 'directory.staff-account-known', params: { userName: 'phu.ga' } },
      { row: 3, column: 'userName', code: 'directory.staff-user-name-taken', params: { name: 'Giàng A Phử' } },
    ])
    const late = await looked(await workbook([headings, row('Hạng Thị Mỷ', '02/02/1992', 'my.ht')]))
    expect(late.steps).toMatchObject([{ state: 'unchanged', account: 'my.ht' }])
    const done = await house.run(importStaff, { sheet: late.id }, office.actor.administrator)
    expect(done).toMatchObject({ people: 0, appointed: 0, accounts: 1, unchanged: 1 })
    await house.facts()
  })

  test('need the right over accounts, over all positions of whoever gets one, and are not too many', async () => {
    const { administrator } = office.actor
    const here = { agencies: [office.agency] }
    const rights = { 'directory.organisation.edit': here, 'directory.organisation.read': here }
    const sheet = await keep(await workbook([headings, row('Vừ A Lềnh', '05/05/1985', 'lenh.va')]))
    await expect(house.run(importStaff, { sheet }, { ...administrator, rights })).rejects.toMatchObject({
      code: 'kernel.forbidden',
      params: { permission: 'directory.account.edit' },
    })
    expect((await house.run(listPeople, { q: 'vu a lenh' }, administrator)).people).toEqual([])
    // Somebody of another commune is known here by name and birth date, but not this administrator's to let in.
    const other = 'Sùng Thị Máy'
    const { units } = await house.run(prepareStaff, { agency: office.communes[1]! }, administrator)
    const abroad = {
      agency: office.communes[1]!,
      file: await workbook([headings, row(other, '06/06/1986', '', { 5: units[0]! })]),
    }
    const kept = await house.run(keepStaffSheet, abroad, administrator)
    await house.run(importStaff, { sheet: kept.sheet }, administrator)
    const local = { ...administrator, rights: { ...rights, 'directory.account.edit': here } }
    const both = await keep(await workbook([headings, row(other, '06/06/1986', 'may.st')]), local)
    await expect(house.run(importStaff, { sheet: both }, local)).rejects.toMatchObject({
      code: 'directory.staff-account-beyond-reach',
      params: { name: other },
    })
    const many = Array.from({ length: 201 }, (_, no) => row('Lý A Chống', '', `chong.la${no}`))
    const crowd = await keep(await workbook([headings, ...many]))
    await expect(house.run(importStaff, { sheet: crowd }, administrator)).rejects.toMatchObject({
      code: 'directory.staff-accounts-many',
      params: { count: 201, most: 200 },
    })
  })
})

async function workbook(rows: readonly (readonly unknown[])[]): Promise<FileToRead> {
  return fileOf('cán bộ.xlsx', Buffer.from(await book(rows)))
}

async function book(rows: readonly (readonly unknown[])[]): Promise<ArrayBuffer> {
  const made = new ExcelJS.Workbook()
  const sheet = made.addWorksheet('Bảng 1')
  for (const cells of rows) sheet.addRow([...cells])
  return await made.xlsx.writeBuffer()
}

function fileOf(name: string, bytes: Buffer): FileToRead {
  return { name, base64: bytes.toString('base64') }
}
