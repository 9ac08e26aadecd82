import { event, IdOf, Type } from '@congso/kernel/contract'

export const staffSheetKept = event(
  'directory.staff-sheet-kept',
  Type.Object({ agency: IdOf<'agency'>(), rows: Type.Integer() }),
)
export const staffImported = event(
  'directory.staff-imported',
  Type.Object({
    agency: IdOf<'agency'>(),
    people: Type.Integer(),
    positions: Type.Integer(),
    appointed: Type.Integer(),
    granted: Type.Integer(),
    accounts: Type.Integer(),
    unchanged: Type.Integer(),
  }),
)
