import { command, IdOf, Line, Maybe, OneOf, query, Type } from '@congso/kernel/contract'
import { Secret } from './sign-in.ts'

const strict = { additionalProperties: false }
const permission = 'directory.account.edit'

const Policy = {
  secondFactorForAdministrators: Type.Boolean(),
  idleMinutes: Type.Integer({ minimum: 1, maximum: 60 }),
  idleMinutesOfAdministrators: Type.Integer({ minimum: 1, maximum: 60 }),
  longestHours: Type.Integer({ minimum: 1, maximum: 24 }),
  longestHoursOfAdministrators: Type.Integer({ minimum: 1, maximum: 24 }),
  maxFailures: Type.Integer({ minimum: 1, maximum: 20 }),
  firstLockMinutes: Type.Integer({ minimum: 1, maximum: 600 }),
  closeAfterIdleDays: Type.Integer({ minimum: 0, maximum: 365 }),
  origin: Maybe(Type.String({ maxLength: 200 })),
  help: Maybe(Type.String({ maxLength: 200 })),
  oidcIssuer: Maybe(Type.String({ maxLength: 300 })),
  oidcClientId: Maybe(Type.String({ maxLength: 200 })),
  oidcClaim: Maybe(Type.String({ maxLength: 100 })),
  oidcLabel: Maybe(Type.String({ maxLength: 60 })),
}

export const showPolicy = query({
  id: 'directory.show-sign-in-policy',
  path: '/directory/sign-in-policy',
  permission,
  summary: 'What this installation asks of signing in.',
  input: Type.Object({}, strict),
  reply: Type.Object(Policy),
})

export const changePolicy = command({
  id: 'directory.change-sign-in-policy',
  path: '/directory/sign-in-policy',
  permission,
  summary: 'Changes what this installation asks of signing in; never less than TCVN 14423:2026.',
  refusals: [
    'directory.policy-weaker-than-law',
    'directory.policy-not-positive',
    'directory.policy-contradicts',
    'directory.policy-address',
    'directory.unchanged',
  ],
  input: Type.Object(Policy, strict),
  reply: Type.Object({ changed: Type.Array(Type.String()) }),
})

export const sweepAccounts = command({
  id: 'directory.sweep-accounts',
  path: '/directory/accounts/sweep',
  permission,
  summary: 'Forgets expired questions and failures, and closes accounts unused too long (TCVN 14423:2026: 45 days).',
  input: Type.Object({}, strict),
  reply: Type.Object({ challenges: Type.Integer(), names: Type.Integer(), closed: Type.Integer() }),
})

export const showSetUp = query({
  id: 'directory.show-set-up',
  path: '/setup',
  permission: 'public',
  summary: 'The first set-up, while nobody has an account.',
  input: Type.Object({}, strict),
  reply: Type.Object({ open: Type.Boolean() }),
})

export const setUp = command({
  id: 'directory.set-up',
  unrepeated: 'Passwords and tokens are kept nowhere.',
  path: '/setup',
  permission: 'public',
  perMinute: 10,
  summary:
    'Makes the first agency, its leadership unit, and the first administrator; only while nobody has an account.',
  refusals: [
    'directory.setup-done',
    'directory.name-form',
    'directory.agency-code-form',
    'directory.user-name-form',
    'directory.passwords-differ',
  ],
  input: Type.Object(
    {
      agencyCode: Line(60),
      agencyName: Line(200),
      agencyKind: OneOf(['province', 'department', 'centre', 'commune', 'other']),
      name: Line(120),
      userName: Line(32),
      password: Secret,
      again: Secret,
    },
    strict,
  ),
  reply: Type.Object({
    account: IdOf<'account'>(),
    agency: IdOf<'agency'>(),
    token: Type.String(),
    seconds: Type.Integer(),
  }),
})
