import { promisesSameDay, readDuration, sameDayUntilHour } from './duration-text.ts'
import type { Duration, TimeLimit, TimeUnit } from './record-shape.ts'
import { isAbsent } from './record-text.ts'

/**
 * Reads one published time value (`3 WORKING_DAY`, `15 ngày`, ` OTHER`, free words) with its description. A value with a
 * unit is taken as published; otherwise the words are read, and only when they state exactly one limit. Both texts stay.
 */
export function readTimeLimit(published: string, note: string): TimeLimit {
  const value = published.trim()
  const texts = { published: value, note }
  const exact = publishedDuration(value)
  if (exact)
    return {
      ...exact,
      reading: 'published',
      ...texts,
      ...sameDayOf(value, note, exact),
      ...contradictionOf(exact, note),
    }
  const words = wordsOf(value)
  const own = words === '' ? undefined : readDuration(words)
  const told = pointsToNote(words) ? readDuration(note) : undefined
  const read = own ?? (told && agrees(words, told) ? told : undefined)
  const day = sameDayOf(value, note, read)
  if (read) return { ...read, reading: 'read-from-text', ...texts, ...day }
  if (day.sameDay) return { amount: 1, unit: 'working-day', reading: 'read-from-text', ...texts, ...day }
  return { reading: 'unreadable', ...texts }
}

/** The words a screen shows for a limit that could not be read: the value without the portal's unit code, then the note. */
export function timeWords(limit: TimeLimit): string {
  const words = wordsOf(limit.published)
  const own = pointsToNote(words) ? '' : words
  return [own, limit.note].filter(text => text !== '').join('\n')
}

/** The portal's unit codes. Its HOUR is counted in working hours: long ones are multiples of eight (56, 176). */
const UNITS: ReadonlyMap<string, TimeUnit> = new Map([
  ['WORKING_DAY', 'working-day'],
  ['DAY', 'calendar-day'],
  ['ngày', 'calendar-day'],
  ['ngày làm việc', 'working-day'],
  ['HOUR', 'working-hour'],
  ['MONTH', 'month'],
  ['tháng', 'month'],
  ['YEAR', 'year'],
  ['năm', 'year'],
])

function publishedDuration(value: string): Duration | undefined {
  const match = /^(\d{1,4}(?:[.,]\d{1,2})?)\s+(\S.*)$/.exec(value)
  const unit = UNITS.get(match?.[2] ?? '')
  const amount = Number((match?.[1] ?? '').replace(',', '.'))
  return unit && amount > 0 ? { amount, unit } : undefined
}

function wordsOf(value: string): string {
  return (/(?:^|\s)OTHER$/.test(value) ? value.slice(0, -'OTHER'.length) : value).trim()
}

/** The value itself says nothing: a bare number without a unit, a dash, or a pointer to the description. */
function pointsToNote(words: string): boolean {
  return isAbsent(words) || /^(?:\d+(?:[.,]\d+)?|-|(?:theo|xem)(?: phần)? mô tả\.?)$/iu.test(words)
}

/** A bare 1 is what the portal prints when no number was entered; any other number must be the one the note gives. */
function agrees(words: string, told: Duration): boolean {
  const number = Number(words.replace(',', '.'))
  return !/^\d/.test(words) || number <= 1 || number === told.amount
}

/** A same-day promise stands beside a limit of at most one day; a longer one means it holds for a step or a case only. */
function sameDayOf(
  value: string,
  note: string,
  limit: Duration | undefined,
): Pick<TimeLimit, 'sameDay' | 'sameDayUntilHour'> {
  const text = [wordsOf(value), note].find(promisesSameDay)
  if (text === undefined || (limit && !withinDay(limit))) return {}
  const hour = sameDayUntilHour(text)
  return hour === undefined ? { sameDay: true } : { sameDay: true, sameDayUntilHour: hour }
}

function withinDay({ amount, unit }: Duration): boolean {
  return unit === 'working-hour' ? amount <= 8 : unit.endsWith('-day') && amount <= 1
}

/** "Nhận sau 15 giờ" was sometimes entered as a limit of 15 hours. */
function contradictionOf(exact: Duration, note: string): Pick<TimeLimit, 'contradiction'> {
  const hourOfDay = exact.unit === 'working-hour' && promisesSameDay(note) && sameDayUntilHour(note) === exact.amount
  const told = hourOfDay ? ({ amount: 1, unit: 'working-day' } as const) : readDuration(note)
  return told && (told.amount !== exact.amount || told.unit !== exact.unit) ? { contradiction: told } : {}
}
