import type { DayException, WorkCalendar } from './calendar.ts'
import type { Clock, ClockPause, ClockPolicy } from './clock.ts'
import { computeDeadline, type Deadline, type DeadlineInput, type TimeUnit } from './deadline.ts'
import { WorktimeFault } from './fault.ts'
import {
  dayNumber,
  dayOfEpoch,
  localDate,
  localMinuteOf,
  MINUTES_PER_DAY,
  weekdayOf,
  type DayNumber,
  type LocalDate,
  type Weekday,
} from './local-time.ts'
import { openOffset, planAt } from './open-time.ts'

/**
 * One day of the strip. `received`, `start` (first day of counting when it is not the day of receipt) and `due` name
 * the day's part in the story; `weekend` is weekly rest, `holiday` any other day off, `make-up` a rest day worked.
 */
export type ExplainedDay = {
  date: LocalDate
  weekday: Weekday
  kind: 'received' | 'start' | 'counted' | 'weekend' | 'holiday' | 'make-up' | 'due' | 'paused'
  /**
   * How much of the limit has passed by the end of the day, in its own unit (hours for hours, calendar days for months
   * and years); the day of the promise shows the whole amount. Absent on days that are not counted.
   */
  count?: number
  /** Working minutes of the span on this day, suspensions left out. */
  minutes: number
  /** Receipt or promise, epoch ms, on the day it happens. */
  receivedAt?: number
  dueAt?: number
  /** The holiday, swap or changed hours of the day. */
  name?: string
  source?: string
}

export type SkippedDay = { date: LocalDate; kind: 'weekend' | 'holiday' | 'paused'; name?: string; source?: string }

export type Explanation = {
  days: ExplainedDay[]
  reason: {
    rule: { amount: number; unit: TimeUnit; dueTime: Deadline['dueTime'] }
    received: number
    start: number
    startReason: Deadline['startReason']
    due: number
    rolledFrom: LocalDate | null
    skipped: SkippedDay[]
    makeUps: { date: LocalDate; name: string; source: string }[]
    pausedMinutes: number
    restarts: number
    extensions: number
  }
}

export type ExplainedWeek = {
  from: LocalDate
  to: LocalDate
  /** Count at the end of the week. */
  count: number | null
  days: ExplainedDay[]
  /** May be drawn as one box: a long strip, and nothing in this week but counted days and rest. */
  collapsed: boolean
}

const LONG_STRIP = 15

/** The promise of `computeDeadline`, day by day and as a structured reason; language-neutral. */
export function explainDeadline(input: DeadlineInput): Explanation {
  return explained({ input, deadline: computeDeadline(input), pauses: [], restarts: 0, extensions: 0 })
}

/** The promise of a clock that has begun, with its suspensions and extensions since the last restart. */
export function explainClock(clock: Clock, policy: ClockPolicy, calendar: WorkCalendar): Explanation {
  const { startedAt, due, pauses, restarts, extensions } = clock
  if (startedAt === null || due === null) throw new WorktimeFault('worktime.clock-state', clock.state)
  const input = { ...policy, received: startedAt, calendar }
  const first = computeDeadline(input)
  const deadline = { ...first, due, rolledFrom: due === first.due ? first.rolledFrom : null }
  return explained({ input, deadline, pauses, restarts, extensions })
}

/** The strip by calendar weeks, Monday first. Over 15 days whole uneventful weeks collapse, but never today's. */
export function groupWeeks(days: readonly ExplainedDay[], today?: LocalDate): ExplainedWeek[] {
  const weeks = Map.groupBy(days, day => dayNumber(day.date) - day.weekday)
  return [...weeks.values()].map(week => ({
    from: week[0]?.date ?? '',
    to: week.at(-1)?.date ?? '',
    count: week.findLast(day => day.count !== undefined)?.count ?? null,
    days: week,
    collapsed: days.length > LONG_STRIP && week.every(day => isPlain(day) && day.date !== today),
  }))
}

type Story = {
  input: DeadlineInput
  deadline: Deadline
  pauses: readonly ClockPause[]
  restarts: number
  extensions: number
}

