import { inLang, type Lang, type Static } from '@congso/kernel/contract'
import {
  type DayCell,
  Disclosure,
  Facts,
  formatDate,
  formatDayMonth,
  formatNumber,
  formatPromise,
  formatTime,
  formatTimeDayMonth,
  formatWeekday,
  formatWeekdayShort,
  toIsoDate,
  usePage,
} from '@congso/ui'
import type { PromiseView } from '../contract.ts'
import { en } from './dossier-promise-texts.en.ts'
import { vi } from './dossier-promise-texts.vi.ts'
import { limitWords } from './due-words.tsx'

type Promised = Static<typeof PromiseView>
type Day = Promised['days'][number]

/** A promise as a strip of days, seen on a date (`yyyy-mm-dd`): what is over, today, what does not count. */
export function stripOf(promise: Promised, receivedAt: string, today: string, lang: Lang): DayCell[] {
  const t = inLang(lang, vi, en)
  return promise.days.map((day): DayCell => {
    if (day.kind === 'week') {
      const to = day.name ?? day.date
      const date =
        day.date.slice(5, 7) === to.slice(5, 7)
          ? `${day.date.slice(8)}–${formatDayMonth(to)}`
          : `${formatDayMonth(day.date)}–${formatDayMonth(to)}`
      return {
        state: to < today ? 'done' : 'plain',
        top: t.week,
        date,
        ...(day.count === undefined ? {} : { note: t.upTo(countWords(day, promise, lang)) }),
      }
    }
    const cell = { top: formatWeekdayShort(day.date, lang), date: formatDayMonth(day.date) }
    if (day.kind === 'received') return { ...cell, state: 'start', note: t.received, sub: formatTime(receivedAt) }
    if (day.kind === 'due') return { ...cell, state: 'due', note: t.due, sub: formatTime(promise.dueAt) }
    if (day.kind === 'weekend') return { ...cell, state: 'off', note: t.off }
    if (day.kind === 'holiday') return { ...cell, state: 'off', note: t.holiday }
    if (day.kind === 'paused') return { ...cell, state: 'off', note: t.paused }
    const counted = day.count === undefined ? t.start : countWords(day, promise, lang)
    if (day.date === today) return { ...cell, state: 'now', note: t.today, sub: counted }
    return {
      ...cell,
      state: day.date < today ? 'done' : 'plain',
      note: counted,
      ...(day.kind === 'make-up' ? { sub: t.makeUp } : {}),
    }
  })
}

/** The strip in one sentence, for who does not see it. */
export function stripLabel(promise: Promised, receivedAt: string, lang: Lang): string {
  return inLang(lang, vi, en).stripLabel(
    limitWords(promise.amount, promise.unit, lang),
    formatDate(receivedAt),
    formatDate(promise.dueAt),
  )
}

/** Why the promise is this day, in sentences, without its question. */
export function whyWords(promise: Promised, receivedAt: string, decision: string, lang: Lang): string {
  const t = inLang(lang, vi, en)
  const from = t.limitFrom(
    limitWords(promise.amount, promise.unit, lang),
    decision === '' ? '' : t.decision(decision),
    formatTimeDayMonth(receivedAt),
  )
  if (promise.calendarChanged) return `${from} ${t.calendarChanged}`
  const skipped = skippedNames(promise, lang)
  return skipped === '' ? from : `${from} ${t.notCounted(skipped)}`
}

/** `3 ngày làm việc: 20, 23 và 25/11. Nghỉ 21, 22 và lễ 24/11.`: a promise for who makes it. */
export function promiseLine(promise: Promised, lang: Lang): string {
  const t = inLang(lang, vi, en)
  const limit = limitWords(promise.amount, promise.unit, lang)
  const counted = promise.days.filter(day => day.count !== undefined).map(day => day.date)
  const whole =
    promise.unit === 'working-day' && counted.length <= fewDays && promise.days.every(day => day.kind !== 'week')
  const first =
    whole && counted.length > 0 ? t.countedOn(limit, shortDates(counted, t.and)) : t.limitOnly(capital(limit))
  const weekends = promise.skipped.filter(day => day.name === '').map(day => day.date)
  const holidays = promise.skipped.filter(day => day.name !== '').map(day => day.date)
  const parts = [
    ...(weekends.length === 0
      ? []
      : [
          weekends.length <= fewDays
            ? shortDates(weekends, holidays.length > 0 ? ', ' : t.and, holidays.length > 0 ? holidays[0] : undefined)
            : t.weekends(formatNumber(weekends.length)),
        ]),
    ...(holidays.length === 0 ? [] : [t.holidays(shortDates(holidays, t.and))]),
  ]
  return parts.length === 0 ? first : `${first} ${t.rest(parts.join(t.and))}`
}

