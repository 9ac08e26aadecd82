import { isWithin, type Period } from './period.ts'

/**
 * An agency identifier (mã định danh điện tử) taken apart.
 * `new`: Decision 20/2020, levels from left to right, `H99.15`. `old`: QCVN 102:2016, 13 characters from the lowest level
 * up, `000.00.15.H99`. `other`: permitted characters in no known order, as registration codes and old hybrids are.
 */
export type AgencyIdentifier = {
  readonly code: string
  readonly form: 'new' | 'old' | 'other'
  /** The codes of the levels, highest first, without the zero groups that fill up the old form. */
  readonly levels: readonly string[]
}

/** An identifier an agency carried for a time, and the one that replaced it when the state closed it. */
export type DatedIdentifier = Period & { readonly code: string; readonly successor: string | null }

const longest = 35
const firstLevel = /^[A-Z]\d{2}$/
const oldForm = /^(\d{3})\.(\d{2})\.(\d{2})\.([A-Z]\d{2})$/
const dossierPrefix = /^[A-Z0-9]+(\.[A-Z0-9]+){0,3}$/

/** Reads an identifier as typed: surrounding space and lower case are forgiven. Null when it cannot be one. */
export function readAgencyIdentifier(text: string): AgencyIdentifier | null {
  const code = text.trim().toUpperCase()
  if (code.length > longest || !/^[A-Z0-9]+(\.[A-Z0-9]+)*$/.test(code)) return null
  const old = oldForm.exec(code)
  if (old) return readOldForm(code, old)
  const levels = code.split('.')
  return { code, form: firstLevel.test(levels[0] ?? '') ? 'new' : 'other', levels }
}

/** Writes an identifier of Decision 20/2020 from its levels, highest first. Null when the result is none. */
export function formatAgencyIdentifier(levels: readonly string[]): string | null {
  const read = readAgencyIdentifier(levels.join('.'))
  return read?.form === 'new' && read.levels.length === levels.length ? read.code : null
}

/** Writes the 13-character form from its levels, highest first, with zeros for the missing ones. Null when it does not fit. */
export function formatOldIdentifier(levels: readonly string[]): string | null {
  const [first = '', second = '00', third = '00', fourth = '000', ...rest] = levels
  const code = [fourth, third, second, first].join('.')
  return rest.length === 0 && oldForm.test(code) ? code : null
}

/** Whether the second names an agency under the first, both in the new form: `H99` and `H99.15.02`. */
export function isIdentifierBelow(above: string, below: string): boolean {
  return below.startsWith(`${above}.`)
}

/**
 * The identifier that begins the codes of dossiers received on a date (TT 01/2018 Art. 19: agency, date, daily number):
 * the one the agency carries that day, the new form before the old. Null when there is none of at most four groups.
 */
export function identifierForDossiers(identifiers: readonly DatedIdentifier[], on: string): string | null {
  const usable = identifiers.filter(
    one => isWithin(one, on) && dossierPrefix.test(one.code) && one.code.length <= longest,
  )
  const byForm = (form: AgencyIdentifier['form']) => usable.find(one => readAgencyIdentifier(one.code)?.form === form)
  return (byForm('new') ?? byForm('old') ?? usable[0])?.code ?? null
}

/** The identifier that stands on a date for one that may have been closed, by its successors. Null when the line ends. */
export function currentIdentifier(identifiers: readonly DatedIdentifier[], code: string, on: string): string | null {
  const seen = new Set<string>()
  for (let next: string | null = code; next !== null && !seen.has(next);) {
    seen.add(next)
    const named: readonly DatedIdentifier[] = identifiers.filter(one => one.code === next)
    if (named.some(one => isWithin(one, on))) return next
    next = named.find(one => one.successor !== null)?.successor ?? null
  }
  return null
}

function readOldForm(
  code: string,
  [, fourth = '', third = '', second = '', first = '']: RegExpExecArray,
): AgencyIdentifier | null {
  const levels = [first, second, third, fourth]
  while (isFiller(levels.at(-1) ?? '')) levels.pop()
  // A filled level below an empty one names nothing that exists.
  return levels.some(isFiller) ? null : { code, form: 'old', levels }
}

function isFiller(level: string): boolean {
  return /^0+$/.test(level)
}
