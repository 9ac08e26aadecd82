import { handle } from '@congso/kernel/server'
import * as agency from './agency/contract.ts'
import { changeAgency } from './agency/commands/change-agency.ts'
import { closeAgency } from './agency/commands/close-agency.ts'
import { moveAgency } from './agency/commands/move-agency.ts'
import { openAgency } from './agency/commands/open-agency.ts'
import { reopenAgency } from './agency/commands/reopen-agency.ts'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { addPerson } from './person/commands/add-person.ts'
import { changePerson } from './person/commands/change-person.ts'
import * as person from './person/contract.ts'
import { appointPerson } from './position/commands/appoint-person.ts'
import { changePosition } from './position/commands/change-position.ts'
import { closePosition } from './position/commands/close-position.ts'
import { endHolding } from './position/commands/end-holding.ts'
import { openPosition } from './position/commands/open-position.ts'
import { reopenPosition } from './position/commands/reopen-position.ts'
import * as position from './position/contract.ts'
import { addRole } from './role/commands/add-role.ts'
import { changeRole } from './role/commands/change-role.ts'
import { endGrant } from './role/commands/end-grant.ts'
import { grantRole } from './role/commands/grant-role.ts'
import { registerPermissions } from './role/commands/register-permissions.ts'
import * as role from './role/contract.ts'
import { listRoles } from './role/queries/list-roles.ts'
import { changeUnit } from './unit/commands/change-unit.ts'
import { closeUnit } from './unit/commands/close-unit.ts'
import { moveUnit } from './unit/commands/move-unit.ts'
import { openUnit } from './unit/commands/open-unit.ts'
import { reopenUnit } from './unit/commands/reopen-unit.ts'
import * as unit from './unit/contract.ts'

/** The organisation's share of the directory module. */
export const part = {
  permissions: Object.keys(vi.permissions),
  handlers: [
    handle(agency.openAgency, openAgency),
    handle(agency.changeAgency, changeAgency),
    handle(agency.moveAgency, moveAgency),
    handle(agency.closeAgency, closeAgency),
    handle(agency.reopenAgency, reopenAgency),
    handle(unit.openUnit, openUnit),
    handle(unit.changeUnit, changeUnit),
    handle(unit.moveUnit, moveUnit),
    handle(unit.closeUnit, closeUnit),
    handle(unit.reopenUnit, reopenUnit),
    handle(position.openPosition, openPosition),
    handle(position.changePosition, changePosition),
    handle(position.closePosition, closePosition),
    handle(position.reopenPosition, reopenPosition),
    handle(position.appointPerson, appointPerson),
    handle(position.endHolding, endHolding),
    handle(person.addPerson, addPerson),
    handle(person.changePerson, changePerson),
    handle(role.registerPermissions, registerPermissions),
    handle(role.addRole, addRole),
    handle(role.changeRole, changeRole),
    handle(role.grantRole, grantRole),
    handle(role.endGrant, endGrant),
    handle(role.listRoles, listRoles),
  ],
  pages: [],
  forms: [],
  nav: [],
  reactions: [],
  jobs: [],
  texts: {
    vi: { refusals: vi.refusals, permissions: vi.permissions },
    en: { refusals: en.refusals, permissions: en.permissions },
  },
}
