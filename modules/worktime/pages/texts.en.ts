import type { SameTexts } from '@congso/kernel/contract'
import type { permissionsVi, refusalsVi, vi, eventsVi } from './texts.vi.ts'

export const en: SameTexts<typeof vi> = {
  title: 'Working calendar',
  agency: 'Agency',
  year: 'Year',
  workingDays: n => `${n} working days in the year`,
  general: 'Follows the general calendar. The agency has none of its own.',
  ownCalendar: "The agency's own calendar",
  openOwn: 'Open an own calendar',
  hours: 'Working hours',
  from: 'In force from',
  until: 'to',
  now: 'today',
  inherited: 'from the general calendar',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  rest: 'rest',
  newWeek: 'Change working hours…',
  newWeekHelp: 'Write hours as 07:30-11:30, 13:30-17:00. Empty is a day of rest. Promises already made stay.',
  weekNotSaved: 'Working hours not saved',
  dayNotSaved: 'Day not saved',
  partHelp: 'Only for a day off.',
  hoursHelp: 'For other hours, or make-up work with its own: 07:30-11:30, 13:30-17:00.',
  saveWeek: 'Save working hours',
  special: 'Days off and make-up days',
  date: 'Date',
  kind: 'Kind',
  kinds: { off: 'Off', 'make-up': 'Make-up work', hours: 'Other hours', normal: 'Ordinary working day' },
  parts: { morning: 'morning', afternoon: 'afternoon' },
  wholeDay: 'all day',
  name: 'Name',
  source: 'Basis',
  part: 'Half off',
  marks: { law: 'by law', notice: 'by notice', press: 'from the press', compiled: 'compiled', expected: 'expected' },
  addDay: 'Add a day…',
  saveDay: 'Save the day',
  remove: 'Remove',
  noDays: 'No special days in this year.',
  editsAll: 'This is the general calendar: it holds for every agency without one of its own.',
  problems: {
    received: 'Enter a day that exists, as dd/mm/yyyy',
    time: 'Enter a time such as 08:00',
    amount: 'Enter a number from 0 to 1,000',
    outside: 'Calendars are kept for 2005 to 2045. Choose a receipt and a limit within these years',
  },
  tryOut: 'Try a deadline',
  received: 'Received on',
  time: 'Time of receipt',
  amount: 'Limit',
  unit: 'Unit',
  units: {
    'working-day': 'working days',
    'working-hour': 'working hours',
    'calendar-day': 'days',
    month: 'months',
    year: 'years',
    'same-day': 'same day',
  },
  computing: 'Computing…',
  compute: 'Compute the promise',
  dueAt: when => `Due ${when}`,
  cells: { received: 'received', due: 'due', holiday: 'holiday' },
  startReasons: {
    'as-received': 'Counted from receipt.',
    'outside-hours': 'Received outside hours: counted from the next opening.',
    'after-cut-off': 'Received after the cut-off: counted from the next working day.',
  },
  weekSaved: 'Working hours saved. Dossiers received from now on follow them.',
  daySaved: date => `${date} saved. Dossiers received from now on follow it.`,
  dayRemoved: date => `${date} removed.`,
  calendarOpened: 'The agency has its own calendar now.',
}

export const refusalsEn: typeof refusalsVi = {
  'worktime.hours-unreadable': 'The hours cannot be read. Write 07:30-11:30, 13:30-17:00.',
  'worktime.hours-wrong':
    'The hours are not sound: they overlap, end before they begin, go past 23:59, or leave no working time in the week.',
  'worktime.week-exists': 'There already are working hours from this date on.',
  'worktime.day-exists': 'This date is already in the calendar. Remove it first.',
  'worktime.calendar-exists': 'The agency already has its own calendar.',
  'worktime.edit-forbidden': 'This account may not change this calendar. Nothing was changed.',
}

export const permissionsEn: typeof permissionsVi = {
  'worktime.calendar.read': 'See calendars',
  'worktime.calendar.edit': 'Change calendars',
}

/** What the facts of this module are called in the journal. */
export const eventsEn: typeof eventsVi = {
  'worktime.calendar-opened': 'Own calendar opened',
  'worktime.week-set': 'Working hours set',
  'worktime.day-set': 'Day off or working day set',
  'worktime.day-removed': 'Day removed from the calendar',
}

export const navEn = 'Working calendar'
