import { inLang } from '@congso/kernel/contract'
import { form, handle, page } from '@congso/kernel/server'
import { en as wordsEn } from '../pages/words.en.ts'
import { vi as wordsVi } from '../pages/words.vi.ts'
import { endDelegation } from './commands/end-delegation.ts'
import { makeDelegation } from './commands/make-delegation.ts'
import * as contract from './contract.ts'
import { DelegationsPage } from './pages/delegations.tsx'
import { PrepareDelegationPage } from './pages/prepare.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { WhoCanPage } from './pages/who-can.tsx'
import { listDelegations } from './queries/list-delegations.ts'
import { prepareDelegation } from './queries/prepare-delegation.ts'
import { whoCan } from './queries/who-can.ts'

const to = () => contract.listDelegations.path

/** Lent rights, and who may do what and why: their share of the module. */
export const delegationPart = {
  handlers: [
    handle(contract.makeDelegation, makeDelegation),
    handle(contract.endDelegation, endDelegation),
    handle(contract.listDelegations, listDelegations),
    handle(contract.prepareDelegation, prepareDelegation),
    handle(contract.whoCan, whoCan),
  ],
  pages: [
    page(contract.listDelegations, DelegationsPage, {
      title: (_, { lang }) => inLang(lang, wordsVi, wordsEn).delegations,
    }),
    page(contract.prepareDelegation, PrepareDelegationPage, { title: (_, { lang }) => inLang(lang, vi, en).title }),
    page(contract.whoCan, WhoCanPage, { title: (_, { lang }) => inLang(lang, vi, en).who }),
  ],
  forms: [
    form(contract.makeDelegation, { to, done: (_, { lang }) => inLang(lang, vi, en).made }),
    form(contract.endDelegation, { to, done: (_, { lang }) => inLang(lang, vi, en).ended }),
  ],
}
