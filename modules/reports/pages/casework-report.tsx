import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import {
  Banner,
  Button,
  ChartFigure,
  Columns,
  Content,
  DateField,
  EmptyState,
  FilterBar,
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatNumber,
  LinkButton,
  PageHead,
  Panel,
  Pick,
  Stats,
  withQuery,
} from '@congso/ui'
import { caseworkReport, groupings, type Counts } from '../contract.ts'
import { barChart } from './bar-chart.ts'
import { ReportLines } from './report-lines.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

export type ReportView = ReplyOf<typeof caseworkReport>

/** Casework of a period: figures, course, lines; every number opens its dossiers. */
export function CaseworkReportPage({ view, page }: PageProps<ReportView>) {
  const t = inLang(page.lang, vi, en)
  const empty = view.total.carried + view.total.received === 0
  return (
    <>
      <PageHead
        title={`${t.title}, ${formatDate(view.from)} – ${formatDate(view.to)}`}
        context={t.asOf(formatDateTime(view.asOf))}
        actions={<Acts page={page} />}
      />
      <Filters view={view} page={page} />
      <Content>
        {!view.total.balanced && <Banner kind="late">{t.unbalanced}</Banner>}
        {empty ? (
          <EmptyState title={t.emptyTitle} tone="plain">
            {t.emptyWhy}
          </EmptyState>
        ) : (
          <>
            <Panel flush>
              <Stats items={headline(view, page)} />
            </Panel>
            <Columns main={<Course view={view} page={page} />} side={<Outcome view={view} page={page} />} />
            <ReportLines view={view} page={page} />
            <p class="cap">
              {view.total.balanced ? t.balanced : t.unbalanced}{' '}
              <span class="cs-print-only">{t.printed(page.actor.name, formatDateTime(page.now))}</span>
            </p>
          </>
        )}
      </Content>
    </>
  )
}

