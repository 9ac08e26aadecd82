import { command, DateOnly, IdOf, Line, Maybe, OneOf, OrNull, query, refusals, Type } from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list } = refusals('directory', [
  'closed-already',
  'not-closed',
  'parent-not-open',
  'unit-has-open-child',
  'unit-not-open',
  'unit-parent-unknown',
  'unit-cycle',
  'unit-outlives-parent',
  'unit-dates-reversed',
] as const)

const strict = { additionalProperties: false }
const UnitId = IdOf<'unit'>()
const Kind = OneOf(['leadership', 'one-stop', 'office', 'division', 'other'])
const Version = Type.Integer({ minimum: 1 })
const UnitReply = Type.Object({ unit: UnitId, agency: IdOf<'agency'>() })
const described = {
  name: Line(),
  code: Maybe(Line(35)),
  kind: Kind,
  sort: Maybe(Type.Integer({ minimum: 0, maximum: 9999 })),
}

export const openUnit = command({
  id: 'directory.open-unit',
  path: '/directory/agencies/:agency/units',
  permission: 'directory.organisation.edit',
  summary: 'Opens a unit in an agency, or inside another unit of it.',
  refusals: list,
  input: Type.Object({ agency: IdOf<'agency'>(), parent: Maybe(UnitId), ...described, from: DateOnly() }, strict),
  reply: UnitReply,
})

export const changeUnit = command({
  id: 'directory.change-unit',
  path: '/directory/units/:unit/change',
  permission: 'directory.organisation.edit',
  summary: 'Changes name, code, kind or place in the list of a unit.',
  refusals: list,
  input: Type.Object({ unit: UnitId, version: Version, ...described }, strict),
  reply: UnitReply,
})

export const moveUnit = command({
  id: 'directory.move-unit',
  path: '/directory/units/:unit/move',
  permission: 'directory.organisation.edit',
  summary: 'Puts a unit inside another one of the same agency, or directly under the agency, from today.',
  refusals: list,
  input: Type.Object({ unit: UnitId, version: Version, parent: Maybe(UnitId) }, strict),
  reply: UnitReply,
})

export const closeUnit = command({
  id: 'directory.close-unit',
  path: '/directory/units/:unit/close',
  permission: 'directory.organisation.edit',
  summary: 'Closes a unit from a date on; refused while a unit or position in it is open.',
  refusals: list,
  input: Type.Object({ unit: UnitId, version: Version, on: DateOnly() }, strict),
  reply: UnitReply,
})

export const reopenUnit = command({
  id: 'directory.reopen-unit',
  path: '/directory/units/:unit/reopen',
  permission: 'directory.organisation.edit',
  summary: 'Takes back the closing of a unit.',
  refusals: list,
  input: Type.Object({ unit: UnitId, version: Version }, strict),
  reply: UnitReply,
})

export const showUnit = query({
  id: 'directory.show-unit',
  path: '/directory/units/:unit',
  permission: 'directory.organisation.read',
  summary: 'A unit with its positions, who holds them today, and the units inside it.',
  input: Type.Object({ unit: UnitId, closed: Maybe(Type.Boolean()) }, strict),
  reply: Type.Object({
    id: UnitId,
    version: Version,
    agency: Type.Object({ id: IdOf<'agency'>(), name: Type.String() }),
    parent: OrNull(UnitId),
    code: Type.String(),
    name: Type.String(),
    kind: Kind,
    sort: Type.Integer(),
    validFrom: DateOnly(),
    validTo: OrNull(DateOnly()),
    positions: Type.Array(
      Type.Object({
        id: IdOf<'position'>(),
        title: Type.String(),
        rank: Type.String(),
        validTo: OrNull(DateOnly()),
        person: OrNull(IdOf<'person'>()),
        name: OrNull(Type.String()),
        since: OrNull(DateOnly()),
      }),
    ),
    inside: Type.Array(Type.Object({ id: UnitId, name: Type.String(), validTo: OrNull(DateOnly()) })),
    /** Units inside which this one could be put. */
    others: Type.Array(Type.Object({ id: UnitId, name: Type.String() })),
    closed: Type.Boolean(),
    mayEdit: Type.Boolean(),
  }),
})
export type UnitView = Static<typeof showUnit.reply>
