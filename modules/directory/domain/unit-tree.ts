import type { Finding } from '@congso/kernel/contract'
import { firstGap, hasDays, isWithin, sharedDays, type Period } from './period.ts'

/** Where an agency or unit stands during a period. A move begins a new placing with the same id. */
export type Placing = Period & {
  readonly id: string
  readonly kind: 'agency' | 'unit'
  /** The agency or unit above; null at the top, where only agencies stand. */
  readonly parent: string | null
}

/** What breaks the rules of the tree, on any day: each finding names the placing's id. Empty when the tree is sound. */
export function checkTree(placings: readonly Placing[]): Finding[] {
  return [...placings.flatMap(one => faultsOf(one, placings)), ...overlaps(placings), ...cycles(placings)]
}

/** What forbids closing an agency or unit from a day on: every child that is still open then must be closed or moved first. */
export function checkClosing(placings: readonly Placing[], id: string, on: string): Finding[] {
  if (!placings.some(one => one.id === id && isWithin(one, on))) return [finding(id, 'unit-not-open', { on })]
  return placings
    .filter(one => one.parent === id && hasDays(one) && (one.validTo === null || one.validTo > on))
    .map(child => finding(child.id, 'unit-has-open-child', { parent: id, on }))
}

/** The tree after an agency or unit stands under another parent from a day on; check it with {@link checkTree}. */
export function moved(placings: readonly Placing[], id: string, parent: string | null, on: string): Placing[] {
  return placings.flatMap(one => {
    if (one.id !== id || !isWithin(one, on)) return [one]
    const after = { ...one, parent, validFrom: on }
    return one.validFrom === on ? [after] : [{ ...one, validTo: on }, after]
  })
}

/** The tree after an agency or unit is closed from a day on. */
export function closed(placings: readonly Placing[], id: string, on: string): Placing[] {
  return placings
    .filter(one => one.id !== id || one.validFrom < on)
    .map(one => (one.id === id && isWithin(one, on) ? { ...one, validTo: on } : one))
}

/** The ids above one on a day, nearest first. */
export function ancestorsOn(placings: readonly Placing[], id: string, on: string): string[] {
  const above: string[] = []
  let parent = placingOn(placings, id, on)?.parent ?? null
  while (parent !== null && !above.includes(parent)) {
    above.push(parent)
    parent = placingOn(placings, parent, on)?.parent ?? null
  }
  return above
}

/** The ids below one on a day, at every depth, each parent before its children; of one kind, if asked. */
export function descendantsOn(placings: readonly Placing[], id: string, on: string, kind?: Placing['kind']): string[] {
  const children = Map.groupBy(
    placings.filter(one => isWithin(one, on)),
    one => one.parent,
  )
  const below = new Map<string, Placing>()
  const queue = [id]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const child of children.get(next) ?? []) {
      if (child.id === id || below.has(child.id)) continue
      below.set(child.id, child)
      queue.push(child.id)
    }
  }
  return [...below.values()].filter(one => kind === undefined || one.kind === kind).map(one => one.id)
}

/** The agency in which a unit (or the agency itself) stands on a day; null when it is not open then. */
export function agencyOn(placings: readonly Placing[], id: string, on: string): string | null {
  const chain = [id, ...ancestorsOn(placings, id, on)]
  return chain.find(one => placingOn(placings, one, on)?.kind === 'agency') ?? null
}

function faultsOf(one: Placing, placings: readonly Placing[]): Finding[] {
  if (!hasDays(one)) return [finding(one.id, 'unit-dates-reversed')]
  if (one.parent === null) return one.kind === 'agency' ? [] : [finding(one.id, 'unit-without-agency')]
  const parents = placings.filter(other => other.id === one.parent)
  if (parents.length === 0) return [finding(one.id, 'unit-parent-unknown')]
  if (one.kind === 'agency' && parents.some(other => other.kind === 'unit'))
    return [finding(one.id, 'agency-below-unit')]
  const from = firstGap(one, parents)
  return from ? [finding(one.id, 'unit-outlives-parent', { parent: one.parent, from })] : []
}

function overlaps(placings: readonly Placing[]): Finding[] {
  const sound = placings.filter(hasDays)
  return [...Map.groupBy(sound, one => one.id)].flatMap(([id, list]) => {
    const sorted = list.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    const twice = sorted.find((one, index) => {
      const before = sorted[index - 1]
      return before !== undefined && sharedDays(before, one) !== null
    })
    return twice ? [finding(id, 'unit-in-two-places', { from: twice.validFrom })] : []
  })
}

/** A cycle can only begin on a day on which a placing begins. */
function cycles(placings: readonly Placing[]): Finding[] {
  const sound = placings.filter(hasDays)
  const days = [...new Set(sound.map(one => one.validFrom))].toSorted()
  const found = new Map<string, Finding>()
  for (const on of days) {
    const parents = new Map(sound.filter(one => isWithin(one, on)).map(one => [one.id, one.parent]))
    const safe = new Set<string>()
    for (const start of parents.keys()) {
      const path = new Set<string>()
      let id: string | null = start
      while (id !== null && !safe.has(id) && !path.has(id)) {
        path.add(id)
        id = parents.get(id) ?? null
      }
      if (id !== null && path.has(id)) found.set(id, found.get(id) ?? finding(id, 'unit-cycle', { on }))
      for (const one of path) safe.add(one)
    }
  }
  return [...found.values()]
}

function placingOn(placings: readonly Placing[], id: string, on: string): Placing | undefined {
  return placings.find(one => one.id === id && isWithin(one, on))
}

function finding(path: string, code: string, params?: Finding['params']): Finding {
  return params ? { path, code: `directory.${code}`, params } : { path, code: `directory.${code}` }
}
