import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** What a browser says about a passkey it has made (PublicKeyCredential.toJSON); null when the text says something else. */
export function readRegistration(text: string): RegistrationResponseJSON | null {
  const value = parsed(text)
  return isRegistration(value) ? value : null
}

/** What a browser says when a passkey has signed; null when the text says something else. */
export function readAuthentication(text: string): AuthenticationResponseJSON | null {
  const value = parsed(text)
  return isAuthentication(value) ? value : null
}

/** The name of the party a passkey belongs to: the host of the address people use. */
export function partyOf(origin: string): string {
  return new URL(origin).hostname
}

function isRegistration(value: unknown): value is RegistrationResponseJSON {
  return hasParts(value, ['clientDataJSON', 'attestationObject'])
}

function isAuthentication(value: unknown): value is AuthenticationResponseJSON {
  return hasParts(value, ['clientDataJSON', 'authenticatorData', 'signature'])
}

/** Whether the named parts are there as text; what they say is for the cryptography to judge. */
function hasParts(value: unknown, parts: readonly string[]): boolean {
  const credential = record(value)
  const response = record(credential['response'])
  return (
    credential['type'] === 'public-key' &&
    typeof credential['id'] === 'string' &&
    credential['rawId'] === credential['id'] &&
    parts.every(part => typeof response[part] === 'string')
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
