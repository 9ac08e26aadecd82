import { addDays, inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import type { PageProps } from '@congso/kernel/server'
import {
  Banner,
  BarList,
  ChartFigure,
  Columns,
  Content,
  EmptyState,
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatNumber,
  LinkButton,
  PageHead,
  Panel,
  PrintButton,
  Stats,
  withQuery,
} from '@congso/ui'
import type { Figure } from '@congso/casework'
import type { caseworkReport, Counts } from '../contract.ts'
import { barChart } from './bar-chart.ts'
import { filterWords } from './line-name.ts'
import { openOnline, openRows } from './open-rows.ts'
import { Filters, PeriodForm } from './report-filters.tsx'
import { ReportLines } from './report-lines.tsx'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

export type ReportView = ReplyOf<typeof caseworkReport>

/** Casework of a period: figures, course, lines; every number opens its dossiers. */
export function CaseworkReportPage({ view, page }: PageProps<ReportView>) {
  const t = inLang(page.lang, vi, en)
  const wrong = view.problems.length > 0
  const empty = view.total.carried + view.total.received === 0
  return (
    <>
      <PageHead
        title={wrong ? t.title : `${t.title}, ${formatDate(view.from)} – ${formatDate(view.to)}`}
        context={`${t.asOf(formatDateTime(view.asOf))} · ${t.hint}`}
        actions={<Acts page={page} />}
      />
      <Filters view={view} page={page} />
      <Content>
        {wrong && (
          <Panel title={t.notCounted}>
            <PeriodForm view={view} page={page} />
          </Panel>
        )}
        {!view.total.balanced && <Banner kind="late">{t.unbalanced}</Banner>}
        {wrong ? null : empty ? (
          <EmptyState title={t.emptyTitle} tone="plain">
            {t.emptyWhy}
          </EmptyState>
        ) : (
          <>
            <p class="cs-print-only">{filterWords(view, t).join('; ')}</p>
            <Stats items={headline(view, page)} />
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
      <LinkButton
        href={withQuery(`/reports/casework.xlsx${query ? `?${query}` : ''}`, { lang: page.lang })}
        icon="download"
      >
        {t.exportSheet}
      </LinkButton>
      <PrintButton kbd="P">{t.print}</PrintButton>
    </>
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
    {
      label: t.carried,
      value: formatNumber(total.carried),
      ...hrefOf(openRows(view, page.actor, 'carried')),
      note: t.carriedNote,
    },
    {
      label: t.received,
      value: formatNumber(total.received),
      ...hrefOf(openRows(view, page.actor, 'received')),
      note: change(total.received, before?.received),
    },
    {
      label: t.online,
      value: formatNumber(total.online),
      ...hrefOf(openOnline(view, page.actor)),
      note: total.onlineShare === null ? undefined : t.onlineOf(formatNumber(total.onlineShare, 1)),
    },
    {
      label: t.resolved,
      value: formatNumber(total.resolved),
      ...hrefOf(openRows(view, page.actor, 'resolved')),
      note: change(total.resolved, before?.resolved),
    },
    {
      label: t.onTime,
      value: shareText(total),
      ...hrefOf(openRows(view, page.actor, 'resolved')),
      note: t.onTimeOf(formatNumber(total.resolvedEarly + total.resolvedOnTime), formatNumber(total.resolved)),
    },
    {
      label: t.pending,
      value: formatNumber(total.pending),
      ...hrefOf(openRows(view, page.actor, 'pending')),
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
  const labels = view.course.map(partLabel)
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
      ...hrefOf(openRows(view, page.actor, figure, { from: part.from, to: part.to })),
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

/** `11/2026` for a whole month, else its days; they may break after the dash. */
function partLabel({ from, to }: ReportView['course'][number]): string {
  if (from.endsWith('-01') && addDays(to, 1).endsWith('-01')) return formatDate(from).slice(3)
  return from === to ? formatDayMonth(from) : `${formatDayMonth(from)}–\u200b${formatDayMonth(to)}`
}

/** How the period's dossiers ended, and how those left stand. */
function Outcome({ view, page }: { view: ReportView; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const { total } = view
  const rows: [string, number, Figure][] = [
    [t.early, total.resolvedEarly, 'resolved-early'],
    [t.exactly, total.resolvedOnTime, 'resolved-on-time'],
    [t.late, total.resolvedLate, 'resolved-late'],
    [t.ended, total.ended, 'ended'],
    [t.pendingInTime, total.pendingInTime, 'pending-in-time'],
    [t.pendingOverdue, total.pendingOverdue, 'pending-overdue'],
  ]
  return (
    <Panel title={t.outcome} note={t.courseUnit}>
      <BarList
        caption={t.outcome}
        items={rows.map(([label, value, figure]) => ({
          label,
          value,
          ...hrefOf(value === 0 ? undefined : openRows(view, page.actor, figure)),
        }))}
      />
    </Panel>
  )
}

function hrefOf(href: string | undefined): { href?: string } {
  return href === undefined ? {} : { href }
}
