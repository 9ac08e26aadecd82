import { inLang, type Lang } from '@congso/kernel/contract'
import { formatDate } from '@congso/ui'
import { addDays } from '@congso/kernel/contract'
import { wordFor } from '../../pages/dated.tsx'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import type { PersonView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Because = PersonView['rights'][number]['reasons'][number]

/** Why somebody may do something: each role or loan with its reach and its days. */
export function Reasons({ reasons, lang }: { reasons: readonly Because[]; lang: Lang }) {
  return (
    <>
      {reasons.map((one, index) => (
        <div key={index}>
          {sentenceOf(one, lang)} <span class="cap">{reachOf(one, lang)}</span>
        </div>
      ))}
    </>
  )
}

function sentenceOf(one: Because, lang: Lang): string {
  const t = inLang(lang, vi, en)
  const role = lang === 'en' ? one.roleEn : one.role
  return one.form ? t.byLoan(one.form, one.position, one.unit) : t.byRole(role, one.position, one.unit)
}

function reachOf(one: Because, lang: Lang): string {
  const w = inLang(lang, wordsVi, wordsEn)
  const days = one.to ? w.until(formatDate(addDays(one.to, -1))) : w.since(formatDate(one.from))
  return `${wordFor(w.reaches, one.reach)} · ${one.agency} · ${days}`
}
