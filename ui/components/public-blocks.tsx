import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.ts'
import { useTexts } from '../page-context.ts'
import { Drum } from './drum.tsx'
import { Icon, type IconName } from './icon.tsx'

/** The first surface of the portal: a question, the search, and one thing beside it. */
export function Hero({
  title,
  lead,
  children,
  aside,
}: {
  title: string
  lead?: string
  children?: ComponentChildren
  aside?: ComponentChildren
}) {
  return (
    <section class="cs-hero">
      <Drum />
      <div class="cs-wrap">
        <div>
          <h1>{title}</h1>
          {lead && <p class="lead">{lead}</p>}
          {children}
        </div>
        {aside}
      </div>
    </section>
  )
}

/** The one big search of a citizen's page. */
export function BigSearch({ action, name = 'q', value, label, placeholder, button }: BigSearchProps) {
  const t = useTexts()
  return (
    <form class="cs-bigsearch" method="get" action={action} role="search" aria-label={label}>
      <Icon name="search" />
      <input
        type="search"
        name={name}
        value={value}
        placeholder={placeholder}
        aria-label={label}
        autocomplete="off"
        data-find
      />
      <button class="btn btn-primary" type="submit">
        {button ?? t.find}
      </button>
    </form>
  )
}

export type BigSearchProps = {
  action: string
  name?: string
  value?: string
  label: string
  placeholder?: string
  button?: string
}

/** A small white panel beside the hero's search. */
export function HeroCard({ title, note, children }: { title: string; note?: string; children: ComponentChildren }) {
  return (
    <div class="cs-track">
      <h2>{title}</h2>
      {note && <p>{note}</p>}
      {children}
    </div>
  )
}

/** Words people press instead of typing. */
export function QuickLinks({ links }: { links: readonly { href: string; label: string }[] }) {
  return (
    <div class="cs-quick">
      {links.map(link => (
        <a href={link.href} key={link.href}>
          {link.label}
        </a>
      ))}
    </div>
  )
}

/** A section of a citizen's page with a link to all of it. */
export function PublicSection({
  title,
  more,
  children,
}: {
  title: string
  more?: { href: string; label: ComponentChildren }
  children: ComponentChildren
}) {
  return (
    <section class="cs-pubsec">
      <div class="cs-sechead">
        <h2>{title}</h2>
        {more && <a href={more.href}>{more.label}</a>}
      </div>
      {children}
    </section>
  )
}

/** Topics in a grid of lines. */
export function TopicGrid({
  topics,
}: {
  topics: readonly { href: string; icon: IconName; title: string; note?: string }[]
}) {
  return (
    <div class="cs-topics">
      {topics.map(topic => (
        <a href={topic.href} key={topic.href}>
          <Icon name={topic.icon} />
          <span>
            <b>{topic.title}</b>
            {topic.note && <small>{topic.note}</small>}
          </span>
        </a>
      ))}
    </div>
  )
}

/** A sentence with a hundred dots beside it: `good` of them solid. */
export function HundredBand({ good, children }: { good: number; children: ComponentChildren }) {
  const t = useTexts()
  const solid = Math.max(0, Math.min(100, Math.round(good)))
  return (
    <section class="cs-plain">
      <div class="cs-wrap">
        <svg
          class="cs-hundred"
          viewBox="0 0 100 100"
          role="img"
          aria-label={t.dots(formatNumber(solid), formatNumber(100 - solid))}
        >
          <path class="g" d={dots(0, solid, 4.15)} />
          <path class="l" d={dots(solid, 100, 3.6)} />
        </svg>
        <div>{children}</div>
      </div>
    </section>
  )
}

/** Titles with a date and a kind: news, documents. */
export function TitleList({ items }: { items: readonly { href: string; title: string; note: string }[] }) {
  return (
    <ul class="cs-titles">
      {items.map(item => (
        <li key={item.href}>
          <a href={item.href}>{item.title}</a>
          <small class="num">{item.note}</small>
        </li>
      ))}
    </ul>
  )
}

/** Two columns of a citizen's page. */
export function PublicColumns({ children }: { children: ComponentChildren }) {
  return <div class="cs-news">{children}</div>
}

/** Circles of a grid of ten by ten as one path: a hundred elements would be a kilobyte. */
function dots(from: number, to: number, radius: number): string {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => {
    const x = ((from + i) % 10) * 10 + 5 - radius
    const y = Math.floor((from + i) / 10) * 10 + 5
    return `M${x} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 -${radius * 2} 0`
  }).join('')
}
