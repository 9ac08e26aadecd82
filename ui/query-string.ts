/** Values a filter may put into an address; `null`, `undefined`, `''` and `[]` take the key away. */
export type QueryPatch = Record<string, string | number | boolean | null | undefined | readonly string[]>

/**
 * The address with its query changed: `withQuery('/x?a=1&page=3', { a: null, b: 'y' })` is `/x?b=y`.
 * `page` and `after` are dropped unless set again, because another filter is another list.
 */
export function withQuery(address: string, patch: QueryPatch): string {
  const [path = '', query = ''] = address.split('?')
  const search = new URLSearchParams(query)
  search.delete('page')
  search.delete('after')
  search.delete('before')
  for (const [key, value] of Object.entries(patch)) {
    search.delete(key)
    for (const one of values(value)) search.append(key, one)
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

function values(value: QueryPatch[string]): readonly string[] {
  if (value === null || value === undefined || value === '') return []
  return typeof value === 'object' ? value : [String(value)]
}
