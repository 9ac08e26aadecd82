import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  EmptyState,
  FilterBar,
  formatDateTime,
  LinkButton,
  PageHead,
  Pager,
  Pick,
  SearchBox,
  Table,
  Views,
  withQuery,
} from '@congso/ui'
import type { listAccounts } from '../../contract/administration.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof listAccounts>
type Row = View['rows'][number]
type Texts = typeof vi | typeof en

const states = ['active', 'closed', 'locked', 'must-change', 'never', 'no-second-factor'] as const
const here = '/directory/accounts'

/** All accounts within reach: found, filtered, and those that need looking after. */
export function AccountListPage({ view, page }: PageProps<View>) {
  const t = inLang<Texts>(page.lang, vi, en)
  return (
    <>
      <PageHead title={t.accounts.title} actions={<HeadActions t={t} />} />
      <StateViews view={view} t={t} path={page.path} />
      <FilterBar clearHref={view.q && view.state ? here : undefined}>
        <SearchBox action={here} value={view.q} label={t.accounts.search} keep={{ state: view.state ?? undefined }} />
        <Pick
          label={t.accounts.filter}
          value={wordFor(t, view.state)}
          clearHref={view.state ? withQuery(page.path, { state: null }) : undefined}
          options={states.map(state => ({
            href: withQuery(page.path, { state }),
            label: t.accounts.states[state],
            current: state === view.state,
          }))}
        />
      </FilterBar>
      <Table
        caption={t.accounts.caption}
        rows={view.rows}
        rowKey={row => row.account}
        opens
        columns={columnsFor(t)}
        empty={
          <EmptyState title={t.accounts.emptyTitle} tone="plain">
            {t.accounts.emptyText}
          </EmptyState>
        }
      />
      {view.rows.length > 0 && (
        <Pager
          from={1}
          to={view.rows.length}
          total={view.total}
          noun={t.accounts.noun}
          {...(page.path.includes('after=') ? { firstHref: withQuery(page.path, {}) } : {})}
          {...(view.next ? { nextHref: withQuery(page.path, { after: view.next }) } : {})}
        />
      )}
    </>
  )
}

function HeadActions({ t }: { t: Texts }) {
  return (
    <>
      <LinkButton href="/directory/sign-in-policy" icon="shield-check">
        {t.accounts.policy}
      </LinkButton>
      <LinkButton href={`${here}/new`} icon="user-plus" variant="primary">
        {t.accounts.create}
      </LinkButton>
    </>
  )
}

function StateViews({ view, t, path }: { view: View; t: Texts; path: string }) {
  const { counts } = view
  const one = (state: 'never' | 'must-change' | 'closed', count: number) => ({
    href: withQuery(path, { state }),
    label: t.accounts.states[state],
    count,
    current: view.state === state,
  })
  return (
    <Views
      views={[
        {
          href: withQuery(path, { state: null }),
          label: t.accounts.all,
          count: counts.all,
          current: view.state === null,
        },
        one('never', counts.never),
        one('must-change', counts.mustChange),
        one('closed', counts.closed),
      ]}
    />
  )
}

function columnsFor(t: Texts) {
  return [
    {
      key: 'person',
      head: t.accounts.person,
      phone: 'title' as const,
      cell: (row: Row) => <CellLines href={`${here}/${row.account}`} title={row.name} note={row.userName} />,
    },
    {
      key: 'place',
      head: t.accounts.place,
      cell: (row: Row) => <CellLines title={row.title || '—'} note={row.agencyName} />,
    },
    {
      key: 'state',
      head: t.accounts.state,
      width: 180,
      phone: 'side' as const,
      cell: (row: Row) => stateWords(row, t),
    },
    {
      key: 'second',
      head: t.accounts.second,
      width: 130,
      phone: 'hide' as const,
      cell: (row: Row) => (row.secondFactor ? t.accounts.yes : t.accounts.no),
    },
    {
      key: 'last',
      head: t.accounts.last,
      width: 150,
      num: true,
      cell: (row: Row) => (row.lastSignInAt ? formatDateTime(row.lastSignInAt) : t.accounts.neverUsed),
    },
  ]
}

function stateWords(row: Row, t: Texts): string {
  const { states: words } = t.accounts
  if (row.state === 'closed') return words.closed
  if (row.lockedUntil) return words.locked
  return row.mustChange ? words['must-change'] : words.active
}

function wordFor(t: Texts, state: string | null): string | undefined {
  const found = states.find(one => one === state)
  return found && t.accounts.states[found]
}
