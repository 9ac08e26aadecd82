import { command, IdOf, Line, Maybe, OneOf, OrNull, query, Type } from '@congso/kernel/contract'
import { Proof, State } from './mine.ts'
import { Secret } from './sign-in.ts'

const strict = { additionalProperties: false }
const Nothing = Type.Object({}, strict)
const permission = 'signed-in'

export const showSecondFactor = query({
  id: 'directory.show-second-factor',
  path: '/account/second-factor',
  permission,
  summary: 'The second factor: on, waiting for its first code, or off.',
  input: Type.Object({ state: State }, strict),
  reply: Type.Object({
    duty: OrNull(Type.String()),
    state: OrNull(Type.String()),
    on: Type.Boolean(),
    demanded: Type.Boolean(),
    recoveryLeft: Type.Integer(),
    /** Shown as a QR code and as text until the first code has confirmed it. */
    pending: OrNull(Type.Object({ secret: Type.String(), address: Type.String() })),
    passkeysPossible: Type.Boolean(),
    passkeys: Type.Integer(),
  }),
})

export const beginSecondFactor = command({
  id: 'directory.begin-second-factor',
  path: '/account/second-factor/begin',
  permission,
  summary: 'Makes a secret for an authenticator app; it counts for nothing until a code has confirmed it.',
  refusals: ['directory.second-factor-already'],
  recordsNothing: 'A secret that counts for nothing yet; its confirmation is recorded.',
  input: Nothing,
  reply: Nothing,
})

export const confirmSecondFactor = command({
  id: 'directory.confirm-second-factor',
  unrepeated: 'Passwords and tokens are kept nowhere.',
  path: '/account/second-factor',
  permission,
  perMinute: 30,
  summary: 'Turns the second factor on with its first code, and makes recovery codes that are shown once.',
  refusals: ['directory.second-factor-not-begun', 'directory.code-wrong'],
  input: Type.Object({ code: Line(12) }, strict),
  reply: Type.Object({ shown: IdOf<'challenge'>() }),
})

export const removeSecondFactor = command({
  id: 'directory.remove-second-factor',
  unrepeated: 'Passwords and tokens are kept nowhere.',
  path: '/account/second-factor/remove',
  permission,
  perMinute: 30,
  summary: 'Turns my second factor off; refused where it is demanded and nothing else stands in for it.',
  refusals: ['directory.second-factor-none', 'directory.second-factor-demanded'],
  input: Type.Object({ password: Secret }, strict),
  reply: Type.Object({ state: Proof }),
})

export const renewRecoveryCodes = command({
  id: 'directory.renew-recovery-codes',
  unrepeated: 'Passwords and tokens are kept nowhere.',
  path: '/account/second-factor/recovery-codes',
  permission,
  perMinute: 30,
  summary: 'Makes ten new recovery codes; the old ones stop working.',
  refusals: ['directory.second-factor-none'],
  input: Type.Object({ password: Secret }, strict),
  reply: Type.Object({ state: Proof, shown: Maybe(IdOf<'challenge'>()) }),
})

export const showSecrets = query({
  id: 'directory.show-secrets',
  path: '/account/shown/:shown',
  permission,
  summary: 'Recovery codes or a one-time password, for the one who asked for them, for a quarter of an hour.',
  input: Type.Object({ shown: IdOf<'challenge'>() }, strict),
  reply: Type.Object({
    shown: IdOf<'challenge'>(),
    kind: OneOf(['recovery-codes', 'one-time-password']),
    secrets: Type.Array(Type.String()),
    userName: Type.String(),
    name: Type.String(),
    /** Where to go afterwards. */
    next: Type.String(),
  }),
})

export const putSecretsAway = command({
  id: 'directory.put-secrets-away',
  path: '/account/shown/:shown',
  permission,
  summary: 'Says that the secrets are written down: they are shown no more.',
  refusals: ['directory.challenge-gone'],
  input: Type.Object({ shown: IdOf<'challenge'>() }, strict),
  reply: Type.Object({ next: Type.String() }),
})

export const beginPasskey = command({
  id: 'directory.begin-passkey',
  path: '/account/passkeys',
  permission,
  summary: 'Asks the browser to make a passkey.',
  refusals: ['directory.passkeys-off'],
  recordsNothing: 'A question that forgets itself; the answer to it is recorded.',
  input: Nothing,
  reply: Type.Object({ challenge: IdOf<'challenge'>() }),
})

export const showNewPasskey = query({
  id: 'directory.show-new-passkey',
  path: '/account/passkeys/:challenge',
  permission,
  summary: 'What the browser is asked to make.',
  input: Type.Object({ challenge: IdOf<'challenge'>() }, strict),
  reply: Type.Object({ challenge: IdOf<'challenge'>(), options: OrNull(Type.String()) }),
})

export const addPasskey = command({
  id: 'directory.add-passkey',
  path: '/account/passkeys/:challenge',
  permission,
  summary: 'Keeps a passkey that the browser has made (WebAuthn).',
  refusals: [
    'directory.challenge-gone',
    'directory.passkey-refused',
    'directory.passkey-known',
    'directory.passkeys-off',
  ],
  input: Type.Object(
    { challenge: IdOf<'challenge'>(), name: Line(60), response: Type.String({ minLength: 2, maxLength: 20_000 }) },
    strict,
  ),
  reply: Type.Object({ passkey: Type.String() }),
})

export const removePasskey = command({
  id: 'directory.remove-passkey',
  path: '/account/passkeys/remove',
  permission,
  summary: 'Forgets a passkey of mine; refused where a second factor is demanded and this is the last one.',
  refusals: ['directory.second-factor-demanded'],
  input: Type.Object({ passkey: Line(1400) }, strict),
  reply: Type.Object({ left: Type.Integer() }),
})
