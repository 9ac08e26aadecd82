import { fileURLToPath } from 'node:url'
import { defineModule, handle } from '@congso/kernel/server'
import { assignDossier } from './commands/assign-dossier.ts'
import { attachScan } from './commands/attach-scan.ts'
import { assignAll, forwardAll } from './commands/bulk.ts'
import { checkPaper } from './commands/check-paper.ts'
import { claimDossier } from './commands/claim-dossier.ts'
import { forwardDossier } from './commands/forward-dossier.ts'
import { numberResult } from './commands/number-result.ts'
import { receiveDossier } from './commands/receive-dossier.ts'
import { returnResult } from './commands/return-result.ts'
import { revealPersonal } from './commands/reveal-personal.ts'
import { discardDraft, saveDraft } from './commands/save-draft.ts'
import { sendBackDossier } from './commands/send-back-dossier.ts'
import { signResult } from './commands/sign-result.ts'
import { withdrawDossier } from './commands/withdraw-dossier.ts'
import { writeNote } from './commands/write-note.ts'
import * as contract from './contract.ts'
import { dossierForms, dossierHandlers, dossierNav, dossierPages } from './pages/dossier-bindings.ts'
import { listForms, listHandlers, listNav, listPages } from './pages/list-bindings.ts'
import { eventsEn, eventsVi } from './pages/events.texts.ts'
import { permissionsEn, permissionsVi } from './pages/permissions.texts.ts'
import { refusalsEn } from './pages/refusals.en.ts'
import { refusalsVi } from './pages/refusals.vi.ts'
import { readDesk } from './queries/desk.ts'
import { readDossier } from './queries/dossier.ts'
import { findOffers, readIntake } from './queries/intake.ts'
import { readLeaderDesk } from './queries/leader.ts'
import { readRegister } from './queries/register.ts'
import { trackDossier } from './queries/track.ts'

/** The dossier, from the counter to its result. */
export const casework = defineModule({
  name: 'casework',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: Object.keys(permissionsVi),
  handlers: [
    handle(contract.desk, readDesk, { oneStatement: true }),
    handle(contract.dossierRegister, readRegister),
    handle(contract.dossierView, readDossier, { oneStatement: true }),
    handle(contract.intakePage, readIntake),
    handle(contract.findOffers, findOffers),
    handle(contract.leaderDesk, readLeaderDesk),
    handle(contract.track, trackDossier),
    handle(contract.receiveDossier, receiveDossier),
    handle(contract.saveDraft, saveDraft),
    handle(contract.discardDraft, discardDraft),
    handle(contract.forwardDossier, forwardDossier),
    handle(contract.forwardDossiers, forwardAll),
    handle(contract.sendBackDossier, sendBackDossier),
    handle(contract.signResult, signResult),
    handle(contract.numberResult, numberResult),
    handle(contract.returnResult, returnResult),
    handle(contract.withdrawDossier, withdrawDossier),
    handle(contract.assignDossier, assignDossier),
    handle(contract.assignDossiers, assignAll),
    handle(contract.claimDossier, claimDossier),
    handle(contract.checkPaper, checkPaper),
    handle(contract.attachScan, attachScan),
    handle(contract.writeNote, writeNote),
    handle(contract.revealPersonal, revealPersonal),
    ...listHandlers,
    ...dossierHandlers,
  ],
  pages: [...listPages, ...dossierPages],
  forms: [...listForms, ...dossierForms],
  nav: [...listNav, ...dossierNav],
  texts: {
    vi: { refusals: refusalsVi, permissions: permissionsVi, events: eventsVi },
    en: { refusals: refusalsEn, permissions: permissionsEn, events: eventsEn },
  },
})
