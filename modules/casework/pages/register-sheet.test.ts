import exceljs from '@protobi/exceljs'
import { describe, expect, test } from 'vitest'
import type { DossierRow } from '../contract.ts'
import { deskRows, exampleRow, left } from './list-examples.testing.ts'
import { writeSheet } from './register-sheet.ts'

async function sheetOf(rows: DossierRow[], lang: 'vi' | 'en' = 'vi', most = 100) {
  const body = await writeSheet(
    listed(rows),
    ['DANH SÁCH', 'Điều kiện: quá hạn', 'Lê Thu Hằng xuất lúc 09:42'],
    lang,
    most,
  )
  const book = new exceljs.Workbook()
  await book.xlsx.load(body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength) as ArrayBuffer)
  const sheet = book.worksheets[0]
  if (!sheet) throw new Error('a workbook without a sheet')
  return sheet
}

describe('the register as a spreadsheet', () => {
  test('says what it is, then one row per dossier', async () => {
    const sheet = await sheetOf(deskRows)
    expect(sheet.getCell('A1').value).toBe('DANH SÁCH')
    expect(sheet.getCell('A2').value).toBe('Điều kiện: quá hạn')
    expect(sheet.getCell('B5').value).toBe('Mã hồ sơ')
    expect(sheet.rowCount).toBe(5 + deskRows.length)
    expect([1, 2, 3, 5, 6].map(column => sheet.getRow(6).getCell(column).value)).toEqual([
      1,
      'H99.15-261106-0007',
      'Cấp giấy phép xây dựng nhà ở riêng lẻ',
      'Đỗ Quang Vịnh',
      '274',
    ])
  })

  test('times are dates that read as the clock in Vietnam', async () => {
    const sheet = await sheetOf([exampleRow(1, { due: '18/11 16:10', remaining: left('late', 0, 3, 2, 100) })])
    expect(sheet.getRow(6).getCell(14).value).toEqual(new Date('2026-11-18T16:10:00.000Z'))
    expect(sheet.getRow(6).getCell(14).numFmt).toBe('hh:mm dd/mm/yyyy')
    expect(sheet.getRow(6).getCell(15).value).toBe('Quá 3 giờ 02 phút')
    expect(sheet.getRow(6).getCell(16).value).toBeNull()
  })

  test('what begins like a formula stays text', async () => {
    const sheet = await sheetOf([exampleRow(1, { due: '18/11 16:10', applicantName: '=HYPERLINK("http://x")' })])
    expect(sheet.getRow(6).getCell(5).value).toBe('=HYPERLINK("http://x")')
  })

  test('says when rows were left out', async () => {
    const sheet = await sheetOf(deskRows, 'en', 3)
    expect(sheet.rowCount).toBe(5 + 3 + 1)
    expect(sheet.getCell('A9').value).toBe(
      'Only the first 3 dossiers in the order shown. Filter more narrowly to export the rest.',
    )
  })
})

async function* listed(rows: DossierRow[]): AsyncGenerator<DossierRow> {
  yield* rows
}
