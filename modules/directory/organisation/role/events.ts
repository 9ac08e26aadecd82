import { event, IdOf, OrNull, Type } from '@congso/kernel/contract'

export const permissionsRegistered = event(
  'directory.permissions-registered',
  Type.Object({ added: Type.Array(Type.String()), removed: Type.Array(Type.String()) }),
)
export const roleAdded = event(
  'directory.role-added',
  Type.Object({ key: Type.String(), name: Type.String(), permissions: Type.Array(Type.String()) }),
)
export const roleChanged = event(
  'directory.role-changed',
  Type.Object({
    name: Type.String(),
    added: Type.Array(Type.String()),
    removed: Type.Array(Type.String()),
  }),
)

/** The subject is the position; `to` is the first day without the role. */
export const roleGranted = event(
  'directory.role-granted',
  Type.Object({
    role: IdOf<'role'>(),
    key: Type.String(),
    reach: Type.String(),
    from: Type.String(),
    to: OrNull(Type.String()),
  }),
)
export const grantEnded = event(
  'directory.grant-ended',
  Type.Object({ role: IdOf<'role'>(), key: Type.String(), to: Type.String() }),
)
