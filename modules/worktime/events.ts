import { event, Type } from '@congso/kernel/contract'

const calendar = { agency: Type.Union([Type.String(), Type.Null()]) }
export const calendarOpened = event('worktime.calendar-opened', Type.Object(calendar))
export const weekSet = event(
  'worktime.week-set',
  Type.Object({ ...calendar, from: Type.String(), hours: Type.Record(Type.String(), Type.String()) }),
)
export const daySet = event(
  'worktime.day-set',
  Type.Object({ ...calendar, date: Type.String(), kind: Type.String(), name: Type.String(), source: Type.String() }),
)
export const dayRemoved = event('worktime.day-removed', Type.Object({ ...calendar, date: Type.String() }))
