import { fileURLToPath } from 'node:url'
import { defineModule, handle, type Module } from '@congso/kernel/server'
import { changeSeries } from './commands/change-series.ts'
import { defineSeries } from './commands/define-series.ts'
import { endSeries } from './commands/end-series.ts'
import { voidNumber } from './commands/void-number.ts'
import * as contract from './contract.ts'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { listNumbers, listSeries, newSeries, openNumber, openSeries, previewPattern } from './queries/pages.ts'

/** Series, registers and official numbers. */
export const numbering: Module = defineModule({
  name: 'numbering',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: Object.keys(vi.permissions),
  handlers: [
    handle(contract.listSeries, listSeries),
    handle(contract.newSeries, newSeries),
    handle(contract.openSeries, openSeries),
    handle(contract.previewPattern, previewPattern),
    handle(contract.defineSeries, defineSeries),
    handle(contract.changeSeries, changeSeries),
    handle(contract.endSeries, endSeries),
    handle(contract.listNumbers, listNumbers),
    handle(contract.openNumber, openNumber),
    handle(contract.voidNumber, voidNumber),
  ],
  pages: [],
  forms: [],
  texts: {
    vi: { refusals: vi.refusals, permissions: vi.permissions },
    en: { refusals: en.refusals, permissions: en.permissions },
  },
})
