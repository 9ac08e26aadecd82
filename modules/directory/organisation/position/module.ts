import { inLang, pathTo, type Id } from '@congso/kernel/contract'
import { form, handle, page } from '@congso/kernel/server'
import { appointPerson } from './commands/appoint-person.ts'
import { changePosition } from './commands/change-position.ts'
import { closePosition } from './commands/close-position.ts'
import { endHolding } from './commands/end-holding.ts'
import { openPosition } from './commands/open-position.ts'
import { reopenPosition } from './commands/reopen-position.ts'
import * as contract from './contract.ts'
import { PositionPage } from './pages/position.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { showPosition } from './queries/show-position.ts'
import { en as unitEn } from '../unit/pages/texts.en.ts'
import { vi as unitVi } from '../unit/pages/texts.vi.ts'

const to = (reply: { position: Id<'position'> }) => pathTo(contract.showPosition, { position: reply.position })

/** Positions and who holds them: their share of the module. */
export const positionPart = {
  handlers: [
    handle(contract.openPosition, openPosition),
    handle(contract.changePosition, changePosition),
    handle(contract.closePosition, closePosition),
    handle(contract.reopenPosition, reopenPosition),
    handle(contract.appointPerson, appointPerson),
    handle(contract.endHolding, endHolding),
    handle(contract.showPosition, showPosition),
  ],
  pages: [page(contract.showPosition, PositionPage, { title: view => view.title, topics: view => [view.id] })],
  forms: [
    form(contract.openPosition, { to, done: (_, { lang }) => inLang(lang, unitVi, unitEn).positionOpened }),
    form(contract.changePosition, { to, done: (_, { lang }) => inLang(lang, vi, en).changed }),
    form(contract.closePosition, { to, done: (_, { lang }) => inLang(lang, vi, en).closedDone }),
    form(contract.reopenPosition, { to, done: (_, { lang }) => inLang(lang, vi, en).reopened }),
    form(contract.appointPerson, { to, done: (_, { lang }) => inLang(lang, vi, en).appointed }),
    form(contract.endHolding, { to, done: (_, { lang }) => inLang(lang, vi, en).ended }),
  ],
}
