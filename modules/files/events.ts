import { event, Type } from '@congso/kernel/contract'

const Owner = { ownerKind: Type.String(), owner: Type.String() }

/** The name of a file often names a person. */
export const fileAttached = event(
  'files.file-attached',
  Type.Object({ ...Owner, type: Type.String(), size: Type.Integer(), sha256: Type.String() }),
  Type.Object({ name: Type.String(), title: Type.String() }),
)

export const fileRemoved = event(
  'files.file-removed',
  Type.Object({ ...Owner, sha256: Type.String() }),
  Type.Object({ name: Type.String(), reason: Type.String() }),
)

export const fileRestored = event(
  'files.file-restored',
  Type.Object({ ...Owner, sha256: Type.String() }),
  Type.Object({ name: Type.String() }),
)

export const fileLinked = event('files.file-linked', Type.Object({ expiresAt: Type.String() }))

export const contentsDestroyed = event('files.contents-destroyed', Type.Object({ sha256s: Type.Array(Type.String()) }))
