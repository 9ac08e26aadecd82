import { openMinutesBetween, remaining, urgency, usedShare, type WorkCalendar } from '@congso/worktime'
import type { Remaining } from '../contract.ts'

/** The moments a remaining time is told from, in epoch milliseconds. */
export type Timed = { receivedAt: number; dueAt: number; finishedAt: number | null; pausedSince: number | null }

/** Working time left of a dossier, or used too much, counted on its agency's calendar. */
export function remainingOf(timed: Timed, now: number, calendar: WorkCalendar): Remaining {
  const at = timed.finishedAt ?? timed.pausedSince ?? now
  const { minutes, late, days, hours, minutesPart } = remaining(at, timed.dueAt, calendar)
  const span = { start: timed.receivedAt, due: timed.dueAt, now: at, calendar }
  const amount = { minutes, days, hours, minutesPart, used: Math.round(usedShare(span) * 100) }
  if (timed.finishedAt !== null) return { state: 'done', ...amount, onTime: !late }
  if (timed.pausedSince !== null) return { state: 'hold', ...amount }
  return { state: urgency(span), ...amount }
}

/** How long a step took and whether it ended after its own due time. */
export function stepUse(
  step: { startedAt: number; dueAt: number | null },
  now: number,
  calendar: WorkCalendar,
): { usedMinutes: number; late: boolean } {
  return {
    usedMinutes: openMinutesBetween(calendar, step.startedAt, now),
    late: step.dueAt !== null && now > step.dueAt,
  }
}
