import { inLang, type Lang } from '@congso/kernel/contract'
import type { ProcessView } from '../../contract.ts'
import { wordOf } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** What is wrong, in the reader's words; sums name both numbers, others whom or what they concern. */
export function findingWords({ code, detail }: ProcessView['findings'][number], lang: Lang): string {
  const text = wordOf(inLang(lang, vi, en).findings, code)
  if (!detail || !named.has(code)) return text
  return `${text}: ${code === 'budget-sum' ? detail.replaceAll('.', ',').replace('/', ' / ') : detail}.`
}

/** Findings whose words end in what they concern. */
const named: ReadonlySet<string> = new Set([
  'budget-sum',
  'role-unheld',
  'role-unheld-somewhere',
  'number-unsigned',
  'return-unsigned',
  'return-unnumbered',
  'limit-differs',
])
