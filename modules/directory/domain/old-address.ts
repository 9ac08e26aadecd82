import type { AdminUnitChange } from './admin-unit-change.ts'
import { unitsOn, type AdminUnit, type FormerCommune } from './admin-unit.ts'
import { isAccented, officialPlace, readingsOf, type PlaceName } from './place-name.ts'

/** An address as written before or after 01/07/2025, with or without kinds ("P.", "Quận") and accents. */
export type WrittenAddress = { readonly province?: string; readonly district?: string; readonly commune?: string }

/** One new unit the address may mean. `former` is null when the address already names the new unit. */
export type AddressCandidate = {
  readonly unit: AdminUnit
  readonly former: FormerCommune | null
  readonly reason: 'whole' | 'divided' | 'current'
}

/**
 * `one`: all readings lead to the same new unit. `several`: a person must choose, because the former commune was divided,
 * because the writing fits several, or because only a district was given. `none`: which part is not known.
 */
export type AddressAnswer =
  | { readonly outcome: 'one'; readonly candidates: readonly AddressCandidate[] }
  | {
      readonly outcome: 'several'
      readonly why: 'divided' | 'ambiguous' | 'district-only'
      readonly candidates: readonly AddressCandidate[]
    }
  | {
      readonly outcome: 'none'
      readonly unknown: 'province' | 'district' | 'commune'
      readonly candidates: readonly []
    }

type Old = {
  former: FormerCommune
  successors: readonly AdminUnit[]
  commune: PlaceName
  district: PlaceName
  provinces: readonly PlaceName[]
}
type New = { unit: AdminUnit; commune: PlaceName; province: PlaceName }

/** Former and present communes by their folded names; build it once per set of units. */
export type AddressIndex = {
  readonly olds: ReadonlyMap<string, readonly Old[]>
  readonly news: ReadonlyMap<string, readonly New[]>
  readonly byCode: ReadonlyMap<string, AdminUnit>
  readonly predecessors: ReadonlyMap<string, readonly FormerCommune[]>
}

/**
 * Builds the index of the units that hold on a date and of the communes before them. Where a commune of 2025 has since
 * been closed, the `changes` lead on to the units that took its land.
 */
export function buildAddressIndex(
  units: readonly AdminUnit[],
  former: readonly FormerCommune[],
  on: string,
  changes: readonly AdminUnitChange[] = [],
): AddressIndex {
  const current = unitsOn(units, on)
  const byCode = new Map(current.map(unit => [unit.code, unit]))
  const provincePlace = new Map(
    current
      .filter(unit => unit.level === 'province')
      .map(unit => [unit.code, officialPlace(unit.fullName, 'province')]),
  )
  const provinceOf = (unit: AdminUnit | undefined) => provincePlace.get(unit?.parentCode ?? '')
  const heirs = heirFinder(byCode, changes)
  const olds = former.map(one => {
    const successors = [...new Set(one.successors.flatMap(heirs))]
    const places = [officialPlace(one.province, 'province'), ...successors.map(provinceOf)]
    return {
      former: one,
      successors,
      commune: officialPlace(one.name, 'commune'),
      district: officialPlace(one.district, 'district'),
      provinces: places.filter(place => place !== undefined),
    }
  })
  const news = current.flatMap(unit => {
    const province = provinceOf(unit)
    return unit.level === 'commune' && province
      ? [{ unit, commune: officialPlace(unit.fullName, 'commune'), province }]
      : []
  })
  const pairs = olds.flatMap(old => old.successors.map(unit => ({ code: unit.code, former: old.former })))
  const predecessors = new Map(
    [...Map.groupBy(pairs, pair => pair.code)].map(([code, list]) => [code, list.map(pair => pair.former)]),
  )
  return { olds: Map.groupBy(olds, foldedCommune), news: Map.groupBy(news, foldedCommune), byCode, predecessors }
}

function heirFinder(byCode: ReadonlyMap<string, AdminUnit>, changes: readonly AdminUnitChange[]) {
  const closed = new Map(changes.flatMap(one => (one.kind === 'close' ? [[one.code, one.successors] as const] : [])))
  const heirs = (code: string, seen: readonly string[] = []): AdminUnit[] => {
    const unit = byCode.get(code)
    if (unit) return [unit]
    return seen.includes(code) ? [] : (closed.get(code) ?? []).flatMap(next => heirs(next, [...seen, code]))
  }
  return (code: string) => heirs(code)
}

function foldedCommune(one: { commune: PlaceName }): string {
  return one.commune.folded
}

