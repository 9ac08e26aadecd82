import { event, IdOf, OrNull, Type } from '@congso/kernel/contract'

/** The subject is the delegation; moments are ISO text. */
export const delegationMade = event(
  'directory.delegation-made',
  Type.Object({
    position: IdOf<'position'>(),
    person: IdOf<'person'>(),
    form: Type.String(),
    permissions: OrNull(Type.Array(Type.String())),
    reason: Type.String(),
    from: Type.String(),
    to: Type.String(),
  }),
)
export const delegationEnded = event(
  'directory.delegation-ended',
  Type.Object({ position: IdOf<'position'>(), person: IdOf<'person'>() }),
)
