import { WorktimeFault } from './fault.ts'
import { dayNumber, weekdayOf, MINUTES_PER_DAY, type DayNumber, type LocalDate, type Weekday } from './local-time.ts'

/**
 * Open time within one local day, in minutes from midnight: `start` is open, `end` is the closing instant, at the
 * latest 23:59. 24:00 is already the date of the next day, which a promise made for this day must not show.
 */
export type Interval = { start: number; end: number }

/**
 * The working week of an agency while it is in force. A weekday that is absent is weekly rest; night shifts are
 * written as two intervals on two weekdays. Only working time in law belongs here: a desk that merely receives on
 * Saturday morning does not make Saturday a working day.
 */
export type WorkingWeek = {
  validFrom: LocalDate
  /** Last day in force; absent or null: until a later week begins. */
  validTo?: LocalDate | null
  days: Partial<Record<Weekday, readonly Interval[]>>
}

/** How surely a rule or a date is known. `expected`: customary, until the yearly decision is entered. */
export type Mark = 'law' | 'notice' | 'press' | 'compiled' | 'expected'

/**
 * A dated departure from the working week. Of several on one day the last in the list wins, so that a province's
 * list may be followed by an agency's own. `off`: closed, all day or half of it; `make-up`: worked although at rest
 * (with `intervals`, or else the hours of the first working weekday); `hours`: other hours; `normal`: cancels what
 * came before.
 */
export type DayException = {
  date: LocalDate
  kind: 'off' | 'make-up' | 'hours' | 'normal'
  /** Half of a day off: `morning` is before 12:00. Absent: the whole day. */
  part?: 'morning' | 'afternoon'
  intervals?: readonly Interval[]
  name: string
  source: string
  /** The holiday rule or swap behind it, when there is one. */
  code?: string
  mark?: Mark
}

/** The open time of one kind of day. */
export type DayPlan = { intervals: readonly Interval[]; open: number }

/**
 * A calendar ready for arithmetic: for every day the open minutes and the working days before it. Immutable, so one
 * compiled calendar may serve all requests.
 */
export type WorkCalendar = {
  from: DayNumber
  length: number
  plans: readonly DayPlan[]
  planOf: Uint16Array
  /** Open minutes before day `index`; one longer than the calendar. */
  openBefore: Int32Array
  /** Working days before day `index`; one longer than the calendar. */
  workdaysBefore: Int32Array
  /** Day index of the n-th working day. */
  workdays: Int32Array
  exceptions: ReadonlyMap<DayNumber, DayException>
}

const NOON = 720
const LAST_MINUTE = MINUTES_PER_DAY - 1

/**
 * Compiles the days `from`…`to` (both inclusive). A day for which no week is in force is closed. Throws
 * `worktime.bad-week` / `worktime.bad-day` on hours that `checkWeek` refuses.
 */
export function compileCalendar(input: {
  weeks: readonly WorkingWeek[]
  days: readonly DayException[]
  from: LocalDate
  to: LocalDate
}): WorkCalendar {
  const from = dayNumber(input.from)
  const length = dayNumber(input.to) - from + 1
  if (length < 1) throw new WorktimeFault('worktime.bad-date', `${input.from} > ${input.to}`)
  const weeks = datedWeeks(input.weeks)
  const exceptions = new Map(input.days.map(item => [dayNumber(item.date), item]))
  const plans: DayPlan[] = []
  const planIndex = new Map<string, number>()
  const planOf = new Uint16Array(length)
  const openBefore = new Int32Array(length + 1)
  const workdaysBefore = new Int32Array(length + 1)
  const workdays: number[] = []
  for (let index = 0; index < length; index++) {
    const intervals = intervalsOn(from + index, weeks, exceptions.get(from + index))
    const key = intervals.map(item => `${item.start}-${item.end}`).join()
    let plan = planIndex.get(key)
    if (plan === undefined) {
      plan = plans.push({ intervals, open: openMinutes(intervals) }) - 1
      planIndex.set(key, plan)
    }
    planOf[index] = plan
    const open = plans[plan]?.open ?? 0
    if (open > 0) workdays.push(index)
    openBefore[index + 1] = (openBefore[index] ?? 0) + open
    workdaysBefore[index + 1] = workdays.length
  }
  return { from, length, plans, planOf, openBefore, workdaysBefore, workdays: Int32Array.from(workdays), exceptions }
}

