import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { epoch, inLang, type Download, type InputOf, type Lang } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { formatDate, formatDateTime, formatNumber, formatTimeSeconds, toIsoDate } from '@congso/ui'
import type { EventName, exportJournal as endpoint, JournalView } from '../contract.ts'
import { journalRows } from '../queries/read-journal.ts'
import { readEventNames } from '../store/event-name.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type Row = JournalView['rows'][number]

const mostRows = 50_000
const atOnce = 2000

/** Exactly the rows of the journal that a filter shows, newest first, at most 50,000; the last line says when some were left out. */
export async function exportJournal(
  ctx: Ctx,
  { as = 'xlsx', lang = 'vi', ...filter }: InputOf<typeof endpoint>,
): Promise<Download> {
  const t = inLang(lang, vi, en)
  const names = new Map((await readEventNames(ctx.db)).map(one => [one.event, one]))
  const lines = journalLines(ctx, filter, names, lang)
  const name = `${t.sheet.file}-${toIsoDate(ctx.now)}.${as}`
  if (as === 'csv') {
    const text: string[] = [csvLine(t.sheet.heads)]
    for await (const line of lines) text.push(csvLine(line))
    // Without the mark office programs take the text for Latin-1.
    return { name, type: 'text/csv; charset=utf-8', body: Buffer.from(`\uFEFF${text.join('\r\n')}\r\n`, 'utf8') }
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const made = t.sheet.made(ctx.actor.name, formatDateTime(ctx.now))
  return { name, type, body: await writeSheet(lines, made, lang) }
}

async function* journalLines(
  ctx: Ctx,
  filter: Omit<Parameters<typeof journalRows>[1], 'before'>,
  names: ReadonlyMap<string, EventName>,
  lang: Lang,
): AsyncGenerator<string[]> {
  const t = inLang(lang, vi, en)
  let left = mostRows
  for (let before: number | undefined; ;) {
    const rows = await journalRows(ctx, { ...filter, before }, Math.min(left, atOnce) + 1)
    const page = rows.slice(0, Math.min(left, atOnce))
    for (const row of page) yield lineOf(row, names.get(row.event)?.[lang] ?? row.event, lang)
    left -= page.length
    before = page.at(-1)?.id
    if (rows.length === page.length) return
    if (left === 0) return yield [t.sheet.cut(formatNumber(mostRows))]
    await setImmediate()
  }
}

function lineOf(row: Row, what: string, lang: Lang): string[] {
  const t = inLang(lang, vi, en)
  const nobody = row.actorKind === 'anonymous' ? t.anonymous : t.system
  return [
    `${formatDate(row.at)} ${formatTimeSeconds(epoch(row.at))}`,
    what,
    row.event,
    row.name ?? nobody,
    row.title ?? '',
    row.agency ?? '',
    row.subject,
    row.request,
    JSON.stringify(row.data),
  ]
}

/** Rows go to the file as they are read: never are all of them in memory as cells. */
async function writeSheet(lines: AsyncIterable<string[]>, made: string, lang: Lang): Promise<Uint8Array> {
  const t = inLang(lang, vi, en).sheet
  const parts: Uint8Array[] = []
  const stream = new Writable({
    write(part: Uint8Array, _encoding, done) {
      parts.push(part)
      done()
    },
  })
  // Large, and needed seldom: loaded when it is.
  const { default: ExcelJS } = await import('@protobi/exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(t.tab, { views: [{ state: 'frozen', ySplit: 3 }] })
  sheet.columns = widths.map(width => ({ width }))
  for (const line of [[made], []]) sheet.addRow(line).commit()
  const heads = sheet.addRow([...t.heads])
  heads.font = { bold: true }
  heads.commit()
  for await (const line of lines) sheet.addRow(line).commit()
  sheet.commit()
  await book.commit()
  return Buffer.concat(parts)
}

const widths = [20, 30, 32, 26, 26, 26, 38, 38, 80]

/** Cells in quotes; one that a spreadsheet would run as a formula is made plain text. */
function csvLine(cells: readonly string[]): string {
  return cells
    .map(text => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))
    .map(text => `"${text.replaceAll('"', '""')}"`)
    .join(',')
}