function explained(story: Story): Explanation {
  const { input, deadline, pauses, restarts, extensions } = story
  const first = dayOfEpoch(input.received)
  const last = dayOfEpoch(deadline.due)
  const days: ExplainedDay[] = []
  let counted = 0
  for (let day = first; day <= last; day++) {
    const told = tellDay(story, day, first, last)
    const share = countOf(story, told, day)
    counted += share
    const whole = day === last && deadline.rolledFrom === null && extensions === 0 && isInUnit(input)
    if (share > 0) told.count = whole ? input.amount : Math.round(counted * 100) / 100
    days.push(told)
  }
  return {
    days,
    reason: {
      rule: { amount: input.amount, unit: input.unit, dueTime: deadline.dueTime },
      received: input.received,
      start: deadline.start,
      startReason: deadline.startReason,
      due: deadline.due,
      rolledFrom: deadline.rolledFrom,
      skipped: days.flatMap(skippedDay),
      makeUps: days.flatMap(day => madeUp(day, input.calendar)),
      pausedMinutes: pauses.reduce((sum, pause) => sum + pause.minutes, 0),
      restarts,
      extensions,
    },
  }
}

/** For months and years days are counted, and an extension may be in another unit: the amount is then no day's count. */
function isInUnit({ unit }: DeadlineInput): boolean {
  return unit === 'working-day' || unit === 'working-hour' || unit === 'calendar-day'
}

function tellDay(story: Story, day: DayNumber, first: DayNumber, last: DayNumber): ExplainedDay {
  const { input, deadline } = story
  const { calendar } = input
  const exception = calendar.exceptions.get(day)
  const opened = openWithin(calendar, day, deadline.start, deadline.due)
  const minutes = opened - pausedOn(story, day)
  const told: ExplainedDay = {
    date: localDate(day),
    weekday: weekdayOf(day),
    kind: restKind(calendar, day, exception),
    minutes,
  }
  if (exception !== undefined && exception.kind !== 'normal') {
    told.name = exception.name
    told.source = exception.source
  }
  if (opened > 0 && minutes === 0) told.kind = 'paused'
  if (day === dayOfEpoch(deadline.start)) told.kind = 'start'
  if (day === first) {
    told.kind = 'received'
    told.receivedAt = input.received
  }
  if (day === last) {
    told.kind = 'due'
    told.dueAt = deadline.due
  }
  return told
}

function restKind(calendar: WorkCalendar, day: DayNumber, exception: DayException | undefined): ExplainedDay['kind'] {
  const worked = openOn(calendar, day) > 0
  if (exception?.kind === 'make-up' && worked) return 'make-up'
  if (worked) return 'counted'
  return exception?.kind === 'off' ? 'holiday' : 'weekend'
}

/** What the day adds to the count, in the unit of the limit. */
function countOf({ input, deadline, pauses }: Story, told: ExplainedDay, day: DayNumber): number {
  const startDay = dayOfEpoch(deadline.start)
  const { unit, amount, calendar } = input
  if (unit === 'same-day' || amount === 0) return 0
  if (unit === 'working-hour') return told.minutes / 60
  if (day <= startDay) return told.kind === 'due' ? amount : 0
  if (unit !== 'working-day') {
    return told.kind !== 'paused' && (deadline.rolledFrom === null || told.date <= deadline.rolledFrom) ? 1 : 0
  }
  const open = openOn(calendar, day)
  return open === 0 ? 0 : 1 - pausedOn({ input, deadline, pauses }, day) / open
}

function pausedOn({ input, deadline, pauses }: Pick<Story, 'input' | 'deadline' | 'pauses'>, day: DayNumber): number {
  return pauses.reduce(
    (sum, pause) => sum + openWithin(input.calendar, day, Math.max(pause.from, deadline.start), pause.to),
    0,
  )
}

/** Open minutes of a day that lie between two instants (epoch ms). */
function openWithin(calendar: WorkCalendar, day: DayNumber, from: number, to: number): number {
  const plan = planAt(calendar, day - calendar.from)
  const midnight = day * MINUTES_PER_DAY
  const before = (at: number) => openOffset(plan, Math.min(MINUTES_PER_DAY, localMinuteOf(at) - midnight))
  return Math.max(0, before(to) - before(from))
}

function openOn(calendar: WorkCalendar, day: DayNumber): number {
  return planAt(calendar, day - calendar.from).open
}

function skippedDay({ date, kind, count, name, source }: ExplainedDay): SkippedDay[] {
  if (count !== undefined || (kind !== 'weekend' && kind !== 'holiday' && kind !== 'paused')) return []
  return [{ date, kind, ...(name === undefined ? {} : { name }), ...(source === undefined ? {} : { source }) }]
}

function madeUp({ date, kind }: ExplainedDay, calendar: WorkCalendar): Explanation['reason']['makeUps'] {
  const exception = calendar.exceptions.get(dayNumber(date))
  if (exception?.kind !== 'make-up' || kind === 'received') return []
  return [{ date, name: exception.name, source: exception.source }]
}

function isPlain({ kind }: ExplainedDay): boolean {
  return kind === 'counted' || kind === 'weekend' || kind === 'holiday' || kind === 'make-up'
}
