import { atLocal, localDate, type Reach } from '@congso/kernel/contract'
import { boundaries, isWithin, sharedDays, type Period } from './period.ts'
import { coveredBy } from './permission.ts'

/** How far a grant reaches from the position that has it. `own`: what is assigned to the position itself. */
export type ReachWord = 'own' | 'unit' | 'agency' | 'subtree' | 'all'

/** A role as dated data: a set of permission patterns. Several versions may share an id. */
export type Role = Period & { readonly id: string; readonly permissions: readonly string[] }

/** A position gets a role for a time. */
export type Grant = Period & {
  readonly id: string
  readonly role: string
  readonly position: string
  readonly reach: ReachWord
}

/** A place in the house: a post in a unit of an agency. */
export type Position = { readonly id: string; readonly unit: string; readonly agency: string }

/** A person holds a position for a time. */
export type Holding = Period & { readonly person: string; readonly position: string }

/** Signing for somebody else, Decree 30/2020 Art. 13: as deputy, by order, or by written authorisation. */
export type SigningForm = 'KT.' | 'TL.' | 'TUQ.'

/** Rights of a position lent to a person. `permissions` null: all. What is borrowed cannot be lent on. */
export type Delegation = Period & {
  readonly id: string
  readonly lender: string
  readonly borrower: string
  readonly permissions: readonly string[] | null
  readonly form: SigningForm
}

/** Everything needed to know what people may do. More than needed does no harm, and order does not matter. */
export type RightsBook = {
  readonly positions: readonly Position[]
  readonly holdings: readonly Holding[]
  readonly roles: readonly Role[]
  readonly grants: readonly Grant[]
  readonly delegations: readonly Delegation[]
  /** The permissions that exist. */
  readonly permissions: readonly string[]
}

/** How far one permission reaches. `roots`: agencies with all below them. `ownOf`: positions whose own things are meant. */
export type EffectiveReach = {
  readonly all: boolean
  readonly agencies: readonly string[]
  readonly roots: readonly string[]
  readonly units: readonly string[]
  readonly own: boolean
  readonly ownOf: readonly string[]
}

/** Why somebody holds a permission: the role a position has, perhaps lent, and the days on which all of it holds. */
export type Because = {
  readonly permission: string
  readonly via: 'role' | 'delegation'
  readonly role: string
  readonly grant: string
  readonly reach: ReachWord
  /** The position that has the role: the person's own, or the lender's. */
  readonly position: string
  readonly unit: string
  readonly agency: string
  readonly from: string
  readonly to: string | null
  readonly delegation: string | null
  readonly form: SigningForm | null
}

export type EffectiveRights = {
  readonly rights: Readonly<Record<string, EffectiveReach>>
  readonly because: readonly Because[]
}

/** What a person may do at a moment (epoch ms), how far, and why. Pass one position's holding to act through that one only. */
export function effectiveRights(book: RightsBook, person: string, at: number): EffectiveRights {
  const because = reasonsOf(book, person).filter(one => isWithin(periodOf(one), localDate(at)))
  const byPermission = Map.groupBy(because, one => one.permission)
  const rights = Object.fromEntries([...byPermission].map(([permission, list]) => [permission, joined(list)]))
  return { rights, because }
}

/** The next moment (epoch ms) at which the person's rights may be different; null when nothing dated lies ahead. */
export function nextChange(book: RightsBook, person: string, at: number): number | null {
  const moments = reasonsOf(book, person)
    .flatMap(one => boundaries(periodOf(one)))
    .map(date => atLocal(date))
    .filter(moment => moment > at)
  return moments.length > 0 ? Math.min(...moments) : null
}

/** The reach in the kernel's terms, with every root spread out to the agencies below it. */
export function toReach(reach: EffectiveReach, agenciesBelow: (root: string) => readonly string[]): Reach {
  if (reach.all) return { all: true }
  const agencies = [...new Set([...reach.agencies, ...reach.roots, ...reach.roots.flatMap(agenciesBelow)])].toSorted()
  return {
    ...(agencies.length > 0 ? { agencies } : {}),
    ...(reach.units.length > 0 ? { units: reach.units } : {}),
    ...(reach.own ? { own: true } : {}),
  }
}

/** The reasons for which a person with these rights may do this to a thing of that agency, unit and position; none: may not. */
export function whyAllowed(
  effective: EffectiveRights,
  permission: string,
  thing: { readonly agency: string; readonly unit: string | null; readonly position: string | null },
  isBelow: (agency: string, root: string) => boolean,
): Because[] {
  return effective.because.filter(one => {
    if (one.permission !== permission) return false
    if (one.reach === 'all') return true
    if (one.reach === 'subtree') return thing.agency === one.agency || isBelow(thing.agency, one.agency)
    if (one.reach === 'agency') return thing.agency === one.agency
    return one.reach === 'unit' ? thing.unit === one.unit : thing.position === one.position
  })
}

/** The days on which a position itself has each permission, through its roles and not through loans. */
export function grantedDays(book: RightsBook, position: string): (Period & { permission: string; grant: Grant })[] {
  const grants = book.grants.filter(grant => grant.position === position)
  return grants.flatMap(grant =>
    book.roles
      .filter(role => role.id === grant.role)
      .flatMap(role => {
        const days = sharedDays(grant, role)
        return days
          ? coveredBy(role.permissions, book.permissions).map(permission => ({ ...days, permission, grant }))
          : []
      }),
  )
}

function reasonsOf(book: RightsBook, person: string): Because[] {
  const holdings = book.holdings.filter(holding => holding.person === person)
  const held = holdings.flatMap(holding => reasonsThrough(book, holding.position, holding, null))
  // Who has left every position borrows nothing: people act through positions.
  const lent = book.delegations
    .filter(loan => loan.borrower === person)
    .flatMap(loan => holdings.map(holding => ({ loan, days: sharedDays(loan, holding) })))
    .flatMap(({ loan, days }) => (days ? reasonsThrough(book, loan.lender, days, loan) : []))
  const unique = new Map([...held, ...lent].map(one => [sortKey(one), one]))
  return [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

function reasonsThrough(book: RightsBook, positionId: string, period: Period, loan: Delegation | null): Because[] {
  const position = book.positions.find(one => one.id === positionId)
  if (!position) return []
  return grantedDays(book, positionId).flatMap(({ permission, grant, ...granted }) => {
    if (loan?.permissions && coveredBy(loan.permissions, [permission]).length === 0) return []
    const days = sharedDays(granted, period)
    if (!days) return []
    return {
      permission,
      via: loan ? ('delegation' as const) : ('role' as const),
      role: grant.role,
      grant: grant.id,
      reach: grant.reach,
      position: positionId,
      unit: position.unit,
      agency: position.agency,
      from: days.validFrom,
      to: days.validTo,
      delegation: loan?.id ?? null,
      form: loan?.form ?? null,
    }
  })
}

function joined(list: readonly Because[]): EffectiveReach {
  const pick = (reach: ReachWord, value: (one: Because) => string) =>
    [...new Set(list.filter(one => one.reach === reach).map(value))].toSorted()
  return {
    all: list.some(one => one.reach === 'all'),
    agencies: pick('agency', one => one.agency),
    roots: pick('subtree', one => one.agency),
    units: pick('unit', one => one.unit),
    own: list.some(one => one.reach === 'own'),
    ownOf: pick('own', one => one.position),
  }
}

function periodOf(one: Because): Period {
  return { validFrom: one.from, validTo: one.to }
}

function sortKey(one: Because): string {
  return [one.permission, one.via, one.delegation, one.position, one.role, one.grant, one.from, one.to].join('\n')
}
