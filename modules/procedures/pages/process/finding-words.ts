import { inLang, type Lang } from '@congso/kernel/contract'
import type { ProcessView } from '../../contract.ts'
import { wordOf } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** What is wrong, in the reader's words; sums name both numbers. */
export function findingWords({ code, detail }: ProcessView['findings'][number], lang: Lang): string {
  const text = wordOf(inLang(lang, vi, en).findings, code)
  return code === 'budget-sum' && detail ? `${text}: ${detail.replaceAll('.', ',').replace('/', ' / ')}.` : text
}
