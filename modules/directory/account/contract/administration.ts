import { command, IdOf, Instant, Line, Maybe, OneOf, OrNull, query, Type } from '@congso/kernel/contract'
import { SessionLine } from './mine.ts'

const strict = { additionalProperties: false }
const permission = 'directory.account.edit'
const AccountId = IdOf<'account'>()
const OnAccount = Type.Object({ account: AccountId }, strict)
const Done = Type.Object({ account: AccountId })

export const listAccounts = query({
  id: 'directory.list-accounts',
  path: '/directory/accounts',
  permission,
  summary: 'Accounts within my reach, found by name without accents, user name, telephone or e-mail.',
  input: Type.Object(
    {
      q: Maybe(Type.String({ maxLength: 100 })),
      state: Maybe(OneOf(['active', 'closed', 'locked', 'must-change', 'never', 'no-second-factor'])),
      after: Maybe(Type.String({ maxLength: 64 })),
    },
    strict,
  ),
  reply: Type.Object({
    q: Type.String(),
    state: OrNull(Type.String()),
    rows: Type.Array(
      Type.Object({
        account: AccountId,
        userName: Type.String(),
        name: Type.String(),
        title: Type.String(),
        agencyName: Type.String(),
        state: OneOf(['active', 'closed']),
        lockedUntil: OrNull(Instant()),
        mustChange: Type.Boolean(),
        secondFactor: Type.Boolean(),
        lastSignInAt: OrNull(Instant()),
      }),
    ),
    total: Type.Integer(),
    counts: Type.Object({
      all: Type.Integer(),
      closed: Type.Integer(),
      never: Type.Integer(),
      mustChange: Type.Integer(),
    }),
    next: OrNull(Type.String()),
  }),
})

export const showNewAccount = query({
  id: 'directory.show-new-account',
  path: '/directory/accounts/new',
  permission,
  summary: 'The form for a new account, for a person who has none.',
  input: Type.Object({ person: Maybe(IdOf<'person'>()) }, strict),
  reply: Type.Object({
    person: OrNull(Type.Object({ value: IdOf<'person'>(), label: Type.String() })),
    suggestion: Type.String(),
  }),
})

export const findPeople = query({
  id: 'directory.find-people-without-account',
  path: '/directory/accounts/people',
  permission,
  summary: 'People within my reach who have no account, by name without accents.',
  input: Type.Object({ q: Maybe(Type.String({ maxLength: 100 })) }, strict),
  reply: Type.Array(Type.Object({ value: IdOf<'person'>(), label: Type.String(), note: Type.String() })),
})

export const createAccount = command({
  id: 'directory.create-account',
  path: '/directory/accounts',
  permission,
  summary: 'Makes an account for a person, with a password for one sign-in that is shown once.',
  refusals: [
    'directory.person-unknown',
    'directory.person-has-account',
    'directory.user-name-form',
    'directory.user-name-taken',
  ],
  input: Type.Object({ person: IdOf<'person'>(), userName: Maybe(Line(32)) }, strict),
  reply: Type.Object({ account: AccountId, userName: Type.String(), shown: IdOf<'challenge'>() }),
})

export const showAccount = query({
  id: 'directory.show-account',
  path: '/directory/accounts/:account',
  permission,
  summary: 'An account: whose it is, its state, its living sessions, its sign-in log.',
  input: OnAccount,
  reply: Type.Object({
    account: AccountId,
    person: IdOf<'person'>(),
    name: Type.String(),
    userName: Type.String(),
    state: OneOf(['active', 'closed']),
    own: Type.Boolean(),
    /** Somebody with a position outside my reach: to be seen, not to be changed. */
    changeable: Type.Boolean(),
    lockedUntil: OrNull(Instant()),
    failures: Type.Integer(),
    mustChange: Type.Boolean(),
    passwordAt: OrNull(Instant()),
    totp: Type.Boolean(),
    passkeys: Type.Integer(),
    recoveryLeft: Type.Integer(),
    demanded: Type.Boolean(),
    lastSignInAt: OrNull(Instant()),
    oidcIssuer: OrNull(Type.String()),
    oidcSubject: OrNull(Type.String()),
    /** An outside sign-in system is configured, so that an identity can be named. */
    identities: Type.Boolean(),
    positions: Type.Array(
      Type.Object({
        position: IdOf<'position'>(),
        title: Type.String(),
        unitName: Type.String(),
        agencyName: Type.String(),
      }),
    ),
    sessions: Type.Array(SessionLine),
    log: Type.Array(
      Type.Object({
        at: Instant(),
        event: Type.String(),
        reason: OrNull(Type.String()),
        by: OrNull(Type.String()),
        address: Type.String(),
        device: Type.String(),
      }),
    ),
  }),
})

const onAccount = (verb: string, summary: string, refusals: readonly string[]) =>
  command({
    id: `directory.${verb}-account`,
    path: `/directory/accounts/:account/${verb}`,
    permission,
    summary,
    refusals,
    input: OnAccount,
    reply: Done,
  })

export const closeAccount = onAccount('close', 'Closes an account and ends its sessions.', [
  'directory.account-closed',
  'directory.account-own',
])
export const reopenAccount = onAccount('reopen', 'Opens a closed account again.', ['directory.account-open'])
export const unlockAccount = onAccount('unlock', 'Forgets the failed sign-ins that have locked an account.', [
  'directory.account-not-locked',
])
export const resetSecondFactor = onAccount(
  'reset-second-factor',
  'Removes authenticator app, recovery codes and passkeys of somebody who has lost them, and ends the sessions.',
  ['directory.second-factor-none', 'directory.account-own'],
)
export const endAccountSessions = onAccount('end-sessions', 'Ends all sessions of an account.', [
  'directory.session-gone',
])

export const demandSecondFactor = command({
  id: 'directory.demand-second-factor',
  path: '/directory/accounts/:account/demand-second-factor',
  permission,
  summary: 'Demands a second factor of an account, or demands it no more.',
  refusals: ['directory.unchanged'],
  input: Type.Object({ account: AccountId, demanded: Type.Boolean() }, strict),
  reply: Done,
})

export const resetPassword = command({
  id: 'directory.reset-password',
  path: '/directory/accounts/:account/reset-password',
  permission,
  summary: 'Gives a password for one sign-in, shown once, and ends the sessions; it must be changed at that sign-in.',
  refusals: ['directory.account-own', 'directory.account-closed'],
  input: OnAccount,
  reply: Type.Object({ account: AccountId, shown: IdOf<'challenge'>() }),
})

export const linkOidc = command({
  id: 'directory.link-oidc',
  path: '/directory/accounts/:account/link-oidc',
  permission,
  summary: 'Names the identity at the outside sign-in system that may use this account; empty takes it away.',
  refusals: ['directory.oidc-off', 'directory.oidc-taken'],
  input: Type.Object({ account: AccountId, subject: Maybe(Type.String({ maxLength: 255 })) }, strict),
  reply: Done,
})
