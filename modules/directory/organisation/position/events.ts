import { event, IdOf, OrNull, Type } from '@congso/kernel/contract'
import { Change } from '../agency/events.ts'

export const positionOpened = event(
  'directory.position-opened',
  Type.Object({ unit: IdOf<'unit'>(), title: Type.String(), rank: Type.String(), from: Type.String() }),
)
export const positionChanged = event('directory.position-changed', Type.Object({ changes: Type.Array(Change) }))
export const positionClosed = event('directory.position-closed', Type.Object({ on: Type.String() }))
export const positionReopened = event('directory.position-reopened', Type.Object({ closedOn: Type.String() }))

/** The subject is the person; `to` is the first day without the position. */
export const personAppointed = event(
  'directory.person-appointed',
  Type.Object({ position: IdOf<'position'>(), from: Type.String(), to: OrNull(Type.String()) }),
)
export const holdingEnded = event(
  'directory.holding-ended',
  Type.Object({ position: IdOf<'position'>(), to: Type.String() }),
)
