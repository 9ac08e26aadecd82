import type { FileToRead } from '@congso/kernel/contract'
import type ExcelJS from '@protobi/exceljs'
import { readSheetText } from '../../domain/sheet-text.ts'
import { unpackedSize } from '../../domain/zip-size.ts'
import { refuse } from '../contract.ts'

const mostUnpacked = 40_000_000

/**
 * The cells of a spreadsheet file, by content and not by name: an XLSX workbook (its first sheet with something in it) or CSV
 * text in UTF-8. Rows stand where they stand in the file. Refuses what is neither.
 */
export async function readSheetFile(file: FileToRead): Promise<string[][]> {
  const bytes = Buffer.from(file.base64, 'base64')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return await readWorkbook(bytes, file.name)
  // What spreadsheets were saved as before 2007 holds cells no better than any other unknown bytes.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuse('directory.staff-file-old', { name: file.name }, 'file')
  return readSheetText(textOf(bytes, file.name))
}

async function readWorkbook(bytes: Buffer, name: string): Promise<string[][]> {
  const unpacked = unpackedSize(bytes)
  if (unpacked === null || unpacked > mostUnpacked) return refuse('directory.staff-file-unreadable', { name }, 'file')
  // Large, and needed seldom: loaded when it is.
  const { default: sheets } = await import('@protobi/exceljs')
  const book = new sheets.Workbook()
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    return refuse('directory.staff-file-unreadable', { name }, 'file')
  }
  for (const sheet of book.worksheets) {
    const cells = cellsOf(sheet)
    if (cells.length > 0) return cells
  }
  return []
}

function cellsOf(sheet: ExcelJS.Worksheet): string[][] {
  const rows: string[][] = []
  sheet.eachRow((row, no) => {
    const cells: string[] = []
    row.eachCell((cell, column) => {
      cells[column - 1] = cellText(cell.value).normalize('NFC').trim()
    })
    rows[no - 1] = Array.from(cells, text => text ?? '')
  })
  const all = Array.from(rows, row => row ?? [])
  while (all.length > 0 && all.at(-1)?.every(text => text === '')) all.pop()
  return all
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  // A spreadsheet's date has no zone and is read as one in UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map(part => part.text).join('')
  if ('text' in value) return cellText(value.text)
  if ('result' in value) return cellText(value.result)
  return ''
}

function textOf(bytes: Buffer, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    return refuse('directory.staff-file-encoding', { name }, 'file')
  }
  return refuse('directory.staff-file-unreadable', { name }, 'file')
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}
