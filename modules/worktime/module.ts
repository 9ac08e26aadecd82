import { fileURLToPath } from 'node:url'
import { defineModule } from '@congso/kernel/server'

/** When agencies work, and what that means for a promise. */
export const worktime = defineModule({
  name: 'worktime',
  migrations: fileURLToPath(new URL('./migrations', import.meta.url)),
  permissions: ['worktime.calendar.read', 'worktime.calendar.edit'],
  handlers: [],
  pages: [],
  forms: [],
  texts: {
    vi: { refusals: {}, permissions: { 'worktime.calendar.read': 'Xem lịch làm việc', 'worktime.calendar.edit': 'Sửa lịch làm việc' } },
    en: { refusals: {}, permissions: { 'worktime.calendar.read': 'See calendars', 'worktime.calendar.edit': 'Change calendars' } },
  },
})
