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

/** The papers that are looked at, in the order in which the form sends them. */
export function askedPapers(chosen: Chosen): OfferPaper[] {
  return chosen.papers.filter(paper => paper.kind !== 'note')
}

/** What stands in each box when the page comes: what was just sent, else what the draft kept, else what the offer says. */
export function useTyped(view: IntakeData): (name: string, otherwise?: string) => string {
  const { form } = usePage()
  const sent = form && ownPaths.includes(form.action.split('?')[0] ?? '') ? form : undefined
  const kept = keptOf(view)
  return (name, otherwise = '') => {
    // A changed offer may list other papers and fees under the same numbers: they are looked at anew.
    if (sent?.refusal?.code === 'casework.offer-closed' && isOfOffer(name)) return otherwise
    if (sent) return lastText(sent.values[name]) ?? ''
    if (kept) return lastText(valueAt(kept, name)) ?? otherwise
    return otherwise
  }
}

const ownPaths = [receiveDossier.path, saveDraft.path]

function isOfOffer(name: string): boolean {
  return name.startsWith('papers.') || name.startsWith('fees.')
}

/** A draft with its papers where the chosen case lists them now; none of them, and no fee, when the offer has changed since. */
function keptOf({ draft, chosen }: IntakeData): Record<string, unknown> | undefined {
  if (!draft || !chosen) return draft?.content
  const { papers, fees, ...rest } = draft.content
  if (lastText(draft.content.offerVersion) !== String(chosen.version)) return rest
  const known = typeof papers === 'object' && papers !== null ? Object.values(papers) : []
  const placed = askedPapers(chosen).map(paper => known.find(one => lastText(valueAt(one, 'no')) === String(paper.no)))
  return { ...rest, fees, papers: placed }
}

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
