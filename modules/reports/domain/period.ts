import { localDate, readDate } from '@congso/kernel/contract'
import type { periodProblems } from '../contract.ts'

/** A report's period: local dates, both inclusive. */
export type Period = { from: string; to: string }
type Problem = (typeof periodProblems)[number]

/** Longer periods are no report any more, and their course no chart. */
const mostYears = 10

/** The period somebody asked for: from the first of the month, until today, unless they said otherwise; or what is wrong with it. */
export function readPeriod(
  asked: { from?: string | undefined; to?: string | undefined },
  now: number,
): { period: Period; problems: Problem[] } {
  const today = localDate(now)
  const usual = { from: firstOfMonth(today), to: today }
  const to = asked.to ? readDate(asked.to) : today
  const from = asked.from ? readDate(asked.from) : to && firstOfMonth(to)
  if (from === null || to === null) {
    const problems: Problem[] = []
    if (from === null && asked.from) problems.push('from')
    if (to === null) problems.push('to')
    return { period: usual, problems }
  }
  if (from > to) return { period: usual, problems: ['order'] }
  const latest = `${String(Number(from.slice(0, 4)) + mostYears).padStart(4, '0')}${from.slice(4)}`
  if (to >= latest) return { period: usual, problems: ['long'] }
  return { period: { from, to }, problems: [] }
}

/** The days of a month `2026-11` or a week `2026-W47` (Monday to Sunday), as lines of a report name them. */
export function daysOfPart(key: string): Period | null {
  const week = /^(\d{4})-W(\d{2})$/.exec(key)
  if (week) return daysOfWeek(Number(week[1]), Number(week[2]))
  const month = /^(\d{4})-(\d{2})$/.exec(key)
  if (!month) return null
  const last = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).toISOString().slice(0, 10)
  return { from: `${key}-01`, to: last }
}

/** Week 1 is the one with 4 January in it (ISO 8601). */
function daysOfWeek(year: number, week: number): Period {
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * 7 * 86_400_000
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  return { from: day(monday), to: day(monday + 6 * 86_400_000) }
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`
}
