import { inLang } from '@congso/kernel/contract'
import { form, handle, page } from '@congso/kernel/server'
import type { FormBinding, Handler, NavItem, PageBinding } from '@congso/kernel/server'
import {
  assignDossiers,
  desk,
  dossierRegister,
  exportRegister,
  forwardDossiers,
  leaderDesk,
  registerLog,
  track,
} from '../contract.ts'
import { bulkWords } from './bulk-words.ts'
import { deskFrame, DeskPage } from './desk.tsx'
import { LeaderPage } from './leader.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'
import { registerFrame, RegisterPage } from './register.tsx'
import { exportLog } from './register-log.ts'
import { exportSheet } from './register-sheet.ts'
import { TrackPage } from './track.tsx'

export const listPages: PageBinding[] = [
  page(desk, DeskPage, {
    title: (_, { lang }) => inLang(lang, vi, en).desk.title,
    topics: (_, { actor }) => (actor.agency ? [`agency:${actor.agency}`] : []),
    frame: deskFrame,
  }),
  page(dossierRegister, RegisterPage, {
    title: (_, { lang }) => inLang(lang, vi, en).register.title,
    frame: registerFrame,
  }),
  page(leaderDesk, LeaderPage, {
    title: (_, { lang }) => inLang(lang, vi, en).leader.title,
    topics: (_, { actor }) => (actor.agency ? [`agency:${actor.agency}`] : []),
    frame: () => ({ paper: true, tabs: 'leader' }),
  }),
  page(track, TrackPage, {
    shell: 'public',
    title: (view, { lang }) => {
      const t = inLang(lang, vi, en).track
      return view.found ? t.heading(view.found.code) : t.title
    },
  }),
]

export const listForms: FormBinding[] = [
  form(forwardDossiers, {
    to: (_reply, _input, back) => back,
    done: (reply, { lang }) => bulkWords('forward', reply, lang),
  }),
  form(assignDossiers, {
    to: (_reply, _input, back) => back,
    done: (reply, { lang }) => bulkWords('assign', reply, lang),
  }),
]

export const listNav: NavItem[] = [
  {
    key: 'desk',
    group: 'top',
    icon: 'layout-list',
    path: '/desk',
    permission: desk.permission,
    label: { vi: vi.nav.desk, en: en.nav.desk },
  },
  {
    key: 'leader',
    group: 'top',
    icon: 'signature',
    path: '/leader',
    permission: leaderDesk.permission,
    label: { vi: vi.nav.leader, en: en.nav.leader },
  },
  {
    key: 'register',
    group: 'one-stop',
    icon: 'folders',
    path: '/dossiers',
    permission: dossierRegister.permission,
    label: { vi: vi.nav.register, en: en.nav.register },
  },
]

export const listHandlers: Handler[] = [
  handle(exportRegister, exportSheet),
  handle(registerLog, (ctx, filter) => exportLog(ctx, filter)),
]
