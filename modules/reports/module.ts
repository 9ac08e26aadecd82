import { defineModule, handle, page } from '@congso/kernel/server'
import { formatDate } from '@congso/ui'
import { caseworkReport, caseworkReportSheet } from './contract.ts'
import { CaseworkReportPage } from './pages/casework-report.tsx'
import { caseworkSheet } from './pages/casework-sheet.ts'
import { navEn, permissionsEn, refusalsEn } from './pages/texts.en.ts'
import { navVi, permissionsVi, refusalsVi } from './pages/texts.vi.ts'
import { readCaseworkReport } from './queries/casework.ts'

/** Figures of the work, each of which opens its rows. */
export const reports = defineModule({
  name: 'reports',
  permissions: ['reports.casework.read'],
  handlers: [handle(caseworkReport, readCaseworkReport), handle(caseworkReportSheet, caseworkSheet)],
  pages: [
    page(caseworkReport, CaseworkReportPage, {
      title: view => `${formatDate(view.from)} – ${formatDate(view.to)}`,
      frame: () => ({ paper: true }),
    }),
  ],
  forms: [],
  nav: [
    {
      key: 'reports',
      group: 'follow',
      icon: 'chart-bar',
      path: '/reports/casework',
      permission: 'reports.casework.read',
      label: { vi: navVi, en: navEn },
    },
  ],
  texts: {
    vi: { refusals: refusalsVi, permissions: permissionsVi },
    en: { refusals: refusalsEn, permissions: permissionsEn },
  },
})
