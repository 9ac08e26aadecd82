import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { createGate } from './gate.ts'

const derive = promisify(argon2)

/** OWASP's floor for argon2id; memory in KiB. Raising it re-hashes each password at its owner's next sign-in. */
const current = { memory: 19_456, passes: 2, parallelism: 1 } as const
const tagLength = 32
type Cost = { memory: number; passes: number; parallelism: number }

/**
 * Commands hash inside their transaction, so waiting ones hold a connection each: two hash at a time (one per core of a
 * small server), eight wait, the rest are told at once to press again.
 */
const gate = createGate({ atOnce: 2, waiting: 8 })

/** Waits for a place to hash in, and frees it when the work is done; null at once when too many wait already. */
export const hashingPlace = gate

/** A password as a PHC string with argon2id, a salt of its own and the current cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await tag(password, salt, current)
  return `$argon2id$v=19$m=${current.memory},t=${current.passes},p=${current.parallelism}$${plain(salt)}$${plain(hash)}`
}

/** Whether the password is the stored one. Without a stored one the same work is done, and the answer is no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const parts = stored === null ? null : parse(stored)
  const salt = parts?.salt ?? Buffer.alloc(16)
  const hash = await tag(password, salt, parts?.cost ?? current)
  return parts !== null && parts.hash.length === hash.length && timingSafeEqual(parts.hash, hash)
}

/** Whether a stored hash was made with less than the current cost. */
export function needsRehash(stored: string): boolean {
  const cost = parse(stored)?.cost
  return !cost || cost.memory < current.memory || cost.passes < current.passes
}

/** Letters are composed, and spaces at the ends do not belong to a password: a browser form loses them on the way. */
async function tag(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  return await derive('argon2id', { ...cost, tagLength, nonce, message: password.normalize('NFC').trim() })
}

function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } | null {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored)
  if (!found) return null
  const [, memory = '', passes = '', parallelism = '', salt = '', hash = ''] = found
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
