import { openHouse, type House } from '@congso/kernel/testing'
import ExcelJS from '@protobi/exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { showAgency } from '../../agency/contract.ts'
import { listPeople } from '../../person/contract.ts'
import { organisation } from '../../testing.ts'
import { importStaff, keepStaffSheet, prepareStaff, showStaffSheet, staffTemplate } from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
  await house.facts()
})
afterAll(() => house.close())

const heading = 'STT\tHọ và tên\tNgày sinh\tThư điện tử\tĐơn vị\tChức vụ\tVai trò\tTừ ngày'
const rows = [
  '1\tVàng A Chư\t02/09/1988\tchu.va@songiang.gov.vn\tPhòng Kinh tế\tPhó Trưởng phòng\tLãnh đạo phòng\t01/11/2026',
  '2\tMùa Thị Pà\t14/02/1995\t\tPhòng Kinh tế\tChuyên viên\tChuyên viên thụ lý\t01/11/2026',
  '3\tQuàng Văn Ơn\t\ton.qv@songiang.gov.vn\tVăn phòng HĐND và UBND\tKế toán\t\t',
]
const sheetOf = (...lines: string[]) => [heading, ...lines].join('\n')
const keep = async (sheet: string) =>
  (await house.run(keepStaffSheet, { agency: office.agency, sheet }, office.actor.administrator)).sheet

