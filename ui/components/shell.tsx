import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.ts'
import { usePage, useTexts } from '../page-context.ts'
import { Icon, type IconName } from './icon.tsx'
import { Avatar, Kbd } from './text.tsx'
import { type Idle, PageMachinery } from './machinery.tsx'

/** Whose house this is. `logo` is the address of the agency's own drawing; without it the star stands. */
export type Brand = { name: string; shortName?: string; note?: string; href: string; logo?: string }

/** One place to go. `current` defaults to the longest `href` that the page's path starts with. */
export type NavItem = { href: string; icon: IconName; label: string; count?: number; current?: boolean }

export type NavGroup = { title?: string; items: readonly NavItem[] }

/** Who is signed in: name, position, where it leads, and the address that signs out (a POST). */
export type Me = { name: string; note?: string; href?: string; menu?: ComponentChildren }

export type KeyHint = { keys: readonly string[]; label: string }

export type ShellProps = {
  brand: Brand
  groups: readonly NavGroup[]
  me?: Me
  /** The search over everything: a GET form; with script it is the command palette (`src` answers JSON). */
  find?: { action: string; src?: string; label?: string }
  /** Seconds without activity before signing out, the address that keeps the session, and the one that ends it. */
  idle?: Idle
  /** Four places at most, at the foot of a phone. */
  tabs?: readonly NavItem[]
  banner?: ComponentChildren
  keys?: readonly KeyHint[]
  /** At the right end of the key-hint foot: the position in the list. */
  footNote?: ComponentChildren
  /** The content stands on paper instead of white. */
  paper?: boolean
  density?: 'compact'
  children: ComponentChildren
}

/** The staff's frame: side navigation, content, key hints. Below 992 px the navigation folds behind "Mục lục". */
export function Shell(props: ShellProps) {
  const t = useTexts()
  const current = currentHref(props.groups, usePage().path)
  return (
    <div class="cs-staff cs-shell" data-density={props.density}>
      <a class="cs-skip" href="#main">
        {t.skipToContent}
      </a>
      <nav class="cs-nav" aria-label={t.mainNavigation} id="nav">
        <div class="cs-nav-top">
          <Mark brand={props.brand} />
          <a class="btn btn-quiet cs-nav-open" href="#nav" data-toggle-nav>
            <Icon name="menu-2" />
            {t.contents}
          </a>
        </div>
        <div class="cs-nav-body">
          {props.find && <FindEverything {...props.find} />}
          {props.groups.map((group, index) => (
            <NavList group={group} current={current} key={group.title ?? index} />
          ))}
          {props.me && <MeLine me={props.me} />}
        </div>
      </nav>
      <div class={props.paper ? 'cs-main is-paper' : 'cs-main'}>
        {props.banner}
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
        {(props.keys || props.footNote) && <KeyHints keys={props.keys ?? []} note={props.footNote} />}
        {props.tabs && <TabBar tabs={props.tabs} />}
      </div>
      <PageMachinery idle={props.idle} />
    </div>
  )
}

/** The star roundel, or the agency's own mark, with its name. */
export function Mark({ brand }: { brand: Brand }) {
  return (
    <a class="cs-mark" href={brand.href}>
      <Roundel logo={brand.logo} />
      <span>
        <b>{brand.name}</b>
        {brand.note && <small>{brand.note}</small>}
      </span>
    </a>
  )
}

/** The roundel alone. */
export function Roundel({ logo }: { logo?: string }) {
  if (logo) return <img class="cs-logo" src={logo} alt="" width="30" height="30" />
  return (
    <span class="cs-roundel">
      <Icon name="star-filled" />
    </span>
  )
}

/** Four places at the foot of a phone. */
export function TabBar({ tabs }: { tabs: readonly NavItem[] }) {
  const t = useTexts()
  const current = currentHref([{ items: tabs }], usePage().path)
  return (
    <nav class="cs-tabbar" aria-label={t.tabNavigation}>
      {tabs.map(tab => (
        <a href={tab.href} aria-current={isCurrent(tab, current) ? 'page' : undefined} key={tab.href}>
          <Icon name={tab.icon} />
          {tab.label}
        </a>
      ))}
    </nav>
  )
}

/** Which keys work here. Hidden on touch screens and on narrow windows. */
export function KeyHints({ keys, note }: { keys: readonly KeyHint[]; note?: ComponentChildren }) {
  const t = useTexts()
  return (
    <footer class="cs-keys" aria-label={t.keyHints}>
      {keys.map(hint => (
        <span key={hint.label}>
          {hint.keys.map(key => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {hint.label}
        </span>
      ))}
      <span class="sp" />
      {note && <span>{note}</span>}
    </footer>
  )
}

function FindEverything({ action, src, label }: { action: string; src?: string; label?: string }) {
  const t = useTexts()
  return (
    <cs-palette data-src={src}>
      <form class="cs-find" method="get" action={action} role="search" aria-label={label ?? t.findAnything}>
        <Icon name="search" />
        <input
          type="search"
          name="q"
          placeholder={label ?? t.findAnything}
          aria-label={label ?? t.findAnything}
          autocomplete="off"
          spellcheck={false}
        />
        <Kbd>Ctrl K</Kbd>
      </form>
    </cs-palette>
  )
}

function NavList({ group, current }: { group: NavGroup; current: string | undefined }) {
  return (
    <>
      {group.title && <h2>{group.title}</h2>}
      <ul>
        {group.items.map(item => (
          <li key={item.href}>
            <a href={item.href} aria-current={isCurrent(item, current) ? 'page' : undefined} title={item.label}>
              <Icon name={item.icon} />
              <span>{item.label}</span>
              {item.count !== undefined && <em class="num">{formatNumber(item.count)}</em>}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function MeLine({ me }: { me: Me }) {
  const face = (
    <>
      <Avatar name={me.name} />
      <span>
        <b>{me.name}</b>
        {me.note && <small>{me.note}</small>}
      </span>
    </>
  )
  if (me.menu) {
    return (
      <details class="cs-menu cs-me-menu is-up">
        <summary class="cs-me">{face}</summary>
        <div class="cs-menu-b">{me.menu}</div>
      </details>
    )
  }
  return me.href ? (
    <a class="cs-me" href={me.href}>
      {face}
    </a>
  ) : (
    <div class="cs-me">{face}</div>
  )
}

function isCurrent(item: NavItem, current: string | undefined): boolean {
  return item.current ?? item.href === current
}

function currentHref(groups: readonly NavGroup[], path: string): string | undefined {
  const here = path.split('?')[0] ?? ''
  const matches = groups
    .flatMap(group => group.items.map(item => item.href))
    .filter(href => here === href || here.startsWith(href.endsWith('/') ? href : `${href}/`))
  return matches.toSorted((a, b) => b.length - a.length)[0]
}
