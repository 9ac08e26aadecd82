import { type Texts, textsVi } from './texts.vi.ts'
import { textsEn } from './texts.en.ts'

/** A moment as milliseconds since the epoch, an ISO 8601 instant, or a plain date `yyyy-mm-dd`. */
export type Moment = number | string | Date

/** A length of working time as the deadline engine counts it. `late` says that it has run over. */
export type Remaining = { days: number; hours: number; minutes: number; late: boolean }

type Lang = 'vi' | 'en'
type Parts = { year: number; month: number; day: number; second: number }

/** Vietnam has had one offset and no summer time since 1975 (Asia/Ho_Chi_Minh, UTC+7). */
const offsetMs = 7 * 3_600_000
const dayMs = 86_400_000
const nbsp = '\u00a0'

/** `19/11/2026`. */
export function formatDate(moment: Moment): string {
  const p = parts(moment)
  return `${two(p.day)}/${two(p.month)}/${p.year}`
}

/** `19/11`, for lists. */
export function formatDayMonth(moment: Moment): string {
  const p = parts(moment)
  return `${two(p.day)}/${two(p.month)}`
}

/** `09:42`. */
export function formatTime(moment: Moment): string {
  const minute = Math.floor((epoch(moment) + offsetMs - dayNumber(moment) * dayMs) / 60_000)
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** `09:42:07`, for signatures and refusals. */
export function formatTimeSeconds(moment: Moment): string {
  return `${formatTime(moment)}:${two(parts(moment).second)}`
}

/** `09:42 19/11/2026`. */
export function formatDateTime(moment: Moment): string {
  return `${formatTime(moment)}${nbsp}${formatDate(moment)}`
}

/** `14:20 17/11`, for lists. */
export function formatTimeDayMonth(moment: Moment): string {
  return `${formatTime(moment)}${nbsp}${formatDayMonth(moment)}`
}

/** `Thứ Năm` or `Thursday`. */
export function formatWeekday(moment: Moment, lang: Lang = 'vi'): string {
  return words(lang).weekdays[weekday(moment)] ?? ''
}

/** `T5` or `Thu`, for narrow cells. */
export function formatWeekdayShort(moment: Moment, lang: Lang = 'vi'): string {
  return words(lang).weekdaysShort[weekday(moment)] ?? ''
}

/** A promise always names its weekday: `14:05 Thứ Sáu, 27/11/2026`. */
export function formatPromise(moment: Moment, lang: Lang = 'vi'): string {
  return `${formatTime(moment)} ${formatWeekday(moment, lang)}, ${formatDate(moment)}`
}

/** `Thứ Năm, 19/11/2026`. */
export function formatLongDate(moment: Moment, lang: Lang = 'vi'): string {
  return `${formatWeekday(moment, lang)}, ${formatDate(moment)}`
}

/** `Hôm nay`, `Hôm qua`, `Ngày mai`, otherwise the weekday within six days, otherwise the date. */
export function formatRelativeDay(moment: Moment, now: Moment, lang: Lang = 'vi'): string {
  const distance = dayNumber(moment) - dayNumber(now)
  const t = words(lang)
  if (distance === 0) return t.today
  if (distance === -1) return t.yesterday
  if (distance === 1) return t.tomorrow
  return Math.abs(distance) <= 6 ? formatWeekday(moment, lang) : formatDate(moment)
}

/** Whether two moments fall on the same day in Vietnam. */
export function sameDay(one: Moment, other: Moment): boolean {
  return dayNumber(one) === dayNumber(other)
}

/** The `yyyy-mm-dd` that this moment falls on in Vietnam. */
export function toIsoDate(moment: Moment): string {
  const p = parts(moment)
  return `${p.year}-${two(p.month)}-${two(p.day)}`
}

/** `1.234,5`. `digits` fixes the number of decimals; without it at most three are shown. */
export function formatNumber(value: number, digits?: number): string {
  const text = digits === undefined ? String(Math.round(value * 1000) / 1000) : value.toFixed(digits)
  const [whole = '0', fraction] = text.replace('-', '').split('.')
  const sign = value < 0 && /[1-9]/.test(text) ? '-' : ''
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return `${sign}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** `15.000 đ`; money is whole đồng and never breaks from its unit. */
export function formatMoney(dong: number | bigint): string {
  const whole = BigInt(typeof dong === 'number' ? Math.round(dong) : dong)
  return `${whole.toString().replace(/\B(?=(\d{3})+(?!\d))/g, '.')}${nbsp}đ`
}

/** `97,1 %` of a share between 0 and 1. */
export function formatShare(share: number, digits = 1): string {
  return `${formatNumber(share * 100, digits)}${nbsp}%`
}

/** `1,4 MB` of a size in bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes}${nbsp}B`
  const units = ['KB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length, Math.floor(Math.log(bytes) / Math.log(1024)))
  const amount = bytes / 1024 ** power
  return `${formatNumber(amount, amount < 10 ? 1 : 0)}${nbsp}${units[power - 1]}`
}

/** `5 ngày 2 giờ`, `3 giờ 02 phút`, `33 phút`: days and hours from one working day up, hours and minutes below. */
export function formatAmount(amount: Pick<Remaining, 'days' | 'hours' | 'minutes'>, lang: Lang = 'vi'): string {
  const t = words(lang)
  const { days, hours, minutes } = amount
  if (days > 0) return [t.days(formatNumber(days)), hours > 0 ? t.hours(String(hours)) : ''].filter(Boolean).join(' ')
  if (hours > 0) return [t.hours(String(hours)), minutes > 0 ? t.minutes(two(minutes)) : ''].filter(Boolean).join(' ')
  return t.minutes(String(minutes))
}

/** `Còn 5 ngày 2 giờ`, `Quá 1 ngày 4 giờ`, or `Đến hạn` when nothing is left and nothing is over. */
export function formatRemaining(remaining: Remaining, lang: Lang = 'vi'): string {
  const t = words(lang)
  if (remaining.days + remaining.hours + remaining.minutes === 0) return t.dueNow
  return remaining.late ? t.over(formatAmount(remaining, lang)) : t.left(formatAmount(remaining, lang))
}

/** `Xong trước hạn 6 giờ` or `Xong sau hạn 1 ngày`. */
export function formatFinished(margin: Remaining, lang: Lang = 'vi'): string {
  const t = words(lang)
  return margin.late ? t.finishedLate(formatAmount(margin, lang)) : t.early(formatAmount(margin, lang))
}

/** Numbers of a page of rows: `1–32`. */
export function formatRange(from: number, to: number): string {
  return `${formatNumber(from)}–${formatNumber(to)}`
}

function parts(moment: Moment): Parts {
  const shifted = new Date(epoch(moment) + offsetMs)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    second: shifted.getUTCSeconds(),
  }
}

function epoch(moment: Moment): number {
  if (typeof moment === 'number') return moment
  if (moment instanceof Date) return moment.getTime()
  // A bare date is a day in Vietnam, not midnight in London.
  return Date.parse(moment.length === 10 ? `${moment}T00:00:00+07:00` : moment)
}

function dayNumber(moment: Moment): number {
  return Math.floor((epoch(moment) + offsetMs) / dayMs)
}

/** 0 is Sunday; the epoch began on a Thursday. */
function weekday(moment: Moment): number {
  return (((dayNumber(moment) + 4) % 7) + 7) % 7
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

function words(lang: Lang): Texts {
  return lang === 'en' ? textsEn : textsVi
}
