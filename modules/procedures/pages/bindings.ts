import { inLang, pathTo } from '@congso/kernel/contract'
import { form, page, type FormBinding, type NavItem, type PageBinding } from '@congso/kernel/server'
import * as contract from '../contract.ts'
import { ImportPage } from './catalogue/import-report.tsx'
import { countWords, ImportsPage } from './catalogue/import.tsx'
import { catalogueFrame, CataloguePage } from './catalogue/list.tsx'
import { offerManyWords } from './catalogue/offer-many-words.ts'
import { RecordPage } from './catalogue/record.tsx'
import { en as catalogueEn } from './catalogue/texts.en.ts'
import { vi as catalogueVi } from './catalogue/texts.vi.ts'
import { EditOfferPage, NewOfferPage } from './offer/form.tsx'
import { offersFrame, OffersPage } from './offer/list.tsx'
import { OfferPage } from './offer/offer.tsx'
import { en as offerEn } from './offer/texts.en.ts'
import { vi as offerVi } from './offer/texts.vi.ts'
import { EditProcessPage, NewProcessPage } from './process/form.tsx'
import { ProcessesPage } from './process/list.tsx'
import { ProcessPage } from './process/process.tsx'
import { en as processEn } from './process/texts.en.ts'
import { vi as processVi } from './process/texts.vi.ts'

export const pages: PageBinding[] = [
  page(contract.listProcedures, CataloguePage, {
    title: (_, { lang }) => inLang(lang, catalogueVi, catalogueEn).list.title,
    frame: catalogueFrame,
  }),
  page(contract.listImports, ImportsPage, {
    title: (_, { lang }) => inLang(lang, catalogueVi, catalogueEn).import.title,
  }),
  page(contract.showImport, ImportPage, { title: view => view.fileName }),
  page(contract.showProcedure, RecordPage, { title: view => view.record.name }),
  page(contract.listOffers, OffersPage, {
    title: (_, { lang }) => inLang(lang, offerVi, offerEn).list.title,
    frame: offersFrame,
  }),
  page(contract.newOffer, NewOfferPage, { title: (_, { lang }) => inLang(lang, offerVi, offerEn).form.newTitle }),
  page(contract.showOffer, OfferPage, { title: view => view.name }),
  page(contract.editOffer, EditOfferPage, { title: (_, { lang }) => inLang(lang, offerVi, offerEn).form.editTitle }),
  page(contract.listProcesses, ProcessesPage, {
    title: (_, { lang }) => inLang(lang, processVi, processEn).list.title,
  }),
  page(contract.newProcess, NewProcessPage, {
    title: (_, { lang }) => inLang(lang, processVi, processEn).form.newTitle,
  }),
  page(contract.showProcess, ProcessPage, { title: view => view.name }),
  page(contract.editProcess, EditProcessPage, {
    title: (_, { lang }) => inLang(lang, processVi, processEn).form.editTitle,
  }),
]

export const forms: FormBinding[] = [
  form(contract.importFile, {
    to: reply => pathTo(contract.showImport, { import: reply.import }),
    done: (reply, { lang }) => ({
      kind: reply.refused > 0 ? 'partly' : 'done',
      text: inLang(lang, catalogueVi, catalogueEn).import.counts(...countWords(reply)),
    }),
  }),
  form(contract.offerMany, {
    to: ({ agency }) => pathTo(contract.listOffers, { agency }),
    done: (reply, { lang }) => offerManyWords(reply, lang),
  }),
  form(contract.openOffer, {
    to: ({ offer }) => pathTo(contract.showOffer, { offer }),
    done: (_, { lang }) => inLang(lang, offerVi, offerEn).done.opened,
  }),
  form(contract.changeOffer, {
    to: ({ offer }) => pathTo(contract.showOffer, { offer }),
    done: ({ revision }, { lang }) => inLang(lang, offerVi, offerEn).done.changed(revision),
  }),
  form(contract.closeOffer, {
    to: ({ agency }) => pathTo(contract.listOffers, { agency }),
    done: (_, { lang }) => inLang(lang, offerVi, offerEn).done.closed,
  }),
  form(contract.adoptVersion, {
    to: ({ offer }) => pathTo(contract.showOffer, { offer }),
    done: (_, { lang }) => inLang(lang, offerVi, offerEn).done.adopted,
  }),
  form(contract.draftProcess, {
    to: ({ process }) => pathTo(contract.showProcess, { process }),
    done: (_, { lang }) => inLang(lang, processVi, processEn).done.drafted,
  }),
  form(contract.editDraft, {
    to: ({ process }) => pathTo(contract.showProcess, { process }),
    done: (_, { lang }) => inLang(lang, processVi, processEn).done.edited,
  }),
  form(contract.publishProcess, {
    to: ({ process }) => pathTo(contract.showProcess, { process }),
    done: ({ no }, { lang }) => inLang(lang, processVi, processEn).done.published(no),
  }),
  form(contract.retireProcess, {
    to: ({ process }) => pathTo(contract.showProcess, { process }),
    done: (_, { lang }) => inLang(lang, processVi, processEn).done.retired,
  }),
]

export const nav: NavItem[] = [
  {
    key: 'procedures',
    group: 'follow',
    icon: 'list-details',
    path: contract.listProcedures.path,
    permission: contract.listProcedures.permission,
    label: { vi: catalogueVi.list.title, en: catalogueEn.list.title },
  },
  {
    key: 'offers',
    group: 'admin',
    icon: 'building-bank',
    path: contract.listOffers.path,
    permission: contract.openOffer.permission,
    label: { vi: offerVi.list.title, en: offerEn.list.title },
  },
  {
    key: 'processes',
    group: 'admin',
    icon: 'route',
    path: contract.listProcesses.path,
    permission: contract.draftProcess.permission,
    label: { vi: processVi.list.title, en: processEn.list.title },
  },
]
