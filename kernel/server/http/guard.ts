import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../contract/index.ts'

export const sessionCookie = 'congso'
const browserCookie = 'congso_browser'
export const flashCookie = 'congso_flash'
export const langCookie = 'congso_lang'

/** The cookies of a request by name. */
export function cookiesOf(request: FastifyRequest): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0) found.set(part.slice(0, at).trim(), decodeURIComponent(part.slice(at + 1).trim()))
  }
  return found
}

/** Sets a cookie that scripts cannot read and other sites cannot send along with a POST. */
export function setCookie(reply: FastifyReply, secure: boolean, name: string, value: string, maxAge?: number): void {
  const parts = [`${name}=${encodeURIComponent(value)}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (secure) parts.push('Secure')
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  const before = reply.getHeader('set-cookie')
  const all = before === undefined ? [] : Array.isArray(before) ? before : [String(before)]
  void reply.header('set-cookie', [...all, parts.join('; ')])
}

/** The session token a request carries, as bytes of its hash input: cookie for browsers, bearer for programs. */
export function tokenOf(request: FastifyRequest): Buffer | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
  const text = bearer ?? cookiesOf(request).get(sessionCookie)
  return text && /^[A-Za-z0-9_-]{43}$/.test(text) ? Buffer.from(text, 'base64url') : undefined
}

/** The anti-forgery token of this browser; makes the browser known first. */
export function csrfFor(request: FastifyRequest, reply: FastifyReply, secret: string, secure: boolean): string {
  let browser = cookiesOf(request).get(browserCookie)
  if (!browser) {
    browser = randomBytes(18).toString('base64url')
    setCookie(reply, secure, browserCookie, browser, 31_536_000)
  }
  return sign(secret, browser)
}

/** Refuses a form that was not rendered for this browser, and any request another site started. */
export function refuseForgery(request: FastifyRequest, secret: string, token: unknown): void {
  const browser = cookiesOf(request).get(browserCookie)
  const good = browser !== undefined && typeof token === 'string' && same(token, sign(secret, browser))
  if (!good || isForeign(request)) throw new Refusal('kernel.forged', {}, 403)
}

/** JSON commands sent with a cookie must come from our own pages; programs with a bearer token may come from anywhere. */
export function refuseForeign(request: FastifyRequest): void {
  if (!request.headers.authorization && isForeign(request)) throw new Refusal('kernel.forged', {}, 403)
}

function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return true
  const origin = request.headers.origin
  return origin !== undefined && origin !== 'null' && new URL(origin).host !== request.headers.host
}

function sign(secret: string, browser: string): string {
  return createHmac('sha256', secret).update(`csrf:${browser}`).digest('base64url')
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

/** Nothing runs on a page but what this server serves; nothing frames it; addresses with secrets do not travel. */
export const safetyHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; manifest-src 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
}
