import {
  command,
  DateOnly,
  IdOf,
  Line,
  Maybe,
  OneOf,
  OrNull,
  Prose,
  query,
  refusals,
  Type,
} from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'
import { EventName } from '../audit/contract.ts'

export const { refuse, list } = refusals('directory', [
  'permission-unknown',
  'role-key-taken',
  'grant-beyond-own-reach',
  'grant-twice',
  'grant-ended',
  'position-not-open',
  'unit-dates-reversed',
] as const)

const strict = { additionalProperties: false }
const RoleId = IdOf<'role'>()
const Version = Type.Integer({ minimum: 1 })
const Reach = OneOf(['own', 'unit', 'agency', 'subtree', 'all'])
const described = {
  name: Line(100),
  nameEn: Line(100),
  description: Maybe(Prose(500)),
  permissions: Type.Array(Line(100), { maxItems: 500 }),
}
const RoleReply = Type.Object({ role: RoleId })
const GrantReply = Type.Object({ grant: IdOf<'grant'>(), position: IdOf<'position'>() })

export const registerPermissions = command({
  id: 'directory.register-permissions',
  path: '/directory/permissions',
  permission: 'directory.role.edit',
  summary:
    'Tells the directory which permissions the installed modules declare and which facts they record, with their names; run at every start.',
  recordsNothing: 'At most starts every permission is known already.',
  input: Type.Object(
    {
      permissions: Type.Array(Type.Object({ name: Line(100), module: Line(50), vi: Line(), en: Line() }, strict), {
        maxItems: 2000,
      }),
      /** What the modules call the facts they record. */
      events: Maybe(Type.Array(EventName, { maxItems: 5000 })),
    },
    strict,
  ),
  reply: Type.Object({ added: Type.Integer(), removed: Type.Integer() }),
})

export const addRole = command({
  id: 'directory.add-role',
  path: '/directory/roles',
  permission: 'directory.role.edit',
  summary: 'Adds a role: a named set of permissions or patterns such as `casework.*`.',
  refusals: list,
  input: Type.Object(
    { key: Maybe(Type.String({ maxLength: 60, pattern: '^[a-z][a-z0-9-]*$' })), ...described },
    strict,
  ),
  reply: RoleReply,
})

export const changeRole = command({
  id: 'directory.change-role',
  path: '/directory/roles/:role/change',
  permission: 'directory.role.edit',
  summary: 'Changes a role for everybody who has it, at once.',
  refusals: list,
  input: Type.Object({ role: RoleId, version: Version, ...described }, strict),
  reply: RoleReply,
})

export const grantRole = command({
  id: 'directory.grant-role',
  path: '/directory/positions/:position/roles',
  permission: 'directory.role.edit',
  summary: 'Gives a role to a position from a date, with how far it reaches; `last` is the last day, if it is known.',
  refusals: list,
  input: Type.Object(
    { position: IdOf<'position'>(), role: RoleId, reach: Reach, from: DateOnly(), last: Maybe(DateOnly()) },
    strict,
  ),
  reply: GrantReply,
})

export const endGrant = command({
  id: 'directory.end-grant',
  path: '/directory/grants/:grant/end',
  permission: 'directory.role.edit',
  summary: 'Takes a role from a position; `last` is the last day.',
  refusals: list,
  input: Type.Object({ grant: IdOf<'grant'>(), last: DateOnly() }, strict),
  reply: GrantReply,
})

const Permission = Type.Object({ name: Type.String(), module: Type.String(), vi: Type.String(), en: Type.String() })
export type Permission = Static<typeof Permission>
const RoleLine = Type.Object({
  id: RoleId,
  key: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  description: Type.String(),
  permissions: Type.Array(Type.String()),
  /** Every known permission its entries cover. */
  covers: Type.Array(Type.String()),
  /** How many positions have it today. */
  positions: Type.Integer(),
})

export const listRoles = query({
  id: 'directory.list-roles',
  path: '/directory/roles',
  permission: 'directory.organisation.read',
  summary: 'The roles, the permissions there are, and which role covers which.',
  input: Type.Object({}, strict),
  reply: Type.Object({ roles: Type.Array(RoleLine), permissions: Type.Array(Permission), mayEdit: Type.Boolean() }),
})
export type RolesView = Static<typeof listRoles.reply>

export const showRole = query({
  id: 'directory.show-role',
  path: '/directory/roles/:role',
  permission: 'directory.organisation.read',
  summary: 'A role with its permissions and the positions that have it, as far as the reader may see them.',
  input: Type.Object({ role: RoleId }, strict),
  reply: Type.Object({
    ...RoleLine.properties,
    version: Version,
    known: Type.Array(Permission),
    holders: Type.Array(
      Type.Object({
        grant: IdOf<'grant'>(),
        position: IdOf<'position'>(),
        title: Type.String(),
        unit: Type.String(),
        agency: Type.String(),
        person: OrNull(Type.String()),
        reach: Reach,
        validFrom: DateOnly(),
        validTo: OrNull(DateOnly()),
      }),
    ),
    mayEdit: Type.Boolean(),
  }),
})
export type RoleView = Static<typeof showRole.reply>
