import { covers, inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { Frame } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import {
  BulkBar,
  CellLines,
  Content,
  EmptyState,
  Form,
  formatNumber,
  Hidden,
  LinkButton,
  Num,
  PageHead,
  Pager,
  Position,
  Select,
  Table,
  Tag,
  Views,
  withQuery,
  type Column,
} from '@congso/ui'
import {
  catalogueViews,
  importFile,
  listImports,
  listProcedures,
  offerMany,
  showProcedure,
  type ProcedureRow,
} from '../../contract.ts'
import { words } from '../words/words.ts'
import { CatalogueFilters } from './filters.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof listProcedures>
type Props = PageProps<View>

/** The catalogue: found without accents, filtered, and for who may, chosen for an agency to receive. */
export function CataloguePage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).list
  const { filter, agency, counts } = view
  return (
    <>
      <PageHead
        title={t.title}
        context={<Num>{formatNumber(counts.all)}</Num>}
        actions={
          <>
            {covers(page.actor, importFile.permission, {}) && (
              <LinkButton href={listImports.path} icon="upload">
                {inLang(page.lang, vi, en).import.title}
              </LinkButton>
            )}
            {agency && (
              <LinkButton href={pathTo({ path: '/offers' }, { agency: agency.id })} icon="building-bank">
                {t.offersOf}
              </LinkButton>
            )}
          </>
        }
      />
      <Views
        views={catalogueViews
          .filter(one => agency || !one.endsWith('offered'))
          .map(one => ({
            href: withQuery(page.path, { view: one === 'all' ? null : one, at: null }),
            label: t.views[one],
            count: counts[one],
            current: one === filter.view,
          }))}
      />
      <CatalogueFilters view={view} />
      {view.rows.length === 0 ? <Nothing view={view} page={page} /> : <Rows view={view} page={page} />}
    </>
  )
}

/** The catalogue's keys and where the list stands. */
export function catalogueFrame(view: View, page: Props['page']): Frame {
  const t = inLang(page.lang, vi, en).list
  return { footNote: view.rows.length > 0 ? <Position {...placeOf(view)} noun={t.noun} /> : undefined }
}

function Rows({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).list
  const { agency } = view
  const canChoose = view.mayOffer && agency !== null
  return (
    <>
      <Table
        caption={t.title}
        columns={columns(page.lang)}
        rows={view.rows}
        rowKey={row => row.id}
        opens
        {...(canChoose
          ? { select: { name: 'procedures', form: 'offer-many', label: (row: ProcedureRow) => row.name } }
          : {})}
      />
      {canChoose && (
        <Form action={offerMany.path} id="offer-many" look="plain">
          <Hidden name="agency" value={agency.id} />
          <Content width="narrow">
            <Select
              name="handlingUnit"
              label={t.unit}
              options={view.units.map(unit => ({ value: unit.id, label: unit.name }))}
              empty={t.noUnit}
              width="medium"
            />
          </Content>
          <BulkBar form="offer-many" noun={t.noun} acts={[{ label: t.offer(agency.name), icon: 'plus', main: true }]} />
        </Form>
      )}
      <Pager
        {...placeOf(view)}
        noun={t.noun}
        firstHref={view.at > 1 ? withQuery(page.path, { at: null }) : undefined}
        nextHref={view.next ? withQuery(page.path, { after: view.next, at: view.at + view.rows.length }) : undefined}
      />
    </>
  )
}

function columns(lang: Props['page']['lang']): Column<ProcedureRow>[] {
  const t = inLang(lang, vi, en).list
  const w = words(lang)
  return [
    {
      key: 'name',
      head: t.head.name,
      phone: 'title',
      cell: row => (
        <CellLines
          href={pathTo(showProcedure, { procedure: row.id })}
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
      key: 'levels',
      head: t.head.levels,
      width: 150,
      cell: row => row.levels.map(level => w.levels[level]).join(', '),
    },
    {
      key: 'online',
      head: t.head.online,
      width: 140,
      phone: 'hide',
      cell: row => (row.onlineLevel ? w.onlineLevels[row.onlineLevel] : '–'),
    },
    {
      key: 'state',
      head: '',
      width: 190,
      phone: 'side',
      cell: row =>
        row.unread > 0 ? (
          <Tag state="soon">{t.unread(row.unread)}</Tag>
        ) : (
          row.offered && <Tag state="ok">{t.offered}</Tag>
        ),
    },
    {
      key: 'offers',
      head: t.head.offers,
      width: 100,
      align: 'right',
      num: true,
      phone: 'hide',
      cell: row => row.offers || '–',
    },
  ]
}

function Nothing({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).list
  const { q, level, field, online } = view.filter
  const filtered = Boolean(q || level || field || online) || view.counts.all > 0
  if (!filtered)
    return (
      <EmptyState title={t.none} tone="plain">
        {t.noneWhy}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t.empty}
      tone="plain"
      links={[{ href: listProcedures.path, icon: 'filter-off', label: t.clear }]}
    >
      {t.emptyWhy}
    </EmptyState>
  )
}

function placeOf({ at, rows, total }: View) {
  return { from: at, to: at + rows.length - 1, total }
}
