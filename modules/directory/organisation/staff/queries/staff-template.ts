import { localDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { formatDate } from '@congso/ui'
import { guard } from '../../domain/guard.ts'
import type { staffTemplate as endpoint } from '../contract.ts'
import { readStaffNames } from './staff-known.ts'
import { vi } from './texts.vi.ts'

/** An empty sheet with the headings the import knows; beside it an example and the words of this agency to copy from. */
export async function staffTemplate(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  guard(ctx.actor, 'directory.organisation.edit', { agency: input.agency })
  const { agency, units, titles, roles } = await readStaffNames(ctx.db, input.agency, ctx.now)
  // Large, and needed seldom: loaded when it is.
  const { default: ExcelJS } = await import('@protobi/exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(vi.sheet, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = vi.headings.map(([header, width]) => ({ header, width, style: { numFmt: '@' } }))
  sheet.getRow(1).font = { bold: true }
  const example = book.addWorksheet(vi.example)
  example.columns = vi.headings.map(([header, width]) => ({ header, width, style: { numFmt: '@' } }))
  example.getRow(1).font = { bold: true }
  const from = formatDate(localDate(ctx.now))
  example.addRow([...vi.person, units[0]?.name ?? '', vi.title, roles[1]?.name ?? '', from])
  const words = book.addWorksheet(vi.words)
  words.columns = vi.lists.map(header => ({ header, width: 40 }))
  words.getRow(1).font = { bold: true }
  const longest = Math.max(units.length, titles.length, roles.length)
  for (let at = 0; at < longest; at += 1) words.addRow([units[at]?.name, titles[at]?.name, roles[at]?.name])
  const body = new Uint8Array(await book.xlsx.writeBuffer())
  return {
    name: vi.fileName(agency.name),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  }
}
