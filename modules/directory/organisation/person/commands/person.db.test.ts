import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { organisation } from '../../testing.ts'
import { addPerson, changePerson, listPeople, showPerson } from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
  await house.facts()
})
afterAll(() => house.close())

const described = {
  name: 'Sùng Thị Dợ',
  birthDate: '1994-03-08',
  phone: '0912 345 678',
  email: 'do.st@songiang.gov.vn',
}

describe('a person', () => {
  test('is added with clean contact data, which the journal keeps apart', async () => {
    const { administrator } = office.actor
    const { person } = await house.run(addPerson, described, administrator)
    const view = await house.run(showPerson, { person }, administrator)
    expect(view).toMatchObject({
      name: 'Sùng Thị Dợ',
      phone: '0912345678',
      birthDate: '1994-03-08',
      places: [],
      rights: [],
    })
    expect(await house.facts()).toMatchObject([{ event: 'directory.person-added', subject: person, data: {} }])
    const personal = await house.pool.query('select personal from kernel.journal where subject = $1', [person])
    expect(personal.rows).toMatchObject([{ personal: { name: 'Sùng Thị Dợ', phone: '0912345678' } }])
    const input = { person, version: 1, ...described, name: 'Sùng Thị Dở', phone: '0987654321' }
    await house.run(changePerson, input, administrator)
    expect(await house.facts()).toMatchObject([
      { event: 'directory.person-changed', data: { fields: ['name', 'phone'] } },
    ])
    await expect(house.run(changePerson, input, administrator)).rejects.toMatchObject({ code: 'kernel.stale' })
  })

  test.each([
    [{ name: '123' }, 'directory.name-invalid', 'name'],
    [{ phone: '12345' }, 'directory.phone-invalid', 'phone'],
    [{ email: 'a@b' }, 'directory.email-invalid', 'email'],
    [{ birthDate: '2026-11-19' }, 'directory.date-in-future', 'birthDate'],
  ])('is refused with %j', async (wrong, code, field) => {
    const input = { name: 'Giàng A Páo', ...wrong }
    await expect(house.run(addPerson, input, office.actor.administrator)).rejects.toMatchObject({ code, field })
  })

  test('is not added twice, unless somebody says it is another one', async () => {
    const one = { name: 'Lý Văn Cháng', birthDate: '1985-01-02', email: 'chang.lv@songiang.gov.vn' }
    await house.run(addPerson, one)
    await expect(house.run(addPerson, { name: 'LÝ VĂN CHÁNG', birthDate: '1985-01-02' })).rejects.toMatchObject({
      code: 'directory.person-exists',
    })
    await expect(house.run(addPerson, { name: 'Chang', email: 'Chang.LV@songiang.gov.vn' })).rejects.toMatchObject({
      code: 'directory.person-exists',
    })
    await house.run(addPerson, { ...one, anyway: true })
    await house.run(addPerson, { name: 'Lý Văn Cháng', birthDate: '1985-01-03' })
    await house.facts()
  })

  test('is corrected by who edits an agency they work in', async () => {
    const { person } = office.post('tan-hoa/economy/officer')
    const input = { person, version: 1, name: 'Nguyễn Hữu Phước' }
    await expect(house.run(changePerson, input, office.actor.clerk)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await expect(house.run(addPerson, described, office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const elsewhere = {
      ...office.actor.clerk,
      rights: { 'directory.organisation.edit': { agencies: [office.department] } },
    }
    await expect(house.run(changePerson, input, elsewhere)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    const here = { ...office.actor.clerk, rights: { 'directory.organisation.edit': { agencies: [office.agency] } } }
    await house.run(changePerson, input, here)
    await house.facts()
  })

  test('shows what they may do and through which role', async () => {
    const { person, position } = office.post('tan-hoa/one-stop/clerk')
    const view = await house.run(showPerson, { person }, office.actor.administrator)
    expect(view.places).toMatchObject([{ position, agency: 'Ủy ban nhân dân xã Tân Hòa' }])
    expect(view.rights.find(one => one.permission === 'casework.dossier.return')).toMatchObject({
      reasons: [{ via: 'role', role: 'Cán bộ trả kết quả', reach: 'agency', from: '2025-07-01', to: null }],
    })
    await expect(house.run(showPerson, { person }, office.actor.strangerLeader)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
})

describe('the list of people', () => {
  test('finds without accents, goes on from the last one, and keeps to what the reader may see', async () => {
    const { administrator, strangerLeader } = office.actor
    const found = await house.run(listPeople, { q: 'nguyen huu phuoc' }, administrator)
    expect(found.people).toMatchObject([
      { name: 'Nguyễn Hữu Phước', places: [{ title: 'Chuyên viên', unit: 'Phòng Kinh tế' }] },
    ])
    const first = await house.run(listPeople, {}, administrator)
    expect(first.people).toHaveLength(50)
    const second = await house.run(listPeople, { after: first.next! }, administrator)
    const ids = [...first.people, ...second.people].map(one => one.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(second.next).toBeNull()
    const own = await house.run(listPeople, { q: 'nguyen huu phuoc' }, strangerLeader)
    expect(own.people).toEqual([])
    const without = await house.run(listPeople, { without: true, q: 'sung thi' }, administrator)
    expect(without.people).toHaveLength(1)
  })
})
