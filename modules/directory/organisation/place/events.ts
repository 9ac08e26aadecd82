import { event, Type } from '@congso/kernel/contract'

export const adminUnitsImported = event(
  'directory.admin-units-imported',
  Type.Object({ units: Type.Integer(), versions: Type.Integer(), added: Type.Integer(), removed: Type.Integer() }),
)
