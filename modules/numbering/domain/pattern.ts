import type { Reset } from '../contract.ts'

/** How a series counts and writes. */
export type Scheme = { pattern: string; reset: Reset }

/** A piece of a pattern: text that stands as it is, or something filled in when a number is issued. */
export type Part = { kind: 'text'; text: string } | { kind: DatePart | 'agency' } | { kind: 'n'; width: number }
type DatePart = (typeof dateParts)[number]

/** Why a pattern cannot be used; `part` is the piece meant. */
export type PatternFault =
  | { code: 'pattern-malformed'; part: string }
  | { code: 'pattern-unknown-part'; part: string }
  | { code: 'pattern-number-once' }
  | { code: 'pattern-needs-agency' }

/** The moment of issue as a number shows it: a calendar date in Vietnam, `yyyy-mm-dd`. */
export type NumberAt = { agency: string; date: string; value: number }

/**
 * The pieces of a pattern such as `{agency}-{yymmdd}-{n:4}`, or why it is not one. Exactly one piece is the number, so that
 * two numbers of a series never read alike on the same date.
 */
export function parsePattern(pattern: string): { parts: readonly Part[] } | { fault: PatternFault } {
  const parts: Part[] = []
  for (const piece of pattern.match(/\{[^{}]*\}|[^{}]+|[{}]/gu) ?? []) {
    if (piece === '{' || piece === '}' || /\p{Cc}/u.test(piece))
      return { fault: { code: 'pattern-malformed', part: piece } }
    const part = partOf(piece)
    if (!part) return { fault: { code: 'pattern-unknown-part', part: piece } }
    parts.push(part)
  }
  if (parts.filter(part => part.kind === 'n').length !== 1) return { fault: { code: 'pattern-number-once' } }
  return { parts }
}

/** Why a pattern does not suit a series; undefined when it does. A series that several agencies share has no agency code to print. */
export function faultOf(pattern: string, series: { shared: boolean }): PatternFault | undefined {
  const parsed = parsePattern(pattern)
  if ('fault' in parsed) return parsed.fault
  const printsAgency = parsed.parts.some(part => part.kind === 'agency')
  return series.shared && printsAgency ? { code: 'pattern-needs-agency' } : undefined
}

/** The text of a number. Must equal the SQL function numbering.write; throws a RangeError for a pattern that is none. */
export function writeNumber(pattern: string, at: NumberAt): string {
  const parsed = parsePattern(pattern)
  if ('fault' in parsed) throw new RangeError(`not a pattern: ${pattern}`)
  return parsed.parts.map(part => writePart(part, at)).join('')
}

/** The period a date counts in: `all`, `2026` or `2026-11-19`. Whole dates, so that 1/11 and 11/1 never share a counter. */
export function periodOf(reset: Reset, date: string): string {
  if (reset === 'never') return 'all'
  return reset === 'yearly' ? date.slice(0, 4) : date
}

/** Whether the text of a number alone says its period; if not, the same text comes back in the next period. */
export function namesPeriod(pattern: string, reset: Reset): boolean {
  if (reset === 'never') return true
  const parsed = parsePattern(pattern)
  if ('fault' in parsed) return false
  const has = (...kinds: Part['kind'][]) => kinds.some(kind => parsed.parts.some(part => part.kind === kind))
  if (has('yymmdd')) return true
  return has('yyyy', 'yy') && (reset === 'yearly' || (has('mm') && has('dd')))
}

const dateParts = ['yyyy', 'yy', 'mm', 'dd', 'yymmdd'] as const

function partOf(piece: string): Part | undefined {
  if (!piece.startsWith('{')) return { kind: 'text', text: piece }
  const name = piece.slice(1, -1)
  if (name === 'agency') return { kind: 'agency' }
  const date = dateParts.find(kind => kind === name)
  if (date) return { kind: date }
  const number = /^n(?::([1-9]))?$/.exec(name)
  return number ? { kind: 'n', width: Number(number[1] ?? 1) } : undefined
}

function writePart(part: Part, { agency, date, value }: NumberAt): string {
  const [year = '', month = '', day = ''] = date.split('-')
  switch (part.kind) {
    case 'text':
      return part.text
    case 'agency':
      return agency
    case 'n':
      return String(value).padStart(part.width, '0')
    case 'yyyy':
      return year
    case 'yy':
      return year.slice(-2)
    case 'mm':
      return month
    case 'dd':
      return day
    case 'yymmdd':
      return `${year.slice(-2)}${month}${day}`
  }
}
