import { command, IdOf, Instant, Maybe, OneOf, OrNull, query, Type } from '@congso/kernel/contract'
import { Secret } from './sign-in.ts'

const strict = { additionalProperties: false }
const Nothing = Type.Object({}, strict)
const permission = 'signed-in'

/** A proof of one's own password is a reply, not an exception: a wrong one is counted, and so it must be committed. */
export const Proof = OneOf(['done', 'wrong', 'locked'])
/** What came of the last proof. */
export const State = Maybe(OneOf(['wrong', 'locked']))
const passwordRules = [
  'directory.password-too-short',
  'directory.password-too-long',
  'directory.password-needs-upper',
  'directory.password-needs-lower',
  'directory.password-needs-digit',
  'directory.password-needs-special',
  'directory.password-has-user-name',
  'directory.password-remembered',
  'directory.passwords-differ',
]

const Post = Type.Object({
  position: IdOf<'position'>(),
  title: Type.String(),
  unitName: Type.String(),
  agencyName: Type.String(),
  /** The form of signature of a lent position: KT., TL., TUQ. */
  form: OrNull(Type.String()),
  until: OrNull(Type.String()),
  current: Type.Boolean(),
})
export const SessionLine = Type.Object({
  session: IdOf<'session'>(),
  device: Type.String(),
  address: Type.String(),
  createdAt: Instant(),
  seenAt: Instant(),
  current: Type.Boolean(),
})
const PasskeyLine = Type.Object({
  passkey: Type.String(),
  name: Type.String(),
  createdAt: Instant(),
  usedAt: OrNull(Instant()),
})

export const showMyAccount = query({
  id: 'directory.show-my-account',
  path: '/account',
  permission,
  summary: 'My account: positions to act in, password, second factor, passkeys, living sessions.',
  input: Type.Object({ state: State }, strict),
  reply: Type.Object({
    userName: Type.String(),
    name: Type.String(),
    duty: OrNull(Type.String()),
    state: OrNull(Type.String()),
    posts: Type.Array(Post),
    passwordAt: OrNull(Instant()),
    totp: Type.Boolean(),
    recoveryLeft: Type.Integer(),
    passkeysPossible: Type.Boolean(),
    passkeys: Type.Array(PasskeyLine),
    sessions: Type.Array(SessionLine),
  }),
})

export const showChangePassword = query({
  id: 'directory.show-change-password',
  path: '/account/password',
  permission,
  summary: 'What a new password must be like.',
  input: Type.Object({ state: State }, strict),
  reply: Type.Object({
    userName: Type.String(),
    duty: OrNull(Type.String()),
    state: OrNull(Type.String()),
    least: Type.Integer(),
    kinds: Type.Boolean(),
  }),
})

export const changePassword = command({
  id: 'directory.change-password',
  unrepeated: 'Passwords and tokens are kept nowhere.',
  path: '/account/password',
  permission,
  perMinute: 30,
  summary:
    'Changes my password and ends my other sessions. TCVN 14423:2026: length, four kinds, not one of the last ten.',
  refusals: passwordRules,
  input: Type.Object({ current: Secret, password: Secret, again: Secret }, strict),
  reply: Type.Object({ state: Proof }),
})

export const switchPosition = command({
  id: 'directory.switch-position',
  path: '/account/position',
  permission,
  summary: 'Acts in another of my positions, or in one lent to me (Decree 30/2020 Art. 13), in this session.',
  refusals: ['directory.position-not-yours', 'directory.session-unknown'],
  input: Type.Object({ position: IdOf<'position'>() }, strict),
  reply: Type.Object({ title: Type.String() }),
})

export const endMySession = command({
  id: 'directory.end-my-session',
  path: '/account/sessions/:session/end',
  permission,
  summary: 'Ends one of my sessions on another device.',
  refusals: ['directory.session-gone'],
  input: Type.Object({ session: IdOf<'session'>() }, strict),
  reply: Type.Object({ ended: Type.Integer() }),
})

export const endMyOtherSessions = command({
  id: 'directory.end-my-other-sessions',
  path: '/account/sessions/end-others',
  permission,
  summary: 'Ends all my sessions but this one.',
  refusals: ['directory.session-unknown', 'directory.session-gone'],
  input: Nothing,
  reply: Type.Object({ ended: Type.Integer() }),
})
