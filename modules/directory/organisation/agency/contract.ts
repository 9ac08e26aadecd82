import { command, DateOnly, IdOf, Line, Maybe, OneOf, OrNull, query, refusals, Type } from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list } = refusals('directory', [
  'agency-code-invalid',
  'agency-code-taken',
  'admin-unit-unknown',
  'closed-already',
  'not-closed',
  'parent-not-open',
  'unit-has-open-child',
  'unit-not-open',
  'unit-cycle',
  'unit-outlives-parent',
  'unit-dates-reversed',
] as const)

const strict = { additionalProperties: false }
const AgencyId = IdOf<'agency'>()
const Kind = OneOf(['province', 'department', 'centre', 'district', 'commune', 'other'])
const Version = Type.Integer({ minimum: 1 })
const described = {
  code: Line(35),
  name: Line(),
  shortName: Line(100),
  kind: Kind,
  adminUnit: Maybe(Line(5)),
  address: Maybe(Line()),
  phone: Maybe(Line(50)),
}
const AgencyReply = Type.Object({ agency: AgencyId })

export const openAgency = command({
  id: 'directory.open-agency',
  path: '/directory/agencies',
  permission: 'directory.organisation.edit',
  summary:
    'Opens an agency under its electronic identifier (Decision 20/2020 of the Prime Minister), at the top or under another agency.',
  refusals: list,
  input: Type.Object({ ...described, parent: Maybe(AgencyId), from: DateOnly() }, strict),
  reply: AgencyReply,
})

export const changeAgency = command({
  id: 'directory.change-agency',
  path: '/directory/agencies/:agency/change',
  permission: 'directory.organisation.edit',
  summary: 'Changes name, identifier, kind, place or contact of an agency.',
  refusals: list,
  input: Type.Object({ agency: AgencyId, version: Version, ...described }, strict),
  reply: AgencyReply,
})

export const moveAgency = command({
  id: 'directory.move-agency',
  path: '/directory/agencies/:agency/move',
  permission: 'directory.organisation.edit',
  summary: 'Puts an agency with all below it under another agency, from today.',
  refusals: list,
  input: Type.Object({ agency: AgencyId, version: Version, parent: Maybe(AgencyId) }, strict),
  reply: AgencyReply,
})

export const closeAgency = command({
  id: 'directory.close-agency',
  path: '/directory/agencies/:agency/close',
  permission: 'directory.organisation.edit',
  summary: 'Closes an agency from a date on; refused while an agency or unit below it is open.',
  refusals: list,
  input: Type.Object({ agency: AgencyId, version: Version, on: DateOnly() }, strict),
  reply: AgencyReply,
})

export const reopenAgency = command({
  id: 'directory.reopen-agency',
  path: '/directory/agencies/:agency/reopen',
  permission: 'directory.organisation.edit',
  summary: 'Takes back the closing of an agency.',
  refusals: list,
  input: Type.Object({ agency: AgencyId, version: Version }, strict),
  reply: AgencyReply,
})

export const AgencyLine = Type.Object({
  id: AgencyId,
  code: Type.String(),
  name: Type.String(),
  kind: Kind,
  depth: Type.Integer(),
  units: Type.Integer(),
  people: Type.Integer(),
  validTo: OrNull(DateOnly()),
  /** Whether it answers the search itself, or is shown as the way to one that does. */
  found: Type.Boolean(),
})

export const listAgencies = query({
  id: 'directory.list-agencies',
  path: '/directory/agencies',
  permission: 'directory.organisation.read',
  summary:
    'The tree of agencies the reader may see, each parent before its children, with how many units and people each has.',
  input: Type.Object({ q: Maybe(Type.String({ maxLength: 100 })), closed: Maybe(Type.Boolean()) }, strict),
  reply: Type.Object({
    agencies: Type.Array(AgencyLine),
    q: Type.String(),
    closed: Type.Boolean(),
    mayOpen: Type.Boolean(),
  }),
})

const Held = Type.Object({
  position: IdOf<'position'>(),
  title: Type.String(),
  rank: Type.String(),
  person: OrNull(IdOf<'person'>()),
  name: OrNull(Type.String()),
  since: OrNull(DateOnly()),
  validTo: OrNull(DateOnly()),
})

export const showAgency = query({
  id: 'directory.show-agency',
  path: '/directory/agencies/:agency',
  permission: 'directory.organisation.read',
  summary: 'An agency with its units, their positions and who holds them on a date, today if none is given.',
  input: Type.Object({ agency: AgencyId, on: Maybe(DateOnly()), closed: Maybe(Type.Boolean()) }, strict),
  reply: Type.Object({
    id: AgencyId,
    version: Version,
    code: Type.String(),
    name: Type.String(),
    shortName: Type.String(),
    kind: Kind,
    parent: OrNull(AgencyId),
    adminUnit: OrNull(Type.Object({ code: Type.String(), name: Type.String() })),
    address: Type.String(),
    phone: Type.String(),
    validFrom: DateOnly(),
    validTo: OrNull(DateOnly()),
    above: Type.Array(Type.Object({ id: AgencyId, name: Type.String() })),
    below: Type.Array(
      Type.Object({ id: AgencyId, code: Type.String(), name: Type.String(), validTo: OrNull(DateOnly()) }),
    ),
    units: Type.Array(
      Type.Object({
        id: IdOf<'unit'>(),
        parent: OrNull(IdOf<'unit'>()),
        code: Type.String(),
        name: Type.String(),
        kind: Type.String(),
        validFrom: DateOnly(),
        validTo: OrNull(DateOnly()),
        positions: Type.Array(Held),
      }),
    ),
    on: DateOnly(),
    closed: Type.Boolean(),
    mayEdit: Type.Boolean(),
    /** Agencies under which this one could be put. */
    parents: Type.Array(Type.Object({ id: AgencyId, name: Type.String() })),
  }),
})
export type AgencyView = Static<typeof showAgency.reply>
