import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** The page of one service: questions on the left, the summary with the acts on the right. */
export function AnswerPage(props: AnswerPageProps) {
  const { crumbs, title, lead, tools, strip, summary, children } = props
  return (
    <div class={props.strip ? 'cs-wrap cs-proc has-strip' : 'cs-wrap cs-proc'}>
      <div>
        {crumbs}
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {tools && <div class="cs-tools">{tools}</div>}
        {strip && (
          <dl class="cs-sum3">
            {strip.map(item => (
              <div key={item.label}>
                <dt>{item.label}</dt>
                <dd>{item.value}</dd>
              </div>
            ))}
          </dl>
        )}
        {children}
      </div>
      {summary}
    </div>
  )
}

export type AnswerPageProps = {
  crumbs?: ComponentChildren
  title: string
  lead?: ComponentChildren
  tools?: ComponentChildren
  /** The summary's answers again, shorter, for a phone: three at most. */
  strip?: readonly { label: string; value: string }[]
  summary?: ComponentChildren
  children: ComponentChildren
}

/** Short answers and the acts, kept in sight. On a phone the answers become one strip, the main act goes to the sticky foot. */
export function Summary({
  items,
  note,
  children,
}: {
  items: readonly { label: string; value: ComponentChildren }[]
  note?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <aside class="cs-sum">
      <dl>
        {items.map(item => (
          <div key={item.label}>
            <dt>{item.label}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
      </dl>
      {children && <div class="cs-sum-acts">{children}</div>}
      {note && <p class="nt">{note}</p>}
    </aside>
  )
}

/** One question people ask, as a heading, with its answer. */
export function Question({
  title,
  id,
  children,
}: {
  title: ComponentChildren
  id?: string
  children: ComponentChildren
}) {
  return (
    <section class="cs-q" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Yes and no, one line each. */
export function YesList({ items }: { items: readonly { yes: boolean; children: ComponentChildren }[] }) {
  return (
    <ul class="cs-yes">
      {items.map((item, index) => (
        <li key={index}>
          <Icon name={item.yes ? 'circle-check' : 'circle-x'} class={item.yes ? undefined : 'x'} />
          <span>{item.children}</span>
        </li>
      ))}
    </ul>
  )
}

/** Things to bring or to show, under one heading; `quiet` for what need not be brought. */
export function NeedBox({
  icon,
  title,
  items,
  quiet,
}: {
  icon: IconName
  title: string
  items: readonly ComponentChildren[]
  quiet?: boolean
}) {
  return (
    <div class={quiet ? 'cs-need is-quiet' : 'cs-need'}>
      <h3>
        <Icon name={icon} />
        {title}
      </h3>
      <ul>
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </div>
  )
}
