import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readArchive } from '../adapters/archive.ts'
import { publishedArchive } from '../domain/national-archive.testing.ts'
import { sampleText } from '../domain/sample-record.testing.ts'
import { procedures } from '../module.ts'
import { importCatalogue, type ImportReport } from './import-catalogue.ts'

let house: House

beforeAll(async () => {
  house = await openHouse([directory, procedures])
})
afterAll(() => house.close())

const options = { source: 'national portal', validFrom: '2026-11-19' }
const importPath = (path: string): Promise<ImportReport> =>
  importCatalogue((endpoint, input) => house.run(endpoint, input), readArchive(path), options)
const count = async (sql: string) => (await house.pool.query<{ n: number }>(`select count(*) as n ${sql}`)).rows[0]?.n

describe.skipIf(!publishedArchive)('the whole catalogue', () => {
  const archive = publishedArchive ?? ''

  test('is imported within a minute, every record or a reason', { timeout: 180_000 }, async () => {
    const before = performance.now()
    const report = await importPath(archive)
    const seconds = (performance.now() - before) / 1000
    expect(report.read).toBe(3905)
    expect(report.imported + report.refused.length).toBe(3905)
    expect(report.refused).toEqual([])
    expect(report.changed + report.unchanged).toBe(0)
    expect(report.unparsed['time-unreadable']).toBeGreaterThan(0)
    expect(await count('from procedures.version where valid_to is null')).toBe(3905)
    expect(await count('from procedures.procedure p join procedures.version v on v.id = p.current')).toBe(3905)
    expect(seconds).toBeLessThan(60)
  })

  test('imported again, changes nothing', { timeout: 180_000 }, async () => {
    const report = await importPath(archive)
    expect(report).toMatchObject({ read: 3905, imported: 0, changed: 0, unchanged: 3905, refused: [] })
    expect(await count('from procedures.version')).toBe(3905)
  })
})

describe('reading a source', () => {
  test('takes a folder, leaves out what is no record, and reads what cannot be decoded as such', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'records-'))
    await writeFile(join(folder, '9.000001.txt'), sampleText({ code: ' 9.000001' }))
    await writeFile(join(folder, '9.000002.txt'), Buffer.from([0xff, 0xfe, 0x00, 0x41]))
    await writeFile(join(folder, '9.000003.txt'), 'x'.repeat(3_000_000))
    await writeFile(join(folder, 'notes.md'), 'not a record')
    const report = await importPath(folder)
    expect(report).toMatchObject({ read: 3, imported: 1 })
    expect(report.refused.map(({ file, reason }) => `${file} ${reason}`).toSorted()).toEqual([
      '9.000002.txt not-text',
      '9.000003.txt too-large',
    ])
  })

  test('fails on a truncated archive and on a missing one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'records-'))
    const tar = await archiveOf(200)
    const zipped = gzipSync(tar)
    await writeFile(join(folder, 'cut.tar.gz'), zipped.subarray(0, zipped.length / 2))
    await expect(importPath(join(folder, 'cut.tar.gz'))).rejects.toThrow()
    await writeFile(join(folder, 'cut-inside.tar.gz'), gzipSync(tar.subarray(0, tar.length / 2 + 100)))
    await expect(importPath(join(folder, 'cut-inside.tar.gz'))).rejects.toThrow()
    await expect(importPath(join(folder, 'missing.tar.gz'))).rejects.toThrow('ENOENT')
  })
})

/** A tar archive of that many sample records. */
async function archiveOf(count: number): Promise<Buffer> {
  const tar = pack()
  for (let n = 1; n <= count; n++) {
    const code = `8.${String(n).padStart(6, '0')}`
    tar.entry({ name: `${code}.txt` }, sampleText({ code: ` ${code}` }))
  }
  tar.finalize()
  return await buffer(tar)
}
