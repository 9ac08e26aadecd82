import { isWithin, type Period } from './period.ts'

/** Kinds of administrative unit, in the order of their type numbers 1–5 in national open data. */
export const adminUnitTypes = ['city', 'province', 'ward', 'commune', 'special-zone'] as const
export type AdminUnitType = (typeof adminUnitTypes)[number]

/** One administrative unit as it was during one period. Its code never changes; a new type or name begins a new version. */
export type AdminUnit = Period & {
  /** 2 digits for a province, 5 for a commune, leading zeros kept (Decision 19/2025/QĐ-TTg). */
  readonly code: string
  readonly level: 'province' | 'commune'
  readonly type: AdminUnitType
  /** Without the kind: `Phú Thượng`. */
  readonly name: string
  /** With the kind: `Phường Phú Thượng`. */
  readonly fullName: string
  readonly parentCode: string | null
  /** The decision or resolution that made this version. */
  readonly decree: string
}

/**
 * A commune of the three-tier address as people still write it. One that was dissolved before 2025 has no code in the
 * source. More than one successor means that it was divided: only a person who knows the place can choose.
 */
export type FormerCommune = {
  readonly code: string | null
  /** Full names, as the source writes them: `Phường An Lạc A`, `Quận Bình Tân`, `Thành phố Hồ Chí Minh`. */
  readonly name: string
  readonly district: string
  readonly province: string
  /** Codes of the communes of 01/07/2025 that hold its land, ascending. */
  readonly successors: readonly string[]
}

const prefixes: Record<AdminUnitType, string> = {
  city: 'Thành phố',
  province: 'Tỉnh',
  ward: 'Phường',
  commune: 'Xã',
  'special-zone': 'Đặc khu',
}

/** The number of a unit's type in national open data, 1–5. */
export function typeNumber(type: AdminUnitType): number {
  return adminUnitTypes.indexOf(type) + 1
}

/** The level at which a type stands. */
export function levelOf(type: AdminUnitType): 'province' | 'commune' {
  return type === 'city' || type === 'province' ? 'province' : 'commune'
}

/** The official full name: kind and name. */
export function fullNameOf(type: AdminUnitType, name: string): string {
  return `${prefixes[type]} ${name}`
}

/** Splits a full commune-level name into type and name; null when it begins with no kind of commune. */
export function readCommuneName(fullName: string): { type: AdminUnitType; name: string } | null {
  for (const type of ['ward', 'commune', 'special-zone'] as const) {
    if (fullName.startsWith(`${prefixes[type]} `)) return { type, name: fullName.slice(prefixes[type].length + 1) }
  }
  return null
}

/** The versions that hold on a date. */
export function unitsOn(units: readonly AdminUnit[], date: string): AdminUnit[] {
  return units.filter(unit => isWithin(unit, date))
}

/** How many units there are of each type. */
export function countByType(units: readonly AdminUnit[]): Record<AdminUnitType, number> {
  const counts = { city: 0, province: 0, ward: 0, commune: 0, 'special-zone': 0 }
  for (const unit of units) counts[unit.type] += 1
  return counts
}
