/** A text prepared for search without accents: `folded` words apart by one blank, `initials` their first letters in a row. */
export type SearchText = { folded: string; initials: string }

/** Prepares a name for search. "Cấp Giấy xác nhận tình trạng hôn nhân" gives the initials `cgxntthn`. */
export function searchText(text: string): SearchText {
  const folded = foldText(text)
  return { folded, initials: initialsOf(folded) }
}

/**
 * Lower case without accents, đ as d, anything but letters and digits as one blank; safe on any text, in NFC or NFD.
 * Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a search as stored texts are matched: folded, each once. */
export function searchWords(query: string): string[] {
  const folded = foldText(query)
  return folded === '' ? [] : [...new Set(folded.split(' '))]
}

/** True when every word of the query starts a word of the text or stands in its initials ("xntthn", "gcn qsdd"). */
export function matchesSearch(text: SearchText, query: string): boolean {
  return searchWords(query).every(
    word => ` ${text.folded}`.includes(` ${word}`) || (word.length > 1 && text.initials.includes(word)),
  )
}

function initialsOf(folded: string): string {
  return folded.replace(/(\S)\S* ?/gu, '$1')
}
