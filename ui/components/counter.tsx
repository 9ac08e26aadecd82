import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import { HiddenText } from './text.tsx'
import { Icon } from './icon.tsx'

export type FormSectionProps = {
  number: number
  title: string
  /** All that this section needs is there: its number turns into a green tick. */
  done?: boolean
  /** Names of its fields that must have something (`a b!unseen`: `b` must not be `unseen`); with script it ticks while they are filled. */
  needs?: string
  note?: ComponentChildren
  actions?: ComponentChildren
  id?: string
  children: ComponentChildren
}

/** A numbered section of a page that is one long form; it ticks green when it is complete. */
export function FormSection({ number, title, done, needs, note, actions, id, children }: FormSectionProps) {
  const t = useTexts()
  return (
    <section class="cs-sec" id={id}>
      <span class={done ? 'k num is-ok' : 'k num'} aria-hidden="true" data-needs={needs}>
        <Icon name="check" />
        <span>{number}</span>
      </span>
      <div>
        <div class="h">
          <h2>
            {title}
            {done && <HiddenText>: {t.stepDone}</HiddenText>}
          </h2>
          {note && <span class="cap">{note}</span>}
          <span class="sp" />
          {actions}
        </div>
        {children}
      </div>
    </section>
  )
}

/** Sections on the left, the paper that grows beside them on the right. */
export function CounterPage({ children, side }: { children: ComponentChildren; side?: ComponentChildren }) {
  return (
    <div class="cs-counter">
      <div class="cs-panel">{children}</div>
      {side && <aside class="cs-stick">{side}</aside>}
    </div>
  )
}

/** A small table inside a section: inputs in cells, no selection. */
export function MiniTable({ heads, rows, caption }: MiniTableProps) {
  return (
    <div class="cs-scroll">
      <table class="cs-mini">
        <caption class="cs-sr">{caption}</caption>
        <colgroup>
          {heads.map((head, index) => (
            <col width={head.width} key={index} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th class={head.center ? 'c' : undefined} scope="col" key={index}>
                {head.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, column) => (
                <td class={heads[column]?.center ? 'c' : undefined} key={column}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export type MiniTableProps = {
  caption: string
  heads: readonly { label: ComponentChildren; width?: number; center?: boolean }[]
  rows: readonly (readonly ComponentChildren[])[]
}
