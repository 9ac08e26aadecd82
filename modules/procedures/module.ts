import { fileURLToPath } from 'node:url'
import { defineModule, handle } from '@congso/kernel/server'
import { draftProcess } from './commands/draft-process.ts'
import { editDraft } from './commands/edit-draft.ts'
import { importRecords } from './commands/import-records.ts'
import { openOffer } from './commands/open-offer.ts'
import { publishProcess } from './commands/publish-process.ts'
import { retireProcess } from './commands/retire-process.ts'
import * as contract from './contract.ts'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'

/** The catalogue of procedures, what each agency offers of it, and the processes inside. */
export const procedures = defineModule({
  name: 'procedures',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: Object.keys(vi.permissions),
  handlers: [
    handle(contract.importRecords, importRecords),
    handle(contract.openOffer, openOffer),
    handle(contract.draftProcess, draftProcess),
    handle(contract.editDraft, editDraft),
    handle(contract.publishProcess, publishProcess),
    handle(contract.retireProcess, retireProcess),
  ],
  pages: [],
  forms: [],
  texts: {
    vi: { refusals: vi.refusals, permissions: vi.permissions },
    en: { refusals: en.refusals, permissions: en.permissions },
  },
})
