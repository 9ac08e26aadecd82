import { epoch, iso, localDate, type Static } from '@congso/kernel/contract'
import { groupWeeks, type WorkCalendar } from '@congso/worktime'
import type { DayCell, PromiseView } from '../contract.ts'
import { explainPromise, type Limit, type PromiseInputs } from '../domain/promise.ts'

/** A promise with its reason day by day, whole uneventful weeks folded into one cell. */
export function promiseView(
  limit: Limit,
  received: number,
  calendar: WorkCalendar,
  now: number,
): Static<typeof PromiseView> {
  const told = explainPromise(limit, received, calendar)
  const days = groupWeeks(told.days, localDate(now)).flatMap<Static<typeof DayCell>>(week =>
    week.collapsed
      ? [{ date: week.from, kind: 'week', name: week.to, ...(week.count === null ? {} : { count: week.count }) }]
      : week.days.map(day => ({
          date: day.date,
          kind: day.kind,
          ...(day.count === undefined ? {} : { count: day.count }),
          ...(day.name === undefined ? {} : { name: day.name }),
        })),
  )
  return {
    dueAt: iso(told.reason.due),
    amount: limit.amount,
    unit: limit.unit,
    days,
    skipped: told.reason.skipped.map(day => ({ date: day.date, name: day.name ?? '' })),
  }
}

/** The promise of a dossier, from the inputs kept with it. Days that no longer lead to it are not shown as its reason. */
export function keptPromise(
  inputs: PromiseInputs,
  dueAt: string,
  calendar: WorkCalendar,
  now: number,
): Static<typeof PromiseView> {
  const counted = promiseView(inputs, epoch(inputs.received), calendar, now)
  return counted.dueAt === dueAt ? counted : { ...counted, dueAt, days: [], skipped: [], calendarChanged: true }
}
