import { command, DateOnly, IdOf, Line, Maybe, OneOf, OrNull, query, refusals, Type } from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list } = refusals('directory', [
  'closed-already',
  'not-closed',
  'parent-not-open',
  'position-held',
  'position-not-open',
  'position-taken',
  'position-beyond-own-reach',
  'holding-ended',
  'unit-outlives-parent',
  'unit-dates-reversed',
] as const)

const strict = { additionalProperties: false }
const PositionId = IdOf<'position'>()
const Rank = OneOf(['leader', 'deputy', 'head', 'officer', 'clerk', 'records', 'administrator', 'other'])
const Version = Type.Integer({ minimum: 1 })
const PositionReply = Type.Object({ position: PositionId, unit: IdOf<'unit'>() })
const described = { title: Line(), rank: Rank, sort: Maybe(Type.Integer({ minimum: 0, maximum: 9999 })) }

export const openPosition = command({
  id: 'directory.open-position',
  path: '/directory/units/:unit/positions',
  permission: 'directory.organisation.edit',
  summary: 'Opens a position in a unit; its rank says what work comes to it.',
  refusals: list,
  input: Type.Object({ unit: IdOf<'unit'>(), ...described, from: DateOnly() }, strict),
  reply: PositionReply,
})

export const changePosition = command({
  id: 'directory.change-position',
  path: '/directory/positions/:position/change',
  permission: 'directory.organisation.edit',
  summary: 'Changes title, rank or place in the list of a position.',
  refusals: list,
  input: Type.Object({ position: PositionId, version: Version, ...described }, strict),
  reply: PositionReply,
})

export const closePosition = command({
  id: 'directory.close-position',
  path: '/directory/positions/:position/close',
  permission: 'directory.organisation.edit',
  summary: 'Closes a position from a date on; refused while somebody holds it after that date.',
  refusals: list,
  input: Type.Object({ position: PositionId, version: Version, on: DateOnly() }, strict),
  reply: PositionReply,
})

export const reopenPosition = command({
  id: 'directory.reopen-position',
  path: '/directory/positions/:position/reopen',
  permission: 'directory.organisation.edit',
  summary: 'Takes back the closing of a position.',
  refusals: list,
  input: Type.Object({ position: PositionId, version: Version }, strict),
  reply: PositionReply,
})

export const appointPerson = command({
  id: 'directory.appoint-person',
  path: '/directory/positions/:position/holders',
  permission: 'directory.organisation.edit',
  summary: 'Gives a position to a person from a date, one holder at a time; `last` is the last day, if it is known.',
  refusals: list,
  input: Type.Object(
    { position: PositionId, person: IdOf<'person'>(), from: DateOnly(), last: Maybe(DateOnly()) },
    strict,
  ),
  reply: Type.Object({ holding: IdOf<'holding'>(), position: PositionId }),
})

export const endHolding = command({
  id: 'directory.end-holding',
  path: '/directory/holdings/:holding/end',
  permission: 'directory.organisation.edit',
  summary: 'Ends the holding of a position; `last` is the last day.',
  refusals: list,
  input: Type.Object({ holding: IdOf<'holding'>(), last: DateOnly() }, strict),
  reply: Type.Object({ holding: IdOf<'holding'>(), position: PositionId }),
})

const Dated = { validFrom: DateOnly(), validTo: OrNull(DateOnly()) }

export const showPosition = query({
  id: 'directory.show-position',
  path: '/directory/positions/:position',
  permission: 'directory.organisation.read',
  summary: 'A position: who has held it, which roles it has and whom its rights are lent to.',
  input: Type.Object({ position: PositionId, q: Maybe(Type.String({ maxLength: 100 })) }, strict),
  reply: Type.Object({
    id: PositionId,
    version: Version,
    title: Type.String(),
    rank: Rank,
    sort: Type.Integer(),
    ...Dated,
    unit: Type.Object({ id: IdOf<'unit'>(), name: Type.String() }),
    agency: Type.Object({ id: IdOf<'agency'>(), name: Type.String() }),
    holders: Type.Array(
      Type.Object({ id: IdOf<'holding'>(), person: IdOf<'person'>(), name: Type.String(), ...Dated }),
    ),
    grants: Type.Array(
      Type.Object({
        id: IdOf<'grant'>(),
        role: IdOf<'role'>(),
        name: Type.String(),
        nameEn: Type.String(),
        reach: Type.String(),
        ...Dated,
      }),
    ),
    loans: Type.Array(
      Type.Object({
        id: IdOf<'delegation'>(),
        name: Type.String(),
        form: Type.String(),
        validFrom: Type.String(),
        validTo: Type.String(),
      }),
    ),
    roles: Type.Array(Type.Object({ id: IdOf<'role'>(), name: Type.String(), nameEn: Type.String() })),
    q: Type.String(),
    /** People found by the words, to choose from. */
    people: Type.Array(Type.Object({ id: IdOf<'person'>(), name: Type.String(), note: Type.String() })),
    mayEdit: Type.Boolean(),
    mayGrant: Type.Boolean(),
  }),
})
export type PositionView = Static<typeof showPosition.reply>
