/**
 * Text as the product stores it: Unicode NFC, `\n` line ends, no byte-order mark, no invisible format characters
 * (they break search and equality), plain spaces for no-break ones. Words, punctuation and line breaks stay.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .normalize('NFC')
}

/** True for an empty text and for the portal's "Không có thông tin …", which both mean that nothing was published. */
export function isAbsent(text: string): boolean {
  return /^(?:Không có thông tin(?: [\p{L} ,]{1,40})?\.?)?$/u.test(text.trim())
}

/** The text on one line with single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Several lines without trailing blanks and without empty lines at either end. */
export function block(lines: readonly string[]): string {
  const trimmed = lines.map(line => line.trimEnd())
  const start = trimmed.findIndex(line => line !== '')
  const end = trimmed.findLastIndex(line => line !== '')
  return start < 0 ? '' : trimmed.slice(start, end + 1).join('\n')
}

/** Splits at commas that stand outside brackets; joined with `, ` the parts give the one-line text again. */
export function splitAtOuterCommas(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1)
    else if (char === ',' && depth === 0 && text[i + 1] === ' ') {
      parts.push(text.slice(start, i))
      start = i + 2
    }
  }
  parts.push(text.slice(start))
  return parts
}
