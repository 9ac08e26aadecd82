import { holds, inLang, type ReplyOf } from '@congso/kernel/contract'
import type { Frame } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import {
  EmptyState,
  formatLongDate,
  formatNumber,
  formatTime,
  LinkButton,
  Num,
  PageHead,
  Pager,
  Position,
  sameDay,
  Table,
  Views,
  withQuery,
  type RowGroup,
} from '@congso/ui'
import { deskViews, type desk, type DossierRow } from '../contract.ts'
import { rowsBefore } from '../queries/dossier-rows.ts'
import { DeskBulk, bulkForm, selectedIn } from './desk-bulk.tsx'
import { filtersIn, parameter, withoutFilters } from './list-filter.ts'
import { ListFilterBar, PrintLine } from './list-filter-bar.tsx'
import { listColumns } from './list-columns.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

type View = ReplyOf<typeof desk>
type Props = PageProps<View>

/** The work list: what needs me, most urgent first, and what can be done with several at once. */
export function DeskPage({ view, page }: Props) {
  const t = inLang(page.lang, vi, en)
  const selected = selectedIn(page)
  return (
    <>
      <PageHead
        title={t.desk.title}
        context={
          <Num>
            {formatLongDate(page.now, page.lang)} · {formatTime(page.now)}
          </Num>
        }
        actions={
          view.mayReceive && (
            <LinkButton href="/intake" variant="primary" icon="plus" kbd="N">
              {t.desk.receive}
            </LinkButton>
          )
        }
      />
      <Views
        views={deskViews.map(one => ({
          href: `/desk?view=${one}`,
          label: t.desk.views[one],
          count: view.counts[one] ?? 0,
          current: one === view.view,
        }))}
      />
      <ListFilterBar
        action="/desk"
        fields={view.fields}
        rows={view.rows}
        searchLabel={t.filters.search}
        open={view.view !== 'return'}
        exports={{ view: view.view, lang: page.lang }}
      >
        <span class="mut cs-only-lg">
          {t.filters.sortedBy}{' '}
          <b class="str">{view.view === 'return' ? t.filters.sorts.finished : t.filters.sorts.due}</b>
        </span>
      </ListFilterBar>
      <PrintLine list={t.desk.views[view.view]} rows={view.rows} />
      {view.rows.length === 0 ? (
        <NothingHere view={view} page={page} />
      ) : (
        <>
          <Table
            caption={`${t.desk.caption}: ${t.desk.views[view.view]}`}
            columns={listColumns(view.view === 'return' ? 'return' : 'desk', 'desk', page.lang).map(
              ({ sort: _sort, ...column }) => column,
            )}
            groups={groupsOf(view, page)}
            rowKey={row => row.id}
            opens
            select={{
              name: 'ids',
              form: bulkForm,
              label: row => t.onlySelected(row.code),
              checked: row => selected.includes(row.id),
            }}
          />
          <DeskPager view={view} page={page} />
          <DeskBulk view={view} mayHandle={holds(page.actor, 'casework.dossier.handle')} />
        </>
      )}
    </>
  )
}

/** The desk's keys and, at the right, where the list stands. */
export function deskFrame(view: View, page: Props['page']): Frame {
  const t = inLang(page.lang, vi, en)
  const place = placeOf(view, page)
  return {
    keys: [
      { keys: ['J', 'K'], label: t.desk.keys.move },
      { keys: ['X'], label: t.desk.keys.select },
      { keys: ['Enter'], label: t.desk.keys.open },
      { keys: ['/'], label: t.desk.keys.find },
      { keys: ['F'], label: t.desk.keys.filter },
      { keys: ['?'], label: t.desk.keys.all },
    ],
    footNote: view.rows.length > 0 ? <Position {...place} noun={t.dossiers} /> : undefined,
  }
}

function DeskPager({ view, page }: Props) {
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

/** Counting stops after a thousand: one more says only that there are more. */
const countedTo = 1000

function placeOf(
  view: View,
  page: Props['page'],
): { from: number; to: number; total: number; totalIsAtLeast: boolean } {
  const before = rowsBefore(parameter(page.path, 'after'))
  return {
    from: before + 1,
    to: before + view.rows.length,
    total: Math.min(view.total, countedTo),
    totalIsAtLeast: view.total > countedTo,
  }
}

/** By urgency where the promise orders the list; results and stopped clocks are one group without a name. */
function groupsOf(view: View, page: Props['page']): RowGroup<DossierRow>[] {
  const t = inLang(page.lang, vi, en).desk.groups
  if (view.view === 'return' || view.view === 'waiting') return [{ title: '', rows: view.rows }]
  const heaps = Map.groupBy(view.rows, row => urgencyOf(row, page.now))
  const of = (urgency: Urgency) => heaps.get(urgency) ?? []
  const groups: RowGroup<DossierRow>[] = [
    { title: t.late, state: 'late', count: view.urgency.late, rows: of('late') },
    { title: t.today, state: 'soon', count: view.urgency.today, rows: of('today') },
    { title: t.later, count: view.urgency.later, rows: of('later') },
    { title: t.hold, state: 'hold', count: view.urgency.hold, rows: of('hold') },
  ]
  return groups.filter(group => group.rows.length > 0)
}

type Urgency = 'late' | 'today' | 'later' | 'hold'

/** What falls due before midnight in Vietnam is due today, whatever share of its time is left. */
function urgencyOf(row: DossierRow, now: number): Urgency {
  if (row.remaining.state === 'hold') return 'hold'
  if (Date.parse(row.dueAt) < now) return 'late'
  return sameDay(row.dueAt, now) ? 'today' : 'later'
}

function NothingHere({ view, page }: Props) {
  const t = inLang(page.lang, vi, en).desk
  if (Object.keys(filtersIn(page.path)).length > 0) {
    return (
      <EmptyState
        tone="plain"
        title={t.noMatch}
        links={[{ href: withoutFilters(page.path), icon: 'filter-off', label: t.clear }]}
      >
        {t.noMatchNote(formatNumber(view.counts[view.view] ?? 0))}
      </EmptyState>
    )
  }
  const [title = '', note = ''] = t.empty[view.view]
  const heaps = (
    [
      ['mine', 'layout-list'],
      ['unit', 'users'],
      ['waiting', 'clock-pause'],
      ['return', 'package-export'],
    ] as const
  )
    .filter(([heap]) => heap !== view.view && (view.counts[heap] ?? 0) > 0)
    .map(([heap, icon]) => ({
      href: `/desk?view=${heap}`,
      icon,
      label: t.emptyLinks[heap](formatNumber(view.counts[heap] ?? 0)),
    }))
  return (
    <EmptyState
      title={title}
      links={[...heaps, { href: '/dossiers?status=all', icon: 'search', label: t.emptyLinks.find }]}
    >
      {note}
    </EmptyState>
  )
}
