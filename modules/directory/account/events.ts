import { event, Instant, IdOf, Maybe, OneOf, OrNull, Type } from '@congso/kernel/contract'

const Where = Type.Object({ address: Type.String(), device: Type.String() })
const Nothing = Type.Object({})

/** The subject of all these is the account, unless said otherwise. */
export const signedIn = event(
  'directory.signed-in',
  Type.Object({
    session: IdOf<'session'>(),
    method: OneOf(['password', 'passkey', 'oidc']),
    second: OrNull(OneOf(['totp', 'recovery-code', 'passkey'])),
  }),
  Where,
)

/** The subject is the account, or a number of its own when the name belongs to nobody. */
export const signInFailed = event(
  'directory.sign-in-failed',
  Type.Object({
    reason: OneOf([
      'wrong-password',
      'wrong-code',
      'wrong-passkey',
      'locked',
      'unknown-name',
      'closed',
      'oidc-unknown',
    ]),
    failures: Type.Integer(),
    lockedUntil: Maybe(Instant()),
  }),
  Where,
)
export const secondStepAsked = event('directory.second-step-asked', Nothing, Where)
export const sessionsEnded = event(
  'directory.sessions-ended',
  Type.Object({ why: Type.String(), sessions: Type.Array(IdOf<'session'>()) }),
)
export const positionSwitched = event('directory.position-switched', Type.Object({ position: IdOf<'position'>() }))
export const passwordChanged = event('directory.password-changed', Type.Object({ how: OneOf(['own', 'reset']) }))
export const secondFactorSet = event('directory.second-factor-set', Type.Object({ kind: OneOf(['totp']) }))
export const secondFactorRemoved = event(
  'directory.second-factor-removed',
  Type.Object({ how: OneOf(['own', 'administrator']) }),
)
export const secondFactorDemanded = event('directory.second-factor-demanded', Type.Object({ demanded: Type.Boolean() }))
export const recoveryCodesMade = event('directory.recovery-codes-made', Type.Object({ count: Type.Integer() }))
export const secretsPutAway = event('directory.secrets-put-away', Type.Object({ kind: Type.String() }))
export const passkeyAdded = event('directory.passkey-added', Type.Object({ passkey: Type.String() }))
export const passkeyRemoved = event('directory.passkey-removed', Type.Object({ passkey: Type.String() }))
export const accountCreated = event(
  'directory.account-created',
  Type.Object({ person: IdOf<'person'>() }),
  Type.Object({ userName: Type.String() }),
)
export const accountClosed = event('directory.account-closed', Type.Object({ why: OneOf(['administrator', 'idle']) }))
export const accountReopened = event('directory.account-reopened', Nothing)
export const accountUnlocked = event('directory.account-unlocked', Nothing)
export const oidcLinked = event('directory.oidc-linked', Type.Object({ issuer: Type.String() }))
/** The subject is the house's first agency. */
export const houseFounded = event('directory.house-founded', Type.Object({ account: IdOf<'account'>() }))
/** The subject is a number of its own: there is one policy. */
export const signInPolicyChanged = event(
  'directory.sign-in-policy-changed',
  Type.Object({ changed: Type.Array(Type.String()) }),
)
export const accountsSwept = event(
  'directory.accounts-swept',
  Type.Object({ challenges: Type.Integer(), names: Type.Integer(), closed: Type.Integer() }),
)
