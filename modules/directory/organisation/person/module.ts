import { inLang, pathTo, type Id } from '@congso/kernel/contract'
import { form, handle, page } from '@congso/kernel/server'
import { en as wordsEn } from '../pages/words.en.ts'
import { vi as wordsVi } from '../pages/words.vi.ts'
import { addPerson } from './commands/add-person.ts'
import { changePerson } from './commands/change-person.ts'
import * as contract from './contract.ts'
import { PeoplePage } from './pages/people.tsx'
import { PersonPage } from './pages/person.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { listPeople } from './queries/list-people.ts'
import { showPerson } from './queries/show-person.ts'

const to = (reply: { person: Id<'person'> }) => pathTo(contract.showPerson, { person: reply.person })

/** People: their share of the module. */
export const personPart = {
  handlers: [
    handle(contract.addPerson, addPerson),
    handle(contract.changePerson, changePerson),
    handle(contract.listPeople, listPeople),
    handle(contract.showPerson, showPerson),
  ],
  pages: [
    page(contract.listPeople, PeoplePage, { title: (_, { lang }) => inLang(lang, wordsVi, wordsEn).people }),
    page(contract.showPerson, PersonPage, { title: view => view.name, topics: view => [view.id] }),
  ],
  forms: [
    form(contract.addPerson, { to, done: (_, { lang }) => inLang(lang, vi, en).added }),
    form(contract.changePerson, { to, done: (_, { lang }) => inLang(lang, vi, en).changed }),
  ],
}
