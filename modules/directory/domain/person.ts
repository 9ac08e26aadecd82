import { fold, type Finding } from '@congso/kernel/contract'

export type Sex = 'male' | 'female'

/** A person's name with NFC letters and single spaces; null when it is empty or holds anything but letters, `'`, `-` and `.`. */
export function readPersonName(text: string): string | null {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').replace(/[’ʼ]/g, "'").trim()
  return name.length <= 120 && /^\p{L}[\p{L}\p{M}' .-]*$/u.test(name) && /\p{L}.*\p{L}/u.test(name) ? name : null
}

/** A telephone number of Vietnam as `0…`: mobile 10 digits, landline 11 (areas begin with 02). Null when it is neither. */
export function readPhone(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '').replace(/^(\+84|0084|84(?=\d{9,10}$))/, '0')
  return /^0[35789]\d{8}$/.test(digits) || /^02\d{9}$/.test(digits) ? digits : null
}

/** An e-mail address, its domain in lower case; null when it is none. Only a message that arrives proves an address. */
export function readEmail(text: string): string | null {
  const match = /^([A-Za-z0-9._%+-]{1,64})@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63})$/.exec(
    text.trim(),
  )
  const [, local = '', domain = ''] = match ?? []
  if (!match || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  return text.trim().length <= 254 ? `${local}@${domain.toLowerCase()}` : null
}

/** A personal identification number: 12 digits, spaces forgiven; null otherwise. It has no check digit (Identity Law 2023 Art. 12). */
export function readIdNumber(text: string): string | null {
  const digits = text.replace(/\s/g, '')
  return /^\d{12}$/.test(digits) ? digits : null
}

/**
 * Where an identification number does not agree with birth year or sex. A warning only: numbers are issued once and
 * records are corrected later. Digit 4 is century and sex (even male, odd female, 0–1 for the 1900s), 5–6 the year.
 */
export function idNumberWarnings(
  idNumber: string,
  person: { readonly birthYear: number | null; readonly sex: Sex | null },
): Finding[] {
  const centurySex = Number(idNumber.charAt(3))
  const year = 1900 + 100 * Math.floor(centurySex / 2) + Number(idNumber.slice(4, 6))
  const sex: Sex = centurySex % 2 === 0 ? 'male' : 'female'
  const findings: Finding[] = []
  if (person.birthYear !== null && person.birthYear !== year) {
    findings.push({ path: 'idNumber', code: 'directory.id-number-year-differs', params: { year } })
  }
  if (person.sex !== null && person.sex !== sex) {
    findings.push({ path: 'idNumber', code: 'directory.id-number-sex-differs' })
  }
  return findings
}

/** A date as people write it, `d/m/yyyy` with `/`, `-` or `.`, or `yyyy-mm-dd`; as `yyyy-mm-dd`. Null when there is no such day. */
export function readDate(text: string): string | null {
  const written = text.trim()
  const local = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(written)
  const iso = local
    ? `${local[4]}-${local[3]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}`
    : /^\d{4}-\d{2}-\d{2}$/.test(written)
      ? written
      : ''
  const ms = Date.parse(`${iso}T00:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso) ? iso : null
}

/** Male or female as written in Vietnamese or English; null otherwise. */
export function readSex(text: string): Sex | null {
  const word = fold(text)
  if (['nam', 'male', 'm'].includes(word)) return 'male'
  return ['nu', 'female', 'f'].includes(word) ? 'female' : null
}
