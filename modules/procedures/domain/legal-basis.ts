import type { LegalBasis } from './record-shape.ts'
import { isAbsent, oneLine } from './record-text.ts'

/** The entries `  * Title (number)`; lines of a title broken by the portal are joined, text before the first entry is apart. */
export function readLegalBasis(lines: readonly string[]): { entries: LegalBasis[]; stray: string[] } {
  const raw: string[] = []
  const stray: string[] = []
  for (const line of lines) {
    const start = /^ {2}\* (.*)$/.exec(line)
    if (start) raw.push(start[1] ?? '')
    else if (raw.length > 0) raw[raw.length - 1] += `\n${line}`
    else if (!isAbsent(line)) stray.push(line.trim())
  }
  return {
    entries: raw
      .map(oneLine)
      .filter(entry => entry !== '')
      .map(readEntry),
    stray,
  }
}

/** The number is the last bracket at the end of the line, brackets inside it included. */
function readEntry(entry: string): LegalBasis {
  const open = lastBracket(entry)
  if (open <= 0) return { title: entry }
  const number = entry.slice(open + 1, -1).trim()
  const title = entry.slice(0, open).trim()
  if (number === '') return { title }
  return title !== '' && DOCUMENT_NUMBER.test(number) && number.length <= 80 ? { title, number } : { title: entry }
}

/** `60/2014/QH13`, `Luật số 32/2024/QH15`, `03-2019/TT`: a bracket without such a number belongs to the title. */
const DOCUMENT_NUMBER = /\d\s*[/-]\s*[\p{L}\d]/u

function lastBracket(entry: string): number {
  if (!entry.endsWith(')')) return -1
  let depth = 0
  for (let i = entry.length - 1; i >= 0; i--) {
    if (entry[i] === ')') depth++
    else if (entry[i] === '(' && --depth === 0) return i
  }
  return -1
}
