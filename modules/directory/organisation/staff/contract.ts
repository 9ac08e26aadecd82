import {
  command,
  DateOnly,
  Download,
  FileToRead,
  IdOf,
  Maybe,
  OrNull,
  Prose,
  query,
  refusals,
  Type,
} from '@congso/kernel/contract'
import type { Static } from '@congso/kernel/contract'

export const { refuse, list } = refusals('directory', [
  'staff-sheet-empty',
  'staff-sheet-large',
  'staff-sheet-faulty',
  'staff-sheet-imported',
  'staff-sheet-unchanged',
  'staff-sheet-twofold',
  'staff-file-unreadable',
  'staff-file-old',
  'staff-file-encoding',
  'staff-accounts-many',
  'staff-account-taken',
  'staff-account-beyond-reach',
  'position-beyond-own-reach',
] as const)

/** The largest sheet that is read, in bytes. */
export const largestSheet = 2 * 1024 * 1024

const strict = { additionalProperties: false }
const SheetId = IdOf<'staff-sheet'>()
const AgencyId = IdOf<'agency'>()

export const keepStaffSheet = command({
  id: 'directory.keep-staff-sheet',
  path: '/directory/agencies/:agency/staff',
  permission: 'directory.organisation.edit',
  summary:
    'Takes a sheet of staff, an XLSX or CSV file or cells copied from a spreadsheet, to be looked at row by row before it is imported.',
  refusals: list,
  input: Type.Object({ agency: AgencyId, file: Maybe(FileToRead(largestSheet)), sheet: Maybe(Prose(400_000)) }, strict),
  reply: Type.Object({ sheet: SheetId, rows: Type.Integer() }),
})

export const importStaff = command({
  id: 'directory.import-staff',
  path: '/directory/staff-sheets/:sheet/import',
  permission: 'directory.organisation.edit',
  summary:
    'Adds the people of a kept sheet, appoints them, gives their roles and opens the accounts it names: all rows or none.',
  refusals: list,
  input: Type.Object({ sheet: SheetId }, strict),
  reply: Type.Object({
    agency: AgencyId,
    people: Type.Integer(),
    positions: Type.Integer(),
    appointed: Type.Integer(),
    granted: Type.Integer(),
    accounts: Type.Integer(),
    /** The slips with their passwords, for whoever imported; null when no account was opened. */
    shown: OrNull(IdOf<'challenge'>()),
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
        /** The user name of the account that is opened; null for none. */
        account: OrNull(Type.String()),
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

export const showStaffSlips = query({
  id: 'directory.show-staff-slips',
  path: '/directory/staff-slips/:shown',
  permission: 'directory.organisation.edit',
  summary:
    'The one-time passwords of accounts an import has opened, for the one who imported, for a quarter of an hour.',
  input: Type.Object({ shown: IdOf<'challenge'>() }, strict),
  reply: Type.Object({
    shown: IdOf<'challenge'>(),
    slips: Type.Array(Type.Object({ name: Type.String(), userName: Type.String(), password: Type.String() })),
  }),
})
export type StaffSlipsView = Static<typeof showStaffSlips.reply>
