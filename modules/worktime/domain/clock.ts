import type { WorkCalendar } from './calendar.ts'
import { computeDeadline, extendDue, type DeadlineRule, type TimeUnit } from './deadline.ts'
import { WorktimeFault } from './fault.ts'
import { localMinuteOf } from './local-time.ts'
import { addOpenMinutes, isOpenOrClosing, openMinutesBetween } from './open-time.ts'

/** What the end of a suspension does: the limit begins anew, or the promise moves by the working time suspended. */
export type AfterPause = 'restart' | 'pause-and-extend'

/** The limit of a procedure version and what a suspension does to it; `restart` unless the version says otherwise. */
export type ClockPolicy = DeadlineRule & { afterPause?: AfterPause }

/** A fact that touches the clock of a dossier; `at` is epoch ms. */
export type ClockEvent =
  | { at: number; kind: 'start' | 'pause' | 'restart' | 'stop' | 'finish' }
  /** `afterPause` is for a suspension whose law differs from the policy: a financial obligation, a single supplement. */
  | { at: number; kind: 'resume'; afterPause?: AfterPause }
  | { at: number; kind: 'extend'; by: { amount: number; unit: TimeUnit } }
  | { at: number; kind: 'extend'; until: number }

export type ClockState = 'idle' | 'running' | 'paused' | 'finished' | 'stopped'

/** A suspension since the last (re)start; `minutes` is the working time it took. */
export type ClockPause = { from: number; to: number; minutes: number }

export type Clock = {
  state: ClockState
  /** Receipt, or the event that began the limit anew, epoch ms. */
  startedAt: number | null
  /** The instant from which is counted, epoch ms. */
  start: number | null
  /** The promise; while paused the one that held when the clock stopped. */
  due: number | null
  /** Working minutes used since the last (re)start, suspensions left out, up to the last event. */
  consumedMinutes: number
  /** Suspensions completed since the last (re)start that moved the promise. */
  pauses: readonly ClockPause[]
  pausedMinutes: number
  /** Since when it is paused; kept when it ended while paused. */
  pausedSince: number | null
  restarts: number
  extensions: number
  /** When it was finished or stopped. */
  endedAt: number | null
  /** Once finished: working minutes before (positive) or after (negative) the promise. */
  marginMinutes: number | null
  /** Once finished: later than promised. Also true when no working minute lies between. */
  late: boolean
}

/** Which events a clock in a state accepts. Lateness forbids nothing: a late result must still be returned. */
export const CLOCK_EVENTS: Record<ClockState, readonly ClockEvent['kind'][]> = {
  idle: ['start'],
  running: ['pause', 'restart', 'extend', 'stop', 'finish'],
  paused: ['resume', 'restart', 'extend', 'stop', 'finish'],
  finished: [],
  stopped: [],
}

export const IDLE_CLOCK: Clock = {
  state: 'idle',
  startedAt: null,
  start: null,
  due: null,
  consumedMinutes: 0,
  pauses: [],
  pausedMinutes: 0,
  pausedSince: null,
  restarts: 0,
  extensions: 0,
  endedAt: null,
  marginMinutes: null,
  late: false,
}

/**
 * The clock after a list of events in order of time. Throws `worktime.clock-order` when an event precedes the one
 * before it and `worktime.clock-state` when the state does not accept it.
 */
export function foldClock(events: readonly ClockEvent[], policy: ClockPolicy, calendar: WorkCalendar): Clock {
  let clock = IDLE_CLOCK
  let last = -Infinity
  for (const event of events) {
    if (event.at < last) throw new WorktimeFault('worktime.clock-order', event.kind)
    last = event.at
    clock = applyClockEvent(clock, event, policy, calendar)
  }
  return clock
}

/** One more event on a clock; `worktime.clock-state` when its state does not accept it. */
export function applyClockEvent(clock: Clock, event: ClockEvent, policy: ClockPolicy, calendar: WorkCalendar): Clock {
  const { startedAt, start, due } = clock
  if (!CLOCK_EVENTS[clock.state].includes(event.kind)) throw refused(clock, event)
  if (event.kind === 'start') return begun(clock, event.at, policy, calendar)
  if (startedAt === null || start === null || due === null) throw refused(clock, event)
  if (event.kind === 'restart') return restarted(clock, event.at, policy, calendar)
  const counted = { ...clock, startedAt, start, due, consumedMinutes: consumedAt(clock, event.at, calendar) }
  switch (event.kind) {
    case 'pause':
      return { ...counted, state: 'paused', pausedSince: event.at }
    case 'resume':
      return (event.afterPause ?? policy.afterPause ?? 'restart') === 'restart'
        ? restarted(clock, event.at, policy, calendar)
        : resumed(counted, event.at, calendar)
    case 'extend':
      return { ...counted, due: extended(due, event, calendar), extensions: clock.extensions + 1 }
    case 'stop':
      return { ...counted, state: 'stopped', endedAt: event.at }
    default:
      return finished(counted, event.at, calendar)
  }
}

/** Working minutes used up to an instant (epoch ms), suspensions left out. */
export function consumedAt(clock: Clock, now: number, calendar: WorkCalendar): number {
  if (clock.start === null) return 0
  const until = Math.min(now, clock.pausedSince ?? clock.endedAt ?? now)
  return Math.max(0, openMinutesBetween(calendar, clock.start, until) - clock.pausedMinutes)
}

type Counted = Clock & { startedAt: number; start: number; due: number }

function begun(clock: Clock, at: number, policy: ClockPolicy, calendar: WorkCalendar): Clock {
  const { start, due } = computeDeadline({ ...policy, received: at, calendar })
  return { ...IDLE_CLOCK, state: 'running', startedAt: at, start, due, restarts: clock.restarts }
}

/** From zero: nothing of what was used, suspended or granted before still counts. */
function restarted(clock: Clock, at: number, policy: ClockPolicy, calendar: WorkCalendar): Clock {
  return { ...begun(clock, at, policy, calendar), restarts: clock.restarts + 1 }
}

function resumed(clock: Counted, at: number, calendar: WorkCalendar): Clock {
  const from = clock.pausedSince ?? at
  const minutes = openMinutesBetween(calendar, Math.max(from, clock.start), at)
  return {
    ...clock,
    state: 'running',
    due: minutes === 0 ? clock.due : addOpenMinutes(calendar, clock.due, minutes),
    pauses: [...clock.pauses, { from, to: at, minutes }],
    pausedMinutes: clock.pausedMinutes + minutes,
    pausedSince: null,
  }
}

function extended(due: number, event: Extract<ClockEvent, { kind: 'extend' }>, calendar: WorkCalendar): number {
  if ('by' in event) return extendDue(calendar, due, event.by.amount, event.by.unit)
  // A new promise must be later than the old one and fall in working time.
  if (event.until <= due || !isOpenOrClosing(calendar, event.until)) {
    throw new WorktimeFault('worktime.bad-date', `extension to ${event.until}`)
  }
  return event.until
}

/** Waiting is never held against the office: what is finished while paused is measured at the moment of the pause. */
function finished(clock: Counted, at: number, calendar: WorkCalendar): Clock {
  const measured = clock.pausedSince ?? at
  const late = localMinuteOf(measured) > localMinuteOf(clock.due)
  const marginMinutes = late
    ? -openMinutesBetween(calendar, clock.due, measured)
    : openMinutesBetween(calendar, measured, clock.due)
  return { ...clock, state: 'finished', endedAt: at, marginMinutes, late }
}

function refused(clock: Clock, event: ClockEvent): WorktimeFault {
  return new WorktimeFault('worktime.clock-state', `${event.kind} while ${clock.state}`)
}
