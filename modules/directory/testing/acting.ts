import { localDate, type Actor, type Id } from '@congso/kernel/contract'
import type { Db } from '@congso/kernel/server'
import { isWithin } from '../domain/period.ts'
import { effectiveRights, nextChange, toReach } from '../domain/right.ts'
import { readRightsBook, type Book } from '../organisation/role/queries/rights-book.ts'

type Who = { account: Id<'account'> | null; person: Id<'person'>; name: string }

/**
 * Somebody as they act in one of their positions at a moment (the first they hold when none is named), and the moment until
 * which that holds (Infinity when nothing dated lies ahead). Null when they do not hold the position named; who holds none
 * at all is known by name and may do nothing.
 */
export async function actorFor(
  db: Db,
  who: Who,
  position: Id<'position'> | null,
  now: number,
): Promise<{ actor: Actor; until: number } | null> {
  const book = await readRightsBook(db, { people: [who.person] }, now)
  const today = localDate(now)
  const holding = book.holdings.find(
    one => one.person === who.person && isWithin(one, today) && (position === null || one.position === position),
  )
  const place = book.positions.find(one => one.id === holding?.position)
  if (!holding || !place) {
    if (position !== null) return null
    return { actor: { ...nowhere, ...who }, until: nextChange(book, who.person, now) ?? Infinity }
  }
  const through = { ...book, holdings: book.holdings.filter(one => one.position === place.id) }
  const { rights } = effectiveRights(through, who.person, now)
  const reach = Object.entries(rights).map(([name, one]) => [name, toReach(one, root => belowOf(book, root))])
  const actor: Actor = {
    ...nowhere,
    ...who,
    position: place.id,
    title: place.title,
    unit: place.unit,
    unitName: place.unitName,
    agency: place.agency,
    agencyName: place.agencyName,
    rights: Object.fromEntries(reach),
  }
  return { actor, until: nextChange(book, who.person, now) ?? Infinity }
}

const nowhere = {
  kind: 'person' as const,
  position: null,
  title: '',
  unit: null,
  unitName: '',
  agency: null,
  agencyName: '',
  rights: {},
}

function belowOf(book: Book, root: string): string[] {
  return book.agencies.filter(one => one.path.includes(root)).map(one => one.id)
}
