import type { Issuer } from '../contract.ts'

/** What the directory knows of the counter that gives out a paper. */
export type Counter = {
  agencyName: string
  agencyShortName: string
  agencyKind: string
  parentShortName: string
  unitName: string
  unitKind: string
}

/**
 * How a counter signs its papers. A provincial centre stands under the committee above it; a commune's centre is a unit of its
 * committee with a seal of its own (NĐ 118/2025); any other unit signs as its agency.
 */
export function issuerOf(counter: Counter): Issuer {
  const place = placeOf(counter.agencyName)
  if (counter.agencyKind === 'centre' || counter.unitKind !== 'one-stop') {
    return { parent: counter.parentShortName, name: counter.agencyName, place, centre: counter.agencyName }
  }
  const name = counter.unitName.replace(/\s+(?:xã|phường|đặc khu)$/iu, '')
  return {
    parent: counter.agencyShortName,
    name,
    place,
    centre: name.endsWith(place) ? name : `${name} ${areaOf(counter.agencyName)}`,
  }
}

/** The name that stands before the date on a paper: "Tân Hòa" of "Ủy ban nhân dân xã Tân Hòa"; the whole name where it tells no place. */
export function placeOf(agencyName: string): string {
  return areaPattern.exec(agencyName)?.[2] ?? agencyName
}

/** "xã Tân Hòa" of "Ủy ban nhân dân xã Tân Hòa". */
function areaOf(agencyName: string): string {
  return areaPattern.exec(agencyName)?.slice(1, 3).join(' ') ?? agencyName
}

const areaPattern = /.*(?:^|\s)(xã|phường|đặc khu|thị trấn|thị xã|quận|huyện|tỉnh|thành phố)\s+(\S.*)$/iu
