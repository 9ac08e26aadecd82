import { event, IdOf, Type, OrNull } from '@congso/kernel/contract'

/** One field of a thing, before and after. */
export const Change = Type.Object({
  field: Type.String(),
  before: OrNull(Type.String()),
  after: OrNull(Type.String()),
})

export const agencyOpened = event(
  'directory.agency-opened',
  Type.Object({
    code: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    parent: OrNull(IdOf<'agency'>()),
    from: Type.String(),
  }),
)
export const agencyChanged = event('directory.agency-changed', Type.Object({ changes: Type.Array(Change) }))
export const agencyMoved = event(
  'directory.agency-moved',
  Type.Object({ before: OrNull(IdOf<'agency'>()), after: OrNull(IdOf<'agency'>()) }),
)
export const agencyClosed = event('directory.agency-closed', Type.Object({ on: Type.String() }))
export const agencyReopened = event('directory.agency-reopened', Type.Object({ closedOn: Type.String() }))
