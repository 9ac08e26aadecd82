import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import { Icon } from './icon.tsx'

export type StepState = 'done' | 'now' | 'todo' | 'late'

/** One segment: `weight` is its budget in any unit, `used` the share of it that is gone, 0 to 1. */
export type FlowSegment = { weight: number; used: number; state: StepState }

/** A process in one line; the width of a segment is its time budget. The step list beside it says the same in words. */
export function Flow({ segments }: { segments: readonly FlowSegment[] }) {
  const gap = 4
  const total = segments.reduce((sum, one) => sum + one.weight, 0) || 1
  const room = 1000 - gap * Math.max(0, segments.length - 1)
  let x = 0
  return (
    <svg class="cs-flow" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
      {segments.map((segment, index) => {
        const width = (segment.weight / total) * room
        const start = x
        x += width + gap
        return (
          <g class={flowClass[segment.state]} key={index}>
            <rect class="bg" x={round(start)} width={round(width)} height="12" rx="3" />
            {segment.used > 0 && (
              <rect class="fg" x={round(start)} width={round(width * Math.min(1, segment.used))} height="12" rx="3" />
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** One step of a process. `spent` is the time used of the budget, `result` how it stands. */
export type Step = {
  state: StepState
  name: ComponentChildren
  who?: ComponentChildren
  spent?: ComponentChildren
  result?: ComponentChildren
  resultState?: 'ok' | 'soon' | 'late' | 'hold'
}

/** The steps of a process as rows: done, now, not yet, late. */
export function StepList({ steps, caption }: { steps: readonly Step[]; caption: string }) {
  const t = useTexts()
  return (
    <table class="cs-steps">
      <caption class="cs-sr">{caption}</caption>
      <tbody>
        {steps.map((step, index) => (
          <tr
            class={stepClass[step.state]}
            key={index}
            aria-current={step.state === 'now' || step.state === 'late' ? 'step' : undefined}
          >
            <td class="d">
              <StepDot state={step.state} number={index + 1} />
              <span class="cs-sr">{stepWord(step.state, t)}</span>
            </td>
            <td class="n">{step.name}</td>
            <td class="w">{step.who}</td>
            <td class="r num">{step.spent}</td>
            <td class="r s">
              {step.resultState ? <span class={resultClass[step.resultState]}>{step.result}</span> : step.result}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Steps one under another with a line between them, for the reader outside: what happened, where it is, what comes. */
export function StepTrail({
  steps,
}: {
  steps: readonly { state: StepState; title: ComponentChildren; note?: ComponentChildren }[]
}) {
  const t = useTexts()
  return (
    <ol class="cs-trail">
      {steps.map((step, index) => (
        <li
          class={stepClass[step.state]}
          key={index}
          aria-current={step.state === 'now' || step.state === 'late' ? 'step' : undefined}
        >
          <StepDot state={step.state} number={index + 1} />
          <div>
            <span class="cs-sr">{stepWord(step.state, t)}: </span>
            {step.state === 'todo' ? step.title : <b>{step.title}</b>}
            {step.note && <small>{step.note}</small>}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A numbered dot that ticks when its step is done. */
export function StepDot({ state, number }: { state: StepState; number: number }) {
  return (
    <span class={`cs-dot num ${stepClass[state]}`} aria-hidden="true">
      {state === 'done' ? <Icon name="check" /> : number}
    </span>
  )
}

/** What happened, newest first. `time` is already formatted; `at` is the machine form. */
export type TimelineEntry = { time: string; at?: string; children: ComponentChildren; strong?: boolean }

/** What happened, newest first, on one line of time. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="cs-timeline">
      {entries.map((entry, index) => (
        <li key={index}>
          <time class="num" dateTime={entry.at}>
            {entry.time}
          </time>
          <span class={entry.strong ? 'd is-strong' : 'd'} />
          <div>{entry.children}</div>
        </li>
      ))}
    </ol>
  )
}

function stepWord(state: StepState, t: ReturnType<typeof useTexts>): string {
  return { done: t.stepDone, now: t.stepNow, todo: t.stepTodo, late: t.stepLate }[state]
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}

const stepClass: Record<StepState, string> = { done: 'is-done', now: 'is-now', todo: 'is-todo', late: 'is-over' }
const flowClass: Record<StepState, string> = { done: 'is-done', now: 'is-now', todo: 'is-todo', late: 'is-over' }
const resultClass = { ok: 'is-ok', soon: 'is-soon', late: 'is-late', hold: 'is-hold' }
