import type { Finding } from '@congso/kernel/contract'
import { checkLockoutPolicy, lawfulLockout, type LockoutPolicy } from '../../domain/lockout.ts'
import { checkSessionPolicy, lawfulSessions, type SessionPolicy } from '../../domain/session.ts'

/** What an installation decides about signing in; kept as data, never weaker than the law's values. */
export type SignInPolicy = {
  /** TCVN 14423:2026: administrators always sign in with a second factor. Only a demonstration turns it off. */
  readonly secondFactorForAdministrators: boolean
  readonly idleMinutes: number
  readonly idleMinutesOfAdministrators: number
  readonly longestHours: number
  readonly longestHoursOfAdministrators: number
  readonly maxFailures: number
  readonly firstLockMinutes: number
  /** TCVN 14423:2026: an account unused for 45 days is closed; 0 turns it off. */
  readonly closeAfterIdleDays: number
  /** The address people use, `https://host`; passkeys are bound to it. Empty as written: the one of the configuration. */
  readonly origin: string
  /** Whom to call, on the sign-in page. */
  readonly help: string
  /** OpenID Connect for staff: issuer address, empty for none. */
  readonly oidcIssuer: string
  readonly oidcClientId: string
  /** `sub`: the account names its subject; any other claim is compared with user names. */
  readonly oidcClaim: string
  /** What the button says: "VNeID". */
  readonly oidcLabel: string
}

export const lawfulSignIn: SignInPolicy = {
  secondFactorForAdministrators: true,
  idleMinutes: lawfulSessions.idleUser / 60_000,
  idleMinutesOfAdministrators: lawfulSessions.idleAdmin / 60_000,
  longestHours: lawfulSessions.longestUser / 3_600_000,
  longestHoursOfAdministrators: lawfulSessions.longestAdmin / 3_600_000,
  maxFailures: lawfulLockout.maxFailures,
  firstLockMinutes: lawfulLockout.firstLock / 60_000,
  closeAfterIdleDays: 45,
  origin: '',
  help: '',
  oidcIssuer: '',
  oidcClientId: '',
  oidcClaim: 'sub',
  oidcLabel: '',
}

/**
 * The policy as kept: what is missing or of another type keeps the lawful value, so that an older record still reads. Where it
 * names no address, the one the installation was started with holds, when a passkey can be bound to it.
 */
export function readSignInPolicy(kept: unknown, startedAt?: unknown): SignInPolicy {
  const known = new Map<string, unknown>(Object.entries(lawfulSignIn))
  const given = Object.entries(typeof kept === 'object' && kept !== null ? kept : {})
  const usable = given.filter(([name, value]) => known.has(name) && typeof value === typeof known.get(name))
  const policy: SignInPolicy = { ...lawfulSignIn, ...Object.fromEntries(usable) }
  const usesStart = policy.origin === '' && typeof startedAt === 'string' && canHoldPasskeys(startedAt)
  return usesStart ? { ...policy, origin: new URL(startedAt).origin } : policy
}

/** The policy in the terms of the lock-out rule. */
export function lockoutOf(policy: SignInPolicy): LockoutPolicy {
  return { ...lawfulLockout, maxFailures: policy.maxFailures, firstLock: policy.firstLockMinutes * 60_000 }
}

/** The policy in the terms of the session rule. */
export function sessionsOf(policy: SignInPolicy): SessionPolicy {
  return {
    ...lawfulSessions,
    idleUser: policy.idleMinutes * 60_000,
    idleAdmin: policy.idleMinutesOfAdministrators * 60_000,
    longestUser: policy.longestHours * 3_600_000,
    longestAdmin: policy.longestHoursOfAdministrators * 3_600_000,
  }
}

const fieldOf: Readonly<Record<string, keyof SignInPolicy>> = {
  idleUser: 'idleMinutes',
  idleAdmin: 'idleMinutesOfAdministrators',
  longestUser: 'longestHours',
  longestAdmin: 'longestHoursOfAdministrators',
  maxFailures: 'maxFailures',
  firstLock: 'firstLockMinutes',
  longestLock: 'firstLockMinutes',
  memory: 'firstLockMinutes',
  warnBefore: 'idleMinutes',
}

/** Where a policy is weaker than the law or contradicts itself, by its own field; empty when it may stand. */
export function checkSignInPolicy(policy: SignInPolicy): Finding[] {
  const findings = [...checkLockoutPolicy(lockoutOf(policy)), ...checkSessionPolicy(sessionsOf(policy))]
  const named: Finding[] = findings.map(one => ({ path: fieldOf[one.path] ?? one.path, code: one.code }))
  if (policy.closeAfterIdleDays > 45)
    named.push({ path: 'closeAfterIdleDays', code: 'directory.policy-weaker-than-law' })
  if (policy.origin !== '' && !isOrigin(policy.origin)) named.push({ path: 'origin', code: 'directory.policy-address' })
  if (policy.oidcIssuer !== '' && !isSafeAddress(policy.oidcIssuer)) {
    named.push({ path: 'oidcIssuer', code: 'directory.policy-address' })
  }
  if (policy.oidcIssuer !== '' && policy.oidcClientId === '') {
    named.push({ path: 'oidcClientId', code: 'directory.policy-contradicts' })
  }
  return named
}

function isOrigin(text: string): boolean {
  return isSafeAddress(text) && new URL(text).origin === text
}

/** WebAuthn binds passkeys to a name, never to a number. */
function canHoldPasskeys(text: string): boolean {
  return isSafeAddress(text) && /[a-z]$/.test(new URL(text).hostname)
}

/** Secrets travel over TLS, except to this very machine. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname))
}
