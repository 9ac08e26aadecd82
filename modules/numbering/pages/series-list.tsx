import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  CellLines,
  EmptyState,
  FilterBar,
  formatDate,
  LinkButton,
  PageHead,
  Pager,
  Pick,
  SearchBox,
  Table,
  toIsoDate,
  withQuery,
  type Column,
} from '@congso/ui'
import { listSeries, newSeries, openSeries, type SeriesLine } from '../contract.ts'
import { kindName, seriesName } from './series-name.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** All series of numbers the reader may see, each with the number it gives next. */
export function SeriesListPage({ view, page }: PageProps<ReplyOf<typeof listSeries>>) {
  const t = inLang(page.lang, vi, en)
  const filter = new URLSearchParams(page.path.split('?')[1])
  const [q, kind] = [filter.get('q') ?? '', filter.get('kind') ?? '']
  return (
    <>
      <PageHead
        title={t.title}
        actions={
          view.mayDefine && (
            <LinkButton href={newSeries.path} variant="primary" icon="plus">
              {t.list.add}
            </LinkButton>
          )
        }
      />
      <FilterBar clearHref={q && kind ? listSeries.path : undefined}>
        <SearchBox action={listSeries.path} value={q} label={t.list.search} keep={{ kind: kind || undefined }} />
        <Pick
          label={t.list.kind}
          {...(kind ? { value: kindName(t, kind), clearHref: withQuery(page.path, { kind: null }) } : {})}
          options={view.kinds.map(one => ({
            href: withQuery(page.path, { kind: one }),
            label: kindName(t, one),
            current: one === kind,
          }))}
        />
      </FilterBar>
      {view.series.length === 0 ? (
        <EmptyState title={q || kind ? t.list.emptyFound : t.list.empty} tone="plain">
          {q || kind ? undefined : t.list.emptyWhy}
        </EmptyState>
      ) : (
        <Table
          caption={t.list.caption}
          columns={columnsFor(t, page.now)}
          rows={view.series}
          rowKey={series => series.id}
          opens
        />
      )}
      {(view.after || filter.has('after')) && (
        <Pager
          from={1}
          to={view.series.length}
          noun={t.list.noun}
          {...(filter.has('after') ? { firstHref: withQuery(page.path, {}) } : {})}
          {...(view.after ? { nextHref: withQuery(page.path, { after: view.after }) } : {})}
        />
      )}
    </>
  )
}

function columnsFor(t: typeof vi, now: number): Column<SeriesLine>[] {
  return [
    {
      key: 'name',
      head: t.list.name,
      phone: 'title',
      cell: series => (
        <CellLines
          href={pathTo(openSeries, { series: series.id })}
          title={seriesName(t, series)}
          note={series.agency ? `${series.agencyName} · ${series.agencyCode}` : t.list.shared}
        />
      ),
    },
    {
      key: 'pattern',
      head: t.list.pattern,
      phone: 'hide',
      width: 260,
      cell: series => series.scheme && <code>{series.scheme.pattern}</code>,
    },
    {
      key: 'reset',
      head: t.list.reset,
      phone: 'line',
      width: 170,
      cell: series => series.scheme && t.resets[series.scheme.reset],
    },
    {
      key: 'next',
      head: t.list.next,
      num: true,
      phone: 'side',
      width: 240,
      cell: series => series.next ?? <span class="mut">{silence(t, series, now)}</span>,
    },
  ]
}

/** Why a series gives no number today. */
function silence(t: typeof vi, series: SeriesLine, now: number): string {
  if (series.validFrom > toIsoDate(now)) return t.list.starts(formatDate(series.validFrom))
  return series.validTo ? t.list.ended(formatDate(series.validTo)) : t.list.noNext
}
