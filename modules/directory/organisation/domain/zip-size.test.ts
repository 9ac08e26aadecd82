import ExcelJS from '@protobi/exceljs'
import { expect, test } from 'vitest'
import { unpackedSize } from './zip-size.ts'

test('a workbook says what it unpacks to before it is unpacked', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('x')
  for (let row = 0; row < 2000; row += 1) sheet.addRow(['a'.repeat(100)])
  const packed = new Uint8Array(await book.xlsx.writeBuffer())
  const size = unpackedSize(packed)
  expect(packed.byteLength).toBeLessThan(40_000)
  expect(size).toBeGreaterThan(100_000)
  expect(unpackedSize(packed.subarray(0, packed.byteLength - 30))).toBeNull()
  expect(unpackedSize(new Uint8Array(10))).toBeNull()
  const lying = packed.slice()
  lying.fill(0, packed.byteLength - 6, packed.byteLength - 2)
  expect(unpackedSize(lying)).toBeNull()
})
