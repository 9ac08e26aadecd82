import { inLang, pathTo, type Lang, type ReplyOf } from '@congso/kernel/contract'
import type { Frame } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  CellNote,
  EmptyState,
  FilterBar,
  formatNumber,
  LinkButton,
  Num,
  PageHead,
  Pager,
  Pick,
  Position,
  SearchBox,
  Table,
  Tag,
  Views,
  withQuery,
  type Column,
} from '@congso/ui'
import { listOffers, listProcedures, offerViews, showOffer, type OfferLine } from '../../contract.ts'
import { limitWords } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof listOffers>
type Props = PageProps<View>

/** What one agency receives, and under which terms. */
export function OffersPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).list
  const { agency, filter, counts } = view
  return (
    <>
      <PageHead
        title={t.title}
        context={agency?.name}
        actions={
          view.mayEdit &&
          agency && (
            <LinkButton
              href={pathTo(listProcedures, { agency: agency.id, view: 'not-offered' })}
              icon="plus"
              variant="primary"
            >
              {t.add}
            </LinkButton>
          )
        }
      />
      <Views
        views={offerViews.map(one => ({
          href: withQuery(page.path, { view: one === 'all' ? null : one, at: null }),
          label: t.views[one],
          count: counts[one],
          current: one === filter.view,
        }))}
      />
      <FilterBar>
        <SearchBox
          action={listOffers.path}
          value={filter.q}
          label={t.find}
          keep={{ agency: agency?.id, view: filter.view === 'all' ? undefined : filter.view }}
          live
        />
        {view.agencies.length > 1 && (
          <Pick
            label={t.agency}
            value={agency?.name}
            options={view.agencies.map(one => ({
              href: withQuery(page.path, { agency: one.id, at: null }),
              label: one.name,
              current: one.id === agency?.id,
            }))}
          />
        )}
      </FilterBar>
      {view.rows.length === 0 ? <Nothing view={view} page={page} /> : <Rows view={view} page={page} />}
    </>
  )
}

/** Where the list stands. */
export function offersFrame(view: View, page: Props['page']): Frame {
  const t = inLang(page.lang, vi, en).list
  return { footNote: view.rows.length > 0 ? <Position {...placeOf(view)} noun={t.noun} /> : undefined }
}

function Rows({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).list
  return (
    <>
      <Table caption={t.title} columns={columns(page.lang)} rows={view.rows} rowKey={row => row.id} opens />
      <Pager
        {...placeOf(view)}
        noun={t.noun}
        firstHref={view.at > 1 ? withQuery(page.path, { at: null }) : undefined}
        nextHref={view.next ? withQuery(page.path, { after: view.next, at: view.at + view.rows.length }) : undefined}
      />
    </>
  )
}

function columns(lang: Lang): Column<OfferLine>[] {
  const t = inLang(lang, vi, en).list
  return [
    {
      key: 'name',
      head: t.head.name,
      phone: 'title',
      cell: row => (
        <CellLines
          href={pathTo(showOffer, { offer: row.id })}
          title={row.name}
          note={
            <>
              <Num>{row.code}</Num> · {row.field}
            </>
          }
        />
      ),
    },
    {
      key: 'limit',
      head: t.head.limit,
      width: 170,
      cell: row => (
        <>
          <Num>{limitWords(lang, row.limit)}</Num>
          {row.cases > 0 && <CellNote>{t.cases(row.cases)}</CellNote>}
        </>
      ),
    },
    { key: 'unit', head: t.head.unit, width: 190, cell: row => row.unitName || t.noUnit },
    {
      key: 'process',
      head: t.head.process,
      width: 230,
      phone: 'hide',
      cell: row => (
        <>
          {row.processName}
          <CellNote>{row.totalHours === null ? t.uncounted : t.hours(formatNumber(row.totalHours))}</CellNote>
        </>
      ),
    },
    {
      key: 'state',
      head: '',
      width: 160,
      phone: 'side',
      cell: row => (row.open ? row.newer && <Tag state="soon">{t.newer}</Tag> : <Tag state="idle">{t.stopped}</Tag>),
    },
  ]
}

function Nothing({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).list
  if (view.agency && view.counts.all > 0) {
    const links = [
      { href: withQuery(page.path, { q: null, view: null, at: null }), icon: 'filter-off', label: t.clear } as const,
    ]
    return <EmptyState title={t.empty} tone="plain" links={links} />
  }
  const links = [{ href: listProcedures.path, icon: 'list-details', label: t.catalogue } as const]
  return (
    <EmptyState title={view.agency ? t.none : t.noAgency} tone="plain" links={links}>
      {t.noneWhy}
    </EmptyState>
  )
}

function placeOf({ at, rows, total }: View) {
  return { from: at, to: at + rows.length - 1, total }
}
