import { defineModule, handle } from '@congso/kernel/server'
import { caseworkReport } from './contract.ts'
import { readCaseworkReport } from './queries/casework.ts'

/** Figures of the work, each of which opens its rows. */
export const reports = defineModule({
  name: 'reports',
  permissions: ['reports.casework.read'],
  handlers: [handle(caseworkReport, readCaseworkReport)],
  pages: [],
  forms: [],
  texts: {
    vi: { refusals: {}, permissions: { 'reports.casework.read': 'Xem báo cáo giải quyết hồ sơ' } },
    en: { refusals: {}, permissions: { 'reports.casework.read': 'See casework reports' } },
  },
})