function Acts({ page }: { page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const query = page.path.split('?')[1]
  return (
    <>
      <LinkButton href={`/reports/casework.xlsx${query ? `?${query}` : ''}`} icon="download">
        {t.exportSheet}
      </LinkButton>
      <Button type="button" icon="printer" id="print" kbd="P">
        {t.print}
      </Button>
    </>
  )
}

function Filters({ view, page }: { view: ReportView; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const set = (patch: Record<string, string | null>) => withQuery(page.path, patch)
  const { filter } = view
  const nameOf = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find(one => one.id === id)?.name
  return (
    <FilterBar end={<span class="mut">{t.hint}</span>}>
      <Pick label={t.period} value={`${formatDayMonth(view.from)} – ${formatDate(view.to)}`} icon="calendar">
        <form method="get" action="/reports/casework" class="cs-menu-form">
          <DateField name="from" label={t.from} value={view.from} />
          <DateField name="to" label={t.to} value={view.to} />
          <input type="hidden" name="by" value={view.by} />
          {filter.agency && <input type="hidden" name="agency" value={filter.agency} />}
          <Button variant="primary">{t.show}</Button>
        </form>
      </Pick>
      <Pick
        label={t.by}
        value={t.groupings[view.by]}
        options={groupings.map(by => ({ href: set({ by }), label: t.groupings[by], current: by === view.by }))}
      />
      {view.agencies.length > 1 && (
        <Pick
          label={t.agency}
          value={nameOf(view.agencies, filter.agency) ?? ''}
          clearHref={set({ agency: null })}
          options={view.agencies.map(one => ({
            href: set({ agency: one.id, unit: null }),
            label: one.name,
            current: one.id === filter.agency,
          }))}
        />
      )}
      <Pick
        label={t.unit}
        value={nameOf(view.units, filter.unit) ?? ''}
        clearHref={set({ unit: null })}
        options={view.units.map(one => ({
          href: set({ unit: one.id }),
          label: one.name,
          current: one.id === filter.unit,
        }))}
      />
      <Pick
        label={t.field}
        value={filter.field ?? ''}
        clearHref={set({ field: null })}
        options={view.fields.map(field => ({ href: set({ field }), label: field, current: field === filter.field }))}
      />
      <Pick
        label={t.channel}
        value={
          filter.channel === 'direct' || filter.channel === 'online' || filter.channel === 'postal'
            ? t.channels[filter.channel]
            : ''
        }
        clearHref={set({ channel: null })}
        options={(['direct', 'online', 'postal'] as const).map(channel => ({
          href: set({ channel }),
          label: t.channels[channel],
          current: channel === filter.channel,
        }))}
      />
      {view.previous && (
        <Pick
          label={t.compareWith(formatDayMonth(view.previous.from), formatDate(view.previous.to))}
          value=" "
          clearHref={set({ compare: 'none' })}
        />
      )}
    </FilterBar>
  )
}

/** The register filtered to exactly the dossiers behind a figure of this report. */
export function openRows(view: ReportView, figure: string, more: Record<string, string | undefined> = {}): string {
  const { filter } = view
  return pathTo(
    { path: '/dossiers' },
    {
      report: figure,
      from: view.from,
      to: view.to,
      agency: filter.agency,
      field: filter.field,
      channel: filter.channel,
      status: 'all',
      ...more,
    },
  )
}

function headline(view: ReportView, page: PageContextValue) {
  const t = inLang(page.lang, vi, en)
  const { total } = view
  const change = (now: number, before: number | undefined) =>
    before === undefined
      ? undefined
      : now === before
        ? t.same
        : now > before
          ? t.more(formatNumber(now - before))
          : t.fewer(formatNumber(before - now))
  const before = view.previous?.total
  return [
    { label: t.carried, value: formatNumber(total.carried), href: openRows(view, 'carried'), note: t.carriedNote },
    {
      label: t.received,
      value: formatNumber(total.received),
      href: openRows(view, 'received'),
      note: change(total.received, before?.received),
    },
    {
      label: t.resolved,
      value: formatNumber(total.resolved),
      href: openRows(view, 'resolved'),
      note: change(total.resolved, before?.resolved),
    },
    {
      label: t.onTime,
      value: shareText(total),
      href: openRows(view, 'resolved'),
      note: t.onTimeOf(formatNumber(total.resolvedEarly + total.resolvedOnTime), formatNumber(total.resolved)),
    },
    {
      label: t.pending,
      value: formatNumber(total.pending),
      href: openRows(view, 'pending'),
      note: total.pendingOverdue > 0 ? t.overdueNow(formatNumber(total.pendingOverdue)) : t.noneOverdue,
      late: total.pendingOverdue > 0,
    },
  ]
}

/** The share as people read it, a dash when nothing was resolved. */
export function shareText(counts: Counts): string {
  return counts.onTimeShare === null ? '–' : `${formatNumber(counts.onTimeShare, 1)} %`
}

function Course({ view, page }: { view: ReportView; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const labels = view.course.map(part =>
    part.from === part.to ? formatDayMonth(part.from) : `${formatDayMonth(part.from)}–${formatDayMonth(part.to)}`,
  )
  const svg = barChart({
    labels,
    series: [
      { name: t.received, values: view.course.map(part => part.received) },
      { name: t.resolved, values: view.course.map(part => part.resolved) },
    ],
  })
  const cells = (figure: 'received' | 'resolved') =>
    view.course.map(part => ({
      text: formatNumber(part[figure]),
      href: openRows(view, figure, { from: part.from, to: part.to }),
    }))
  return (
    <Panel title={t.course} note={t.courseUnit}>
      <ChartFigure
        svg={svg}
        label={t.course}
        table={{
          heads: labels,
          rows: [
            { label: t.received, cells: cells('received') },
            { label: t.resolved, cells: cells('resolved') },
          ],
        }}
      />
    </Panel>
  )
}

function Outcome({ view, page }: { view: ReportView; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const { total } = view
  const rows: [string, number, string][] = [
    [t.early, total.resolvedEarly, 'resolved-early'],
    [t.exactly, total.resolvedOnTime, 'resolved-on-time'],
    [t.late, total.resolvedLate, 'resolved-late'],
    [t.pending, total.pendingInTime, 'pending-in-time'],
    [t.overdue, total.pendingOverdue, 'pending-overdue'],
  ]
  return (
    <Panel title={t.resolved}>
      <table class="cs-bars num">
        <tbody>
          {rows.map(([label, value, figure]) => (
            <tr key={figure}>
              <th scope="row">{label}</th>
              <td class="r">
                <a href={openRows(view, figure)}>{formatNumber(value)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
