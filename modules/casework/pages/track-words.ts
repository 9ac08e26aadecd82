import { inLang, type Lang, type ReplyOf } from '@congso/kernel/contract'
import { formatAmount, formatDateTime, formatDayMonth, formatWeekday } from '@congso/ui'
import type { track } from '../contract.ts'
import { amountOf } from './due-words.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

type Found = NonNullable<ReplyOf<typeof track>['found']>

/** What is happening with a dossier in one sentence, and what its citizen has to do. */
export function nowWords(found: Found, lang: Lang): { title: string; todo: string } {
  const { now, todo } = inLang(lang, vi, en).track
  if (found.state === 'returned' && found.returnedAt)
    return { title: now.returned(formatDateTime(found.returnedAt)), todo: todo.done }
  switch (found.state) {
    case 'awaiting-supplement':
      return { title: now.supplement, todo: todo.supplement }
    case 'awaiting-payment':
      return { title: now.payment, todo: todo.payment }
    case 'decided':
    case 'returned':
      return { title: now.ready, todo: todo[found.pickup] }
    case 'declined':
    case 'refused':
    case 'stopped':
      return { title: now[found.state], todo: todo.ask }
    case 'withdrawn':
      return { title: now.withdrawn, todo: todo.withdrawn }
    case 'accepted':
    case 'in-progress': {
      const signing = found.progress.some(one => one.phase === 'signing' && one.state === 'now')
      return {
        title: signing ? now.signing : now.checking(found.agencyName),
        todo: found.remaining.state === 'late' ? todo.late : todo.nothing,
      }
    }
  }
}

/** How the promise stands: `Đúng tiến độ, còn 5 ngày làm việc`; nothing once the result is there or the clock stands. */
export function promiseWords(found: Found, lang: Lang): string | undefined {
  const t = inLang(lang, vi, en).track
  const { remaining } = found
  if (remaining.state === 'hold' || remaining.state === 'done') return undefined
  const amount = amountOf(remaining)
  if (amount.days + amount.hours + amount.minutes === 0) return t.dueNow
  if (remaining.state === 'late') return t.late(formatAmount(amount, lang))
  // Whole days are enough for somebody who waits; hours count only on the last day.
  return t[remaining.state](
    amount.days > 0 ? t.working(formatAmount({ ...amount, hours: 0 }, lang)) : formatAmount(amount, lang),
  )
}

/** At most this many weekend days are named one by one. */
const namedDays = 6

/** The days that a promise does not count: `Không tính thứ Bảy, Chủ Nhật (21, 22/11) và ngày nghỉ 24/11.` */
export function skippedWords(skipped: Found['promise']['skipped'], lang: Lang): string | undefined {
  const t = inLang(lang, vi, en).track
  const weekend = skipped.filter(day => isWeekend(day.date))
  const holidays = skipped.filter(day => !isWeekend(day.date))
  const parts = [
    ...(weekend.length === 0
      ? []
      : [weekend.length > namedDays ? t.weekends : t.weekendDays(dayList(weekend.map(day => day.date)))]),
    ...(holidays.length === 0 ? [] : [t.holiday(dayList(holidays.map(day => day.date)))]),
  ]
  return parts.length === 0 ? undefined : t.skipped(parts.join(t.and))
}

/** Days of one month share its number: `21, 22, 28/11, 05/12`. */
function dayList(dates: readonly string[]): string {
  return dates
    .map((date, index) => {
      const next = dates[index + 1]
      const dayMonth = formatDayMonth(date)
      return next?.slice(0, 7) === date.slice(0, 7) ? dayMonth.slice(0, 2) : dayMonth
    })
    .join(', ')
}

function isWeekend(date: string): boolean {
  return ['Saturday', 'Sunday'].includes(formatWeekday(date, 'en'))
}
