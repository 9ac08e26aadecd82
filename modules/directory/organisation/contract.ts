export {
  changeAgency,
  closeAgency,
  listAgencies,
  moveAgency,
  openAgency,
  reopenAgency,
  showAgency,
} from './agency/contract.ts'
export { exportJournal, readJournal } from './audit/contract.ts'
export { endDelegation, listDelegations, makeDelegation, prepareDelegation, whoCan } from './delegation/contract.ts'
export { addPerson, changePerson, listPeople, showPerson } from './person/contract.ts'
export { importAdminUnits, listPlaces, resolveAddress, showPlace } from './place/contract.ts'
export {
  appointPerson,
  changePosition,
  closePosition,
  endHolding,
  openPosition,
  reopenPosition,
  showPosition,
} from './position/contract.ts'
export { addRole, changeRole, endGrant, grantRole, listRoles, registerPermissions, showRole } from './role/contract.ts'
export {
  importStaff,
  keepStaffSheet,
  prepareStaff,
  showStaffSheet,
  showStaffSlips,
  staffTemplate,
} from './staff/contract.ts'
export { changeUnit, closeUnit, moveUnit, openUnit, reopenUnit, showUnit } from './unit/contract.ts'
