import { inLang, pathTo, type Id } from '@congso/kernel/contract'
import { form, handle, page } from '@congso/kernel/server'
import { changeUnit } from './commands/change-unit.ts'
import { closeUnit } from './commands/close-unit.ts'
import { moveUnit } from './commands/move-unit.ts'
import { openUnit } from './commands/open-unit.ts'
import { reopenUnit } from './commands/reopen-unit.ts'
import * as contract from './contract.ts'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { UnitPage } from './pages/unit.tsx'
import { showUnit } from './queries/show-unit.ts'

const to = (reply: { unit: Id<'unit'> }) => pathTo(contract.showUnit, { unit: reply.unit })

/** Units: their share of the module. */
export const unitPart = {
  handlers: [
    handle(contract.openUnit, openUnit),
    handle(contract.changeUnit, changeUnit),
    handle(contract.moveUnit, moveUnit),
    handle(contract.closeUnit, closeUnit),
    handle(contract.reopenUnit, reopenUnit),
    handle(contract.showUnit, showUnit),
  ],
  pages: [page(contract.showUnit, UnitPage, { title: view => view.name, topics: view => [view.id] })],
  forms: [
    form(contract.openUnit, { to, done: (_, { lang }) => inLang(lang, vi, en).opened }),
    form(contract.changeUnit, { to, done: (_, { lang }) => inLang(lang, vi, en).changed }),
    form(contract.moveUnit, { to, done: (_, { lang }) => inLang(lang, vi, en).moved }),
    form(contract.closeUnit, { to, done: (_, { lang }) => inLang(lang, vi, en).closedDone }),
    form(contract.reopenUnit, { to, done: (_, { lang }) => inLang(lang, vi, en).reopened }),
  ],
}
