import { intakeNavEn } from './intake-texts.en.ts'
import { intakeNavVi } from './intake-texts.vi.ts'
import { epoch, type InputOf, pathTo } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import { form, handle, type NavItem, page } from '@congso/kernel/server'
import { formatTime } from '@congso/ui'
import {
  assignDossier,
  attachScan,
  checkPaper,
  claimDossier,
  controlSheetPdf,
  desk,
  discardDraft,
  dossierRegister,
  dossierView,
  forwardDossier,
  intakePage,
  leaderDesk,
  numberResult,
  receiptPdf,
  receiveDossier,
  returnResult,
  revealPersonal,
  saveDraft,
  sendBackDossier,
  signResult,
  withdrawDossier,
  writeNote,
} from '../contract.ts'
import { DossierPage, dossierFrame } from './dossier.tsx'
import { dossierTexts } from './dossier-view.ts'
import { intakeFrame, IntakePage } from './intake.tsx'
import { intakeTexts } from './intake-view.ts'
import { printControlSheet, printReceipt } from './receipt.ts'

/** The papers a page prints. */
export const dossierHandlers = [handle(receiptPdf, printReceipt), handle(controlSheetPdf, printControlSheet)]

/** The pages of one dossier and of the counter. */
export const dossierPages = [
  page(dossierView, DossierPage, {
    title: view => `${view.code} ${view.procedureName}`,
    topics: view => [view.id],
    frame: dossierFrame,
  }),
  page(intakePage, IntakePage, { title: (_, { lang }) => intakeTexts(lang).title, frame: intakeFrame }),
]

const words = (context: PageContextValue) => dossierTexts(context.lang).done
/** Whoever has passed a dossier on may no longer see it: from its page the way leads back to the work. */
const backTo = (work: string) => (_reply: unknown, _input: unknown, back: string) =>
  back.startsWith(`${dossierRegister.path}/`) ? work : back
const toDossier = (id: string, part = '') => `${pathTo(dossierView, { id })}${part}`

/** What browsers send about one dossier, and where each leads. */
export const dossierForms = [
  form(receiveDossier, {
    to: reply => pathTo(dossierView, { id: reply.id, from: 'received' }),
    done: (reply, context) => words(context).received(reply.code),
  }),
  form(saveDraft, {
    to: (reply, input) => afterDraft(reply.id, input),
    done: (_, context) => intakeTexts(context.lang).draftSaved,
  }),
  form(discardDraft, { to: () => intakePage.path, done: (_, context) => intakeTexts(context.lang).draftGone }),
  form(forwardDossier, {
    to: backTo(desk.path),
    done: (reply, context) => words(context).moved(reply.code, reply.stepName),
  }),
  form(sendBackDossier, {
    to: backTo(desk.path),
    done: (reply, context) => words(context).sentBack(reply.code, reply.stepName),
  }),
  form(signResult, { to: backTo(leaderDesk.path), done: (reply, context) => words(context).signed(reply.code) }),
  form(numberResult, { to: backTo(desk.path), done: (reply, context) => words(context).numbered(reply.resultNo) }),
  form(returnResult, {
    to: backTo(pathTo(desk, { view: 'return' })),
    done: (reply, context) => words(context).returned(reply.code),
  }),
  form(withdrawDossier, {
    to: reply => toDossier(reply.id),
    done: (reply, context) => words(context).withdrawn(reply.code),
  }),
  form(assignDossier, {
    to: reply => toDossier(reply.id),
    done: (reply, context) => words(context).assigned(reply.code),
  }),
  form(claimDossier, {
    to: reply => toDossier(reply.id),
    done: (reply, context) => words(context).claimed(reply.code),
  }),
  form(checkPaper, {
    to: reply => toDossier(reply.id, `#paper-${reply.no}`),
    done: (reply, context) => words(context).checked(String(reply.no)),
  }),
  form(attachScan, {
    to: (reply, input) => toDossier(reply.id, input.paper === undefined ? '#documents' : `#paper-${input.paper}`),
    done: (reply, context) => words(context).attached(String(reply.files.length)),
  }),
  form(writeNote, { to: reply => toDossier(reply.id, '#notes'), done: (_, context) => words(context).noted }),
  form(revealPersonal, {
    to: reply => toDossier(reply.id, '#people'),
    done: (reply, context) => words(context).revealed(formatTime(epoch(reply.until))),
  }),
]

export const dossierNav: readonly NavItem[] = [
  {
    key: 'intake',
    group: 'one-stop',
    icon: 'file-plus',
    path: intakePage.path,
    permission: intakePage.permission,
    label: { vi: intakeNavVi, en: intakeNavEn },
  },
]

/** Another case of the same procedure goes on with what was typed; otherwise the counter is free for the next person. */
function afterDraft(draft: string, input: InputOf<typeof saveDraft>): string {
  return input.toCase === undefined
    ? intakePage.path
    : pathTo(intakePage, { offer: input.offer, caseKey: input.toCase, draft })
}
