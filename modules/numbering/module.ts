import { fileURLToPath } from 'node:url'
import { inLang, pathTo } from '@congso/kernel/contract'
import { defineModule, form, handle, page, type Module } from '@congso/kernel/server'
import { changeSeries } from './commands/change-series.ts'
import { defineSeries } from './commands/define-series.ts'
import { endSeries } from './commands/end-series.ts'
import { voidNumber } from './commands/void-number.ts'
import * as contract from './contract.ts'
import { NewSeriesPage } from './pages/new-series.tsx'
import { NumberPage } from './pages/number.tsx'
import { NumbersPage } from './pages/numbers.tsx'
import { SeriesListPage } from './pages/series-list.tsx'
import { seriesName } from './pages/series-name.ts'
import { SeriesPage } from './pages/series.tsx'
import { exportNumbers } from './pages/export-numbers.ts'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { listNumbers, listSeries, newSeries, openNumber, openSeries } from './queries/pages.ts'

/** Series, registers and official numbers. */
export const numbering: Module = defineModule({
  name: 'numbering',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: Object.keys(vi.permissions),
  handlers: [
    handle(contract.listSeries, listSeries),
    handle(contract.newSeries, newSeries),
    handle(contract.openSeries, openSeries),
    handle(contract.defineSeries, defineSeries),
    handle(contract.changeSeries, changeSeries),
    handle(contract.endSeries, endSeries),
    handle(contract.listNumbers, listNumbers),
    handle(contract.exportNumbers, exportNumbers),
    handle(contract.openNumber, openNumber),
    handle(contract.voidNumber, voidNumber),
  ],
  pages: [
    page(contract.listSeries, SeriesListPage, { title: (_, { lang }) => inLang(lang, vi, en).title }),
    page(contract.newSeries, NewSeriesPage, { title: (_, { lang }) => inLang(lang, vi, en).form.newTitle }),
    page(contract.openSeries, SeriesPage, {
      title: ({ series }, { lang }) => seriesName(inLang(lang, vi, en), series),
      topics: ({ series }) => [series.id],
    }),
    page(contract.listNumbers, NumbersPage, {
      title: ({ series }, { lang }) => seriesName(inLang(lang, vi, en), series),
      topics: ({ series }) => [series.id],
    }),
    page(contract.openNumber, NumberPage, { title: ({ number }) => number.text, topics: ({ series }) => [series.id] }),
  ],
  forms: [
    form(contract.defineSeries, {
      to: ({ series }) => pathTo(contract.openSeries, { series }),
      done: (_, { lang }) => inLang(lang, vi, en).form.done,
    }),
    form(contract.changeSeries, {
      to: ({ series }) => pathTo(contract.openSeries, { series }),
      done: (_, { lang }) => inLang(lang, vi, en).series.changed,
    }),
    form(contract.endSeries, {
      to: ({ series }) => pathTo(contract.openSeries, { series }),
      done: (_, { lang }) => inLang(lang, vi, en).series.endedDone,
    }),
    form(contract.voidNumber, {
      to: (_, { series, period, value }) => pathTo(contract.openNumber, { series, period, value }),
      done: ({ text }, { lang }) => inLang(lang, vi, en).number.done(text),
    }),
  ],
  nav: [
    {
      key: 'numbering',
      group: 'admin',
      icon: 'list-numbers',
      path: contract.listSeries.path,
      permission: 'numbering.series.read',
      label: { vi: vi.title, en: en.title },
    },
  ],
  texts: {
    vi: { refusals: vi.refusals, permissions: vi.permissions, events: vi.events },
    en: { refusals: en.refusals, permissions: en.permissions, events: en.events },
  },
})
