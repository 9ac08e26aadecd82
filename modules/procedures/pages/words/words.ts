import { inLang, type Lang } from '@congso/kernel/contract'
import { formatNumber } from '@congso/ui'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The words of the catalogue in the reader's language. */
export function words(lang: Lang): typeof vi {
  return inLang<typeof vi>(lang, vi, en)
}

/** `3 ngày làm việc`, `Trong ngày`. */
export function limitWords(lang: Lang, limit: { amount: number; unit: keyof typeof vi.limit }): string {
  return words(lang).limit[limit.unit](formatNumber(limit.amount))
}

/** The word of a key that came as text; the key itself when there is none. */
export function wordOf(table: Readonly<Record<string, string>>, key: string, otherwise: string = key): string {
  return Object.hasOwn(table, key) ? (table[key] ?? otherwise) : otherwise
}
