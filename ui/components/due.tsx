import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import { Icon, type IconName } from './icon.tsx'

/** `soon` is the last fifth of the time or due today; `hold` means that the clock stands still. */
export type DueState = 'ok' | 'soon' | 'late' | 'hold' | 'done'

/** A deadline: icon, words, colour. The words come from `formatRemaining` or say why the clock stands. */
export function Due({ state, children }: { state: DueState; children: ComponentChildren }) {
  return (
    <span class={`cs-due ${stateClass[state]}`}>
      <Icon name={dueIcons[state]} />
      {children}
    </span>
  )
}

/** Remaining time in a list: the words, how much is used, and one quiet line below. `used` is 0 to 100. */
export function DueCell({ state, children, used, note }: DueCellProps) {
  return (
    <>
      <span class={`cs-time ${stateClass[state]}`}>
        <Due state={state}>{children}</Due>
        {used !== undefined && <Meter used={used} />}
      </span>
      {note && <span class="t2">{note}</span>}
    </>
  )
}

export type DueCellProps = { state: DueState; children: ComponentChildren; used?: number; note?: ComponentChildren }

export type TagState = 'ok' | 'soon' | 'late' | 'hold' | 'idle' | 'acc'

/** A state as icon, word and colour; one per row at most. `acc` is a step that runs, `idle` is closed. */
export function Tag({ state, icon, children }: { state: TagState; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={`cs-tag ${tagClass[state]}`}>
      <Icon name={icon ?? tagIcons[state]} />
      {children}
    </span>
  )
}

/** How much is used, in the colour of the state around it. `used` is 0 to 100. */
export function Meter({ used, label }: { used: number; label?: string }) {
  const t = useTexts()
  const share = Math.max(0, Math.min(100, Math.round(used)))
  return (
    <svg
      class="cs-meter"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={label ?? t.used(`${share} %`)}
      dangerouslySetInnerHTML={{
        __html: `<path class="bg" d="M0 0h100v10H0"/><path class="fg" d="M0 0h${share}v10H0"/>`,
      }}
    />
  )
}

const stateClass: Record<DueState, string> = {
  ok: 'is-ok',
  soon: 'is-soon',
  late: 'is-late',
  hold: 'is-hold',
  done: 'is-ok',
}
const dueIcons: Record<DueState, IconName> = {
  ok: 'clock',
  soon: 'clock-exclamation',
  late: 'alert-triangle-filled',
  hold: 'player-pause',
  done: 'circle-check',
}
const tagClass: Record<TagState, string> = {
  ok: 'is-ok',
  soon: 'is-soon',
  late: 'is-late',
  hold: 'is-hold',
  idle: 'is-idle',
  acc: 'is-acc',
}
const tagIcons: Record<TagState, IconName> = {
  ok: 'circle-check',
  soon: 'alert-circle',
  late: 'alert-triangle-filled',
  hold: 'player-pause',
  idle: 'circle-dashed',
  acc: 'progress',
}
