import { fold, type Finding } from '@congso/kernel/contract'

/** What an installation asks of passwords. The law's values are the weakest allowed: {@link checkPasswordPolicy}. */
export type PasswordPolicy = {
  /** Code points, for an account that signs in with a second factor. */
  readonly minLengthWithMfa: number
  /** Code points, for one that does not; then all four kinds of character are asked for too. */
  readonly minLengthAlone: number
  /** Longer ones are refused, because hashing time grows with length. */
  readonly maxLength: number
  /** How many of the last passwords of an administrator may not come back. */
  readonly remembered: number
  /** Days after which an administrator must change the password. */
  readonly adminMaxAgeDays: number
}

/** TCVN 14423:2026, level 3: ≥ 8 with a second factor, else ≥ 14 of four kinds; administrators ≤ 2 months, not one of 10. */
export const lawfulPasswords: PasswordPolicy = {
  minLengthWithMfa: 8,
  minLengthAlone: 14,
  maxLength: 128,
  remembered: 10,
  adminMaxAgeDays: 59,
}

const dayMs = 86_400_000
const kinds: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['directory.password-needs-upper', /\p{Lu}/u],
  ['directory.password-needs-lower', /\p{Ll}/u],
  ['directory.password-needs-digit', /\p{Nd}/u],
  ['directory.password-needs-special', /[^\p{L}\p{M}\p{N}\s]/u],
]

/** What is wrong with a new password; empty when it will do. Whether it is one of the last ten is asked of the hashes. */
export function checkPassword(
  password: string,
  account: { readonly userName: string; readonly hasSecondFactor: boolean },
  policy: PasswordPolicy = lawfulPasswords,
): Finding[] {
  const findings: Finding[] = []
  const add = (code: string, params?: Finding['params']) =>
    findings.push(params ? { path: 'password', code, params } : { path: 'password', code })
  const length = Array.from(password.normalize('NFC')).length
  const least = account.hasSecondFactor ? policy.minLengthWithMfa : policy.minLengthAlone
  if (length < least) add('directory.password-too-short', { least, length })
  if (length > policy.maxLength) add('directory.password-too-long', { most: policy.maxLength, length })
  if (!account.hasSecondFactor) {
    for (const [code, pattern] of kinds) if (!pattern.test(password)) add(code)
  }
  if (account.userName !== '' && fold(password).includes(fold(account.userName)))
    add('directory.password-has-user-name')
  return findings
}

/** The moment (epoch ms) from which an administrator must have a new password; null for other people. */
export function passwordDueAt(
  changedAt: number,
  isAdmin: boolean,
  policy: PasswordPolicy = lawfulPasswords,
): number | null {
  return isAdmin ? changedAt + policy.adminMaxAgeDays * dayMs : null
}

/** Where a policy is weaker than the law allows, by field; an installation may only be stricter. */
export function checkPasswordPolicy(policy: PasswordPolicy): Finding[] {
  const findings: Finding[] = []
  for (const field of ['minLengthWithMfa', 'minLengthAlone', 'remembered'] as const) {
    if (policy[field] < lawfulPasswords[field]) findings.push(weak(field, lawfulPasswords[field]))
  }
  if (policy.adminMaxAgeDays > lawfulPasswords.adminMaxAgeDays || policy.adminMaxAgeDays < 1) {
    findings.push(weak('adminMaxAgeDays', lawfulPasswords.adminMaxAgeDays))
  }
  if (policy.maxLength < policy.minLengthAlone) findings.push(weak('maxLength', policy.minLengthAlone))
  return findings
}

function weak(path: string, limit: number): Finding {
  return { path, code: 'directory.policy-weaker-than-law', params: { limit } }
}
