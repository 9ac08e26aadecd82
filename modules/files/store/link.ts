import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '@congso/kernel/contract'

const macBytes = 16

/**
 * The token of a link to one file that ends at a moment (epoch milliseconds). Whoever holds it may read that file until then;
 * nobody can make one, prolong one or point one at another file without the secret.
 */
export function makeLink(secret: string, file: Id<'file'>, expires: number): string {
  const body = Buffer.alloc(22)
  body.write(file.replaceAll('-', ''), 'hex')
  body.writeUIntBE(expires, 16, 6)
  return Buffer.concat([body, macOf(secret, body)]).toString('base64url')
}

/** The file and end of a token, undefined when it was not made with this secret. Whether it has ended is for the caller to see. */
export function readLink(secret: string, token: string): { file: string; expires: number } | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 22 + macBytes || bytes.toString('base64url') !== token) return undefined
  const body = bytes.subarray(0, 22)
  if (!timingSafeEqual(bytes.subarray(22), macOf(secret, body))) return undefined
  const hex = body.toString('hex', 0, 16)
  const file = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { file, expires: body.readUIntBE(16, 6) }
}

function macOf(secret: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update('files.link:').update(body).digest().subarray(0, macBytes)
}
