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
import { showRole } from './role/queries/show-role.ts'
import { listAgencies } from './agency/queries/list-agencies.ts'
import { showAgency } from './agency/queries/show-agency.ts'
import { showUnit } from './unit/queries/show-unit.ts'
import { showPosition } from './position/queries/show-position.ts'
import { listPeople } from './person/queries/list-people.ts'
import { showPerson } from './person/queries/show-person.ts'
import * as delegation from './delegation/contract.ts'
import { makeDelegation } from './delegation/commands/make-delegation.ts'
import { endDelegation } from './delegation/commands/end-delegation.ts'
import { listDelegations } from './delegation/queries/list-delegations.ts'
import { prepareDelegation } from './delegation/queries/prepare-delegation.ts'
import { whoCan } from './delegation/queries/who-can.ts'
import * as place from './place/contract.ts'
import { importAdminUnits } from './place/commands/import-admin-units.ts'
import { listPlaces } from './place/queries/list-places.ts'
import { showPlace } from './place/queries/show-place.ts'
import { resolveAddress } from './place/queries/resolve-address.ts'
import * as staff from './staff/contract.ts'
import { keepStaffSheet } from './staff/commands/keep-staff-sheet.ts'
import { importStaff } from './staff/commands/import-staff.ts'
import { prepareStaff } from './staff/queries/prepare-staff.ts'
import { showStaffSheet } from './staff/queries/show-staff-sheet.ts'
import { staffTemplate } from './staff/queries/staff-template.ts'
import * as audit from './audit/contract.ts'
import { readJournal } from './audit/queries/read-journal.ts'
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
    handle(role.showRole, showRole),
    handle(agency.listAgencies, listAgencies),
    handle(agency.showAgency, showAgency),
    handle(unit.showUnit, showUnit),
    handle(position.showPosition, showPosition),
    handle(person.listPeople, listPeople),
    handle(person.showPerson, showPerson),
    handle(delegation.makeDelegation, makeDelegation),
    handle(delegation.endDelegation, endDelegation),
    handle(delegation.listDelegations, listDelegations),
    handle(delegation.prepareDelegation, prepareDelegation),
    handle(delegation.whoCan, whoCan),
    handle(place.importAdminUnits, importAdminUnits),
    handle(place.listPlaces, listPlaces),
    handle(place.showPlace, showPlace),
    handle(place.resolveAddress, resolveAddress),
    handle(staff.keepStaffSheet, keepStaffSheet),
    handle(staff.importStaff, importStaff),
    handle(staff.prepareStaff, prepareStaff),
    handle(staff.showStaffSheet, showStaffSheet),
    handle(staff.staffTemplate, staffTemplate),
    handle(audit.readJournal, readJournal),
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
