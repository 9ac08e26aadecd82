import type { DayPlan, WorkCalendar } from './calendar.ts'
import { WorktimeFault } from './fault.ts'
import { epochOf, localDate, localMinuteOf, MINUTES_PER_DAY, type LocalMinute } from './local-time.ts'

/*
 * Arithmetic on open time. Open time is counted in minutes; a minute that begins inside an interval is open, the end
 * of an interval is its closing instant. Functions whose names end in `At` work on local minutes, the others on
 * epoch milliseconds.
 */

/** Working minutes from one instant to another (epoch ms); 0 when the second is not later. */
export function openMinutesBetween(calendar: WorkCalendar, from: number, to: number): number {
  if (to <= from) return 0
  return openBeforeAt(calendar, localMinuteOf(to)) - openBeforeAt(calendar, localMinuteOf(from))
}

/**
 * Adds working minutes to an instant (epoch ms). The result is the earliest instant by which they have passed, so it
 * may be a closing instant. Adding 0 gives the next open minute.
 */
export function addOpenMinutes(calendar: WorkCalendar, at: number, minutes: number): number {
  return epochOf(addOpenMinutesAt(calendar, localMinuteOf(at), minutes))
}

/** True when work may be under way at the instant (epoch ms), or is just being closed. */
export function isOpenOrClosing(calendar: WorkCalendar, at: number): boolean {
  const minute = localMinuteOf(at)
  const inDay = minuteOfDay(minute)
  return planAt(calendar, dayIndexOf(calendar, minute)).intervals.some(
    ({ start, end }) => start <= inDay && inDay <= end,
  )
}

/** As `addOpenMinutes`, on local minutes. */
export function addOpenMinutesAt(calendar: WorkCalendar, minute: LocalMinute, minutes: number): LocalMinute {
  if (minutes === 0) return nextOpenAt(calendar, minute)
  const target = openBeforeAt(calendar, minute) + minutes
  const index = firstDayReaching(calendar, target)
  return instantAtOffset(calendar, index, target - nth(calendar.openBefore, index))
}

/** Open minutes from the start of the calendar to a local minute. */
export function openBeforeAt(calendar: WorkCalendar, minute: LocalMinute): number {
  const index = dayIndexOf(calendar, minute)
  return nth(calendar.openBefore, index) + openOffset(planAt(calendar, index), minuteOfDay(minute))
}

/** The first open minute that is not earlier. */
export function nextOpenAt(calendar: WorkCalendar, minute: LocalMinute): LocalMinute {
  const index = dayIndexOf(calendar, minute)
  const inDay = minuteOfDay(minute)
  for (const { start, end } of planAt(calendar, index).intervals) {
    if (inDay < end) return startOfDay(calendar, index) + Math.max(inDay, start)
  }
  return openingAt(calendar, workdayAt(calendar, nth(calendar.workdaysBefore, index + 1)))
}

/** The instant of a working day's wall-clock minute: moved to the next open minute of that day, or to its closing. */
export function landingAt(calendar: WorkCalendar, index: number, inDay: number): LocalMinute {
  const base = startOfDay(calendar, index)
  for (const { start, end } of planAt(calendar, index).intervals) {
    if (inDay <= end) return base + Math.max(inDay, start)
  }
  return closingAt(calendar, index)
}

/** The first open minute of a working day. */
export function openingAt(calendar: WorkCalendar, index: number): LocalMinute {
  return startOfDay(calendar, index) + (planAt(calendar, index).intervals[0]?.start ?? 0)
}

/** The closing instant of a working day. */
export function closingAt(calendar: WorkCalendar, index: number): LocalMinute {
  return startOfDay(calendar, index) + (planAt(calendar, index).intervals.at(-1)?.end ?? 0)
}

/** The instant of a working day by which `offset` of its open minutes have passed; 0 is the opening. */
export function instantAtOffset(calendar: WorkCalendar, index: number, offset: number): LocalMinute {
  let left = offset
  for (const { start, end } of planAt(calendar, index).intervals) {
    if (left <= end - start) return startOfDay(calendar, index) + start + left
    left -= end - start
  }
  return closingAt(calendar, index)
}

/** Open minutes of a day's plan before a minute of that day. */
export function openOffset(plan: DayPlan, inDay: number): number {
  let sum = 0
  for (const { start, end } of plan.intervals) {
    if (inDay <= start) break
    sum += Math.min(inDay, end) - start
  }
  return sum
}

/** Index in the calendar of the n-th working day; `worktime.outside-calendar` beyond its end. */
export function workdayAt(calendar: WorkCalendar, ordinal: number): number {
  const index = calendar.workdays[ordinal]
  if (index === undefined) throw new WorktimeFault('worktime.outside-calendar', `working day ${ordinal}`)
  return index
}

/** Ordinal of a working day, or of the next one when the day is at rest. */
export function ordinalOf(calendar: WorkCalendar, index: number): number {
  return nth(calendar.workdaysBefore, index)
}

/** Index in the calendar of the day of a local minute; `worktime.outside-calendar` when it is not covered. */
export function dayIndexOf(calendar: WorkCalendar, minute: LocalMinute): number {
  const day = Math.floor(minute / MINUTES_PER_DAY)
  const index = day - calendar.from
  if (!(index >= 0 && index < calendar.length)) {
    throw new WorktimeFault('worktime.outside-calendar', Number.isFinite(day) ? localDate(day) : String(minute))
  }
  return index
}

/** The plan of a day by its index in the calendar. */
export function planAt(calendar: WorkCalendar, index: number): DayPlan {
  return calendar.plans[calendar.planOf[index] ?? 0] ?? CLOSED
}

/** Minutes since local midnight. */
export function minuteOfDay(minute: LocalMinute): number {
  return minute - Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY
}

const CLOSED: DayPlan = { intervals: [], open: 0 }

function startOfDay(calendar: WorkCalendar, index: number): LocalMinute {
  return (calendar.from + index) * MINUTES_PER_DAY
}

/** The first day by whose end at least `target` open minutes have passed (binary search). */
function firstDayReaching(calendar: WorkCalendar, target: number): number {
  let low = 0
  let high = calendar.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (nth(calendar.openBefore, middle + 1) >= target) high = middle
    else low = middle + 1
  }
  if (low >= calendar.length) throw new WorktimeFault('worktime.outside-calendar', `${target} working minutes`)
  return low
}

function nth(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0
}
