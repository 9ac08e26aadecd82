import { openMinutesBetween, type WorkCalendar } from '@congso/worktime'
import type { Planned } from './plan-day.ts'
import { later } from './working-day.ts'

/** What is changed in a plan so that exactly the published number is open at the end: by the numbers of the dossiers. */
export type Settlement = { hurried: ReadonlySet<number>; delayed: ReadonlySet<number> }

/**
 * Looks through the whole plan once and decides what must end sooner or later than planned. Sooner: of those open at the end, the
 * ones with most time. Later: of those that ended last, first the ones promised only after the end. Holds no more than what it chooses from.
 */
export function settle(
  plan: Iterable<Planned>,
  end: number,
  pending: number | undefined,
  calendar: WorkCalendar,
): Settlement {
  const open: Planned[] = []
  let ended: Planned[] = []
  for (const one of plan) {
    if (one.finish > end) open.push(one)
    else if (pending !== undefined) {
      ended.push(one)
      if (ended.length > 4 * pending + 1000) ended = lastEnded(ended, end, pending)
    }
  }
  if (pending === undefined) return { hurried: new Set(), delayed: new Set() }
  const excess = open.length - pending
  const roomy = open.toSorted((a, b) => a.at - b.at).slice(0, Math.max(0, excess))
  const tight = roomy.find(one => openMinutesBetween(calendar, one.at, end) < leastMinutes)
  if (tight) throw new RangeError('so many dossiers of the last hour cannot end in the period')
  return { hurried: numbers(roomy), delayed: numbers(lastEnded(ended, end, Math.max(0, -excess))) }
}

/** The dossier with the end that the settlement gives it. */
export function settled(one: Planned, { hurried, delayed }: Settlement, end: number, calendar: WorkCalendar): Planned {
  if (hurried.has(one.no)) {
    const open = openMinutesBetween(calendar, one.at, end)
    return { ...one, finish: later(calendar, one.at, Math.min(open - 1, open * (0.6 + (one.no % 30) / 100))) }
  }
  if (delayed.has(one.no)) return { ...one, finish: Math.max(one.due, later(calendar, end, 60)) }
  return one
}

/** Time enough for every step of a dossier to have a minute of its own. */
const leastMinutes = 15

function lastEnded(ended: readonly Planned[], end: number, count: number): Planned[] {
  const promisedAfter = (one: Planned) => (one.due > end ? 1 : 0)
  return ended
    .toSorted((a, b) => promisedAfter(b) - promisedAfter(a) || b.finish - a.finish || a.no - b.no)
    .slice(0, count)
}

function numbers(list: readonly Planned[]): ReadonlySet<number> {
  return new Set(list.map(one => one.no))
}
