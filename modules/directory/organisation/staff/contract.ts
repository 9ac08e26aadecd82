import { command, DateOnly, Download, IdOf, OrNull, Prose, query, refusals, Type } from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list } = refusals('directory', [
  'staff-sheet-empty',
  'staff-sheet-large',
  'staff-sheet-faulty',
  'staff-sheet-imported',
  'staff-sheet-unchanged',
  'position-beyond-own-reach',
] as const)

const strict = { additionalProperties: false }
const SheetId = IdOf<'staff-sheet'>()
const AgencyId = IdOf<'agency'>()

export const keepStaffSheet = command({
  id: 'directory.keep-staff-sheet',
  path: '/directory/agencies/:agency/staff',
  permission: 'directory.organisation.edit',
  summary:
    'Takes a sheet of staff, cells copied from a spreadsheet or CSV text, to be looked at row by row before it is imported.',
  refusals: list,
  input: Type.Object({ agency: AgencyId, sheet: Prose(400_000) }, strict),
  reply: Type.Object({ sheet: SheetId, rows: Type.Integer() }),
})

export const importStaff = command({
  id: 'directory.import-staff',
  path: '/directory/staff-sheets/:sheet/import',
  permission: 'directory.organisation.edit',
  summary: 'Adds the people of a kept sheet, appoints them and gives their roles: all rows or none.',
  refusals: list,
  input: Type.Object({ sheet: SheetId }, strict),
  reply: Type.Object({
    agency: AgencyId,
    people: Type.Integer(),
    positions: Type.Integer(),
    appointed: Type.Integer(),
    granted: Type.Integer(),
    unchanged: Type.Integer(),
  }),
})

export const prepareStaff = query({
  id: 'directory.prepare-staff',
  path: '/directory/agencies/:agency/staff',
  permission: 'directory.organisation.edit',
  summary: 'The units, titles and roles a sheet of staff may name.',
  input: Type.Object({ agency: AgencyId }, strict),
  reply: Type.Object({
    agency: Type.Object({ id: AgencyId, name: Type.String() }),
    units: Type.Array(Type.String()),
    titles: Type.Array(Type.String()),
    roles: Type.Array(Type.String()),
  }),
})
export type PrepareStaffView = Static<typeof prepareStaff.reply>

const RowFinding = Type.Object({
  row: Type.Integer(),
  column: Type.String(),
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
})

export const showStaffSheet = query({
  id: 'directory.show-staff-sheet',
  path: '/directory/staff-sheets/:sheet',
  permission: 'directory.organisation.edit',
  summary: 'What importing a kept sheet would do row by row, or everything that is wrong with it.',
  input: Type.Object({ sheet: SheetId }, strict),
  reply: Type.Object({
    id: SheetId,
    agency: Type.Object({ id: AgencyId, name: Type.String() }),
    importedAt: OrNull(Type.String()),
    rows: Type.Integer(),
    findings: Type.Array(RowFinding),
    warnings: Type.Array(RowFinding),
    steps: Type.Array(
      Type.Object({
        row: Type.Integer(),
        name: Type.String(),
        unit: Type.String(),
        title: Type.String(),
        roles: Type.Array(Type.String()),
        from: DateOnly(),
        isNewPerson: Type.Boolean(),
        isNewPosition: Type.Boolean(),
        state: Type.String(),
      }),
    ),
  }),
})
export type StaffSheetView = Static<typeof showStaffSheet.reply>

export const staffTemplate = query({
  id: 'directory.staff-template',
  path: '/directory/agencies/:agency/staff-template',
  permission: 'directory.organisation.edit',
  summary: 'An empty sheet of staff as XLSX, with the units, titles and roles of the agency to choose from.',
  input: Type.Object({ agency: AgencyId }, strict),
  reply: Download,
})
