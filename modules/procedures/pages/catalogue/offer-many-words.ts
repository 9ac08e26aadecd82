import { inLang, type Lang, type ReplyOf } from '@congso/kernel/contract'
import type { Done } from '@congso/kernel/server'
import type { offerMany } from '../../contract.ts'
import { wordOf } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** No more than these are named one by one. */
const NAMED = 5

/** How many procedures were opened, and of the others each with its reason. */
export function offerManyWords({ opened, left }: ReplyOf<typeof offerMany>, lang: Lang): Done {
  const t = inLang(lang, vi, en).list
  if (left.length === 0) return t.done(opened.length, 0, '')
  const told = left.slice(0, NAMED).map(({ code, reason }) => `${code} (${wordOf(t.left, reason)})`)
  if (left.length > NAMED) told.push(t.more)
  return { kind: 'partly', text: t.done(opened.length, left.length, told.join(', ')) }
}
