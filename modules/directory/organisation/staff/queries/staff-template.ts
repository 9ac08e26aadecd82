import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import ExcelJS from '@protobi/exceljs'
import { guard } from '../../domain/guard.ts'
import type { staffTemplate as endpoint } from '../contract.ts'
import { readStaffNames } from './staff-known.ts'

const headings = [
  ['Họ và tên (*)', 28],
  ['Ngày sinh', 13],
  ['Điện thoại', 15],
  ['Thư điện tử', 30],
  ['Đơn vị (*)', 36],
  ['Chức vụ (*)', 30],
  ['Vai trò', 36],
  ['Từ ngày', 13],
] as const

/** An empty sheet with the headings the import knows, and beside it the words of this agency to copy from. */
export async function staffTemplate(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  guard(ctx.actor, 'directory.organisation.edit', { agency: input.agency })
  const { agency, units, titles, roles } = await readStaffNames(ctx.db, input.agency, ctx.now)
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Cán bộ', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = headings.map(([header, width]) => ({ header, width, style: { numFmt: '@' } }))
  sheet.getRow(1).font = { bold: true }
  const words = book.addWorksheet('Danh mục')
  words.columns = ['Đơn vị', 'Chức vụ', 'Vai trò'].map(header => ({ header, width: 40 }))
  words.getRow(1).font = { bold: true }
  const longest = Math.max(units.length, titles.length, roles.length)
  for (let at = 0; at < longest; at += 1) words.addRow([units[at]?.name, titles[at]?.name, roles[at]?.name])
  const body = new Uint8Array(await book.xlsx.writeBuffer())
  return {
    name: `Mẫu nhập cán bộ - ${agency.name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  }
}
