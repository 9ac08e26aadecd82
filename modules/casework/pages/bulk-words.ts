import { inLang, type Lang, type ReplyOf } from '@congso/kernel/contract'
import type { Done } from '@congso/kernel/server'
import { formatNumber } from '@congso/ui'
import type { forwardDossiers } from '../contract.ts'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

type Reply = ReplyOf<typeof forwardDossiers>

/** No more than these are named one by one. */
const named = 5

/** What an act on several dossiers did and did not do: `Chuyển được 2, còn 1 chưa chuyển: H99… còn giấy tờ phải sửa.` */
export function bulkWords(act: 'forward' | 'assign', { done, failed }: Reply, lang: Lang): Done {
  const t = inLang(lang, vi, en).bulk
  const words =
    act === 'forward'
      ? { all: t.forwarded, partly: t.forwardedPartly, none: t.forwardedNone }
      : { all: t.assigned, partly: t.assignedPartly, none: t.assignedNone }
  if (failed.length === 0) return words.all(formatNumber(done.length))
  const reasons: Readonly<Record<string, string>> = t.reasons
  const told = failed.slice(0, named).map(one => t.one(one.code || t.hidden, reasons[one.reason] ?? t.otherReason))
  if (failed.length > named) told.push(t.more(formatNumber(failed.length - named)))
  const why = told.join('; ')
  return {
    kind: 'partly',
    text:
      done.length === 0 ? words.none(why) : words.partly(formatNumber(done.length), formatNumber(failed.length), why),
  }
}
