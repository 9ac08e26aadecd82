import { formatDate } from '@congso/ui'
import type { SameTexts } from '@congso/kernel/contract'
import type { vi } from './texts.vi.ts'

type Texts = SameTexts<typeof vi>

/** What a series is called: its own name, otherwise that of its kind. */
export function seriesName(t: Texts, series: { name: string; kind: string }): string {
  return series.name || kindName(t, series.kind)
}

/** What a kind of number is called; a kind that an agency made up is called by its code. */
export function kindName(t: Texts, kind: string): string {
  return Object.entries(t.kinds).find(([key]) => key === kind)?.[1] ?? kind
}

/** A period as people write it: a year, a day, or all of it. */
export function periodName(t: Texts, period: string): string {
  if (period === 'all') return t.numbers.allPeriod
  return period.length === 4 ? period : formatDate(period)
}
