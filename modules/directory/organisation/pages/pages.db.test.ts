import { pathTo, type Actor, type Endpoint, type Lang } from '@congso/kernel/contract'
import { blankPage, PageContext, type PageContextValue } from '@congso/kernel/html'
import { newId } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { h } from 'preact'
import { toHtml as render } from '@congso/kernel/html'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../testing.ts'
import { listAgencies, showAgency } from '../agency/contract.ts'
import { readJournal } from '../audit/contract.ts'
import { listDelegations, makeDelegation, prepareDelegation, whoCan } from '../delegation/contract.ts'
import { part } from '../module.ts'
import { listPeople, showPerson } from '../person/contract.ts'
import { importAdminUnits, listPlaces, resolveAddress, showPlace } from '../place/contract.ts'
import { closePosition, openPosition, showPosition } from '../position/contract.ts'
import { listRoles, showRole } from '../role/contract.ts'
import { importStaff, keepStaffSheet, prepareStaff, showStaffSheet, showStaffSlips } from '../staff/contract.ts'
import { organisation } from '../testing.ts'
import { showUnit } from '../unit/contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
  const dated = { validFrom: '2025-07-01', validTo: null, decree: '19/2025/QĐ-TTg' }
  const province = {
    code: '15',
    level: 'province' as const,
    type: 'province' as const,
    name: 'Lào Cai',
    fullName: 'Tỉnh Lào Cai',
    parentCode: null,
    ...dated,
  }
  const commune = {
    ...province,
    code: '03004',
    level: 'commune' as const,
    type: 'ward' as const,
    name: 'Sa Pa',
    fullName: 'Phường Sa Pa',
    parentCode: '15',
  }
  const former = {
    code: '03006',
    name: 'Phường Sa Pả',
    district: 'Thị xã Sa Pa',
    province: 'Tỉnh Lào Cai',
    successors: ['03004'],
  }
  await house.run(importAdminUnits, { units: [province, commune], former: [former] })
  await house.run(makeDelegation, {
    position: office.post('tan-hoa/leadership/leader').position,
    person: office.post('tan-hoa/leadership/deputy').person,
    form: 'KT.',
    reason: 'Đi công tác',
    from: '2026-11-19',
    last: '2026-11-25',
  })
  const { position } = await house.run(openPosition, {
    unit: office.units.office,
    title: 'Lái xe',
    rank: 'other',
    from: '2026-01-01',
  })
  await house.run(closePosition, { position, version: 1, on: '2026-10-01' })
})
afterAll(() => house.close())

/** The page of a query as the reader gets it. */
async function show<E extends Endpoint>(
  endpoint: E,
  input: Parameters<typeof house.run<E>>[1],
  options: { actor?: Actor; lang?: Lang; form?: PageContextValue['form'] } = {},
) {
  const actor = options.actor ?? office.actor.administrator
  const view = await house.run(endpoint, input, actor)
  const binding = part.pages.find(one => one.endpoint === (endpoint as Endpoint))
  if (!binding) throw new Error(`${endpoint.id} has no page`)
  const path = pathTo(endpoint, input as Record<string, unknown>)
  const page = {
    ...blankPage,
    lang: options.lang ?? 'vi',
    now: house.clock(),
    path,
    actor,
    ...(options.form ? { form: options.form } : {}),
  }
  const html = render(h(PageContext.Provider, { value: page }, h(binding.component, { view: view as never, page })))
  return { html, title: binding.title(view as never, page) }
}

