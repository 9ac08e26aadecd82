import { WorktimeFault } from './fault.ts'

/** A date in Viet Nam, `yyyy-mm-dd`. */
export type LocalDate = string
/** Days since 1970-01-01 in Viet Nam. */
export type DayNumber = number
/** Minutes since 1970-01-01 00:00 in Viet Nam. */
export type LocalMinute = number
/** ISO weekday: 1 Monday … 7 Sunday (PostgreSQL `isodow`). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const MINUTES_PER_DAY = 1440

/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975, so a constant is exact for every date used here. */
const OFFSET_MINUTES = 420
const MS_PER_MINUTE = 60_000
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The local minute in which an instant (epoch ms) lies; seconds are dropped, as on the receipt slip. */
export function localMinuteOf(epochMs: number): LocalMinute {
  return Math.floor(epochMs / MS_PER_MINUTE) + OFFSET_MINUTES
}

/** The instant (epoch ms) at which a local minute begins. */
export function epochOf(minute: LocalMinute): number {
  return (minute - OFFSET_MINUTES) * MS_PER_MINUTE
}

/** The local day in which an instant (epoch ms) lies. */
export function dayOfEpoch(epochMs: number): DayNumber {
  return Math.floor(localMinuteOf(epochMs) / MINUTES_PER_DAY)
}

/** The instant (epoch ms) of a local date and a minute of that day (0–1440). */
export function instantOn(date: LocalDate, minuteOfDay: number): number {
  return epochOf(dayNumber(date) * MINUTES_PER_DAY + minuteOfDay)
}

/** ISO weekday of a day. */
export function weekdayOf(day: DayNumber): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 1
}

/** Reads `yyyy-mm-dd`; `worktime.bad-date` when it is not a day of the calendar. */
export function dayNumber(date: LocalDate): DayNumber {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (found === null) throw new WorktimeFault('worktime.bad-date', date)
  const day = dayNumberOf(Number(found[1]), Number(found[2]), Number(found[3]))
  if (localDate(day) !== date) throw new WorktimeFault('worktime.bad-date', date)
  return day
}

/** Writes a day as `yyyy-mm-dd`. */
export function localDate(day: DayNumber): LocalDate {
  const { year, month, dayOfMonth } = civilOf(day)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`
}

/** Day number of a Gregorian date, by counting years from 1 March so that the leap day comes last. */
export function dayNumberOf(year: number, month: number, dayOfMonth: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Gregorian year, month (1–12) and day of month of a day number. */
export function civilOf(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/**
 * The corresponding day some months later, or the last day of that month when it has no such day
 * (Civil Code 2015, Art. 148.3).
 */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const { year, month, dayOfMonth } = civilOf(day)
  const index = year * 12 + month - 1 + months
  const first = dayNumberOf(Math.floor(index / 12), (index % 12) + 1, 1)
  const next = dayNumberOf(Math.floor((index + 1) / 12), ((index + 1) % 12) + 1, 1)
  return Math.min(first + dayOfMonth, next) - 1
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
