import { inLang, type Lang, type ReplyOf } from '@congso/kernel/contract'
import { usePage } from '@congso/ui'
import { type intakePage, receiveDossier, saveDraft } from '../contract.ts'
import { en } from './intake-texts.en.ts'
import { vi } from './intake-texts.vi.ts'

export type IntakeData = ReplyOf<typeof intakePage>
export type Chosen = NonNullable<IntakeData['chosen']>
export type OfferPaper = Chosen['papers'][number]

/** The id of the form everything on the counter page belongs to. */
export const intakeForm = 'intake'

/** The words of this page in the reader's language. */
export function intakeTexts(lang: Lang): typeof vi {
  return inLang(lang, vi, en)
}

/** What stands in each box when the page comes: what was just sent, else what the draft kept, else what the offer says. */
export function useTyped(view: IntakeData): (name: string, otherwise?: string) => string {
  const { form } = usePage()
  const sent = form && ownPaths.includes(form.action.split('?')[0] ?? '') ? form.values : undefined
  const kept = view.draft?.content
  return (name, otherwise = '') => {
    if (sent) return lastText(sent[name]) ?? ''
    if (kept) return lastText(valueAt(kept, name)) ?? otherwise
    return otherwise
  }
}

const ownPaths = [receiveDossier.path, saveDraft.path]

/** Of a hidden default and the choice after it, the choice counts. */
function lastText(value: unknown): string | undefined {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' || typeof last === 'number' ? String(last) : undefined
}

/** `papers.0.verdict` of a draft: what a form sends by names is kept as a tree. */
function valueAt(content: unknown, name: string): unknown {
  let found: unknown = content
  for (const key of name.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Object.entries(found).find(([own]) => own === key)?.[1]
  }
  return found
}
