import type { ReplyOf } from '@congso/kernel/contract'
import { type Lang, inLang } from '@congso/kernel/contract'
import type { dossierView } from '../contract.ts'
import { en } from './dossier-texts.en.ts'
import { vi } from './dossier-texts.vi.ts'
import { refusalsEn } from './refusals.en.ts'
import { refusalsVi } from './refusals.vi.ts'

export type DossierData = ReplyOf<typeof dossierView>
export type Paper = DossierData['papers'][number]

/** The words of this page in the reader's language. */
export function dossierTexts(lang: Lang): typeof vi {
  return inLang(lang, vi, en)
}

/** Why an action is blocked, in the words its refusal would use: the same decision, the same sentence. */
export function blockedWords(view: Pick<DossierData, 'papers'>, code: string | null, lang: Lang): string | undefined {
  if (code === null) return undefined
  const texts: Readonly<Record<string, (typeof refusalsVi)[keyof typeof refusalsVi]>> =
    lang === 'en' ? refusalsEn : refusalsVi
  const text = texts[code]
  if (text === undefined || typeof text === 'string') return text ?? code
  const wrong = view.papers.find(paper => paper.kind !== 'note' && paper.verdict === 'to-fix')
  return text({ no: wrong?.no ?? '', name: wrong?.name ?? '', step: '' })
}

/** The value of a name in the query of an address. */
export function queryValue(path: string, name: string): string | undefined {
  return new URLSearchParams(path.split('?')[1] ?? '').get(name) ?? undefined
}

/** Whether a form of this page came back refused: it then stands open. */
export function cameBack(form: { action: string } | undefined, action: string): boolean {
  return form?.action.split('?')[0] === action
}
