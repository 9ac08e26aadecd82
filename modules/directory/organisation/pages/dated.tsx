import { addDays, inLang, localDate, type Lang } from '@congso/kernel/contract'
import { formatDate, Tag } from '@congso/ui'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

type Days = { validFrom: string; validTo: string | null }

/** The days something holds, as people say them; ends are stored as the first day without it. */
export function daysText(lang: Lang, { validFrom, validTo }: Days): string {
  const t = inLang(lang, vi, en)
  return validTo ? t.span(formatDate(validFrom), formatDate(addDays(validTo, -1))) : t.since(formatDate(validFrom))
}

/** Says that something is closed, or will be; nothing while it is open for good. */
export function ClosedTag({ lang, validTo, now }: { lang: Lang; validTo: string | null; now: number }) {
  const t = inLang(lang, vi, en)
  if (!validTo) return null
  const isClosed = validTo <= localDate(now)
  const words = isClosed ? t.closed(formatDate(validTo)) : t.closing(formatDate(validTo))
  return <Tag state={isClosed ? 'idle' : 'soon'}>{words}</Tag>
}

/** The options of a select from a list of words by key. */
export function optionsOf(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

/** The word for a key that came as text; the key itself when there is none. */
export function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key
}
