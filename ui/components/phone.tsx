import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.ts'
import { Drum } from './drum.tsx'
import { Icon, type IconName } from './icon.tsx'

/** The head of a phone page: back, title with a quiet line, acts. */
export function PhoneHead({ title, note, backHref, backLabel, num, children }: PhoneHeadProps) {
  return (
    <header class="cs-ptop">
      {backHref && (
        <a class="cs-tap" href={backHref} aria-label={backLabel}>
          <Icon name="arrow-left" />
        </a>
      )}
      <div>
        <h1 class={num ? 'num' : undefined}>{title}</h1>
        {note && <span class="mut">{note}</span>}
      </div>
      <span class="sp" />
      {children}
    </header>
  )
}

export type PhoneHeadProps = {
  title: ComponentChildren
  note?: ComponentChildren
  backHref?: string
  backLabel?: string
  num?: boolean
  children?: ComponentChildren
}

/** A round target of 44 px with a count on it. The label names both. */
export function TapLink({ href, icon, label, count }: { href: string; icon: IconName; label: string; count?: number }) {
  return (
    <a class="cs-tap" href={href} aria-label={label}>
      <Icon name={icon} />
      {count ? <span class="bd num">{formatNumber(count)}</span> : null}
    </a>
  )
}

export type TallyItem = { href: string; count: number; label: string; icon: IconName; late?: boolean }

/** Three counts across a phone, each a way in. */
export function Tally({ items }: { items: readonly TallyItem[] }) {
  return (
    <div class="cs-tally">
      {items.map(item => (
        <a href={item.href} key={item.href}>
          <b class="num">{formatNumber(item.count)}</b>
          <span class={item.late ? 'is-late' : 'is-acc'}>
            <Icon name={item.icon} />
            {item.label}
          </span>
        </a>
      ))}
    </div>
  )
}

/** A section of a phone page. */
export function PhoneSection({
  title,
  more,
  children,
}: {
  title?: ComponentChildren
  more?: { href: string; label: ComponentChildren }
  children: ComponentChildren
}) {
  return (
    <section class="cs-psec">
      {title && (
        <header>
          <h2>{title}</h2>
          <span class="sp" />
          {more && <a href={more.href}>{more.label}</a>}
        </header>
      )}
      {children}
    </section>
  )
}

export type ActCardProps = {
  /** A tag with the urgency. */
  tag?: ComponentChildren
  kind?: ComponentChildren
  title?: ComponentChildren
  href?: string
  children?: ComponentChildren
  /** Two buttons: look, and do. */
  actions?: ComponentChildren
}

/** One thing to do now: urgency, what, and the act in one tap. One primary per card. */
export function ActCard({ tag, kind, title, href, children, actions }: ActCardProps) {
  return (
    <article class="cs-card">
      <div class="b">
        {(tag || kind) && (
          <div class="k">
            {tag}
            {kind}
          </div>
        )}
        {title && <h3>{href ? <a href={href}>{title}</a> : title}</h3>}
        {children}
      </div>
      {actions && <div class="two">{actions}</div>}
    </article>
  )
}

export type RowLink = {
  href: string
  title: ComponentChildren
  note?: ComponentChildren
  icon?: IconName
  /** A number or a time in front. */
  lead?: ComponentChildren
  late?: boolean
  /** A tag at the end instead of the arrow. */
  end?: ComponentChildren
  plain?: boolean
}

/** Places to go, one under another, each 56 px high. */
export function RowLinks({ rows }: { rows: readonly RowLink[] }) {
  return (
    <ul class="cs-rows">
      {rows.map(row => (
        <li key={row.href}>
          <a href={row.href}>
            {row.icon && <Icon name={row.icon} />}
            {row.lead !== undefined && <span class={row.late ? 'n num is-late' : 'n num'}>{row.lead}</span>}
            <span class="w">
              {row.title}
              {row.note && <small>{row.note}</small>}
            </span>
            {row.end ?? (!row.plain && <Icon name="chevron-right" />)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What is happening now, in one sentence, on the accent with drum lines. */
export function NowBanner({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="cs-now">
      <Drum />
      <h1>{title}</h1>
      {children && <p>{children}</p>}
    </div>
  )
}

/** A promise to a citizen: label, time, state, one line. */
export function PromiseCard({
  label,
  time,
  state,
  children,
}: {
  label: string
  time: string
  state?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <div class="cs-card cs-promise">
      <div class="b">
        <span class="mut">{label}</span>
        <strong class="num">{time}</strong>
        {state}
        {children && <p>{children}</p>}
      </div>
    </div>
  )
}

/** A page that is a phone page at every width: paper ground, one column. */
export function PhonePage({ children }: { children: ComponentChildren }) {
  return (
    <div class="cs-phone" data-audience="phone">
      {children}
    </div>
  )
}
