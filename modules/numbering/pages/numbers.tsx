import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  CellLines,
  EmptyState,
  FilterBar,
  formatDateTime,
  formatNumber,
  LinkButton,
  Pager,
  Pick,
  SearchBox,
  Table,
  Tag,
  ThingHead,
  withQuery,
  type Column,
} from '@congso/ui'
import { exportNumbers, listNumbers, listSeries, openNumber, openSeries, type NumberLine } from '../contract.ts'
import { periodName, seriesName } from './series-name.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The register of the numbers a series has given. */
export function NumbersPage({ view, page }: PageProps<ReplyOf<typeof listNumbers>>) {
  const t = inLang(page.lang, vi, en)
  const { series } = view
  const filter = new URLSearchParams(page.path.split('?')[1])
  const [q, period, voided] = ['q', 'period', 'voided'].map(name => filter.get(name) ?? '')
  const set = [q, period, voided].filter(Boolean).length
  const here = pathTo(listNumbers, { series: series.id })
  const exportPath = pathTo(exportNumbers, { series: series.id, q, period, voided, lang: page.lang })
  const thing = { href: pathTo(openSeries, { series: series.id }), label: seriesName(t, series) }
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listSeries.path, label: t.title }, thing, { label: t.numbers.title }]} />}
        title={`${t.numbers.title}: ${seriesName(t, series)}`}
        meta={series.agency ? series.agencyName : t.list.shared}
        actions={
          <LinkButton href={exportPath} icon="file-spreadsheet" download>
            {t.sheet.export}
          </LinkButton>
        }
      />
      <FilterBar clearHref={set > 1 ? here : undefined}>
        <SearchBox
          action={here}
          {...(q ? { value: q } : {})}
          label={t.numbers.search}
          keep={{ period: period || undefined, voided: voided || undefined }}
        />
        <Pick
          label={t.numbers.period}
          {...(period ? { value: periodName(t, period), clearHref: withQuery(page.path, { period: null }) } : {})}
          options={view.periods.map(one => ({
            href: withQuery(page.path, { period: one.period }),
            label: periodName(t, one.period),
            count: one.last,
            current: one.period === period,
          }))}
        />
        <Pick
          label={t.numbers.state}
          {...(voided
            ? {
                value: voided === 'true' ? t.numbers.voided : t.numbers.valid,
                clearHref: withQuery(page.path, { voided: null }),
              }
            : {})}
          options={[
            { href: withQuery(page.path, { voided: false }), label: t.numbers.valid, current: voided === 'false' },
            { href: withQuery(page.path, { voided: true }), label: t.numbers.voided, current: voided === 'true' },
          ]}
        />
      </FilterBar>
      {view.numbers.length === 0 ? (
        <EmptyState title={set > 0 ? t.numbers.emptyFound : t.numbers.empty} tone="plain" />
      ) : (
        <Table
          caption={t.numbers.caption}
          columns={columnsFor(t, series.id)}
          rows={view.numbers}
          rowKey={number => `${number.period}-${number.value}`}
          opens
        />
      )}
      {(view.after || filter.has('after')) && (
        <Pager
          from={1}
          to={view.numbers.length}
          noun={t.numbers.noun}
          {...(filter.has('after') ? { firstHref: withQuery(page.path, {}) } : {})}
          {...(view.after ? { nextHref: withQuery(page.path, { after: view.after }) } : {})}
        />
      )}
    </>
  )
}

function columnsFor(t: typeof vi, series: string): Column<NumberLine>[] {
  return [
    {
      key: 'text',
      head: t.numbers.number,
      num: true,
      phone: 'title',
      cell: ({ text, period, value, voidReason }) => (
        <CellLines href={pathTo(openNumber, { series, period, value })} title={text} note={voidReason ?? undefined} />
      ),
    },
    {
      key: 'period',
      head: t.numbers.period,
      num: true,
      phone: 'line',
      width: 130,
      cell: one => periodName(t, one.period),
    },
    {
      key: 'value',
      head: t.number.count,
      num: true,
      align: 'right',
      phone: 'hide',
      width: 150,
      cell: one => formatNumber(one.value),
    },
    { key: 'at', head: t.numbers.at, num: true, phone: 'line', width: 170, cell: one => formatDateTime(one.at) },
    {
      key: 'state',
      head: t.numbers.state,
      phone: 'side',
      width: 120,
      cell: one => one.voidedAt && <Tag state="idle">{t.numbers.voided}</Tag>,
    },
  ]
}
