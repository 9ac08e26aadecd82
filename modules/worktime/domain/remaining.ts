import type { WorkCalendar } from './calendar.ts'
import { dayOfEpoch, localMinuteOf, type LocalMinute } from './local-time.ts'
import {
  dayIndexOf,
  landingAt,
  minuteOfDay,
  nextOpenAt,
  openBeforeAt,
  openMinutesBetween,
  ordinalOf,
  workdayAt,
} from './open-time.ts'

/**
 * Time left to a promise, or time past it when `late`. Wording contract: under one working day say `hours` and
 * `minutesPart`, above say `days` and `hours`. Time that begins is not counted ("còn 5 ngày 2 giờ" at 5 d 2 h 53).
 */
export type Remaining = {
  /** Working minutes left, or past. */
  minutes: number
  late: boolean
  /** Whole working days, each with its own hours. */
  days: number
  hours: number
  minutesPart: number
}

export type Urgency = 'late' | 'soon' | 'ok'

const SOON_SHARE = 0.8

/** Time between now and a promise (epoch ms). The minute of the promise itself is still in time. */
export function remaining(now: number, due: number, calendar: WorkCalendar): Remaining {
  const late = localMinuteOf(now) > localMinuteOf(due)
  const [from, to] = late ? [due, now] : [now, due]
  const { days, rest } = workingSpan(calendar, localMinuteOf(from), localMinuteOf(to))
  return {
    minutes: openMinutesBetween(calendar, from, to),
    late,
    days,
    hours: Math.floor(rest / 60),
    minutesPart: rest % 60,
  }
}

/**
 * Share of the working time between `start` and `due` that is used up, 0–1. Minutes during which the clock was
 * stopped (`pausedMinutes`) belong neither to the span nor to what is used.
 */
export function usedShare(input: {
  start: number
  due: number
  now: number
  calendar: WorkCalendar
  pausedMinutes?: number
}): number {
  const left = openMinutesBetween(input.calendar, input.now, input.due)
  const span = openMinutesBetween(input.calendar, input.start, input.due) - (input.pausedMinutes ?? 0)
  if (left <= 0) return 1
  if (span <= 0) return 0
  return Math.min(1, Math.max(0, 1 - left / span))
}

/** `soon` is the last 20 % of the span, or due on the same local date. */
export function urgency(input: {
  start: number
  due: number
  now: number
  calendar: WorkCalendar
  pausedMinutes?: number
}): Urgency {
  if (localMinuteOf(input.now) > localMinuteOf(input.due)) return 'late'
  if (dayOfEpoch(input.now) === dayOfEpoch(input.due)) return 'soon'
  return usedShare(input) >= SOON_SHARE ? 'soon' : 'ok'
}

/**
 * Whole working days and remaining open minutes. A day is counted when the span reaches the same hour of the next
 * working day, so that a half day on the way is one day, as in the promise itself.
 */
function workingSpan(calendar: WorkCalendar, from: LocalMinute, to: LocalMinute): { days: number; rest: number } {
  const target = openBeforeAt(calendar, to)
  const start = nextOpenAt(calendar, from)
  if (openBeforeAt(calendar, start) >= target) return { days: 0, rest: 0 }
  const ordinal = ordinalOf(calendar, dayIndexOf(calendar, start))
  const reached = (days: number) =>
    openBeforeAt(calendar, landingAt(calendar, workdayAt(calendar, ordinal + days), minuteOfDay(start)))
  const last = Math.min(ordinalOf(calendar, dayIndexOf(calendar, to)) + 1, calendar.workdays.length - 1)
  let days = last - ordinal
  while (days > 0 && reached(days) > target) days -= 1
  return { days, rest: target - reached(days) }
}
