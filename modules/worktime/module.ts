import { fileURLToPath } from 'node:url'
import { inLang, pathTo } from '@congso/kernel/contract'
import { defineModule, form, handle, page } from '@congso/kernel/server'
import { formatDate } from '@congso/ui'
import { openCalendar, removeDay, setDay, setWeek } from './commands/change-calendar.ts'
import * as contract from './contract.ts'
import { CalendarPage } from './pages/calendar.tsx'
import { en, eventsEn, navEn, permissionsEn, refusalsEn } from './pages/texts.en.ts'
import { eventsVi, navVi, permissionsVi, refusalsVi, vi } from './pages/texts.vi.ts'
import { readCalendarPage } from './queries/calendar-page.ts'

const backTo = (reply: { agency: string | null }) => pathTo(contract.calendarPage, { agency: reply.agency })

/** When agencies work, and what that means for a promise. */
export const worktime = defineModule({
  name: 'worktime',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: Object.keys(permissionsVi),
  handlers: [
    handle(contract.calendarPage, readCalendarPage),
    handle(contract.openCalendar, openCalendar),
    handle(contract.setWeek, setWeek),
    handle(contract.setDay, setDay),
    handle(contract.removeDay, removeDay),
  ],
  pages: [
    page(contract.calendarPage, CalendarPage, {
      title: (_view, page) => inLang(page.lang, vi, en).title,
      frame: () => ({ paper: true }),
    }),
  ],
  forms: [
    form(contract.openCalendar, { to: backTo, done: (_reply, page) => inLang(page.lang, vi, en).calendarOpened }),
    form(contract.setWeek, { to: backTo, done: (_reply, page) => inLang(page.lang, vi, en).weekSaved }),
    form(contract.setDay, {
      to: backTo,
      done: (reply, page) => inLang(page.lang, vi, en).daySaved(formatDate(reply.date)),
    }),
    form(contract.removeDay, {
      to: backTo,
      done: (reply, page) => inLang(page.lang, vi, en).dayRemoved(formatDate(reply.date)),
    }),
  ],
  nav: [
    {
      key: 'calendar',
      group: 'admin',
      icon: 'calendar-event',
      path: '/calendars',
      permission: 'worktime.calendar.read',
      label: { vi: navVi, en: navEn },
    },
  ],
  texts: {
    vi: { refusals: refusalsVi, permissions: permissionsVi, events: eventsVi },
    en: { refusals: refusalsEn, permissions: permissionsEn, events: eventsEn },
  },
})
