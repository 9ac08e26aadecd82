import { createQueue } from './queue.ts'

/** Something somebody does at a moment (epoch milliseconds). */
export type Act = {
  at: number
  /** Acts of one series (those that take numbers from one register) are done one after the other, in the order of time. */
  series?: string | undefined
  perform: (now: number) => Promise<void>
}

/** What happens to one thing, in its order: each act waits for the one before. */
export type Course = readonly Act[]

/** The courses that begin on one day, which starts at `from`. */
export type Day = { from: number; courses: Iterable<Course> }

export type Conduct = {
  /** Acts planned for later than this moment do not happen. */
  until: number
  /** How many acts may be under way at once. */
  lanes: number
  performed?: (at: number) => void
}

/**
 * Performs courses in the order of time, several at once where neither a thing nor a series binds them. Days are asked for one by
 * one, so that no more is held than what is under way. Returns how many acts were performed; the first failure ends it.
 */
export async function conduct(days: Iterable<Day>, { until, lanes, performed }: Conduct): Promise<number> {
  const waiting = createQueue<Waiting>((a, b) => a.at < b.at || (a.at === b.at && a.no < b.no))
  const series = new Map<string, Promise<void>>()
  const gate = createGate(lanes)
  let no = 0
  let count = 0
  const plan = (course: Course, index: number, after: Promise<void>) => {
    const act = course[index]
    if (act && act.at <= until) waiting.push({ at: act.at, no: (no += 1), act, course, index, after })
  }
  const start = ({ act, course, index, after }: Waiting) => {
    const bound = act.series === undefined ? undefined : series.get(act.series)
    const done = Promise.all([after, bound]).then(() => act.perform(act.at))
    if (act.series !== undefined) series.set(act.series, done)
    gate.hold(
      done.then(() => {
        count += 1
        performed?.(act.at)
      }),
    )
    plan(course, index + 1, done)
  }
  const performBefore = async (moment: number) => {
    for (let next = waiting.peek(); next && next.at < moment; next = waiting.peek()) {
      await gate.open()
      waiting.pop()
      start(next)
    }
  }
  for (const day of days) {
    await performBefore(day.from)
    for (const course of day.courses) plan(course, 0, Promise.resolve())
  }
  await performBefore(Infinity)
  await gate.empty()
  return count
}

type Waiting = { at: number; no: number; act: Act; course: Course; index: number; after: Promise<void> }

/** Lets so many through at once; a failure of one is told to whoever asks next. */
function createGate(most: number) {
  const inside = new Set<Promise<void>>()
  const failures: unknown[] = []
  const below = async (limit: number) => {
    while (inside.size >= limit) await Promise.race(inside)
    if (failures.length > 0) throw failures[0]
  }
  return {
    open: () => below(most),
    empty: () => below(1),
    hold(work: Promise<void>) {
      const held: Promise<void> = work.catch(error => void failures.push(error)).then(() => void inside.delete(held))
      inside.add(held)
    },
  }
}
