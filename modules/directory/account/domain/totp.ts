import { Secret, TOTP } from 'otpauth'

const period = 30

/** Which time step a six-digit code belongs to, one step of clock difference forgiven; null when it is wrong. RFC 6238. */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = TOTP.validate({ token, secret: Secret.fromBase32(secret), timestamp: now, window: 1, period })
  return delta === null ? null : Math.floor(now / 1000 / period) + delta
}

/** Whether a code may be used: right, and later than the last one used, because a code that was seen must not work again. */
export function usableStep(secret: string, code: string, lastStep: number | null, now: number): number | null {
  const step = stepOfCode(secret, code, now)
  return step !== null && (lastStep === null || step > lastStep) ? step : null
}

/** The address that an authenticator app reads from a QR code. */
export function totpAddress(secret: string, userName: string, issuer: string): string {
  return new TOTP({ issuer, label: userName, secret: Secret.fromBase32(secret), period }).toString()
}

/** A new secret of 160 bits in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The code of a moment, as an app would show it. */
export function codeAt(secret: string, now: number): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now, period })
}
