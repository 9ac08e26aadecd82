export type Lang = 'vi' | 'en'

/** The shape the English texts must have: the same keys as the Vietnamese ones, functions with the same parameters. */
export type SameTexts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends readonly string[]
        ? T[K]
        : SameTexts<T[K]>
}

/** The texts in the reader's language. */
export function inLang<T>(lang: Lang, vi: T, en: NoInfer<T>): T {
  return lang === 'en' ? en : vi
}
