import { inLang, pathTo } from '@congso/kernel/contract'
import { form, handle, page } from '@congso/kernel/server'
import { formatNumber } from '@congso/ui'
import { showAgency } from '../agency/contract.ts'
import { importStaff } from './commands/import-staff.ts'
import { keepStaffSheet } from './commands/keep-staff-sheet.ts'
import * as contract from './contract.ts'
import { PrepareStaffPage } from './pages/prepare-staff.tsx'
import { StaffSheetPage } from './pages/staff-sheet.tsx'
import { StaffSlipsPage } from './pages/staff-slips.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { prepareStaff } from './queries/prepare-staff.ts'
import { showStaffSheet } from './queries/show-staff-sheet.ts'
import { showStaffSlips } from './queries/show-staff-slips.ts'
import { staffTemplate } from './queries/staff-template.ts'

/** Importing staff: its share of the module. */
export const staffPart = {
  handlers: [
    handle(contract.keepStaffSheet, keepStaffSheet),
    handle(contract.importStaff, importStaff),
    handle(contract.prepareStaff, prepareStaff),
    handle(contract.showStaffSheet, showStaffSheet),
    handle(contract.staffTemplate, staffTemplate),
    handle(contract.showStaffSlips, showStaffSlips),
  ],
  pages: [
    page(contract.prepareStaff, PrepareStaffPage, { title: (_, { lang }) => inLang(lang, vi, en).title }),
    page(contract.showStaffSlips, StaffSlipsPage, { title: (_, { lang }) => inLang(lang, vi, en).slips }),
    page(contract.showStaffSheet, StaffSheetPage, { title: (_, { lang }) => inLang(lang, vi, en).preview }),
  ],
  forms: [
    form(contract.keepStaffSheet, {
      to: reply => pathTo(contract.showStaffSheet, { sheet: reply.sheet }),
      done: (_, { lang }) => inLang(lang, vi, en).kept,
    }),
    form(contract.importStaff, {
      to: ({ agency, shown }) => (shown ? pathTo(contract.showStaffSlips, { shown }) : pathTo(showAgency, { agency })),
      done: ({ people, appointed, granted, accounts }, { lang }) =>
        inLang(lang, vi, en).imported(
          formatNumber(people),
          formatNumber(appointed),
          formatNumber(granted),
          formatNumber(accounts),
        ),
    }),
  ],
}
