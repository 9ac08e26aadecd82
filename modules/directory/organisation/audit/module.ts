import { inLang } from '@congso/kernel/contract'
import { handle, page } from '@congso/kernel/server'
import { en as wordsEn } from '../pages/words.en.ts'
import { vi as wordsVi } from '../pages/words.vi.ts'
import * as contract from './contract.ts'
import { exportJournal } from './pages/export-journal.ts'
import { JournalPage } from './pages/journal.tsx'
import { readJournal } from './queries/read-journal.ts'

/** The journal as people read it: its share of the module. */
export const auditPart = {
  handlers: [handle(contract.readJournal, readJournal), handle(contract.exportJournal, exportJournal)],
  pages: [page(contract.readJournal, JournalPage, { title: (_, { lang }) => inLang(lang, wordsVi, wordsEn).journal })],
  forms: [],
}
