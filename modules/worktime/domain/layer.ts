import type { WorkingWeek } from './calendar.ts'
import { dayNumber, localDate } from './local-time.ts'

/**
 * The weeks that hold for an agency, out of those of each calendar from the most general to its own. A nearer calendar rules from
 * the first day of its first week; until then the ones above it do, so that hours entered for a day to come close no day before it.
 */
export function weeksInForce<Week extends WorkingWeek>(layers: readonly (readonly Week[])[]): Week[] {
  let weeks: Week[] = []
  for (const layer of layers) {
    const first = layer.map(week => week.validFrom).toSorted()[0]
    if (first !== undefined) weeks = [...weeks.flatMap(week => endedBefore(week, first)), ...layer]
  }
  return weeks
}

function endedBefore<Week extends WorkingWeek>(week: Week, first: string): Week[] {
  if (week.validFrom >= first) return []
  if (week.validTo != null && week.validTo < first) return [week]
  return [{ ...week, validTo: localDate(dayNumber(first) - 1) }]
}
