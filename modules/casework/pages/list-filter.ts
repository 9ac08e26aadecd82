import { readDate } from '@congso/kernel/contract'
import { withQuery } from '@congso/ui'

const filterKeys = [
  'q',
  'field',
  'due',
  'channel',
  'from',
  'to',
  'procedure',
  'unit',
  'assignee',
  'agency',
  'onlyAgency',
  'handlingUnit',
  'officer',
  'receivedFrom',
  'receivedTo',
  'report',
] as const

/** One filter of a list of dossiers, by its name in the address. */
export type FilterKey = (typeof filterKeys)[number]
export type ListFilter = Partial<Record<FilterKey, string>>

/** The filters in the address of a list; empty ones are none. */
export function filtersIn(path: string): ListFilter {
  const found: ListFilter = {}
  for (const key of filterKeys) {
    const value = parameter(path, key)
    if (value) found[key] = value
  }
  return found
}

/** What is wrong with the days of a filter: a day that does not exist, or an end before its beginning. */
export function dayProblem({ from, to }: ListFilter): 'from' | 'to' | 'order' | undefined {
  const [first, last] = [from, to].map(text => (text ? readDate(text) : undefined))
  if (first === null) return 'from'
  if (last === null) return 'to'
  return first && last && first > last ? 'order' : undefined
}

/** One parameter of an address. */
export function parameter(path: string, name: string): string | undefined {
  return new URLSearchParams(path.split('?')[1] ?? '').get(name)?.trim() || undefined
}

/** Everything in the address but one search box's words and the place in the list, for a search that keeps its filters. */
export function keptBySearch(path: string): Record<string, string> {
  const kept = Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''))
  delete kept['q']
  delete kept['after']
  return kept
}

/** The list without any filter; its view, status and order stay. */
export function withoutFilters(path: string): string {
  return withQuery(path, Object.fromEntries(filterKeys.map(key => [key, null])))
}

/** Where the same rows are had as a spreadsheet: the filters of the address, and what only the export is told. */
export function exportHref(path: string, extra: Record<string, string>): string {
  return underFilters('/dossiers.xlsx', path, extra)
}

/** Where the same dossiers are had as an event log. The place in the list is not part of the filter. */
export function logHref(path: string): string {
  return underFilters('/dossiers.xes.gz', path, { after: null })
}

function underFilters(to: string, path: string, extra: Record<string, string | null>): string {
  const query = path.split('?')[1]
  return withQuery(query ? `${to}?${query}` : to, extra)
}

/** A day as an address has it, `2026-11-01` or `1/11/2026`, as a reader reads it: `01/11/2026`. */
export function shownDay(text: string): string {
  const [first = '', second = '', third = ''] = text.split(/[-/.]/)
  const [day, month, year] = first.length === 4 ? [third, second, first] : [first, second, third]
  return `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`
}
