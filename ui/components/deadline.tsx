import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { type DueState, Tag, type TagState } from './due.tsx'
import { useTexts } from '../page-context.ts'

/** One cell of the strip. `top` is the weekday, `date` the day, `note` the strong line, `sub` the quiet one. */
export type DayCell = {
  state: 'start' | 'done' | 'now' | 'plain' | 'off' | 'due'
  top: string
  date: string
  note?: string
  sub?: string
}

/** A deadline day by day. Over fifteen days the caller collapses whole weeks into one cell. `label` says it in one sentence. */
export function DayStrip({ days, label }: { days: readonly DayCell[]; label: string }) {
  return (
    <div class="cs-days num" role="img" aria-label={label}>
      {days.map(day => (
        <div class={`cs-day ${cellClass[day.state]}`} key={day.date}>
          {day.top}
          <b>{day.date}</b>
          {day.note && (
            <em>
              {day.state === 'done' && <Icon name="check" />}
              {day.note}
            </em>
          )}
          {day.sub}
        </div>
      ))}
    </div>
  )
}

export type DeadlinePanelProps = {
  /** The amount left, the largest thing on the page: `Còn 5 ngày 2 giờ`. */
  amount: string
  /** What the amount counts: `làm việc`. */
  unit?: string
  state: DueState
  stateText?: string
  promiseLabel: string
  /** `14:05 · Thứ Sáu, 27/11/2026`. */
  promise: string
  days?: readonly DayCell[]
  daysLabel?: string
  /** Why it is this day: the law, the count, the days left out. */
  children?: ComponentChildren
}

/** A deadline that explains itself: what is left, when it is promised, every day, and why. */
export function DeadlinePanel(props: DeadlinePanelProps) {
  const t = useTexts()
  return (
    <section class="cs-panel">
      <div class="b">
        <div class="cs-clock">
          <div class="big">
            {props.amount} {props.unit && <small>{props.unit}</small>}
          </div>
          <Tag state={tagState[props.state]} icon={props.state === 'ok' ? 'clock' : undefined}>
            {props.stateText ?? t.dueState[props.state]}
          </Tag>
          <div class="ar">
            {props.promiseLabel}
            <b class="num">{props.promise}</b>
          </div>
        </div>
        {props.days && props.days.length > 0 && (
          <DayStrip days={props.days} label={props.daysLabel ?? `${props.promiseLabel}: ${props.promise}`} />
        )}
      </div>
      {props.children && <div class="cs-why">{props.children}</div>}
    </section>
  )
}

const cellClass: Record<DayCell['state'], string> = {
  start: 'is-start',
  done: 'is-done',
  now: 'is-now',
  plain: 'is-plain',
  off: 'is-off',
  due: 'is-due',
}
const tagState: Record<DueState, TagState> = { ok: 'ok', soon: 'soon', late: 'late', hold: 'hold', done: 'ok' }
