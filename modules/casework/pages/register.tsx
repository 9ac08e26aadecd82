import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { Frame } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import {
  EmptyState,
  formatNumber,
  LinkButton,
  Num,
  PageHead,
  Pager,
  Position,
  Table,
  Views,
  withQuery,
} from '@congso/ui'
import { dossierSorts, type dossierRegister } from '../contract.ts'
import { rowsBefore } from '../queries/dossier-rows.ts'
import { listColumns } from './list-columns.tsx'
import { filtersIn, logHref, parameter, withoutFilters } from './list-filter.ts'
import { ListFilterBar, PrintLine } from './list-filter-bar.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

type View = ReplyOf<typeof dossierRegister>
type Props = PageProps<View>

const statuses = ['open', 'decided', 'returned', 'ended', 'all'] as const

/** Every dossier one may see, by anything printed on its receipt. */
export function RegisterPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  const status = statusIn(page.path)
  const sort = sortIn(page.path, status)
  const report = filtersIn(page.path).report
  return (
    <>
      <PageHead
        title={t.register.title}
        context={<Num>{countWords(view, page)}</Num>}
        actions={
          view.total > 0 && (
            <span class="cs-only-lg">
              <LinkButton href={logHref(page.path)} icon="download">
                {t.register.log}
              </LinkButton>
            </span>
          )
        }
      />
      {!report && (
        <Views
          views={statuses.map(one => ({
            href: withQuery(page.path, { status: one }),
            label: t.register.statuses[one],
            current: one === status,
          }))}
        />
      )}
      <ListFilterBar
        action="/dossiers"
        fields={view.fields}
        rows={view.rows}
        searchLabel={t.register.searchAll}
        open={status === 'open' || status === 'all'}
        exports={{ lang: page.lang }}
      >
        <span class="mut cs-only-lg">
          {t.filters.sortedBy} <b class="str">{t.filters.sorts[sort]}</b>
        </span>
      </ListFilterBar>
      <PrintLine list={t.register.statuses[status]} rows={view.rows} />
      {view.rows.length === 0 ? (
        <NothingFound page={page} status={status} />
      ) : (
        <>
          <Table
            caption={t.register.caption}
            columns={listColumns('register', 'register', page.lang)}
            rows={view.rows}
            rowKey={row => row.id}
            opens
            sort={{ by: sort, descending: sort === 'received', href: by => withQuery(page.path, { sort: by }) }}
          />
          <RegisterPager view={view} page={page} />
        </>
      )}
    </>
  )
}

/** The register's keys and, at the right, where the list stands. */
export function registerFrame(view: View, page: Props['page']): Frame {
  const t = inLang(page.lang, vi, en)
  return {
    keys: [
      { keys: ['J', 'K'], label: t.desk.keys.move },
      { keys: ['Enter'], label: t.desk.keys.open },
      { keys: ['/'], label: t.desk.keys.find },
      { keys: ['F'], label: t.desk.keys.filter },
      { keys: ['?'], label: t.desk.keys.all },
    ],
    footNote: view.rows.length > 0 ? <Position {...placeOf(view, page)} noun={t.dossiers} /> : undefined,
  }
}

function RegisterPager({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  const place = placeOf(view, page)
  if (!view.next && place.from === 1) return null
  return (
    <Pager
      {...place}
      noun={t.dossiers}
      firstHref={place.from > 1 ? withQuery(page.path, {}) : undefined}
      nextHref={view.next ? withQuery(page.path, { after: view.next }) : undefined}
    />
  )
}

function NothingFound({ page, status }: { page: Props['page']; status: string }) {
  const t = inLang(page.lang, vi, en).register
  const { q, ...others } = filtersIn(page.path)
  if (!q && Object.keys(others).length === 0 && status === 'all') {
    return (
      <EmptyState tone="plain" icon="folder-open" title={t.nothingYet}>
        {t.nothingYetNote}
      </EmptyState>
    )
  }
  const everywhere = {
    href: q ? withQuery('/dossiers', { q, status: 'all' }) : '/dossiers?status=all',
    icon: 'search',
    label: t.searchEverything,
  } as const
  const clear = {
    href: withoutFilters(page.path),
    icon: 'filter-off',
    label: inLang(page.lang, vi, en).desk.clear,
  } as const
  return (
    <EmptyState
      tone="plain"
      title={t.emptyTitle}
      links={[...(status === 'all' && q && Object.keys(others).length === 0 ? [] : [everywhere]), clear]}
    >
      {q ? t.emptySearch(q) : t.emptyOther}
    </EmptyState>
  )
}

function countWords(view: View, page: Props['page']): string {
  const t = inLang(page.lang, vi, en).register
  const n = formatNumber(view.total)
  return view.totalIsExact ? t.count(n) : t.atLeast(n)
}

function placeOf(
  view: View,
  page: Props['page'],
): { from: number; to: number; total: number; totalIsAtLeast: boolean } {
  const before = rowsBefore(parameter(page.path, 'after'))
  return { from: before + 1, to: before + view.rows.length, total: view.total, totalIsAtLeast: !view.totalIsExact }
}

/** A search looks at everything, the list at what is open, unless the address says otherwise. */
function statusIn(path: string): (typeof statuses)[number] {
  return statuses.find(one => one === parameter(path, 'status')) ?? (parameter(path, 'q') ? 'all' : 'open')
}

function sortIn(path: string, status: string): (typeof dossierSorts)[number] {
  const asked = parameter(path, 'sort')
  return (
    dossierSorts.find(one => one === asked) ?? (status === 'open' || !parameter(path, 'status') ? 'due' : 'received')
  )
}
