import { addDays } from '@congso/kernel/contract'

/**
 * The days on which something holds: from `validFrom` up to, not including, `validTo`; null means until further notice.
 * Dates are `yyyy-mm-dd`, which sort as text. "Đến hết ngày 25/11" on a form is `validTo` 26/11 here.
 */
export type Period = { readonly validFrom: string; readonly validTo: string | null }

const forever = '9999-12-31'

/** Whether the date lies in the period. */
export function isWithin(period: Period, date: string): boolean {
  return period.validFrom <= date && date < endOf(period)
}

/** Whether the period has at least one day. */
export function hasDays(period: Period): boolean {
  return period.validFrom < endOf(period)
}

/** The days both periods share; null when there is none. */
export function sharedDays(a: Period, b: Period): Period | null {
  const validFrom = a.validFrom > b.validFrom ? a.validFrom : b.validFrom
  const end = endOf(a) < endOf(b) ? a.validTo : b.validTo
  const shared = { validFrom, validTo: end }
  return hasDays(shared) ? shared : null
}

/** The first day of `whole` that none of the `parts` holds; null when together they hold all of it. */
export function firstGap(whole: Period, parts: readonly Period[]): string | null {
  const sorted = parts.filter(hasDays).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  let covered = whole.validFrom
  for (const part of sorted) {
    if (covered >= endOf(whole)) break
    if (part.validFrom > covered) return covered
    if (endOf(part) > covered) covered = endOf(part)
  }
  return covered < endOf(whole) ? covered : null
}

/** The dates at which a period begins or ends, the end being the first day without it. */
export function boundaries(period: Period): string[] {
  return period.validTo === null ? [period.validFrom] : [period.validFrom, period.validTo]
}

/** The last day of the period, as forms show it; null when it is open. */
export function lastDay(period: Period): string | null {
  return period.validTo === null ? null : addDays(period.validTo, -1)
}

function endOf(period: Period): string {
  return period.validTo ?? forever
}
