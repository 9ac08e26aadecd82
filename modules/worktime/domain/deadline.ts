import type { WorkCalendar } from './calendar.ts'
import { WorktimeFault } from './fault.ts'
import {
  addMonths,
  epochOf,
  localDate,
  localMinuteOf,
  MINUTES_PER_DAY,
  type LocalDate,
  type LocalMinute,
} from './local-time.ts'
import {
  addOpenMinutesAt,
  closingAt,
  dayIndexOf,
  instantAtOffset,
  landingAt,
  minuteOfDay,
  nextOpenAt,
  openingAt,
  openOffset,
  ordinalOf,
  planAt,
  workdayAt,
} from './open-time.ts'

/** Units of the national procedure catalogue, and `same-day` ("trong ngày"). */
export type TimeUnit = 'working-day' | 'working-hour' | 'calendar-day' | 'month' | 'year' | 'same-day'

/**
 * What is received after this minute of the day, or within the last working hour, is dealt with as if received at the
 * opening of the next working day. `none` switches off the cut-off that in-day procedures have by themselves.
 */
export type CutOff = { minutes: number } | 'last-hour' | 'none'

/** The limit of a procedure version. */
export type DeadlineRule = {
  amount: number
  unit: TimeUnit
  cutOff?: CutOff
  /** Of amounts in working days. Default `hour-of-receipt`. */
  dueTime?: 'hour-of-receipt' | 'end-of-day'
}

export type DeadlineInput = DeadlineRule & { received: number; calendar: WorkCalendar }

export type Deadline = {
  /** The promise, epoch ms: an open minute or a closing instant. */
  due: number
  /** The instant from which is counted, epoch ms. */
  start: number
  /** Why `start` is not the moment of receipt, if it is not. */
  startReason: 'as-received' | 'outside-hours' | 'after-cut-off'
  /** How the hour of the promise was found; `exact` for amounts in hours. */
  dueTime: 'hour-of-receipt' | 'end-of-day' | 'exact'
  /** The day on which a calendar period ended, when it was not a working day and the promise moved forward. */
  rolledFrom: LocalDate | null
}

/** Civil status and certification: received after 15:00, answered the next working day. */
export const SAME_DAY_CUT_OFF: CutOff = { minutes: 15 * 60 }
/** Step budgets are written in hours, eight to the working day. */
export const HOURS_PER_WORKING_DAY = 8
const LAST_HOUR = 60

/**
 * The day and hour by which a result is promised. The day of receipt is not counted (Civil Code 2015, Art. 147.2).
 * Working days keep the hour of receipt or end with the day, as the rule says; half a day is half the open minutes of
 * that day. Calendar units end with their last day and move to the next working day when that is a day of rest
 * (Art. 148.5); months and years end on the corresponding date. Throws `worktime.bad-amount` and
 * `worktime.outside-calendar`.
 */
export function computeDeadline(input: DeadlineInput): Deadline {
  const { amount, unit, calendar } = input
  if (!Number.isFinite(amount) || amount < 0) throw new WorktimeFault('worktime.bad-amount', String(amount))
  const sameDay = unit === 'same-day' || (amount === 0 && unit !== 'working-hour')
  const cutOff = input.cutOff ?? (sameDay ? SAME_DAY_CUT_OFF : 'none')
  const received = localMinuteOf(input.received)
  const start = startOf(calendar, received, cutOff)
  const from = { start: epochOf(start.minute), startReason: start.reason }
  if (sameDay) {
    const due = closingAt(calendar, dayIndexOf(calendar, start.minute))
    return { due: epochOf(due), ...from, dueTime: 'end-of-day', rolledFrom: null }
  }
  if (unit === 'working-hour') {
    const due = addOpenMinutesAt(calendar, start.minute, Math.round(amount * 60))
    return { due: epochOf(due), ...from, dueTime: 'exact', rolledFrom: null }
  }
  if (unit === 'working-day') {
    const dueTime = input.dueTime ?? 'hour-of-receipt'
    return { due: epochOf(addWorkingDays(calendar, start.minute, amount, dueTime)), ...from, dueTime, rolledFrom: null }
  }
  const day = Math.floor(start.minute / MINUTES_PER_DAY)
  const { due, rolledFrom } = endOfCalendarPeriod(calendar, lastDay(day, amount, unit))
  return { due: epochOf(due), ...from, dueTime: 'end-of-day', rolledFrom }
}

