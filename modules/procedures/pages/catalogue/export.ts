import { inLang, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { exportProcedures as endpoint } from '../../contract.ts'
import { allProcedures } from '../../queries/list-procedures.ts'
import { words } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** Exactly the procedures that the filter shows, as comma-separated values that office programs open by themselves. */
export async function exportProcedures(
  ctx: Ctx,
  { lang = 'vi', ...filter }: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const t = inLang(lang, vi, en).list
  const w = words(lang)
  const rows = await allProcedures(ctx, filter)
  const lines = rows.map(row => [
    row.code,
    row.name,
    row.field,
    row.levels.map(level => w.levels[level]).join(', '),
    row.onlineLevel ? w.onlineLevels[row.onlineLevel] : '',
    String(row.offers),
    String(row.unread),
  ])
  const head = [w.fields.code, w.fields.name, w.fields.field, w.fields.levels, t.online, t.head.offers, t.views.unread]
  const text = [head, ...lines].map(line => line.map(cell).join(',')).join('\r\n')
  // Without the mark office programs take the text for Latin-1.
  return { name: 'thu-tuc.csv', type: 'text/csv; charset=utf-8', body: Buffer.from(`\uFEFF${text}\r\n`, 'utf8') }
}

/** A cell in quotes; one that a spreadsheet would run as a formula is made plain text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}
