import { randomBytes } from 'node:crypto'
import type { Id } from '../contract/index.ts'

let pool = Buffer.alloc(0)
let used = 0

/** A new uuid version 7 (RFC 9562): sorts by the moment it was made, so that indexes grow at one end. */
export function newId<Kind extends string>(now = Date.now()): Id<Kind> {
  if (used + 10 > pool.length) {
    pool = randomBytes(2560)
    used = 0
  }
  const time = now.toString(16).padStart(12, '0')
  const bytes = pool.subarray(used, (used += 10))
  const hex = bytes.toString('hex')
  const variant = (8 + (bytes[2]! & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(5, 8)}-${hex.slice(8, 20)}` as Id<Kind>
}
