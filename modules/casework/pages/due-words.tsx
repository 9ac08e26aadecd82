import { inLang, type Lang } from '@congso/kernel/contract'
import {
  Due,
  DueCell,
  formatAmount,
  formatDayMonth,
  formatFinished,
  formatRemaining,
  formatRelativeDay,
  formatTime,
  formatTimeDayMonth,
  formatWeekday,
  sameDay,
  Tag,
  usePage,
} from '@congso/ui'
import type { TagState } from '@congso/ui'
import type { ComponentChildren } from 'preact'
import type { channels, DossierRow, pickups, Remaining } from '../contract.ts'
import { en } from './due-texts.en.ts'
import { vi } from './due-texts.vi.ts'

type State = DossierRow['state']

/** Why a clock stands still, when the caller knows it. `since` is a moment. */
export type Pause = { state: State; since?: string | undefined }

/** `Còn 5 ngày 2 giờ`, `Quá 1 ngày 4 giờ`, `Tạm dừng, chờ bổ sung từ 17/11`, `Xong trước hạn 6 giờ`: working time as words. */
export function remainingWords(remaining: Remaining, lang: Lang, pause?: Pause): string {
  const t = inLang(lang, vi, en)
  const amount = amountOf(remaining)
  const nothing = amount.days + amount.hours + amount.minutes === 0
  if (remaining.state === 'done')
    return nothing ? t.finishedOnTime : formatFinished({ ...amount, late: remaining.onTime === false }, lang)
  if (remaining.state !== 'hold') return formatRemaining({ ...amount, late: remaining.state === 'late' }, lang)
  const reason = pause && pauseReason(pause.state, lang)
  if (reason && pause.since) return t.pausedFor(reason, formatDayMonth(pause.since))
  return nothing ? t.paused : t.pausedLeft(formatAmount(amount, lang))
}

/** The parts of an amount as the formats of the design system take them. */
export function amountOf(remaining: Pick<Remaining, 'days' | 'hours' | 'minutesPart'>): {
  days: number
  hours: number
  minutes: number
} {
  return { days: remaining.days, hours: remaining.hours, minutes: remaining.minutesPart }
}

/** A remaining time as icon, words and colour. */
export function RemainingDue({ remaining, pause }: { remaining: Remaining; pause?: Pause }) {
  const { lang } = usePage()
  return <Due state={dueState(remaining)}>{remainingWords(remaining, lang, pause)}</Due>
}

/** A remaining time in a list, with how much of it is used. */
export function RemainingCell({
  remaining,
  pause,
  note,
}: {
  remaining: Remaining
  pause?: Pause
  note?: ComponentChildren
}) {
  const { lang } = usePage()
  return (
    <DueCell state={dueState(remaining)} used={remaining.used} note={note}>
      {remainingWords(remaining, lang, pause)}
    </DueCell>
  )
}

/** A remaining time as the one tag of a card. */
export function RemainingTag({ remaining, pause }: { remaining: Remaining; pause?: Pause }) {
  const { lang } = usePage()
  const state = dueState(remaining)
  return (
    <Tag state={state === 'done' ? 'ok' : state} icon={state === 'ok' ? 'clock' : undefined}>
      {remainingWords(remaining, lang, pause)}
    </Tag>
  )
}

/** What was finished too late keeps the colour of lateness. */
function dueState(remaining: Remaining): Remaining['state'] {
  return remaining.state === 'done' && remaining.onTime === false ? 'late' : remaining.state
}

/** Where a dossier stands in law, as the one tag of its row. */
export function StateTag({ state }: { state: State }) {
  const { lang } = usePage()
  return <Tag state={stateLook[state]}>{stateWords(state, lang)}</Tag>
}

/** The name of a dossier's state. */
export function stateWords(state: State, lang: Lang): string {
  return inLang(lang, vi, en).states[state]
}

/** How a dossier came in: `trực tuyến`. */
export function channelWords(channel: (typeof channels)[number], lang: Lang): string {
  return inLang(lang, vi, en).channels[channel]
}

/** How its result goes out: `Nhận tại quầy`. */
export function pickupWords(pickup: (typeof pickups)[number], lang: Lang): string {
  return inLang(lang, vi, en).pickups[pickup]
}

/** A legal time limit: `7 ngày làm việc`. An unknown unit gives the bare number. */
export function limitWords(amount: number, unit: string, lang: Lang): string {
  const limits: Readonly<Record<string, (n: string) => string>> = inLang(lang, vi, en).limits
  const text = String(amount).replace('.', ',')
  return limits[unit]?.(text) ?? text
}

/** The day of a moment beside its date: `Hôm nay`, otherwise always the weekday, because a promise names it. */
export function dayWord(moment: string, now: number, lang: Lang): string {
  return sameDay(moment, now) ? formatRelativeDay(moment, now, lang) : formatWeekday(moment, lang)
}

/** When something happened, in a sentence: `09:42 hôm nay`, `15:02 hôm qua`, `08:31 16/11`. */
export function whenWords(moment: string, now: number, lang: Lang): string {
  const word = formatRelativeDay(moment, now, lang)
  const near = word !== formatWeekday(moment, lang) && !word.includes('/')
  return near ? `${formatTime(moment)} ${word.toLowerCase()}` : formatTimeDayMonth(moment)
}

function pauseReason(state: State, lang: Lang): string | undefined {
  const t = inLang(lang, vi, en).pauseReasons
  if (state === 'awaiting-supplement') return t.supplement
  return state === 'awaiting-payment' ? t.payment : undefined
}

const stateLook: Record<State, TagState> = {
  accepted: 'acc',
  'in-progress': 'acc',
  'awaiting-supplement': 'hold',
  'awaiting-payment': 'hold',
  decided: 'ok',
  returned: 'idle',
  declined: 'idle',
  refused: 'idle',
  withdrawn: 'idle',
  stopped: 'idle',
}
