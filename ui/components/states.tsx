import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './text.tsx'

export type EmptyStateProps = {
  /** Says that empty is good, or why it is empty. */
  title: string
  icon?: IconName
  tone?: 'good' | 'plain'
  children?: ComponentChildren
  /** Where to go from here. */
  links?: readonly { href: string; icon: IconName; label: ComponentChildren; kbd?: string }[]
}

/** A list with nothing in it: it is good or why, then where to go. */
export function EmptyState({ title, icon, tone = 'good', children, links }: EmptyStateProps) {
  return (
    <div class={tone === 'good' ? 'cs-empty is-good' : 'cs-empty'}>
      <Icon name={icon ?? (tone === 'good' ? 'circle-check' : 'search-off')} />
      <h2>{title}</h2>
      {children && <p class="mut">{children}</p>}
      {links && (
        <ul class="go">
          {links.map(link => (
            <li key={link.href}>
              <a href={link.href}>
                <Icon name={link.icon} />
                <span class="sp">{link.label}</span>
                {link.kbd ? <Kbd>{link.kbd}</Kbd> : <Icon name="chevron-right" />}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Something could not be loaded: what, whether anything is lost, and a way to load it again. */
export function ErrorState({
  title,
  children,
  retryHref,
}: {
  title: string
  children?: ComponentChildren
  retryHref?: string
}) {
  const t = useTexts()
  return (
    <div class="cs-empty" role="alert">
      <Icon name="plug-off" />
      <h2>{title}</h2>
      {children && <p class="mut">{children}</p>}
      {retryHref && (
        <p class="go-1">
          <a class="btn btn-quiet" href={retryHref}>
            <Icon name="refresh" />
            {t.retry}
          </a>
        </p>
      )}
    </div>
  )
}

export type RefusalPageProps = {
  /** What did not happen: "Chưa trình được". */
  lead: string
  title: string
  /** Why, in one sentence with names and time. */
  why: ComponentChildren
  next?: ComponentChildren
  changed?: ComponentChildren
  /** Headings of the two answers, when the thing has a name. */
  nextTitle?: string
  changedTitle?: string
  actions?: ComponentChildren
  rule?: ComponentChildren
  code?: string
  /** When, already formatted. */
  at?: string
}

/** A refused act: what did not happen, why, what next, whether anything changed; rule and code small. */
export function RefusalPage(props: RefusalPageProps) {
  const t = useTexts()
  return (
    <section class="cs-refuse" role="alert">
      <span class="cs-due is-late">
        <Icon name="hand-stop" />
        {props.lead}
      </span>
      <h1>{props.title}</h1>
      <p>{props.why}</p>
      {(props.next || props.changed) && (
        <dl>
          {props.next && <Answer title={props.nextTitle ?? t.whatNext}>{props.next}</Answer>}
          {props.changed && <Answer title={props.changedTitle ?? t.anythingChanged}>{props.changed}</Answer>}
        </dl>
      )}
      {props.actions && <div class="cs-row">{props.actions}</div>}
      <p class="cap ft">
        {props.rule && (
          <>
            {t.rule}: {props.rule} ·{' '}
          </>
        )}
        {props.code && (
          <>
            {t.code}: <code>{props.code}</code>
          </>
        )}
        {props.at && (
          <>
            {' '}
            · {t.at} <span class="num">{props.at}</span>
          </>
        )}
      </p>
    </section>
  )
}

export type BannerKind = 'done' | 'partly' | 'late' | 'offline' | 'note'

export type BannerProps = {
  kind: BannerKind
  children: ComponentChildren
  action?: { href: string; label: string } | ComponentChildren
  /** Can be hidden by the reader. */
  dismiss?: boolean
}

/** What an act has changed, said in one line, with undo where the law allows. */
export function Banner({ kind, children, action, dismiss }: BannerProps) {
  const t = useTexts()
  const look = banners[kind]
  return (
    <div class={`cs-ban ${look.class}`} role={kind === 'late' ? 'alert' : 'status'}>
      <Icon name={look.icon} />
      <span class="sp">{children}</span>
      {isLink(action) ? <a href={action.href}>{action.label}</a> : action}
      {dismiss && (
        <button class="cs-ib cs-js" type="button" data-dismiss aria-label={t.dismiss}>
          <Icon name="x" />
        </button>
      )}
    </div>
  )
}

function Answer({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function isLink(action: BannerProps['action']): action is { href: string; label: string } {
  return typeof action === 'object' && action !== null && 'href' in action && 'label' in action
}

const banners: Record<BannerKind, { class: string; icon: IconName }> = {
  done: { class: 'is-ok', icon: 'circle-check' },
  partly: { class: 'is-soon', icon: 'alert-circle' },
  late: { class: 'is-late', icon: 'alert-triangle-filled' },
  offline: { class: 'is-idle', icon: 'wifi-off' },
  note: { class: 'is-note', icon: 'info-circle' },
}