describe('importing staff', () => {
  test('shows what it would do, does all of it, and the second time nothing', async () => {
    const { administrator } = office.actor
    const sheet = await keep(sheetOf(...rows))
    const view = await house.run(showStaffSheet, { sheet }, administrator)
    expect(view.findings).toEqual([])
    expect(view.steps.map(one => [one.row, one.name, one.isNewPerson, one.isNewPosition, one.from])).toEqual([
      [2, 'Vàng A Chư', true, true, '2026-11-01'],
      [3, 'Mùa Thị Pà', true, true, '2026-11-01'],
      [4, 'Quàng Văn Ơn', true, true, '2026-11-19'],
    ])
    expect(await house.facts()).toMatchObject([{ event: 'directory.staff-sheet-kept', data: { rows: 4 } }])
    const done = await house.run(importStaff, { sheet }, administrator)
    const counts = { people: 3, positions: 3, appointed: 3, granted: 2, accounts: 0, unchanged: 0 }
    expect(done).toEqual({ agency: office.agency, shown: null, ...counts })
    const facts = await house.facts()
    const kinds = Map.groupBy(facts, fact => fact.event)
    expect([...kinds].map(([event, list]) => [event, list.length])).toEqual([
      ['directory.person-added', 3],
      ['directory.position-opened', 3],
      ['directory.person-appointed', 3],
      ['directory.role-granted', 2],
      ['directory.staff-imported', 1],
    ])
    const agency = await house.run(showAgency, { agency: office.agency }, administrator)
    const economy = agency.units.find(one => one.id === office.units.economy)
    expect(economy?.positions.map(one => [one.title, one.rank, one.name])).toContainEqual([
      'Phó Trưởng phòng',
      'head',
      'Vàng A Chư',
    ])
    await expect(house.run(importStaff, { sheet }, administrator)).rejects.toMatchObject({
      code: 'directory.staff-sheet-imported',
    })
    expect((await house.run(showStaffSheet, { sheet }, administrator)).steps).toEqual([])
    const again = await keep(sheetOf(...rows))
    expect((await house.run(showStaffSheet, { sheet: again }, administrator)).steps.map(one => one.state)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ])
    await expect(house.run(importStaff, { sheet: again }, administrator)).rejects.toMatchObject({
      code: 'directory.staff-sheet-unchanged',
    })
    await house.facts()
  })

  test('with any fault says all of them by row and column, and imports nothing', async () => {
    const { administrator } = office.actor
    const sheet = await keep(
      sheetOf(
        '1\tTòng Văn Hặc\t31/02/1990\t\tPhòng Kinh tế\tChuyên viên\t\t',
        '2\tLường Thị Piêng\t\t\tPhòng Không Có\tChuyên viên\tVua\t',
        '3\t\t\txyz\tPhòng Kinh tế\tChuyên viên\t\t',
        '4\tHà Thị Bông\t\tchu.va@songiang.gov.vn\tPhòng Kinh tế\tChuyên viên\t\t',
      ),
    )
    const view = await house.run(showStaffSheet, { sheet }, administrator)
    expect(view.findings.map(one => [one.row, one.column, one.code.replace('directory.', '')])).toEqual([
      [2, 'birthDate', 'date-invalid'],
      [3, 'unit', 'staff-name-unknown'],
      [3, 'roles', 'staff-name-unknown'],
      [4, 'name', 'staff-cell-missing'],
      [4, 'email', 'email-invalid'],
    ])
    await expect(house.run(importStaff, { sheet }, administrator)).rejects.toMatchObject({
      code: 'directory.staff-sheet-faulty',
      params: { count: 5 },
    })
    const taken = await keep(
      sheetOf('4\tHà Thị Bông\t\tchu.va@songiang.gov.vn\tPhòng Kinh tế\tChuyên viên\t\t01/01/2020'),
    )
    expect(
      (await house.run(showStaffSheet, { sheet: taken }, administrator)).findings.map(one => [one.column, one.code]),
    ).toEqual([
      ['email', 'directory.staff-value-taken'],
      ['startDate', 'directory.staff-before-unit'],
    ])
    expect((await house.run(listPeople, { q: 'hac' }, administrator)).people).toEqual([])
  })

  test('gives an existing person another position, and fills a vacant one first', async () => {
    const sheet = await keep(sheetOf('1\tVàng A Chư\t02/09/1988\t\tPhòng Văn hóa – Xã hội\tChuyên viên\t\t01/12/2026'))
    const done = await house.run(importStaff, { sheet }, office.actor.administrator)
    expect(done).toMatchObject({ people: 0, positions: 1, appointed: 1 })
    await house.pool.query(
      "update directory.holding set valid_to = '2026-11-15' where person = $1 and valid_from = '2026-11-01'",
      [(await house.run(listPeople, { q: 'mua thi pa' })).people[0]!.id],
    )
    const vacant = await keep(sheetOf('1\tSồng A Dế\t05/05/1999\t\tPhòng Kinh tế\tChuyên viên\t\t20/11/2026'))
    const [step] = (await house.run(showStaffSheet, { sheet: vacant }, office.actor.administrator)).steps
    expect(step).toMatchObject({ isNewPerson: true, isNewPosition: false })
    await house.facts()
  })

  test('refuses an empty sheet, a huge one, and whoever may not', async () => {
    const input = (sheet: string) => ({ agency: office.agency, sheet })
    await expect(house.run(keepStaffSheet, input('  \n'))).rejects.toMatchObject({
      code: 'directory.staff-sheet-empty',
    })
    await expect(house.run(keepStaffSheet, input('x\n'.repeat(2001)))).rejects.toMatchObject({
      code: 'directory.staff-sheet-large',
    })
    await expect(house.run(keepStaffSheet, input('x'), office.actor.leader)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const sheet = await keep(sheetOf('1\tLò Thị Ín\t\t\tPhòng Kinh tế\tVăn thư\tChuyên viên thụ lý\t'))
    await expect(house.run(importStaff, { sheet }, office.actor.leader)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const rights = {
      'directory.organisation.edit': { agencies: [office.agency] },
      'directory.organisation.read': { agencies: [office.agency] },
    }
    const half = { ...office.actor.leader, rights }
    await expect(house.run(importStaff, { sheet }, half)).rejects.toMatchObject({
      code: 'kernel.forbidden',
      params: { permission: 'directory.role.edit' },
    })
    await house.facts()
  })

  test('offers a sheet to fill in, which the import itself understands', async () => {
    const { administrator } = office.actor
    const words = await house.run(prepareStaff, { agency: office.agency }, administrator)
    expect(words.units).toContain('Phòng Kinh tế')
    expect(words.titles).toEqual(expect.arrayContaining(['Chuyên viên', 'Trưởng phòng Kinh tế']))
    const { body, name } = await house.run(staffTemplate, { agency: office.agency }, administrator)
    expect(name).toBe('Mẫu nhập cán bộ - Ủy ban nhân dân xã Tân Hòa.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(body as Uint8Array) as never)
    const headings = (book.getWorksheet('Cán bộ')!.getRow(1).values as string[]).slice(1)
    const sheet = await keep(
      [headings.join('\t'), 'Lò Thị Ín\t1/2/1990\t\t\t\tPhòng Kinh tế\tChuyên viên\t\t'].join('\n'),
    )
    const view = await house.run(showStaffSheet, { sheet }, administrator)
    expect([view.findings, view.warnings]).toEqual([[], []])
  })
})
