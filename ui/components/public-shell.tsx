import type { ComponentChildren } from 'preact'
import { useTexts } from '../page-context.ts'
import { Drum } from './drum.tsx'
import { Icon, type IconName } from './icon.tsx'
import { OfflineLine } from './machinery.tsx'
import { type Brand, Mark, Roundel, TabBar, type NavItem } from './shell.tsx'

export type PublicLink = { href: string; label: string; current?: boolean }

export type PublicShellProps = {
  brand: Brand
  nav: readonly PublicLink[]
  /** Signing in, or who is signed in. */
  account?: { href: string; label: string; icon?: IconName }
  /** Columns of the foot: whose page, opening hours, help. */
  foot: readonly { title: string; children: ComponentChildren }[]
  banner?: ComponentChildren
  tabs?: readonly NavItem[]
  /** The main act, kept at the bottom of a phone. */
  stickyAct?: ComponentChildren
  children: ComponentChildren
}

/** The frame of pages for everybody: flag band, head, content, foot. The menu of a phone is a `details`. */
export function PublicShell(props: PublicShellProps) {
  const t = useTexts()
  return (
    <div class="cs-pub" data-audience="citizen">
      <a class="cs-skip" href="#main">
        {t.skipToContent}
      </a>
      <div class="cs-flagband" />
      <header class="cs-pubhead">
        <div class="cs-wrap">
          <a class="nm" href={props.brand.href}>
            <Roundel logo={props.brand.logo} />
            <span>
              <b>
                <span class={props.brand.shortName ? 'cs-only-lg' : undefined}>{props.brand.name}</span>
                {props.brand.shortName && <span class="cs-only-sm">{props.brand.shortName}</span>}
              </b>
              {props.brand.note && <small>{props.brand.note}</small>}
            </span>
          </a>
          <nav aria-label={t.publicNavigation} class="cs-only-lg">
            <PublicLinks nav={props.nav} account={props.account} />
          </nav>
          <details class="cs-menu is-end cs-burger">
            <summary class="btn btn-quiet">
              <Icon name="menu-2" />
              {t.contents}
            </summary>
            <nav class="cs-menu-b" aria-label={t.publicNavigation}>
              <PublicLinks nav={props.nav} account={props.account} />
            </nav>
          </details>
        </div>
      </header>
      {props.banner && <div class="cs-wrap">{props.banner}</div>}
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer class="cs-pubfoot">
        <div class="cs-wrap">
          {props.foot.map(column => (
            <div key={column.title}>
              <b>{column.title}</b>
              {column.children}
            </div>
          ))}
        </div>
      </footer>
      {props.stickyAct && <div class="cs-stickact">{props.stickyAct}</div>}
      {props.tabs && <TabBar tabs={props.tabs} />}
      <OfflineLine />
    </div>
  )
}

export type SignInShellProps = {
  brand: Brand
  /** Under the panel: whom to call. */
  help?: ComponentChildren
  children: ComponentChildren
}

/** The door: flag band, drum lines, one panel, in which the page sets its own heading. */
export function SignInShell({ brand, help, children }: SignInShellProps) {
  return (
    <div class="cs-staff cs-door">
      <div class="cs-flagband" />
      <div class="cs-center">
        <Drum />
        <main id="main">
          <div class="cs-sign">
            <Mark brand={brand} />
            {children}
          </div>
          {help && <p class="cap cs-door-help">{help}</p>}
        </main>
      </div>
    </div>
  )
}

/** A word between two ways of doing the same. */
export function Or({ children }: { children: ComponentChildren }) {
  return <div class="cs-or">{children}</div>
}

/** The width of citizens' pages. */
export function Wrap({ children }: { children: ComponentChildren }) {
  return <div class="cs-wrap">{children}</div>
}

function PublicLinks({ nav, account }: Pick<PublicShellProps, 'nav' | 'account'>) {
  return (
    <>
      {nav.map(link => (
        <a href={link.href} aria-current={link.current ? 'page' : undefined} key={link.href}>
          {link.label}
        </a>
      ))}
      {account && (
        <a class="btn btn-quiet" href={account.href}>
          <Icon name={account.icon ?? 'user'} />
          {account.label}
        </a>
      )}
    </>
  )
}
