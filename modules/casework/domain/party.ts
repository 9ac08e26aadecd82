import type { Static } from '@congso/kernel/contract'
import type { Party } from '../contract.ts'

/** A person as everybody may see them: name whole, identifiers only by their last digits, contacts hidden. */
export function maskParty(party: Static<typeof Party>): Static<typeof Party> {
  return {
    ...party,
    idNumber: maskIdNumber(party.idNumber),
    phone: maskMiddle(party.phone, 2, 3),
    email: party.email === '' ? '' : maskEmail(party.email),
    birthDate: null,
  }
}

/** A name as a citizen's page shows it to whoever holds the slip: the first letters of each word. */
export function maskName(name: string): string {
  return name
    .split(' ')
    .filter(Boolean)
    .map(word => (word.length <= 2 ? `${word.slice(0, 1)}••` : `${word.slice(0, 2)}••`))
    .join(' ')
}

/** An identifier by its first digit and its last three. */
export function maskIdNumber(idNumber: string): string {
  return maskMiddle(idNumber, 1, 3)
}

function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '•'.repeat(text.length)
  return text.slice(0, head) + '•'.repeat(text.length - head - tail) + text.slice(-tail)
}

function maskEmail(email: string): string {
  const at = email.indexOf('@')
  return `${email.slice(0, 1)}•••${email.slice(at)}`
}
