import { inLang } from '@congso/kernel/contract'
import type { PageContextValue } from '@congso/kernel/html'
import { formatNumber, Panel, ShareBar, Table, type Column } from '@congso/ui'
import type { Counts } from '../contract.ts'
import type { Figure } from '@congso/casework'
import { shareText, type ReportView } from './casework-report.tsx'
import { lineName } from './line-name.ts'
import { narrowedTo, openRows } from './open-rows.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Row = { key: string; name: string; counts: Counts; total: boolean }

const target = 95

/** The lines of the chosen grouping with their total; each number opens its dossiers. */
export function ReportLines({ view, page }: { view: ReportView; page: PageContextValue }) {
  const t = inLang(page.lang, vi, en)
  const lines: Row[] = view.lines.map(line => ({
    key: line.key,
    name: lineName(view, line, t),
    counts: line.counts,
    total: false,
  }))
  const rows: Row[] = [...lines, { key: 'total', name: t.whole, counts: view.total, total: true }]
  const number = (key: string, head: string, value: (counts: Counts) => number, figure: Figure): Column<Row> => ({
    key,
    head,
    align: 'right',
    num: true,
    cell: row => {
      const text = formatNumber(value(row.counts))
      const href =
        value(row.counts) === 0
          ? undefined
          : openRows(view, page.actor, figure, row.total ? {} : narrowedTo(view, row.key))
      return href ? <a href={href}>{text}</a> : text
    },
  })
  const columns: Column<Row>[] = [
    { key: 'name', head: t.lineHead, cell: row => (row.total ? <b>{row.name}</b> : row.name), phone: 'title' },
    number('carried', t.carried, counts => counts.carried, 'carried'),
    number('received', t.received, counts => counts.received, 'received'),
    number('resolved', t.resolved, counts => counts.resolved, 'resolved'),
    number('late', t.late, counts => counts.resolvedLate, 'resolved-late'),
    {
      key: 'share',
      head: t.share,
      cell: row =>
        row.counts.onTimeShare === null ? (
          shareText(row.counts)
        ) : (
          <ShareBar
            percent={row.counts.onTimeShare}
            text={formatNumber(row.counts.onTimeShare, 1)}
            target={target}
            from={80}
            {...(row.counts.onTimeShare < target ? { note: t.belowTarget } : {})}
          />
        ),
    },
    number('ended', t.ended, counts => counts.ended, 'ended'),
    number('pending', t.pending, counts => counts.pending, 'pending'),
    number('overdue', t.overdue, counts => counts.pendingOverdue, 'pending-overdue'),
  ]
  return (
    <Panel title={t.lines(t.groupings[view.by])} note={t.linesNote} flush>
      <Table
        caption={t.lines(t.groupings[view.by])}
        columns={columns}
        rows={rows}
        rowKey={row => row.key}
        report
        inPanel
      />
    </Panel>
  )
}
