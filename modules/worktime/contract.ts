import {
  command,
  DateOnly,
  IdOf,
  Instant,
  Line,
  Maybe,
  OneOf,
  OrNull,
  query,
  refusals,
  Type,
} from '@congso/kernel/contract'

export const { refuse, list: refusalList } = refusals('worktime', [
  'hours-unreadable',
  'hours-wrong',
  'week-exists',
  'day-exists',
  'calendar-exists',
  'edit-forbidden',
] as const)

const closed = { additionalProperties: false } as const
const calendarId = IdOf<'calendar'>()

/** Working hours of seven days as people write them: `07:30-11:30, 13:30-17:00`; empty is a day of rest. */
export const WeekHours = Type.Object(
  {
    mon: Type.String({ maxLength: 80 }),
    tue: Type.String({ maxLength: 80 }),
    wed: Type.String({ maxLength: 80 }),
    thu: Type.String({ maxLength: 80 }),
    fri: Type.String({ maxLength: 80 }),
    sat: Type.String({ maxLength: 80 }),
    sun: Type.String({ maxLength: 80 }),
  },
  closed,
)
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** Why a deadline could not be tried out: a field nobody can read, or a date outside the years calendars are kept for. */
export const tryProblems = ['received', 'time', 'amount', 'outside'] as const
export const dayKinds = ['off', 'make-up', 'hours', 'normal'] as const

const Day = Type.Object({
  date: DateOnly(),
  kind: OneOf(dayKinds),
  part: OrNull(OneOf(['morning', 'afternoon'] as const)),
  hours: Type.String(),
  name: Type.String(),
  source: Type.String(),
  mark: Type.String(),
  own: Type.Boolean(),
})

/** A calendar and one year of it: weeks in force, public holidays, its own exceptions, and a promise to try out. */
export const calendarPage = query({
  id: 'worktime.calendar',
  path: '/calendars',
  permission: 'worktime.calendar.read',
  summary:
    'The calendar an agency works by, one year of its days that are not like their weekday, and a deadline tried out on it.',
  input: Type.Object(
    {
      agency: Maybe(IdOf<'agency'>()),
      year: Maybe(Type.Integer({ minimum: 2005, maximum: 2045 })),
      /** The deadline to try out, as typed: what cannot be read is answered with the field's name in `problems`. */
      received: Maybe(Type.String({ maxLength: 40 })),
      time: Maybe(Type.String({ maxLength: 40 })),
      amount: Maybe(Type.String({ maxLength: 40 })),
      unit: Maybe(OneOf(['working-day', 'working-hour', 'calendar-day', 'month', 'year', 'same-day'] as const)),
    },
    closed,
  ),
  reply: Type.Object({
    agency: OrNull(IdOf<'agency'>()),
    agencyName: Type.String(),
    agencies: Type.Array(Type.Object({ id: IdOf<'agency'>(), name: Type.String() })),
    year: Type.Integer(),
    calendar: OrNull(Type.Object({ id: calendarId, name: Type.String(), own: Type.Boolean() })),
    weeks: Type.Array(
      Type.Object({ validFrom: DateOnly(), validTo: OrNull(DateOnly()), hours: WeekHours, inherited: Type.Boolean() }),
    ),
    days: Type.Array(Day),
    workingDays: Type.Integer(),
    mayEdit: Type.Boolean(),
    /** Whether the actor may give the agency a calendar of its own. */
    mayOpen: Type.Boolean(),
    problems: Type.Array(OneOf(tryProblems)),
    tried: OrNull(
      Type.Object({
        received: Instant(),
        due: Instant(),
        startReason: Type.String(),
        days: Type.Array(
          Type.Object({
            date: DateOnly(),
            kind: Type.String(),
            count: Maybe(Type.Number()),
            name: Maybe(Type.String()),
          }),
        ),
      }),
    ),
  }),
})

/** An agency stops following the calendar above it and gets one of its own, empty: nothing changes until something is entered. */
export const openCalendar = command({
  id: 'worktime.open-calendar',
  path: '/calendars/open',
  permission: 'worktime.calendar.edit',
  summary: 'Gives an agency a calendar of its own, above which the general one still holds.',
  refusals: ['worktime.calendar-exists', 'worktime.edit-forbidden'],
  input: Type.Object({ agency: IdOf<'agency'>() }, closed),
  reply: Type.Object({ calendar: calendarId, agency: IdOf<'agency'>() }),
})

/** Working hours from a date on; what was before stays as it was. */
export const setWeek = command({
  id: 'worktime.set-week',
  path: '/calendars/:calendar/weeks',
  permission: 'worktime.calendar.edit',
  summary: 'Sets the working hours of a calendar from a date on.',
  refusals: ['worktime.hours-unreadable', 'worktime.hours-wrong', 'worktime.week-exists', 'worktime.edit-forbidden'],
  input: Type.Object({ calendar: calendarId, from: DateOnly(), ...WeekHours.properties }, closed),
  reply: Type.Object({ calendar: calendarId, agency: OrNull(IdOf<'agency'>()) }),
})

/** A day that is not like its weekday: off, half off, made up for, other hours, or ordinary after all. */
export const setDay = command({
  id: 'worktime.set-day',
  path: '/calendars/:calendar/days',
  permission: 'worktime.calendar.edit',
  summary: 'Enters a day off, a make-up day or other hours (Labour Code 2019 Art. 111–112, yearly notices).',
  refusals: ['worktime.hours-unreadable', 'worktime.hours-wrong', 'worktime.day-exists', 'worktime.edit-forbidden'],
  input: Type.Object(
    {
      calendar: calendarId,
      date: DateOnly(),
      kind: OneOf(dayKinds),
      part: Maybe(OneOf(['morning', 'afternoon'] as const)),
      hours: Maybe(Type.String({ maxLength: 80 })),
      name: Line(120),
      source: Maybe(Type.String({ maxLength: 200 })),
    },
    closed,
  ),
  reply: Type.Object({ calendar: calendarId, agency: OrNull(IdOf<'agency'>()), date: DateOnly() }),
})

/** Takes an entered day away again; dossiers keep the dates they were promised. */
export const removeDay = command({
  id: 'worktime.remove-day',
  path: '/calendars/:calendar/days/:date/remove',
  permission: 'worktime.calendar.edit',
  summary: 'Removes an entered day; promises already made stay.',
  refusals: ['worktime.edit-forbidden'],
  input: Type.Object({ calendar: calendarId, date: DateOnly() }, closed),
  reply: Type.Object({ calendar: calendarId, agency: OrNull(IdOf<'agency'>()), date: DateOnly() }),
})