/** Every day of a promise with what it counts for, closed until somebody asks. */
export function CountedDays({ promise, receivedAt, label }: { promise: Promised; receivedAt: string; label: string }) {
  const { lang } = usePage()
  const items = promise.days.map(day => ({
    label:
      day.kind === 'week'
        ? `${formatDayMonth(day.date)}–${formatDayMonth(day.name ?? day.date)}`
        : `${formatWeekdayShort(day.date, lang)} ${formatDayMonth(day.date)}`,
    value: dayWords(day, promise, receivedAt, lang),
  }))
  return (
    <Disclosure summary={label}>
      <Facts items={items} />
      <p class="num">{formatPromise(promise.dueAt, lang)}</p>
    </Disclosure>
  )
}

/** The day, in Vietnam, that a strip is looked at from: today, or the day processing ended. */
export function seenOn(now: number, finishedAt: string | null): string {
  return toIsoDate(finishedAt ?? now)
}

/** The promise as a person says it: `14:05 · Thứ Sáu, 27/11/2026`. */
export function promiseMoment(at: string, lang: Lang): string {
  return `${formatTime(at)} · ${formatWeekday(at, lang)}, ${formatDate(at)}`
}

const fewDays = 6

function dayWords(day: Day, promise: Promised, receivedAt: string, lang: Lang): string {
  const t = inLang(lang, vi, en)
  const counted = day.count === undefined ? '' : countWords(day, promise, lang)
  if (day.kind === 'week') return t.upTo(counted)
  if (day.kind === 'received') return t.receivedAt(formatTime(receivedAt))
  if (day.kind === 'due') return [counted, t.dueAt(formatTime(promise.dueAt))].filter(Boolean).join(' · ')
  if (day.kind === 'weekend') return t.weekend
  if (day.kind === 'holiday') return t.holidayNamed(day.name ?? t.holiday)
  if (day.kind === 'paused') return t.pausedDay
  if (day.kind === 'make-up') return t.makeUpDay(counted, day.name ?? '')
  return counted === '' ? t.start : counted
}

function countWords(day: Day, promise: Promised, lang: Lang): string {
  const t = inLang(lang, vi, en)
  const count = formatNumber(day.count ?? 0)
  return promise.unit === 'working-hour' ? t.hour(count) : t.day(count)
}

/** `Thứ Bảy, Chủ nhật và Ngày Văn hóa Việt Nam 24/11`: weekly rest by the names of its days, holidays by name and date. */
function skippedNames({ skipped }: Promised, lang: Lang): string {
  const t = inLang(lang, vi, en)
  const weekdays = [
    ...new Set(skipped.filter(day => day.name === '').map(day => new Date(`${day.date}T00:00:00Z`).getUTCDay())),
  ].toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
  const named = Map.groupBy(
    skipped.filter(day => day.name !== ''),
    day => day.name,
  )
  const names = [
    ...weekdays.map(day => t.weekdays[day] ?? ''),
    ...[...named].map(
      ([name, days]) =>
        `${name} ${shortDates(
          days.map(day => day.date),
          t.and,
        )}`,
    ),
  ]
  return joined(names, t.and)
}

/** `20, 23 và 25/11`: the month once for the days that share it; `before` is a date said right after. */
function shortDates(dates: readonly string[], and: string, before?: string): string {
  const words = dates.map((date, index) => {
    const next = dates[index + 1] ?? before
    return next?.slice(0, 7) === date.slice(0, 7) ? date.slice(8) : formatDayMonth(date)
  })
  return joined(words, and)
}

function joined(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${and}${words.at(-1)}`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
