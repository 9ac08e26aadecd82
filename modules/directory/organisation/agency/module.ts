import { inLang, pathTo, type Id } from '@congso/kernel/contract'
import { form, handle, page } from '@congso/kernel/server'
import { en as wordsEn } from '../pages/words.en.ts'
import { vi as wordsVi } from '../pages/words.vi.ts'
import { changeAgency } from './commands/change-agency.ts'
import { closeAgency } from './commands/close-agency.ts'
import { moveAgency } from './commands/move-agency.ts'
import { openAgency } from './commands/open-agency.ts'
import { reopenAgency } from './commands/reopen-agency.ts'
import * as contract from './contract.ts'
import { AgenciesPage } from './pages/agencies.tsx'
import { AgencyPage } from './pages/agency.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { listAgencies } from './queries/list-agencies.ts'
import { showAgency } from './queries/show-agency.ts'

const to = (reply: { agency: Id<'agency'> }) => pathTo(contract.showAgency, { agency: reply.agency })

/** Agencies: their share of the module. */
export const agencyPart = {
  handlers: [
    handle(contract.openAgency, openAgency),
    handle(contract.changeAgency, changeAgency),
    handle(contract.moveAgency, moveAgency),
    handle(contract.closeAgency, closeAgency),
    handle(contract.reopenAgency, reopenAgency),
    handle(contract.listAgencies, listAgencies),
    handle(contract.showAgency, showAgency),
  ],
  pages: [
    page(contract.listAgencies, AgenciesPage, { title: (_, { lang }) => inLang(lang, wordsVi, wordsEn).agencies }),
    page(contract.showAgency, AgencyPage, { title: view => view.shortName, topics: view => [view.id] }),
  ],
  forms: [
    form(contract.openAgency, { to, done: (_, { lang }) => inLang(lang, vi, en).opened }),
    form(contract.changeAgency, { to, done: (_, { lang }) => inLang(lang, vi, en).changed }),
    form(contract.moveAgency, { to, done: (_, { lang }) => inLang(lang, vi, en).moved }),
    form(contract.closeAgency, { to, done: (_, { lang }) => inLang(lang, vi, en).closedDone }),
    form(contract.reopenAgency, { to, done: (_, { lang }) => inLang(lang, vi, en).reopened }),
  ],
}
