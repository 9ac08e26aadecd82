import { addDays, atLocal, localDate } from '@congso/kernel/contract'
import { openMinutesBetween, type WorkCalendar } from '@congso/worktime'
import { later, momentOf } from '../replay/working-day.ts'

/** The last moment at which somebody was at work: now, or the last closing before now. */
export function lastOpenMoment(calendar: WorkCalendar, now: number): number {
  for (let date = localDate(now); ; date = addDays(date, -1)) {
    const open = openMinutesBetween(calendar, atLocal(date), Math.min(now, atLocal(addDays(date, 1))))
    if (open >= 1) return Math.min(now, momentOf(calendar, date, open))
  }
}

/** The moment so many open minutes before another. */
export function earlier(calendar: WorkCalendar, from: number, minutes: number): number {
  const wanted = Math.max(0, Math.round(minutes))
  for (let date = localDate(from); ; date = addDays(date, -1)) {
    const open = openMinutesBetween(calendar, atLocal(date), from)
    if (open > wanted) return later(calendar, atLocal(date), open - wanted)
  }
}
