import { seeded, type Random } from '@congso/directory/testing'
import type { Offer } from '@congso/procedures'
import { computeDeadline, openMinutesBetween, type CutOff, type WorkCalendar } from '@congso/worktime'
import { isOneOf } from './apportion.ts'
import type { Offered } from './offers.ts'
import { later, momentOf, type WorkingDay } from './working-day.ts'

/** A dossier as it is planned: when it comes, what for, by when it is promised and when it ends. */
export type Planned = {
  /** Its number among all of the scenario, from 0. */
  no: number
  at: number
  offered: Offered
  due: number
  /** When processing ends. */
  finish: number
  /** Open minutes from the end of processing until it is collected; null when nobody comes for it. */
  collectedAfter: number | null
  /** Whether it is filed online, where that was published. */
  online?: boolean
}

/** What every day is planned from. */
export type Setting = {
  seed: string
  calendar: WorkCalendar
  offered: readonly Offered[]
  lateShare: number
  /** Part of the dossiers that are filed online, 0..1; not planned when nothing was published. */
  onlineShare?: number
}

/**
 * The dossiers of one day in the order of time: the same ones whenever it is asked for, so that a year need not be remembered.
 * `first` is the number of the first, `count` how many come.
 */
export function planDay(setting: Setting, day: WorkingDay, first: number, count: number): Planned[] {
  const random = seeded(`${setting.seed}/${day.date}`)
  const minutes = Array.from({ length: count }, () => minuteOfReceipt(random, day.open)).toSorted((a, b) => a - b)
  const choices = setting.offered.map(
    one => [one, (one.procedure.weight * one.counter.weight) / weightOf(one)] as const,
  )
  return minutes.map((minute, index) => {
    const offered = random.weighted(choices)
    return planned(setting, random, { no: first + index, at: momentOf(setting.calendar, day.date, minute), offered })
  })
}

/** Most come in the morning, and nobody in the last quarter of an hour. */
function minuteOfReceipt(random: Random, open: number): number {
  const early = random.next() < 0.62
  return (early ? random.next() * 0.5 : 0.5 + random.next() * 0.5) * (open - 15)
}

/** A counter's weight is shared by all that is asked for there. */
function weightOf({ counter }: Offered): number {
  return counter.procedures.reduce((sum, procedure) => sum + procedure.weight, 0)
}

function planned(
  { calendar, lateShare, onlineShare }: Setting,
  random: Random,
  { no, at, offered }: Pick<Planned, 'no' | 'at' | 'offered'>,
): Planned {
  const due = promiseOf(offered.offer, at, calendar)
  const open = openMinutesBetween(calendar, at, due)
  const late = isOneOf(lateShare, no)
  const spent = late
    ? open + 40 + random.next() * 4 * 480
    : Math.min(open, Math.max(2, open * shareSpent(random, offered)))
  return {
    no,
    at,
    offered,
    due,
    finish: later(calendar, at, spent),
    collectedAfter: collected(random, offered),
    ...(onlineShare === undefined ? {} : { online: isOneOf(onlineShare, no) }),
  }
}

/** The part of the promised time that work takes: often half, sometimes all of it. What is done at the counter takes minutes. */
function shareSpent(random: Random, { procedure }: Offered): number {
  if (procedure.limit === 'same-day') return 0.04 + random.next() ** 2 * 0.5
  return random.next() < 0.8 ? 0.35 + random.next() * 0.5 : 0.85 + random.next() * 0.13
}

function collected(random: Random, { procedure }: Offered): number | null {
  if (random.next() < 0.015) return null
  return procedure.limit === 'same-day' ? 2 + random.next() * 30 : 10 + random.next() ** 2 * 5 * 480
}

/** The promise for a dossier received at a moment, by the same engine that will make it. */
export function promiseOf(
  offer: Pick<Offer, 'limit_amount' | 'limit_unit' | 'cut_off' | 'due_time'>,
  received: number,
  calendar: WorkCalendar,
): number {
  const cutOff = cutOffOf(offer.cut_off)
  return computeDeadline({
    received,
    calendar,
    amount: offer.limit_amount,
    unit: offer.limit_unit,
    dueTime: offer.due_time,
    ...(cutOff ? { cutOff } : {}),
  }).due
}

function cutOffOf(text: string): CutOff | undefined {
  if (text === '') return undefined
  if (text === 'none' || text === 'last-hour') return text
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return { minutes: hours * 60 + minutes }
}
