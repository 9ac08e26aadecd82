/** An agency as it stands in a list, with its place in the tree. */
export type Standing = {
  readonly id: string
  readonly parent: string | null
  readonly kind: string
  readonly name: string
}

const kinds = ['province', 'department', 'centre', 'district', 'commune', 'other']

/**
 * The agencies as a tree laid flat, each parent before its children, with its depth. One whose parent is not in the list
 * stands at the top. Sisters are in order of kind, then name.
 */
export function treeOrder<T extends Standing>(list: readonly T[]): (T & { depth: number })[] {
  const ids = new Set(list.map(one => one.id))
  const topOf = (one: T) => (one.parent !== null && ids.has(one.parent) ? one.parent : null)
  const children = Map.groupBy(list, topOf)
  const below = (parent: string | null, depth: number): (T & { depth: number })[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'vi'))
      .flatMap(one => [{ ...one, depth }, ...below(one.id, depth + 1)])
  return below(null, 0)
}

/** Those found and all above them, so that what is found can be seen in its place. */
export function withWay<T extends Standing & { readonly found: boolean }>(list: readonly T[]): T[] {
  const byId = new Map(list.map(one => [one.id, one]))
  const kept = new Set<string>()
  for (const one of list) {
    if (!one.found) continue
    for (let at: T | undefined = one; at && !kept.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent))
      kept.add(at.id)
  }
  return list.filter(one => kept.has(one.id))
}
