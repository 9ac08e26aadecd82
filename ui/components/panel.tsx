import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { Fragment } from 'preact'

export type PanelProps = {
  title?: ComponentChildren
  /** Beside the title, quiet: a count, a version, a unit. */
  note?: ComponentChildren
  /** At the right end of the title: at most one bare button or a pick. */
  actions?: ComponentChildren
  id?: string
  /** No padding inside: for a table that reaches the edges. */
  flush?: boolean
  /** A line at the bottom on paper: the reason, the rule. */
  foot?: ComponentChildren
  level?: 2 | 3
  children?: ComponentChildren
}

/** A flat panel with a hairline. Never inside another one. */
export function Panel({ title, note, actions, id, flush, foot, level = 2, children }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="cs-panel" id={id} aria-labelledby={title && id ? `${id}-title` : undefined}>
      {(title || actions) && (
        <header class={flush ? 'is-flush' : undefined}>
          {title && <Heading id={id ? `${id}-title` : undefined}>{title}</Heading>}
          {note && <span class="cap">{note}</span>}
          <span class="sp" />
          {actions}
        </header>
      )}
      <div class={flush ? 'b is-flush' : 'b'}>{children}</div>
      {foot && <div class="cs-why">{foot}</div>}
    </section>
  )
}

/** Panels one under another. */
export function Stack({ children }: { children: ComponentChildren }) {
  return <div class="cs-stack">{children}</div>
}

/**
 * The page of one thing: main column and a sticky side column (actions, person, documents). On narrow screens the side comes second;
 * with `sideFirst` the first panels of both stand together before the rest: the deadline, then what to do.
 */
export function Columns({
  main,
  side,
  sideFirst,
}: {
  main: ComponentChildren
  side: ComponentChildren
  sideFirst?: boolean
}) {
  return (
    <div class={sideFirst ? 'cs-cols is-side-first' : 'cs-cols'}>
      <div class="cs-stack">{main}</div>
      <aside class="cs-stack cs-stick">{side}</aside>
    </div>
  )
}

/** Content with the page's padding; `narrow` keeps a form readable, `split` is two columns of a report. */
export function Content({ children, width = 'full' }: { children: ComponentChildren; width?: 'full' | 'narrow' }) {
  return <div class={width === 'narrow' ? 'cs-content is-narrow' : 'cs-content'}>{children}</div>
}

/** Two panels side by side, the first one wider; one under another when there is no room. */
export function Split({ children, even }: { children: ComponentChildren; even?: boolean }) {
  return <div class={even ? 'cs-split is-even' : 'cs-split'}>{children}</div>
}

/** One line of `Facts`. */
export type Fact = { label: ComponentChildren; value: ComponentChildren; num?: boolean; strong?: boolean }

/** Names and values of one thing. */
export function Facts({ items, columns = 1 }: { items: readonly Fact[]; columns?: 1 | 2 }) {
  return (
    <dl class={columns === 2 ? 'cs-dl is-two' : 'cs-dl'}>
      {items.map((item, index) => (
        <Fragment key={index}>
          <dt>{item.label}</dt>
          <dd class={[item.num && 'num', item.strong && 'str'].filter(Boolean).join(' ') || undefined}>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** One line of `ItemList`: number, title, quiet line, a quoted note, and a tag or a button at the end. */
export type Item = {
  title: ComponentChildren
  note?: ComponentChildren
  quote?: ComponentChildren
  end?: ComponentChildren
}

/** A numbered list of parts, each with its verdict at the end. */
export function ItemList({ items, numbered = true }: { items: readonly Item[]; numbered?: boolean }) {
  return (
    <ol class={numbered ? 'cs-list' : 'cs-list is-plain'}>
      {items.map((item, index) => (
        <li key={index}>
          {numbered && <span class="n num">{index + 1}</span>}
          <div>
            <b class="str">{item.title}</b>
            {item.note && <div class="cap">{item.note}</div>}
            {item.quote && <div class="cs-note">{item.quote}</div>}
          </div>
          {item.end && <div class="e">{item.end}</div>}
        </li>
      ))}
    </ol>
  )
}

/** One line of `FileList`. `note` is the size or the pages. */
export type FileLine = { name: string; href: string; icon?: IconName; note?: string; current?: boolean }

/** Files to open, the open one marked. */
export function FileList({ files }: { files: readonly FileLine[] }) {
  return (
    <ul class="cs-files">
      {files.map(file => (
        <li key={file.href}>
          <a class="cs-file" href={file.href} aria-current={file.current ? 'true' : undefined}>
            <Icon name={file.icon ?? 'file-text'} />
            <span class="sp">{file.name}</span>
            {file.note && <span class="cap num">{file.note}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
