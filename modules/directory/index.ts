export { actorOf } from './account/queries/actor.ts'
export { adminUnitsFrom, type AdminUnitFile } from './organisation/domain/admin-unit-file.ts'
export { declaredEvents, declaredPermissions } from './organisation/domain/declared-permissions.ts'
