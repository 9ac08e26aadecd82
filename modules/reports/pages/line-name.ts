import { formatDate, formatDayMonth } from '@congso/ui'
import { daysOfPart } from '../domain/period.ts'
import type { ReportView } from './casework-report.tsx'
import type { vi } from './texts.vi.ts'

/** What a line of a report is called, on screen, on paper and in its spreadsheet alike. */
export function lineName(view: Pick<ReportView, 'by'>, line: { key: string; name: string }, t: typeof vi): string {
  if (view.by === 'channel' && isChannel(line.key)) return t.channels[line.key]
  const days = view.by === 'month' || view.by === 'week' ? daysOfPart(line.key) : null
  if (days && view.by === 'month') return t.month(formatDate(days.from).slice(3))
  if (days) return t.week(line.key.slice(-2), `${formatDayMonth(days.from)} – ${formatDate(days.to)}`)
  return line.name || t.notSet
}

/** What is counted, in words: `Cơ quan: UBND xã Tân Hòa`. */
export function filterWords(view: ReportView, t: typeof vi): string[] {
  const { filter } = view
  const agency = view.agencies.find(one => one.id === filter.agency)?.name
  const unit = view.units.find(one => one.id === filter.unit)?.name
  return [
    `${t.by}: ${t.groupings[view.by]}`,
    ...(agency ? [`${t.agency}: ${agency}`] : []),
    ...(unit ? [`${t.unit}: ${unit}`] : []),
    ...(filter.field ? [`${t.field}: ${filter.field}`] : []),
    ...(filter.channel && isChannel(filter.channel) ? [`${t.channel}: ${t.channels[filter.channel]}`] : []),
  ]
}

function isChannel(word: string): word is keyof (typeof vi)['channels'] {
  return word === 'direct' || word === 'online' || word === 'postal'
}
