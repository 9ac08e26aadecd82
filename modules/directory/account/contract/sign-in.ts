import { command, IdOf, Instant, Line, Maybe, OneOf, OrNull, query, Type } from '@congso/kernel/contract'

const Next = Maybe(Type.String({ maxLength: 500 }))
const UserName = Line(64)
/** Long enough for any policy, short enough that hashing it costs the same. */
export const Secret = Type.String({ minLength: 1, maxLength: 256 })
const code = 'directory.sign-in-busy'

/**
 * What came of a try to sign in. A refused try is a reply and not an exception, because it must be committed: the failure
 * counts towards the lock, and the journal keeps it. `done` brings the token of the new session, and it is shown nowhere else.
 */
export const Tried = Type.Object({
  state: OneOf(['done', 'second-step', 'wrong', 'locked']),
  token: Maybe(Type.String({ minLength: 43, maxLength: 43 })),
  /** Seconds the session lasts at most. */
  seconds: Maybe(Type.Integer()),
  challenge: Maybe(IdOf<'challenge'>()),
  mustDo: Maybe(Type.String()),
  lockedUntil: Maybe(Instant()),
  userName: Type.String(),
  next: Type.String(),
})

export const showSignIn = query({
  id: 'directory.show-sign-in',
  path: '/sign-in',
  permission: 'public',
  summary: 'The ways to sign in, and what came of the last try.',
  input: Type.Object(
    {
      next: Next,
      state: Maybe(OneOf(['wrong', 'locked', 'out', 'expired', 'passkey', 'no-account', 'provider'])),
      name: Maybe(Type.String({ maxLength: 64 })),
      until: Maybe(Instant()),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    next: Type.String(),
    state: OrNull(Type.String()),
    name: Type.String(),
    until: OrNull(Instant()),
    help: Type.String(),
    passkeys: Type.Boolean(),
    oidc: OrNull(Type.Object({ label: Type.String(), href: Type.String() })),
    /** Nobody has an account yet: the first administrator is set up first. */
    empty: Type.Boolean(),
  }),
})

export const signIn = command({
  id: 'directory.sign-in',
  unrepeated: 'Passwords and tokens are kept nowhere.',
  path: '/sign-in',
  permission: 'public',
  perMinute: 60,
  summary:
    'Signs in with user name and password. An unknown name and a wrong password get the same answer after the same work; five failures lock the name (TCVN 14423:2026).',
  refusals: [code],
  input: Type.Object({ userName: UserName, password: Secret, next: Next }, { additionalProperties: false }),
  reply: Tried,
})

export const showSecondStep = query({
  id: 'directory.show-second-step',
  path: '/sign-in/second/:challenge',
  permission: 'public',
  summary: 'The second step of signing in, while it waits.',
  input: Type.Object(
    { challenge: IdOf<'challenge'>(), state: Maybe(OneOf(['wrong'])) },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    challenge: IdOf<'challenge'>(),
    waits: Type.Boolean(),
    wrong: Type.Boolean(),
    userName: Type.String(),
    totp: Type.Boolean(),
    passkey: Type.Boolean(),
  }),
})

export const finishSignIn = command({
  id: 'directory.finish-sign-in',
  unrepeated: 'Passwords and tokens are kept nowhere.',
  path: '/sign-in/second/:challenge',
  permission: 'public',
  perMinute: 60,
  summary: 'Finishes signing in with a code of an authenticator app, or a recovery code. Each code works once.',
  refusals: ['directory.challenge-gone'],
  input: Type.Object({ challenge: IdOf<'challenge'>(), code: Line(32) }, { additionalProperties: false }),
  reply: Tried,
})

export const beginPasskeySignIn = command({
  id: 'directory.begin-passkey-sign-in',
  path: '/sign-in/passkey',
  permission: 'public',
  perMinute: 60,
  summary: 'Asks the browser for any passkey of this site.',
  refusals: ['directory.passkeys-off'],
  recordsNothing: 'A question that forgets itself; the answer to it is recorded.',
  input: Type.Object({ next: Next, second: Maybe(IdOf<'challenge'>()) }, { additionalProperties: false }),
  reply: Type.Object({ challenge: IdOf<'challenge'>() }),
})

export const showPasskeySignIn = query({
  id: 'directory.show-passkey-sign-in',
  path: '/sign-in/passkey/:challenge',
  permission: 'public',
  summary: 'What the browser is asked to sign.',
  input: Type.Object({ challenge: IdOf<'challenge'>() }, { additionalProperties: false }),
  reply: Type.Object({
    challenge: IdOf<'challenge'>(),
    /** PublicKeyCredentialRequestOptions as JSON text; null when the question no longer waits. */
    options: OrNull(Type.String()),
  }),
})

export const finishPasskeySignIn = command({
  id: 'directory.finish-passkey-sign-in',
  unrepeated: 'Passwords and tokens are kept nowhere.',
  path: '/sign-in/passkey/:challenge',
  permission: 'public',
  perMinute: 60,
  summary: 'Signs in with the answer of a passkey (WebAuthn), alone or as the second step after a password.',
  refusals: ['directory.challenge-gone', 'directory.passkeys-off'],
  input: Type.Object(
    { challenge: IdOf<'challenge'>(), response: Type.String({ minLength: 2, maxLength: 20_000 }) },
    { additionalProperties: false },
  ),
  reply: Tried,
})

export const showForgotten = query({
  id: 'directory.show-forgotten',
  path: '/sign-in/forgotten',
  permission: 'public',
  summary: 'Whom to ask when the password is forgotten.',
  input: Type.Object({}, { additionalProperties: false }),
  reply: Type.Object({ help: Type.String() }),
})

export const signOut = command({
  id: 'directory.sign-out',
  path: '/sign-out',
  permission: 'signed-in',
  summary: 'Ends this session.',
  refusals: ['directory.session-unknown'],
  input: Type.Object({}, { additionalProperties: false }),
  reply: Type.Object({ ended: Type.Integer() }),
})

export const stay = command({
  id: 'directory.stay',
  path: '/session/stay',
  permission: 'signed-in',
  summary: 'Keeps the session from ending for lack of activity.',
  recordsNothing: 'The runner notes the use of a session by itself; staying is no fact worth keeping.',
  input: Type.Object({}, { additionalProperties: false }),
  reply: Type.Object({ seconds: Type.Integer() }),
})
