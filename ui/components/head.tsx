import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import { formatNumber } from '../format.ts'
import { Icon } from './icon.tsx'
import { Kbd } from './text.tsx'

export type PageHeadProps = {
  title: ComponentChildren
  /** Beside the title, quiet: date, counter, "đã tự lưu". */
  context?: ComponentChildren
  /** One or two buttons. */
  actions?: ComponentChildren
  /** A line under the head instead of views. */
  line?: boolean
}

/** The head of a page: title, context, one or two acts. */
export function PageHead({ title, context, actions, line }: PageHeadProps) {
  return (
    <header class={line ? 'cs-head is-line' : 'cs-head'}>
      <h1>{title}</h1>
      {context && <span class="mut">{context}</span>}
      <span class="sp" />
      {actions && <div class="cs-row">{actions}</div>}
    </header>
  )
}

export type ThingHeadProps = {
  crumbs?: ComponentChildren
  title?: ComponentChildren
  /** Code, person, unit, state: one line under the title. */
  meta?: ComponentChildren
  actions?: ComponentChildren
}

/** The head of the page of one thing: where it stands, its title, its code line. */
export function ThingHead({ crumbs, title, meta, actions }: ThingHeadProps) {
  return (
    <header class="cs-title">
      {crumbs}
      {title && (
        <div class="row1">
          <div>
            <h1>{title}</h1>
            {meta && <div class="cs-meta">{meta}</div>}
          </div>
          {actions && <div class="acts">{actions}</div>}
        </div>
      )}
    </header>
  )
}

/** One fact of the code line, with its icon. */
export function MetaItem({
  icon,
  children,
}: {
  icon?: Parameters<typeof Icon>[0]['name']
  children: ComponentChildren
}) {
  return (
    <span>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

export type Crumb = { href?: string; label: ComponentChildren; num?: boolean }

export type BreadcrumbsProps = {
  items: readonly Crumb[]
  /** The place in the list it was opened from; its number where the list knows it. */
  place?: { at?: number; of?: number; previousHref?: string; nextHref?: string }
}

/** Where this page stands, and its neighbours in the list it was opened from (`K`, `J`). */
export function Breadcrumbs({ items, place }: BreadcrumbsProps) {
  const t = useTexts()
  return (
    <nav class="cs-crumb" aria-label={t.breadcrumbs}>
      <ol>
        {items.map((item, index) => (
          <li key={index}>
            {item.href ? (
              <a href={item.href} class={item.num ? 'num' : undefined}>
                {item.label}
              </a>
            ) : (
              <span class={item.num ? 'num' : undefined}>{item.label}</span>
            )}
          </li>
        ))}
        {place?.at !== undefined && place.of !== undefined && (
          <li>
            <span class="num">
              {formatNumber(place.at)} / {formatNumber(place.of)}
            </span>
          </li>
        )}
      </ol>
      {place?.previousHref && (
        <a href={place.previousHref} data-key="k" rel="prev">
          <Kbd>K</Kbd> {t.previous}
        </a>
      )}
      {place?.nextHref && (
        <a href={place.nextHref} data-key="j" rel="next">
          <Kbd>J</Kbd> {t.next}
        </a>
      )}
    </nav>
  )
}