/**
 * What is wrong with a week, as codes: `backward` (an interval ends before it begins), `outside-day`, `not-minutes`,
 * `overlap`, `empty` (no working time at all), `validity` (ends before it begins). An empty answer means it is sound.
 */
export function checkWeek(week: WorkingWeek): string[] {
  const days = Object.values(week.days)
  const codes = new Set(days.flatMap(checkIntervals))
  if (!days.some(intervals => intervals.length > 0)) codes.add('empty')
  if (week.validTo != null && dayNumber(week.validTo) < dayNumber(week.validFrom)) codes.add('validity')
  return [...codes]
}

/** What is wrong with the intervals of one day, with the codes of `checkWeek`. */
export function checkIntervals(intervals: readonly Interval[]): string[] {
  const codes = new Set<string>()
  const sorted = inOrder(intervals)
  for (const [index, { start, end }] of sorted.entries()) {
    if (!Number.isInteger(start) || !Number.isInteger(end)) codes.add('not-minutes')
    if (start >= end) codes.add('backward')
    if (Math.min(start, end) < 0 || Math.max(start, end) > LAST_MINUTE) codes.add('outside-day')
    const previous = sorted[index - 1]
    if (previous !== undefined && start < previous.end) codes.add('overlap')
  }
  return [...codes]
}

type DatedWeek = { first: DayNumber; last: DayNumber; days: WorkingWeek['days'] }

/** Latest first, so that the first one in force is the one that rules. */
function datedWeeks(weeks: readonly WorkingWeek[]): DatedWeek[] {
  for (const week of weeks) {
    const codes = checkWeek(week)
    if (codes.length > 0) throw new WorktimeFault('worktime.bad-week', `${week.validFrom}: ${codes.join()}`)
  }
  return weeks
    .map(week => ({
      first: dayNumber(week.validFrom),
      last: week.validTo == null ? Infinity : dayNumber(week.validTo),
      days: week.days,
    }))
    .toSorted((a, b) => b.first - a.first)
}

function intervalsOn(day: DayNumber, weeks: readonly DatedWeek[], exception?: DayException): readonly Interval[] {
  const week = weeks.find(item => item.first <= day && day <= item.last)
  const usual = merged(week?.days[weekdayOf(day)] ?? [])
  if (exception === undefined || exception.kind === 'normal') return usual
  if (exception.kind === 'off') return keptHalf(usual, exception.part)
  const given = exception.intervals ?? (exception.kind === 'make-up' ? firstWorkingDay(week) : usual)
  const codes = checkIntervals(given)
  if (exception.kind === 'hours' && exception.intervals === undefined) codes.push('no-hours')
  if (codes.length > 0) throw new WorktimeFault('worktime.bad-day', `${exception.date}: ${codes.join()}`)
  return merged(given)
}

function keptHalf(usual: readonly Interval[], offPart: DayException['part']): readonly Interval[] {
  if (offPart === undefined) return []
  const [low, high] = offPart === 'morning' ? [NOON, MINUTES_PER_DAY] : [0, NOON]
  return usual
    .map(({ start, end }) => ({ start: Math.max(start, low), end: Math.min(end, high) }))
    .filter(({ start, end }) => start < end)
}

function firstWorkingDay(week: DatedWeek | undefined): readonly Interval[] {
  const weekdays: Weekday[] = [1, 2, 3, 4, 5, 6, 7]
  for (const weekday of weekdays) {
    const intervals = week?.days[weekday] ?? []
    if (intervals.length > 0) return intervals
  }
  return []
}

/** Intervals in order, with touching ones joined: a closing instant is never also an opening one. */
function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = []
  for (const { start, end } of inOrder(intervals)) {
    const last = result.at(-1)
    if (last !== undefined && last.end === start) result[result.length - 1] = { start: last.start, end }
    else result.push({ start, end })
  }
  return result
}

function inOrder(intervals: readonly Interval[]): Interval[] {
  return intervals.toSorted((a, b) => a.start - b.start)
}

function openMinutes(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { start, end }) => sum + end - start, 0)
}
