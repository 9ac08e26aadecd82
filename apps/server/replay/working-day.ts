import { addDays, atLocal } from '@congso/kernel/contract'
import { addOpenMinutes, openMinutesBetween, type WorkCalendar } from '@congso/worktime'

/** A day on which an agency works, with its open minutes. */
export type WorkingDay = { date: string; open: number; weekday: number }

/** The working days of a period, both ends included. */
export function workingDays(calendar: WorkCalendar, from: string, to: string): WorkingDay[] {
  const days: WorkingDay[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const open = openMinutesBetween(calendar, atLocal(date), atLocal(addDays(date, 1)))
    if (open > 0) days.push({ date, open, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() })
  }
  return days
}

/** The moment of a working day by which so many of its open minutes have passed; a part of a minute becomes seconds. */
export function momentOf(calendar: WorkCalendar, date: string, minutes: number): number {
  const whole = Math.floor(minutes)
  return addOpenMinutes(calendar, atLocal(date), whole) + Math.floor((minutes - whole) * 60) * 1000
}

/** The moment so many open minutes later. */
export function later(calendar: WorkCalendar, from: number, minutes: number): number {
  return addOpenMinutes(calendar, from, Math.max(1, Math.round(minutes)))
}
