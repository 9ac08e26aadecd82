import { event, IdOf, OrNull, Type } from '@congso/kernel/contract'
import { Change } from '../agency/events.ts'

export const unitOpened = event(
  'directory.unit-opened',
  Type.Object({
    agency: IdOf<'agency'>(),
    parent: OrNull(IdOf<'unit'>()),
    name: Type.String(),
    kind: Type.String(),
    from: Type.String(),
  }),
)
export const unitChanged = event('directory.unit-changed', Type.Object({ changes: Type.Array(Change) }))
export const unitMoved = event(
  'directory.unit-moved',
  Type.Object({ before: OrNull(IdOf<'unit'>()), after: OrNull(IdOf<'unit'>()) }),
)
export const unitClosed = event('directory.unit-closed', Type.Object({ on: Type.String() }))
export const unitReopened = event('directory.unit-reopened', Type.Object({ closedOn: Type.String() }))
