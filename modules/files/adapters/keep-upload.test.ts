import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kept } from '../contract.ts'
import type { BlobStore } from '../ports.ts'
import { pdfBytes, pngBytes, sha256Of } from '../testing.ts'
import { clamdScanner } from './clamd.ts'
import { eicar, startClamd } from './clamd.testing.ts'
import { folderStore } from './folder.ts'
import { keepUpload, type KeepOptions } from './keep-upload.ts'

let root: string
let store: BlobStore

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'congso-keep-'))
  store = folderStore(root)
})
afterAll(() => rm(root, { recursive: true }))

describe('an upload', () => {
  test('is kept under its hash, with the type of its content', async () => {
    const bytes = pdfBytes()
    const upload = await keep('C:\\Hồ sơ\\Đơn.PDF', bytes)
    expect(upload).toEqual({
      name: 'Đơn.PDF',
      type: 'application/pdf',
      size: bytes.length,
      sha256: sha256Of(bytes),
      [kept]: 'unscanned',
    })
    expect(await store.has(upload.sha256)).toBe(true)
    expect(await keep('ảnh', pngBytes)).toMatchObject({ name: 'ảnh.png', type: 'image/png' })
    expect(await keep('ghi chú.txt', Buffer.from('Ông Nguyễn Văn A'))).toMatchObject({ type: 'text/plain' })
    expect(await keep('a.csv', Buffer.from('tên,tuổi\nA,1\n'))).toMatchObject({ type: 'text/csv' })
    expect(
      await keep(
        'đơn.docx',
        zipWith(
          '[Content_Types].xml',
          '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ),
      ),
    ).toMatchObject({
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
    expect(await keep('đơn.odt', zipWith('mimetype', 'application/vnd.oasis.opendocument.text'))).toMatchObject({
      type: 'application/vnd.oasis.opendocument.text',
    })
  })
  test.each([
    [
      'Đơn.pdf',
      Buffer.concat([pngBytes, pngBytes]),
      'files.type-lies',
      { name: 'Đơn.pdf', ending: 'pdf', actual: 'png' },
    ],
    [
      'ảnh.png',
      Buffer.from('MZ\x90\0\x03'.padEnd(200, '\0'), 'latin1'),
      'files.type-lies',
      { name: 'ảnh.png', ending: 'png', actual: 'exe' },
    ],
    [
      'a.pdf',
      Buffer.from('<html><script>alert(1)</script>'),
      'files.type-lies',
      { name: 'a.pdf', ending: 'pdf', actual: 'txt' },
    ],
    ['a.txt', Buffer.from([0x41, 0, 0x42]), 'files.type-lies', { name: 'a.txt', ending: 'txt', actual: '' }],
    ['a.txt', Buffer.from([0x41, 0xff, 0xfe, 0x42]), 'files.type-lies', { name: 'a.txt', ending: 'txt', actual: '' }],
    ['a.html', Buffer.from('<html>'), 'files.type-not-allowed', { name: 'a.html', ending: 'html' }],
    ['a.exe', Buffer.from('MZ\x90\0\x03'.padEnd(200, '\0'), 'latin1'), 'files.type-not-allowed', { ending: 'exe' }],
    ['a.pdf', Buffer.alloc(0), 'files.empty', { name: 'a.pdf' }],
  ])('%s is refused: %#', async (name, bytes, code, params) => {
    await expect(keep(name, bytes)).rejects.toMatchObject({ code, params })
    expect(await store.has(sha256Of(bytes))).toBe(false)
    expect(await readdir(join(root, 'incoming'))).toEqual([])
  })
  test('larger than the limit is refused, with no more than the limit ever written', async () => {
    const mostBytes = 100_000
    let sent = 0
    async function* endless() {
      for (; sent < 3_000_000; sent += 10_000) yield Buffer.alloc(10_000, '%PDF-1.4 ')
    }
    const watched: BlobStore = { ...store, put: (bytes, admit) => store.put(Readable.from(counted(bytes)), admit) }
    let written = 0
    async function* counted(bytes: AsyncIterable<Buffer>) {
      for await (const chunk of bytes) {
        written += chunk.length
        yield chunk
      }
    }
    await expect(
      keepUpload(watched, { mostBytes })(Readable.from(endless()), { name: 'a.pdf', type: '' }),
    ).rejects.toMatchObject({
      code: 'files.too-large',
      params: { name: 'a.pdf', limit: mostBytes },
    })
    expect(written).toBe(mostBytes)
    expect(sent).toBe(3_000_000)
    const exact = Buffer.concat([pdfBytes(), Buffer.alloc(mostBytes)]).subarray(0, mostBytes)
    expect(await keep('a.pdf', exact, { mostBytes })).toMatchObject({ size: mostBytes })
    expect(await readdir(join(root, 'incoming'))).toEqual([])
  })
  test('is looked at for viruses when there is a scanner, and let in by nobody else', async () => {
    const clamd = await startClamd(0)
    const scanner = clamdScanner({ address: clamd.address })
    expect(await keep('a.txt', Buffer.from('sạch'), { scanner })).toMatchObject({ [kept]: 'clean' })
    await expect(keep('a.txt', Buffer.from(eicar), { scanner })).rejects.toMatchObject({
      code: 'files.infected',
      params: { name: 'a.txt', virus: 'Eicar-Signature' },
    })
    expect(await store.has(sha256Of(Buffer.from(eicar)))).toBe(false)
    await clamd.stop()
    await expect(keep('a.txt', Buffer.from('sạch 2'), { scanner })).rejects.toMatchObject({
      code: 'files.scan-unavailable',
    })
    expect(await store.has(sha256Of(Buffer.from('sạch 2')))).toBe(false)
  })
})

async function keep(name: string, bytes: Buffer, options: KeepOptions = {}) {
  return await keepUpload(store, options)(Readable.from(bytes.length > 0 ? [bytes] : []), {
    name,
    type: 'application/x-anything',
  })
}

/** A zip archive of one stored file, as small office documents begin. */
function zipWith(name: string, content: string): Buffer {
  const [file, body] = [Buffer.from(name), Buffer.from(content)]
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(20, 4)
  local.writeUInt32LE(body.length, 18)
  local.writeUInt32LE(body.length, 22)
  local.writeUInt16LE(file.length, 26)
  const directory = Buffer.alloc(46)
  directory.writeUInt32LE(0x02014b50)
  return Buffer.concat([local, file, body, directory, file])
}
