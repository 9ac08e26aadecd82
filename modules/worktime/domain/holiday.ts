import type { DayException, Mark } from './calendar.ts'
import {
  HOLIDAY_DECISIONS,
  HOLIDAY_RULES,
  type HolidayCode,
  type HolidayDecision,
  type HolidayRule,
} from './holiday-rules.ts'
import { civilOf, dayNumber, dayNumberOf, localDate, weekdayOf, type DayNumber, type Weekday } from './local-time.ts'
import { solarOf } from './lunar.ts'

/** A public day off, or a day of weekly rest worked in exchange for another, with its reason. */
export type PublicHoliday = DayException & {
  kind: 'off' | 'make-up'
  code: HolidayCode | 'compensation' | 'swap'
  mark: Mark
}

const SWAP_NAME = 'Hoán đổi ngày làm việc'

/**
 * The public days off and make-up days of a solar year, in order of date, one entry a day. Days in weekly rest are
 * listed too, since an office that works on Saturdays needs them. Decisions override the rules they settle.
 * `weeklyRest` must leave a working day in the week.
 */
export function publicHolidays(
  year: number,
  options: {
    rules?: readonly HolidayRule[]
    decisions?: readonly HolidayDecision[]
    weeklyRest?: readonly Weekday[]
  } = {},
): PublicHoliday[] {
  const decisions = options.decisions ?? HOLIDAY_DECISIONS
  const rules = options.rules ?? HOLIDAY_RULES
  const weeklyRest = options.weeklyRest ?? [6, 7]
  const atRest = (day: DayNumber) => weeklyRest.includes(weekdayOf(day))
  const ruled = rules.flatMap(rule => (isSettled(rule.code, year, decisions) ? [] : daysOfRule(rule, year)))
  const decided = decisions.flatMap(decision => daysDecided(decision, rules, year))
  const days = new Map<DayNumber, PublicHoliday>()
  // What was decided goes before what was computed.
  for (const { day, entry } of [...decided, ...ruled]) if (!days.has(day)) days.set(day, entry)
  const lost = new Map(ruled.filter(item => item.compensated && atRest(item.day)).map(item => [item.day, item.entry]))
  for (const [restDay, holiday] of [...lost].toSorted(([a], [b]) => a - b)) {
    let day = restDay + 1
    while (days.has(day) || atRest(day)) day += 1
    days.set(day, compensation(day, holiday))
  }
  return [...days.entries()].toSorted(([a], [b]) => a - b).map(([, entry]) => entry)
}

type Ruled = { day: DayNumber; entry: PublicHoliday; compensated: boolean }

function isSettled(code: HolidayCode, year: number, decisions: readonly HolidayDecision[]): boolean {
  return decisions.some(({ settles }) => settles?.year === year && settles.codes.includes(code))
}

function daysOfRule(rule: HolidayRule, year: number): Ruled[] {
  const anchor = anchorOf(rule, year)
  if (anchor < dayNumber(rule.validFrom)) return []
  if (rule.validTo !== undefined && anchor > dayNumber(rule.validTo)) return []
  return (rule.onWeekday?.[weekdayOf(anchor)] ?? rule.offsets).map(offset => ({
    day: anchor + offset,
    entry: {
      date: localDate(anchor + offset),
      kind: 'off',
      name: rule.name,
      source: rule.source,
      code: rule.code,
      mark: rule.mark,
    },
    compensated: rule.compensated,
  }))
}

function anchorOf({ anchor }: HolidayRule, year: number): DayNumber {
  return anchor.calendar === 'solar'
    ? dayNumberOf(year, anchor.month, anchor.day)
    : dayNumber(solarOf({ year, month: anchor.month, day: anchor.day, leap: false }))
}

function daysDecided(
  decision: HolidayDecision,
  rules: readonly HolidayRule[],
  year: number,
): { day: DayNumber; entry: PublicHoliday }[] {
  const { source, mark } = decision
  const off = (decision.off ?? []).flatMap(({ from, to, code }) => {
    const name = rules.find(rule => rule.code === code)?.name ?? code
    return range(dayNumber(from), dayNumber(to)).map((day): PublicHoliday => ({
      date: localDate(day),
      kind: 'off',
      name,
      source,
      code,
      mark,
    }))
  })
  const swapped = (decision.swaps ?? []).flatMap((swap): PublicHoliday[] => [
    { date: swap.off, kind: 'off', name: SWAP_NAME, source, code: 'swap', mark },
    { date: swap.worked, kind: 'make-up', name: SWAP_NAME, source, code: 'swap', mark },
  ])
  return [...off, ...swapped]
    .map(entry => ({ day: dayNumber(entry.date), entry }))
    .filter(({ day }) => civilOf(day).year === year)
}

function compensation(day: DayNumber, holiday: PublicHoliday): PublicHoliday {
  return {
    date: localDate(day),
    kind: 'off',
    name: `Nghỉ bù ${holiday.name}`,
    source: day < dayNumber('2021-01-01') ? 'Bộ luật Lao động 2012, Điều 115.3' : 'Bộ luật Lao động 2019, Điều 111.3',
    code: 'compensation',
    mark: holiday.mark,
  }
}

function range(from: DayNumber, to: DayNumber): DayNumber[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