/** A promise moved on by an extension (epoch ms): the same unit rules, counted from the promise itself. */
export function extendDue(calendar: WorkCalendar, due: number, amount: number, unit: TimeUnit): number {
  if (!Number.isFinite(amount) || amount <= 0) throw new WorktimeFault('worktime.bad-amount', String(amount))
  const minute = localMinuteOf(due)
  if (unit === 'same-day') throw new WorktimeFault('worktime.bad-amount', unit)
  if (unit === 'working-hour') return epochOf(addOpenMinutesAt(calendar, minute, Math.round(amount * 60)))
  if (unit === 'working-day') return epochOf(addWorkingDays(calendar, minute, amount, 'hour-of-receipt'))
  const last = lastDay(Math.floor(minute / MINUTES_PER_DAY), amount, unit)
  return epochOf(endOfCalendarPeriod(calendar, last).due)
}

/** Step hours as working days: a process of 168 h is 21 days. */
export function hoursAsDays(hours: number): number {
  return hours / HOURS_PER_WORKING_DAY
}

/**
 * A local minute on a working day, moved by working days. A fraction continues from the whole days by that share of
 * the open minutes, and never passes the next whole day, so that more days never give an earlier promise.
 */
export function addWorkingDays(
  calendar: WorkCalendar,
  minute: LocalMinute,
  amount: number,
  dueTime: 'hour-of-receipt' | 'end-of-day',
): LocalMinute {
  const whole = Math.floor(amount)
  const fraction = amount - whole
  const ordinal = ordinalOf(calendar, dayIndexOf(calendar, minute)) + whole
  const inDay = dueTime === 'end-of-day' ? MINUTES_PER_DAY : minuteOfDay(minute)
  const index = workdayAt(calendar, ordinal)
  const landed = landingAt(calendar, index, inDay)
  if (fraction === 0) return landed
  const { open } = planAt(calendar, index)
  const share = openOffset(planAt(calendar, index), minuteOfDay(landed)) / open + fraction
  const next = workdayAt(calendar, ordinal + 1)
  const moved =
    share <= 1
      ? instantAtOffset(calendar, index, Math.round(share * open))
      : instantAtOffset(calendar, next, Math.round((share - 1) * planAt(calendar, next).open))
  return Math.min(moved, landingAt(calendar, next, inDay))
}

type Start = { minute: LocalMinute; reason: Deadline['startReason'] }

function startOf(calendar: WorkCalendar, received: LocalMinute, cutOff: CutOff): Start {
  const open = nextOpenAt(calendar, received)
  const index = dayIndexOf(calendar, open)
  // An opening reached from an earlier day is never itself too late, even where a shift opens in the evening.
  if (index === dayIndexOf(calendar, received) && isPastCutOff(calendar, index, received, open, cutOff)) {
    const next = workdayAt(calendar, ordinalOf(calendar, index) + 1)
    return { minute: openingAt(calendar, next), reason: 'after-cut-off' }
  }
  return { minute: open, reason: open === received ? 'as-received' : 'outside-hours' }
}

function isPastCutOff(
  calendar: WorkCalendar,
  index: number,
  received: LocalMinute,
  open: LocalMinute,
  cutOff: CutOff,
): boolean {
  if (cutOff === 'none') return false
  if (cutOff !== 'last-hour') return minuteOfDay(received) > cutOff.minutes
  const plan = planAt(calendar, index)
  return plan.open - openOffset(plan, minuteOfDay(open)) <= LAST_HOUR
}

/** The last day of a period; half a month is 15 days and half a year six months (Civil Code 2015, Art. 146). */
function lastDay(day: number, amount: number, unit: 'calendar-day' | 'month' | 'year'): number {
  if (unit === 'calendar-day') return day + Math.ceil(amount)
  const months = unit === 'year' ? amount * 12 : amount
  const whole = Math.floor(months)
  const part = Math.ceil((months - whole) * 30)
  return part === 0 ? addMonths(day, whole) : Math.min(addMonths(day, whole) + part, addMonths(day, whole + 1))
}

function endOfCalendarPeriod(calendar: WorkCalendar, day: number): { due: LocalMinute; rolledFrom: LocalDate | null } {
  const index = dayIndexOf(calendar, day * MINUTES_PER_DAY)
  const workday = workdayAt(calendar, ordinalOf(calendar, index))
  return { due: closingAt(calendar, workday), rolledFrom: workday === index ? null : localDate(day) }
}
