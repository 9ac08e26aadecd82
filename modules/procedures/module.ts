import { fileURLToPath } from 'node:url'
import { defineModule, handle } from '@congso/kernel/server'
import { adoptVersion } from './commands/adopt-version.ts'
import { changeOffer } from './commands/change-offer.ts'
import { closeOffer } from './commands/close-offer.ts'
import { draftProcess } from './commands/draft-process.ts'
import { editDraft } from './commands/edit-draft.ts'
import { importFile } from './commands/import-file.ts'
import { importRecords } from './commands/import-records.ts'
import { offerMany } from './commands/offer-many.ts'
import { openOffer } from './commands/open-offer.ts'
import { publishProcess } from './commands/publish-process.ts'
import { retireProcess } from './commands/retire-process.ts'
import * as contract from './contract.ts'
import { forms, nav, pages } from './pages/bindings.ts'
import { exportProcedures } from './pages/catalogue/export.ts'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { listImports, showImport } from './queries/imports.ts'
import { listOffers } from './queries/list-offers.ts'
import { listProcedures } from './queries/list-procedures.ts'
import { listProcesses, prepareProcess } from './queries/list-processes.ts'
import { prepareChange, prepareOffer } from './queries/offer-form.ts'
import { showOffer } from './queries/show-offer.ts'
import { showProcedure } from './queries/show-procedure.ts'
import { prepareEdit, showProcess } from './queries/show-process.ts'

export { readArchive } from './adapters/archive.ts'
export { importCatalogue, type ImportOptions, type ImportReport } from './jobs/import-catalogue.ts'

/** The catalogue of procedures, what each agency offers of it, and the processes inside. */
export const procedures = defineModule({
  name: 'procedures',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: Object.keys(vi.permissions),
  handlers: [
    handle(contract.listProcedures, listProcedures),
    handle(contract.exportProcedures, exportProcedures),
    handle(contract.showProcedure, showProcedure),
    handle(contract.listOffers, listOffers),
    handle(contract.newOffer, prepareOffer),
    handle(contract.showOffer, showOffer),
    handle(contract.editOffer, prepareChange),
    handle(contract.listProcesses, listProcesses),
    handle(contract.newProcess, prepareProcess),
    handle(contract.showProcess, showProcess),
    handle(contract.editProcess, prepareEdit),
    handle(contract.importRecords, importRecords),
    handle(contract.importFile, importFile),
    handle(contract.listImports, listImports),
    handle(contract.showImport, showImport),
    handle(contract.openOffer, openOffer),
    handle(contract.offerMany, offerMany),
    handle(contract.changeOffer, changeOffer),
    handle(contract.closeOffer, closeOffer),
    handle(contract.adoptVersion, adoptVersion),
    handle(contract.draftProcess, draftProcess),
    handle(contract.editDraft, editDraft),
    handle(contract.publishProcess, publishProcess),
    handle(contract.retireProcess, retireProcess),
  ],
  pages,
  forms,
  nav,
  texts: {
    vi: { refusals: vi.refusals, permissions: vi.permissions, events: vi.events },
    en: { refusals: en.refusals, permissions: en.permissions, events: en.events },
  },
})
