import type { Finding } from '@congso/kernel/contract'

/** How failed sign-ins lock an account. Times in milliseconds. */
export type LockoutPolicy = {
  /** Failures in a row that lock the account. */
  readonly maxFailures: number
  /** Length of the first lock; each further failure doubles it. */
  readonly firstLock: number
  readonly longestLock: number
  /** Failures older than this are forgotten. */
  readonly memory: number
}

/** The level-2 model dossier under TCVN 14423:2026 locks after at most 5 failures. */
export const lawfulLockout: LockoutPolicy = {
  maxFailures: 5,
  firstLock: 5 * 60_000,
  longestLock: 12 * 3_600_000,
  memory: 24 * 3_600_000,
}

/** One try to sign in, at epoch ms. `refused`: turned away by a lock before the password was looked at; it counts as nothing. */
export type SignInAttempt = { readonly at: number; readonly outcome: 'succeeded' | 'failed' | 'refused' }

export type SignInDecision =
  | { readonly allowed: true; readonly failures: number; readonly failuresLeft: number }
  | { readonly allowed: false; readonly failures: number; readonly lockedUntil: number }

/**
 * Whether an account may try to sign in now, from its attempts in any order: `maxFailures` in a row lock it, and every
 * failure after a lock has passed locks it again for twice as long.
 */
export function decideSignIn(
  attempts: readonly SignInAttempt[],
  now: number,
  policy: LockoutPolicy = lawfulLockout,
): SignInDecision {
  const past = attempts.filter(one => one.at <= now && one.at > now - policy.memory)
  const lastSuccess = Math.max(...past.filter(one => one.outcome === 'succeeded').map(one => one.at), -Infinity)
  const failed = past.filter(one => one.outcome === 'failed' && one.at > lastSuccess).map(one => one.at)
  const failures = failed.length
  if (failures < policy.maxFailures) return { allowed: true, failures, failuresLeft: policy.maxFailures - failures }
  const lockedUntil = Math.max(...failed) + lockLength(failures, policy)
  return lockedUntil > now ? { allowed: false, failures, lockedUntil } : { allowed: true, failures, failuresLeft: 1 }
}

/** How long the lock after so many failures in a row lasts, in ms; 0 below the limit. */
export function lockLength(failures: number, policy: LockoutPolicy = lawfulLockout): number {
  if (failures < policy.maxFailures) return 0
  return Math.min(policy.firstLock * 2 ** (failures - policy.maxFailures), policy.longestLock)
}

/** Where a lockout policy is weaker than allowed or contradicts itself, by field. */
export function checkLockoutPolicy(policy: LockoutPolicy): Finding[] {
  const findings: Finding[] = []
  if (policy.maxFailures < 1 || policy.maxFailures > lawfulLockout.maxFailures) {
    findings.push({
      path: 'maxFailures',
      code: 'directory.policy-weaker-than-law',
      params: { limit: lawfulLockout.maxFailures },
    })
  }
  if (policy.firstLock <= 0) findings.push({ path: 'firstLock', code: 'directory.policy-not-positive' })
  if (policy.longestLock < policy.firstLock)
    findings.push({ path: 'longestLock', code: 'directory.policy-contradicts' })
  // A lock longer than the memory would be forgotten before it ends.
  if (policy.memory <= policy.longestLock) findings.push({ path: 'memory', code: 'directory.policy-contradicts' })
  return findings
}
