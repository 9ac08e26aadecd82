import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { epoch, inLang, type Download, type InputOf, type Lang } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { formatDateTime, formatNumber, toIsoDate } from '@congso/ui'
import type { DossierRow, exportRegister } from '../contract.ts'
import { deskPages } from '../queries/desk.ts'
import { withRemaining } from '../queries/dossier-rows.ts'
import { registerPages } from '../queries/register.ts'
import { channelWords, remainingWords, stateWords } from './due-words.tsx'
import { filterWords } from './list-filter-bar.tsx'
import { en } from './list-texts.en.ts'
import { vi } from './list-texts.vi.ts'

type Input = InputOf<typeof exportRegister>
type Cell = string | number | Date | null

const mostRows = 50_000

/**
 * The filtered dossiers as XLSX, at most 50,000: the rows of the screen in its order, identifiers masked as there. The head
 * of the sheet says what was filtered, who exported it and when; the last line says so when rows were left out.
 */
export async function exportSheet(ctx: Ctx, input: Input): Promise<Download> {
  const { view, lang = 'vi', ...filter } = input
  const pages = view ? deskPages(ctx, view, filter, mostRows + 1) : registerPages(ctx, filter, mostRows + 1)
  const rows = async function* () {
    for await (const page of pages) yield* await withRemaining(ctx, page)
  }
  const t = inLang(lang, vi, en)
  const conditions = [
    ...(view ? [t.desk.views[view]] : [t.register.statuses[filter.status ?? (filter.q ? 'all' : 'open')]]),
    ...filterWords(filter, [], lang),
  ]
  const head = [
    t.sheet.title,
    t.sheet.filters(conditions.join('; ')),
    t.sheet.made(ctx.actor.name, formatDateTime(ctx.now)),
  ]
  const body = await writeSheet(rows(), head, lang, mostRows)
  return {
    name: `${t.sheet.file}-${toIsoDate(ctx.now)}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  }
}

/**
 * A spreadsheet of dossiers under a head. Rows go to the file as they are read: never are all of them in memory as cells.
 * Now and then it lets other requests have their turn.
 */
export async function writeSheet(
  rows: AsyncIterable<DossierRow>,
  head: readonly string[],
  lang: Lang,
  most: number,
): Promise<Uint8Array> {
  const t = inLang(lang, vi, en).sheet
  const file = collector()
  // Large, and needed seldom: loaded when it is.
  const { default: exceljs } = await import('@protobi/exceljs')
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: file.stream, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(t.tab, {
    views: [{ state: 'frozen', ySplit: head.length + 2 }],
    pageSetup: {
      orientation: 'landscape',
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- A4 in the file format; the library's enum exists only as a type
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${head.length + 2}:${head.length + 2}`,
    },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  for (const [index, line] of head.entries()) {
    const row = sheet.addRow([line])
    row.font = index === 0 ? { bold: true, size: 14 } : {}
    row.commit()
  }
  sheet.addRow([]).commit()
  const titles = sheet.addRow(columns.map(column => t.heads[column.key]))
  titles.font = { bold: true }
  titles.commit()
  let count = 0
  for await (const row of rows) {
    count += 1
    if (count > most) break
    const line = sheet.addRow(columns.map(column => column.cell(row, count, lang)))
    for (const [index, column] of columns.entries()) line.getCell(index + 1).style = column.date ? clock : plain
    line.commit()
    if (count % 500 === 0) await setImmediate()
  }
  if (count > most) sheet.addRow([t.cut(formatNumber(most))]).commit()
  sheet.commit()
  await book.commit()
  return file.bytes()
}

/** One object each: the library looks a style up by its identity, and by its whole content otherwise. */
const plain = {}
const clock = { numFmt: 'hh:mm dd/mm/yyyy' }

type SheetColumn = {
  key: keyof typeof vi.sheet.heads
  width: number
  date?: boolean
  cell: (row: DossierRow, no: number, lang: Lang) => Cell
}

const columns: readonly SheetColumn[] = [
  { key: 'no', width: 7, cell: (_, no) => no },
  { key: 'code', width: 21, cell: row => row.code },
  { key: 'procedure', width: 48, cell: row => row.procedureName },
  { key: 'field', width: 24, cell: row => row.field },
  { key: 'applicant', width: 26, cell: row => row.applicantName },
  { key: 'idTail', width: 12, cell: row => row.applicantId },
  { key: 'channel', width: 12, cell: (row, _, lang) => channelWords(row.channel, lang) },
  { key: 'state', width: 18, cell: (row, _, lang) => stateWords(row.state, lang) },
  { key: 'step', width: 24, cell: row => row.stepName },
  { key: 'unit', width: 26, cell: row => row.unitName },
  { key: 'assignee', width: 24, cell: row => row.assigneeName },
  { key: 'agency', width: 26, cell: row => row.agencyName },
  { key: 'received', width: 17, date: true, cell: row => sheetTime(row.receivedAt) },
  { key: 'due', width: 17, date: true, cell: row => sheetTime(row.dueAt) },
  { key: 'remaining', width: 24, cell: (row, _, lang) => remainingWords(row.remaining, lang, { state: row.state }) },
  { key: 'finished', width: 17, date: true, cell: row => sheetTime(row.finishedAt) },
  { key: 'returned', width: 17, date: true, cell: row => sheetTime(row.returnedAt) },
  { key: 'result', width: 20, cell: row => row.resultNo ?? '' },
]

/** A spreadsheet knows no time zones and shows UTC: the moment is written as the clock in Vietnam reads. */
function sheetTime(moment: string | null): Date | null {
  return moment === null ? null : new Date(epoch(moment) + 7 * 3_600_000)
}

function collector(): { stream: Writable; bytes: () => Uint8Array } {
  const parts: Uint8Array[] = []
  const stream = new Writable({
    write(part: Uint8Array, _encoding, done) {
      parts.push(part)
      done()
    },
  })
  return { stream, bytes: () => Buffer.concat(parts) }
}
