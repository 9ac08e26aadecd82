import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A session token: 256 random bits; only its hash is stored. */
export function newToken(): Buffer {
  return randomBytes(32)
}

/** The digest under which a random secret is stored. A fast hash is enough for what cannot be guessed. */
export function digest(secret: Buffer | string): Buffer {
  return createHash('sha256').update(secret).digest()
}

// No letters that look alike on paper.
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const lower = 'abcdefghijkmnpqrstuvwxyz'
const digits = '23456789'

/** Ten codes for the day the telephone is lost, 50 bits each: `7KQMP-3XWHT`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => `${random(upper + digits, 5)}-${random(upper + digits, 5)}`)
}

/** How a recovery code is stored and compared: dashes, spaces and case do not matter. */
export function recoveryDigest(code: string): string {
  return digest(code.replace(/[\s-]/g, '').toUpperCase()).toString('hex')
}

/** A password to hand over on paper, good for one sign-in: four kinds of sign in four groups, 69 bits. */
export function newOneTimePassword(): string {
  const groups = Array.from(
    { length: 4 },
    () => random(upper, 1) + random(lower, 1) + random(lower + digits, 1) + random(digits, 1),
  )
  return groups.join('-')
}

function random(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}
