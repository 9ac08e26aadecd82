import { inLang, notFound, type Download, type InputOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { formatDateTime, formatNumber, toIsoDate } from '@congso/ui'
import type { exportNumbers as endpoint, NumberLine } from '../contract.ts'
import { pageOfNumbers, type NumberFilter } from '../queries/number.ts'
import { seriesById } from '../queries/series.ts'
import { periodName } from './series-name.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

const mostRows = 50_000
const atOnce = 5000

/** Exactly the numbers that a filter of the register shows, as a sheet to file: newest first, voided ones with their reason. */
export async function exportNumbers(
  ctx: Ctx,
  { series, lang = 'vi', ...filter }: InputOf<typeof endpoint>,
): Promise<Download> {
  const t = inLang(lang, vi, en)
  const found = (await seriesById(ctx.db, ctx.scope('numbering.series.read'), ctx.now, series)) ?? notFound()
  const lines = [csvLine(t.sheet.heads)]
  for await (const one of numbersOf(ctx, found.id, filter)) {
    if (lines.length > mostRows) {
      lines.push(csvLine([t.sheet.cut(formatNumber(mostRows))]))
      break
    }
    const voided = one.voidedAt ? formatDateTime(one.voidedAt) : ''
    const reason = one.voidReason ?? ''
    lines.push(
      csvLine([periodName(t, one.period), String(one.value), one.text, formatDateTime(one.at), voided, reason]),
    )
  }
  // Without the mark office programs take the text for Latin-1.
  const body = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
  return { name: `${t.sheet.file}-${toIsoDate(ctx.now)}.csv`, type: 'text/csv; charset=utf-8', body }
}

async function* numbersOf(
  ctx: Ctx,
  series: Parameters<typeof pageOfNumbers>[1],
  filter: Omit<NumberFilter, 'after' | 'limit'>,
): AsyncGenerator<NumberLine> {
  for (let after: NumberFilter['after']; ;) {
    const page = await pageOfNumbers(ctx.db, series, { ...filter, after, limit: atOnce })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < atOnce) return
    after = { period: last.period, value: last.value }
  }
}

/** Cells in quotes; one that a spreadsheet would run as a formula is made plain text. */
function csvLine(cells: readonly string[]): string {
  return cells
    .map(text => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))
    .map(text => `"${text.replaceAll('"', '""')}"`)
    .join(',')
}
