import { holds, type Lang } from '@congso/kernel/contract'
import type { Frame, PageContextValue } from '@congso/kernel/html'
import type { Look, NavItem, ShellKind } from '@congso/kernel/server'
import {
  Banner,
  type Brand,
  isIconName,
  LinkButton,
  type NavGroup,
  PublicShell,
  RefusalPage,
  Shell,
  SignInShell,
} from '@congso/ui'
import type { ComponentChild } from 'preact'
import type { Assets } from './assets.ts'
import type { Names } from './names.ts'
import { frameTexts } from './texts.ts'

/** What pages stand in: the frames of the design system, filled with this installation's navigation. */
export function createLook(assets: Assets, names: Names): Look {
  return {
    assetsFolder: assets.folder,
    assets: assets.addresses,
    signIn: '/sign-in',
    home: actor =>
      actor.kind !== 'person'
        ? '/track'
        : holds(actor, 'casework.dossier.sign')
          ? '/leader'
          : holds(actor, 'casework.dossier.read')
            ? '/desk'
            : holds(actor, 'directory.organisation.read')
              ? '/directory/agencies'
              : '/account',
    siteName: lang => frameTexts(lang).product,
    shell: (kind, page, nav, content, idle, frame) => (
      <InShell kind={kind} page={page} names={names} nav={nav} content={content} idle={idle} frame={frame} />
    ),
    refusal: (page, what) => <Refused page={page} what={what} />,
  }
}

type InShellProps = {
  kind: ShellKind
  page: PageContextValue
  names: Names
  nav: readonly NavItem[]
  content: ComponentChild
  idle: number
  frame: Frame
}

function InShell({ kind, page, names, nav, content, idle, frame }: InShellProps) {
  const t = frameTexts(page.lang)
  const brand = brandOf(page, names, kind)
  const flash = page.flash && <Banner kind={page.flash.kind}>{page.flash.text}</Banner>
  if (kind === 'sign-in')
    return (
      <SignInShell brand={brand} help={frame.footNote ?? t.help}>
        {content}
      </SignInShell>
    )
  if (kind === 'bare') return <main id="main">{content}</main>
  if (kind === 'public') {
    return (
      <PublicShell
        brand={brand}
        nav={[{ href: '/track', label: t.track }]}
        account={{ href: '/sign-in', label: t.signIn, icon: 'login' }}
        foot={[
          { title: brand.name, children: <p>{t.openSource}</p> },
          { title: t.hours, children: <p>{t.hoursText}</p> },
        ]}
        banner={flash}
        stickyAct={frame.stickyAct}
      >
        {content}
      </PublicShell>
    )
  }
  return (
    <Shell
      brand={brand}
      groups={groupsFor(page, nav)}
      me={{ name: page.actor.name, note: page.actor.title || page.actor.unitName, menu: <MyMenu page={page} /> }}
      find={{ action: '/dossiers', label: t.find }}
      {...(idle > 0
        ? { idle: { seconds: idle, stay: '/api/session/stay', leave: '/sign-out', ended: '/sign-in?state=expired' } }
        : {})}
      banner={flash}
      {...(frame.keys ? { keys: frame.keys } : {})}
      footNote={frame.footNote}
      paper={frame.paper ?? false}
      {...(frame.tabs === 'leader' ? { tabs: leaderTabs(page) } : {})}
    >
      {content}
    </Shell>
  )
}

/** The agency one acts in, otherwise the one whose house this is; its short name where room is scarce. */
function brandOf(page: PageContextValue, names: Names, kind: ShellKind): Brand {
  const { product } = frameTexts(page.lang)
  const agency = page.actor.agency ? names.of(page.actor.agency) : names.house()
  const name = agency?.name ?? page.actor.agencyName
  const shortName = agency?.shortName || name
  if (!name) return { name: product, href: '/' }
  return { name: kind === 'public' ? name : shortName, shortName, note: product, href: '/' }
}

function MyMenu({ page }: { page: PageContextValue }) {
  const t = frameTexts(page.lang)
  const other: Lang = page.lang === 'vi' ? 'en' : 'vi'
  return (
    <ul>
      <li>
        <a href="/account">{t.myAccount}</a>
      </li>
      <li>
        <a href={`/language/${other}?back=${encodeURIComponent(page.path)}`} data-turbo="false">
          {other === 'en' ? t.english : t.vietnamese}
        </a>
      </li>
      <li>
        <form method="post" action="/sign-out">
          <input type="hidden" name="_csrf" value={page.csrf} />
          <button class="btn btn-bare" type="submit">
            {t.signOut}
          </button>
        </form>
      </li>
    </ul>
  )
}

const groupOrder = ['top', 'one-stop', 'follow', 'admin'] as const

/** Only what this person may open. */
function groupsFor(page: PageContextValue, nav: readonly NavItem[]): NavGroup[] {
  const t = frameTexts(page.lang)
  return groupOrder.flatMap(group => {
    const items = nav.filter(item => item.group === group && holds(page.actor, item.permission))
    if (items.length === 0) return []
    const title = t.groups[group]
    return [
      {
        ...(title ? { title } : {}),
        items: items.map(item => ({
          href: item.path,
          icon: isIconName(item.icon) ? item.icon : 'file',
          label: item.label[page.lang],
        })),
      },
    ]
  })
}

function leaderTabs(page: PageContextValue) {
  const t = frameTexts(page.lang).tabs
  return [
    { href: '/leader', icon: 'inbox', label: t.needMe },
    { href: '/dossiers?due=late', icon: 'alert-triangle', label: t.late },
    { href: '/reports/casework', icon: 'chart-bar', label: t.reports },
    { href: '/dossiers', icon: 'search', label: t.find },
  ] as const
}

function Refused({
  page,
  what,
}: {
  page: PageContextValue
  what: { status: number; code: string; message: string; request: string }
}) {
  const t = frameTexts(page.lang).refusal
  const title =
    what.status === 404
      ? t[404]
      : what.status === 403
        ? t[403]
        : what.status === 429
          ? t[429]
          : what.status >= 500
            ? t[500]
            : t.other
  return (
    <RefusalPage
      lead={title}
      title={what.message}
      why=""
      changed={t.nothingChanged}
      actions={
        <LinkButton href="/" variant="quiet">
          {t.back}
        </LinkButton>
      }
      rule={`${t.code}: ${what.code} · ${what.request}`}
    />
  )
}