/** The new units an address may mean, read as {@link WrittenAddress}. Never guesses between several. */
export function resolveOldAddress(index: AddressIndex, written: WrittenAddress): AddressAnswer {
  const asked = {
    accented: isAccented(Object.values(written).join(' ')),
    provinces: readingsOf(written.province ?? '', 'province'),
    districts: readingsOf(written.district ?? '', 'district'),
    communes: readingsOf(written.commune ?? '', 'commune'),
  }
  const olds =
    asked.communes.length > 0
      ? asked.communes.flatMap(one => index.olds.get(one.folded) ?? [])
      : [...index.olds.values()].flat()
  const inProvince = olds.filter(old => fitsAny(asked.provinces, ...old.provinces))
  const inDistrict = inProvince.filter(old => fitsAny(asked.districts, old.district))
  if (asked.communes.length === 0) return wholeDistrict(index, asked, inDistrict)
  let best = closest(inDistrict, asked, 'communes', old => [old.commune])
  best = closest(best, asked, 'districts', old => [old.district])
  best = closest(best, asked, 'provinces', old => old.provinces)
  const candidates = best.flatMap(candidatesOf)
  if (asked.districts.length === 0 || best.length === 0) candidates.push(...currentUnits(index, asked))
  if (candidates.length === 0) return { outcome: 'none', unknown: unknownPart(index, asked), candidates: [] }
  if (new Set(candidates.map(one => one.unit.code)).size === 1) return { outcome: 'one', candidates }
  const divided = best.length === 1 && candidates.every(one => one.reason === 'divided')
  return { outcome: 'several', why: divided ? 'divided' : 'ambiguous', candidates }
}

/** The communes of before 01/07/2025 whose land, whole or in part, the new commune holds. */
export function predecessorsOf(index: AddressIndex, code: string): readonly FormerCommune[] {
  return index.predecessors.get(code) ?? []
}

type Asked = {
  readonly accented: boolean
  readonly provinces: readonly PlaceName[]
  readonly districts: readonly PlaceName[]
  readonly communes: readonly PlaceName[]
}

function wholeDistrict(index: AddressIndex, asked: Asked, olds: readonly Old[]): AddressAnswer {
  if (asked.districts.length === 0) return { outcome: 'none', unknown: 'commune', candidates: [] }
  const best = closest(olds, asked, 'districts', old => [old.district])
  const candidates = best.flatMap(candidatesOf)
  // Island districts without communes became special zones of their own name.
  if (candidates.length === 0) {
    const zones = asked.districts.flatMap(one => index.news.get(one.folded) ?? [])
    for (const { unit, province } of zones) {
      if (unit.type !== 'special-zone' || !fitsAny(asked.provinces, province)) continue
      candidates.push({ unit, former: null, reason: 'current' })
    }
  }
  if (candidates.length === 0) return { outcome: 'none', unknown: unknownPart(index, asked), candidates: [] }
  const same = new Set(candidates.map(one => one.unit.code)).size === 1
  return same ? { outcome: 'one', candidates } : { outcome: 'several', why: 'district-only', candidates }
}

function candidatesOf(old: Old): AddressCandidate[] {
  const reason = old.successors.length > 1 ? 'divided' : 'whole'
  return old.successors.map(unit => ({ unit, former: old.former, reason }))
}

function currentUnits(index: AddressIndex, asked: Asked): AddressCandidate[] {
  const named = asked.communes.flatMap(one => index.news.get(one.folded) ?? [])
  const within = named.filter(one => {
    if (!fitsAny(asked.provinces, one.province)) return false
    if (asked.districts.length === 0) return true
    const before = index.predecessors.get(one.unit.code) ?? []
    return before.some(former => fitsAny(asked.districts, officialPlace(former.district, 'district')))
  })
  const best = closest(within, asked, 'communes', one => [one.commune])
  return best.map(({ unit }) => ({ unit, former: null, reason: 'current' }))
}

function unknownPart(index: AddressIndex, asked: Asked): 'province' | 'district' | 'commune' {
  const all = [...index.olds.values()].flat().filter(old => fitsAny(asked.provinces, ...old.provinces))
  if (all.length === 0) return 'province'
  return all.some(old => fitsAny(asked.districts, old.district)) && asked.communes.length > 0 ? 'commune' : 'district'
}

function fitsAny(asked: readonly PlaceName[], ...places: readonly PlaceName[]): boolean {
  return asked.length === 0 || asked.some(one => places.some(place => place.folded === one.folded))
}

/** Keeps those that also agree in accents, if the address has any, and then in kind; or all, when none does. */
function closest<T>(
  list: readonly T[],
  asked: Asked,
  part: 'provinces' | 'districts' | 'communes',
  placesOf: (one: T) => readonly PlaceName[],
): readonly T[] {
  const pick = (from: readonly T[], fits: (place: PlaceName, one: PlaceName) => boolean) => {
    const kept = from.filter(item => asked[part].some(one => placesOf(item).some(place => fits(place, one))))
    return kept.length > 0 ? kept : from
  }
  const accented = asked.accented ? pick(list, (place, one) => place.exact === one.exact) : list
  return pick(accented, (place, one) => one.kind !== null && place.folded === one.folded && place.kind === one.kind)
}
