import { fileURLToPath } from 'node:url'
import { inLang, pathTo } from '@congso/kernel/contract'
import { defineModule, form, handle, page, type Module } from '@congso/kernel/server'
import { endTariff } from './commands/end-tariff.ts'
import { setTariff } from './commands/set-tariff.ts'
import * as contract from './contract.ts'
import { NewTariffPage } from './pages/new-tariff.tsx'
import { TariffPage } from './pages/tariff.tsx'
import { TariffsPage } from './pages/tariffs.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { listFees, listTariffs, newTariff, openTariff } from './queries/pages.ts'

/** What public services cost. */
export const payments: Module = defineModule({
  name: 'payments',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: Object.keys(vi.permissions),
  handlers: [
    handle(contract.listTariffs, listTariffs),
    handle(contract.newTariff, newTariff),
    handle(contract.openTariff, openTariff),
    handle(contract.listFees, listFees),
    handle(contract.setTariff, setTariff),
    handle(contract.endTariff, endTariff),
  ],
  pages: [
    page(contract.listTariffs, TariffsPage, { title: (_, { lang }) => inLang(lang, vi, en).title }),
    page(contract.newTariff, NewTariffPage, { title: (_, { lang }) => inLang(lang, vi, en).form.title }),
    page(contract.openTariff, TariffPage, {
      title: ({ tariff }) => tariff.name,
      topics: ({ tariff }) => [tariff.id],
    }),
  ],
  forms: [
    form(contract.setTariff, {
      to: ({ tariff }) => pathTo(contract.openTariff, { tariff }),
      done: (_, { lang }) => inLang(lang, vi, en).form.done,
    }),
    form(contract.endTariff, {
      to: ({ tariff }) => pathTo(contract.openTariff, { tariff }),
      done: (_, { lang }) => inLang(lang, vi, en).tariff.ended,
    }),
  ],
  nav: [
    {
      key: 'tariffs',
      group: 'admin',
      icon: 'cash',
      path: contract.listTariffs.path,
      permission: 'payments.tariff.read',
      label: { vi: vi.title, en: en.title },
    },
  ],
  texts: {
    vi: { refusals: vi.refusals, permissions: vi.permissions, events: vi.events },
    en: { refusals: en.refusals, permissions: en.permissions, events: en.events },
  },
})
