import { compileCalendar, type DayException, type WorkCalendar, type WorkingWeek } from './calendar.ts'
import { publicHolidays } from './holiday.ts'
import { dayOfEpoch, instantOn, localDate, localMinuteOf } from './local-time.ts'

/** The commune of the mock-ups: eight hours a day, Monday to Friday, 07:30–11:30 and 13:00–17:00. */
export const OFFICE_WEEK: WorkingWeek = weekOf('2013-01-01', [hours('07:30', '11:30'), hours('13:00', '17:00')])

/** A calendar of the sample commune with the public holidays of its years. */
export function officeCalendar(
  options: { from?: string; to?: string; weeks?: WorkingWeek[]; days?: DayException[] } = {},
): WorkCalendar {
  const { from = '2018-01-01', to = '2029-12-31', weeks = [OFFICE_WEEK], days = [] } = options
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) => index)
  const holidays = years.flatMap(index => publicHolidays(Number(from.slice(0, 4)) + index))
  return compileCalendar({ weeks, days: [...holidays, ...days], from, to })
}

/** The same hours on Monday to Friday. */
export function weekOf(validFrom: string, intervals: { start: number; end: number }[]): WorkingWeek {
  return { validFrom, days: { 1: intervals, 2: intervals, 3: intervals, 4: intervals, 5: intervals } }
}

/** An interval from two clock times. */
export function hours(start: string, end: string): { start: number; end: number } {
  return { start: minutesOf(start), end: minutesOf(end) }
}

/** The instant (epoch ms) of a local time written `2026-11-17 14:05`. */
export function at(text: string): number {
  const [date = '', time = ''] = text.split(' ')
  return instantOn(date, minutesOf(time))
}

/** An instant (epoch ms) as `2026-11-17 14:05`. */
export function shown(epochMs: number): string {
  const inDay = localMinuteOf(epochMs) - dayOfEpoch(epochMs) * 1440
  return `${localDate(dayOfEpoch(epochMs))} ${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`
}

function minutesOf(time: string): number {
  const [hour = '', minute = ''] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
