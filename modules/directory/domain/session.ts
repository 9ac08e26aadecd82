import type { Finding } from '@congso/kernel/contract'

/** How long a session lasts. Times in milliseconds. */
export type SessionPolicy = {
  /** Idle time after which an ordinary user's screen locks. */
  readonly idleUser: number
  readonly idleAdmin: number
  /** How long before the lock the reader is warned and may stay signed in. */
  readonly warnBefore: number
  /** Age at which a session ends however busy it is. */
  readonly longestUser: number
  readonly longestAdmin: number
}

/** TCVN 14423:2026, level 3: locks after ≤ 15 minutes for users, ≤ 5 for administrators. The whole length is our choice. */
export const lawfulSessions: SessionPolicy = {
  idleUser: 15 * 60_000,
  idleAdmin: 5 * 60_000,
  warnBefore: 60_000,
  longestUser: 12 * 3_600_000,
  longestAdmin: 8 * 3_600_000,
}

/** Times are epoch ms. `endedAt`: signed out, or ended from another place or by an administrator. */
export type Session = {
  readonly isAdmin: boolean
  readonly startedAt: number
  /** Last act of the reader; a background refresh is not one. */
  readonly lastActAt: number
  readonly endedAt: number | null
}

/** `locked`: the same person may go on after giving the password again. `ended`: a new sign-in is needed. */
export type SessionState = {
  readonly state: 'active' | 'warned' | 'locked' | 'ended'
  /** When the state next changes if nobody acts; null once ended. */
  readonly changesAt: number | null
}

/** The state of a session at a moment. */
export function sessionState(session: Session, now: number, policy: SessionPolicy = lawfulSessions): SessionState {
  const endsAt = endOf(session, policy)
  if (now >= endsAt) return { state: 'ended', changesAt: null }
  const locksAt = session.lastActAt + idleOf(session, policy)
  if (now >= locksAt) return { state: 'locked', changesAt: endsAt }
  const warnsAt = Math.min(locksAt, endsAt) - policy.warnBefore
  if (now >= warnsAt) return { state: 'warned', changesAt: Math.min(locksAt, endsAt) }
  return { state: 'active', changesAt: warnsAt }
}

/** Whether an act should be written down: not at each request, only once a tenth of the idle time has passed since the last. */
export function isActWorthStoring(session: Session, now: number, policy: SessionPolicy = lawfulSessions): boolean {
  const { state } = sessionState(session, now, policy)
  if (state === 'locked' || state === 'ended') return false
  return state === 'warned' || now - session.lastActAt >= idleOf(session, policy) / 10
}

/** Where a session policy is weaker than allowed or contradicts itself, by field. */
export function checkSessionPolicy(policy: SessionPolicy): Finding[] {
  const findings: Finding[] = []
  for (const field of ['idleUser', 'idleAdmin'] as const) {
    const limit = lawfulSessions[field]
    if (policy[field] > limit)
      findings.push({ path: field, code: 'directory.policy-weaker-than-law', params: { limit } })
    if (policy[field] <= 0) findings.push({ path: field, code: 'directory.policy-not-positive' })
  }
  const shortest = Math.min(policy.idleUser, policy.idleAdmin)
  if (policy.warnBefore < 0 || policy.warnBefore >= shortest) {
    findings.push({ path: 'warnBefore', code: 'directory.policy-contradicts' })
  }
  if (policy.longestUser < policy.idleUser) findings.push({ path: 'longestUser', code: 'directory.policy-contradicts' })
  if (policy.longestAdmin < policy.idleAdmin)
    findings.push({ path: 'longestAdmin', code: 'directory.policy-contradicts' })
  return findings
}

function idleOf(session: Session, policy: SessionPolicy): number {
  return session.isAdmin ? policy.idleAdmin : policy.idleUser
}

function endOf(session: Session, policy: SessionPolicy): number {
  const oldest = session.startedAt + (session.isAdmin ? policy.longestAdmin : policy.longestUser)
  return Math.min(oldest, session.endedAt ?? Infinity)
}
