import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pathTo, type FileToRead } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, listImports, listProcedures, showImport } from '../contract.ts'
import { publishedArchive } from '../domain/national-archive.testing.ts'
import { sampleText } from '../domain/sample-record.testing.ts'
import { openSite, type Site } from '../pages/site.testing.ts'

let site: Site
let csrf: { token: string; cookie: string }

beforeAll(async () => {
  site = await openSite()
  await site.house.facts()
  const opened = await site.app.inject({ url: listImports.path, headers: { cookie: session } })
  const browser = [opened.headers['set-cookie'] ?? []].flat().find(one => one.startsWith('congso_browser='))
  csrf = {
    token: /name="csrf" content="([^"]+)"/.exec(opened.body)?.[1] ?? '',
    cookie: `${session}; ${browser?.split(';')[0] ?? ''}`,
  }
})
afterAll(() => site.close())

const session = `congso=${Buffer.alloc(32, 5).toString('base64url')}`
const record = (code: string, more = {}) => sampleText({ code: ` ${code}`, ...more })

describe('a file of records', () => {
  test('is taken whole, each record or its reason, and told in the journal once', async () => {
    const files = { 'd/9.000001.txt': record('9.000001'), 'd/9.000002.txt': 'x', 'd/readme.md': 'no record' }
    const packed = gzipSync(await archiveOf(files))
    const { house, office } = site
    const done = await house.run(importFile, { file: fileOf('danh-muc.tar.gz', packed) }, office.actor.catalogue)
    expect(done).toMatchObject({ imported: 1, changed: 0, unchanged: 0, refused: 1 })
    const facts = await house.facts()
    expect(facts.map(one => one.event)).toEqual(['procedures.procedure-published', 'procedures.records-imported'])
    expect(facts[1]).toMatchObject({
      subject: done.import,
      data: { source: 'danh-muc.tar.gz', imported: 1, refused: 1 },
    })
    const view = await house.run(showImport, { import: done.import }, office.actor.catalogue)
    expect(view).toMatchObject({
      fileName: 'danh-muc.tar.gz',
      validFrom: '2026-11-19',
      refusals: [{ file: '9.000002.txt', reason: 'not-a-record' }],
    })
    const again = { file: fileOf('9.000001.txt', Buffer.from(record('9.000001'))), source: 'cổng' }
    expect(await house.run(importFile, again, office.actor.catalogue)).toMatchObject({ imported: 0, unchanged: 1 })
    const renamed = { file: fileOf('9.000001.txt', Buffer.from(record('9.000001', { name: ' Tên mới' }))) }
    expect(await house.run(importFile, renamed, office.actor.catalogue)).toMatchObject({ changed: 1 })
    const older = { file: fileOf('9.000001.txt', Buffer.from(record('9.000001'))), validFrom: '2025-01-01' }
    const refused = await house.run(importFile, older, office.actor.catalogue)
    expect((await house.run(showImport, { import: refused.import }, office.actor.catalogue)).refusals).toEqual([
      { file: '9.000001.txt', reason: 'older-than-current', detail: '2026-11-19' },
    ])
    await house.facts()
  })

  test('that is broken or holds no record is refused, and nothing of it is taken', async () => {
    const { house, office } = site
    const whole = gzipSync(await archiveOf({ '9.000011.txt': record('9.000011'), '9.000012.txt': record('9.000012') }))
    const run = (file: FileToRead) => house.run(importFile, { file }, office.actor.catalogue)
    for (const bytes of [whole.subarray(0, whole.length - 20), Buffer.from('1f8b000000', 'hex')])
      await expect(run(fileOf('a.tar.gz', bytes))).rejects.toMatchObject({
        code: 'procedures.archive-broken',
        field: 'file',
      })
    for (const bytes of [gzipSync(await archiveOf({ 'a.md': 'x' })), Buffer.alloc(0)])
      await expect(run(fileOf('a.tar.gz', bytes))).rejects.toMatchObject({ code: 'procedures.no-records' })
    expect((await house.run(listProcedures, { q: '9.00001' })).rows).toEqual([])
    expect(await house.facts()).toEqual([])
  })

  test('is for the keeper of the catalogue of the whole house', async () => {
    const { house, office } = site
    const file = fileOf('9.000021.txt', Buffer.from(record('9.000021')))
    const local = {
      ...office.actor.catalogue,
      rights: { 'procedures.catalogue.edit': { agencies: [office.agency] } },
    }
    for (const actor of [office.actor.clerk, local]) {
      await expect(house.run(importFile, { file }, actor)).rejects.toMatchObject({ code: 'kernel.forbidden' })
      await expect(house.run(listImports, {}, actor)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    }
    await expect(house.run(showImport, { import: newId<'import'>() }, office.actor.catalogue)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
})

describe('in a browser', () => {
  test('a file is handed in, and the page says what came of it', async () => {
    const sent = await hand('9.000031.txt', Buffer.from(record('9.000031')))
    expect(sent.statusCode).toBe(303)
    const page = await site.get(String(sent.headers.location))
    expect(page.status).toBe(200)
    expect(page.body).toContain('Đã đọc hết mọi thủ tục trong tệp.')
    const bad = await hand('hỏng.txt', Buffer.from('không phải'))
    const report = (await site.get(String(bad.headers.location))).body
    expect(report).toContain('Không phải bản ghi thủ tục')
    expect((await site.get(String(bad.headers.location), 'en')).body).toContain('Not a record of a procedure')
    const list = (await site.get(listImports.path)).body
    expect(list).toContain('hỏng.txt')
    expect(list).toContain('0 mới, 0 có bản mới, 0 không đổi, 1 không nhận')
    expect((await site.get(pathTo(listProcedures))).body).toContain('Nạp danh mục từ tệp')
  })

  test('what is refused stands at the form; what is too large is not even held', async () => {
    const broken = await hand('a.tar.gz', Buffer.from('1f8b000000', 'hex'))
    expect(broken.statusCode).toBe(409)
    expect(broken.body).toContain('Tệp nén a.tar.gz bị hỏng')
    const none = await hand('', Buffer.alloc(0))
    expect(none.statusCode).toBe(422)
    const large = await hand('a.txt', Buffer.alloc(21 * 1024 * 1024, 'x'))
    expect(large.statusCode).toBe(413)
    expect(large.body).toContain('20 MB')
  })

  test.skipIf(!publishedArchive)('the whole catalogue goes in at once', { timeout: 120_000 }, async () => {
    const sent = await hand('national-procedures.tar.gz', readFileSync(publishedArchive ?? ''))
    const report = (await site.get(String(sent.headers.location))).body
    expect(report).toContain('Đã đọc hết mọi thủ tục trong tệp.')
    expect(report).toContain('3.905')
  })
})

async function hand(name: string, bytes: Buffer) {
  const boundary = 'x-x-x'
  const field = (key: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const head = field('_csrf', csrf.token) + field('_back', listImports.path) + field('validFrom', '19/11/2026') + file
  return await site.app.inject({
    method: 'POST',
    url: importFile.path,
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { cookie: csrf.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}

async function archiveOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const packed = pack()
  for (const [name, text] of Object.entries(files)) packed.entry({ name }, text)
  packed.finalize()
  return await buffer(packed)
}

function fileOf(name: string, bytes: Buffer): FileToRead {
  return { name, base64: bytes.toString('base64') }
}
