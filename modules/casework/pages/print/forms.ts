import { formTitles } from './texts.vi.ts'

export type FormKind = keyof typeof formTitles.current

/** A form as the law in force on a day names it. */
export type Form = { number: string; title: string; circular: string }

type FormSet = { from: string; circular: string; forms: Partial<Record<FormKind, Omit<Form, 'circular'>>> }

/** Newest first. What was printed under an older circular keeps its number and title when it is printed again. */
const formSets: readonly FormSet[] = [
  { from: '2025-09-15', circular: '03/2025/TT-VPCP', forms: formTitles.current },
  { from: '0001-01-01', circular: '01/2018/TT-VPCP', forms: formTitles.circular2018 },
]

/**
 * The form of a kind on a local date (`yyyy-mm-dd`), or null where the law of the day had none: the notice of suspension is
 * new in TT 03/2025/TT-VPCP. Days before TT 01/2018/TT-VPCP get its names, for the replay of older records.
 */
export function formOn(kind: FormKind, date: string): Form | null {
  const set = formSets.find(candidate => candidate.from <= date)
  const form = set?.forms[kind]
  return set && form ? { ...form, circular: set.circular } : null
}
