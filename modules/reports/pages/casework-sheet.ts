import { inLang, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { formatDate, formatDateTime } from '@congso/ui'
import { refuse, type caseworkReportSheet as endpoint, type Counts } from '../contract.ts'
import { readCaseworkReport } from '../queries/casework.ts'
import { filterWords, lineName } from './line-name.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The report as shown, as a spreadsheet with the period, the filter and who made it. */
export async function caseworkSheet(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { lang, ...asked } = input
  const view = await readCaseworkReport(ctx, asked)
  if (view.problems.length > 0) refuse('reports.period-wrong')
  const t = inLang(lang ?? 'vi', vi, en)
  // Large, and needed seldom: loaded when it is.
  const { default: exceljs } = await import('@protobi/exceljs')
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet(t.title)
  sheet.addRow([`${view.title} – ${t.title}, ${formatDate(view.from)} – ${formatDate(view.to)}`]).font = {
    bold: true,
    size: 14,
  }
  sheet.addRow([`${t.asOf(formatDateTime(view.asOf))}. ${t.printed(ctx.actor.name, formatDateTime(ctx.now))}`])
  sheet.addRow([filterWords(view, t).join('; ')])
  sheet.addRow([
    t.lineHead,
    t.carried,
    t.received,
    t.resolved,
    t.early,
    t.exactly,
    t.late,
    t.share,
    t.ended,
    t.pending,
    t.overdue,
    t.online,
  ]).font = { bold: true }
  for (const line of view.lines) sheet.addRow([lineName(view, line, t), ...cells(line.counts)])
  sheet.addRow([t.whole, ...cells(view.total)]).font = { bold: true }
  sheet.getColumn(1).width = 48
  sheet.views = [{ state: 'frozen', ySplit: 4 }]
  const body = await book.xlsx.writeBuffer()
  return {
    name: `bao-cao-mot-cua-${view.from}-${view.to}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: new Uint8Array(body),
  }
}

function cells(counts: Counts): (number | string)[] {
  return [
    counts.carried,
    counts.received,
    counts.resolved,
    counts.resolvedEarly,
    counts.resolvedOnTime,
    counts.resolvedLate,
    counts.onTimeShare ?? '',
    counts.ended,
    counts.pending,
    counts.pendingOverdue,
    counts.online,
  ]
}
