import { usePage } from '@congso/kernel/html'
import { type Texts, textsVi } from './texts.vi.ts'
import { textsEn } from './texts.en.ts'

export { blankPage, type FormState, PageContext, type PageContextValue, usePage } from '@congso/kernel/html'

/** The components' own words in the reader's language. */
export function useTexts(): Texts {
  return usePage().lang === 'en' ? textsEn : textsVi
}