describe('every page', () => {
  test('shows itself in both languages', async () => {
    const { agency, units } = office
    const { position, person } = office.post('tan-hoa/leadership/leader')
    const { roles } = await house.run(listRoles, {})
    const { sheet } = await house.run(keepStaffSheet, {
      agency,
      sheet: 'Họ và tên\tĐơn vị\tChức vụ\nLò Thị Ín\tPhòng Kinh tế\tChuyên viên\n\tX\t',
    })
    const importer = { ...office.actor.administrator, account: newId<'account'>() }
    const row = 'Lò Thị Ín\tin.lt\tPhòng Kinh tế\tChuyên viên'
    const good = { agency, sheet: `Họ và tên\tTên đăng nhập\tĐơn vị\tChức vụ\n${row}` }
    const kept = await house.run(keepStaffSheet, good, importer)
    const { shown: slips } = await house.run(importStaff, { sheet: kept.sheet }, importer)
    const all = [
      await show(listAgencies, {}),
      await show(showAgency, { agency, closed: true }),
      await show(showUnit, { unit: units.economy }),
      await show(showPosition, { position, q: 'hang' }),
      await show(listPeople, {}),
      await show(showPerson, { person }),
      await show(listRoles, {}),
      await show(showRole, { role: roles[0]!.id }),
      await show(listDelegations, {}),
      await show(prepareDelegation, { position }),
      await show(whoCan, { permission: 'casework.dossier.sign', agency }),
      await show(listPlaces, {}),
      await show(listPlaces, { province: '15' }),
      await show(showPlace, { code: '03004' }),
      await show(resolveAddress, { commune: 'sa pả', district: 'Sa Pa', province: 'Lào Cai' }),
      await show(prepareStaff, { agency }),
      await show(showStaffSheet, { sheet }),
      await show(showStaffSlips, { shown: slips! }, { actor: importer }),
      await show(readJournal, {}),
    ]
    const shown = new Set(part.pages.map(one => one.endpoint.id))
    expect(shown.size).toBe(18)
    for (const { html, title } of all) {
      expect(title).toBeTruthy()
      expect(html).not.toMatch(/undefined|\[object|NaN| style="/)
    }
    const english = await show(showAgency, { agency }, { lang: 'en' })
    expect(english.html).toContain('Import staff from a spreadsheet')
    expect(english.html).not.toContain('Nhập cán bộ')
  })

  test('says what is empty and why', async () => {
    expect((await show(listAgencies, { q: 'không có gì' })).html).toContain('Không có cơ quan nào khớp')
    expect((await show(listPeople, { q: 'không có ai' })).html).toContain('Không tìm thấy ai')
    expect((await show(listDelegations, { state: 'over' })).html).toContain('Chưa có ủy quyền nào kết thúc')
    expect((await show(whoCan, { permission: 'casework.dossier.fly', agency: office.agency })).html).toContain(
      'Hôm nay không ai làm được việc này',
    )
    expect((await show(listPlaces, { q: 'atlantis' })).html).toContain('Không có đơn vị hành chính nào khớp')
    expect((await show(resolveAddress, { commune: 'Atlantis' })).html).toContain('Chưa tìm ra')
    expect((await show(readJournal, { last: '2020-01-01' })).html).toContain('Không có dòng nhật ký nào khớp')
  })

  test('offers acts only to whom they are open', async () => {
    const { agency, actor } = office
    expect((await show(showAgency, { agency })).html).toContain('Mở đơn vị…')
    const read = await show(showAgency, { agency }, { actor: actor.leader })
    expect(read.html).toContain('Lê Thu Hằng')
    expect(read.html).not.toContain('<form action="/directory/agencies')
    expect(
      (await show(showPerson, { person: office.post('tan-hoa/economy/officer').person }, { actor: actor.leader })).html,
    ).not.toContain('Sửa thông tin')
  })

  test('opens a form again with what was typed and what is wrong', async () => {
    const { agency } = office
    const action = `/directory/agencies/${agency}/units`
    const errors = [{ path: 'name', message: 'Chưa nhập.' }]
    const { html } = await show(
      showAgency,
      { agency },
      { form: { action, values: { name: '', from: '01/12/2026' }, errors } },
    )
    expect(html).toContain('Chưa mở được đơn vị')
    expect(html).toContain('value="01/12/2026"')
    expect(html.match(/<details class="cs-more" open/g)).toHaveLength(1)
  })

  test('shows an old address the new unit and where it came from', async () => {
    const { html } = await show(resolveAddress, { commune: 'P. Sa Pả', district: 'TX Sa Pa' })
    expect(html).toContain('Nay thuộc')
    expect(html).toContain('Phường Sa Pa, Tỉnh Lào Cai')
    expect(html).toContain('trước là Phường Sa Pả, Thị xã Sa Pa, Tỉnh Lào Cai')
  })

  test('names every fault of a sheet by row and column', async () => {
    const { agency } = office
    const { sheet } = await house.run(keepStaffSheet, {
      agency,
      sheet: 'Họ và tên\tĐơn vị\tChức vụ\nLò Thị Ín\tPhòng X\tVua',
    })
    const { html } = await show(showStaffSheet, { sheet })
    expect(html).toContain('Có 2 chỗ cần sửa')
    expect(html).toContain('Không có “Phòng X”')
  })
})
