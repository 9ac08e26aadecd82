import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { anonymous } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRecords } from '../contract.ts'
import { sampleText } from '../domain/sample-record.testing.ts'
import { procedures } from '../module.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([directory, procedures])
  office = await buildOffice(house)
})
afterAll(() => house.close())

const file = (code: string, sections: Parameters<typeof sampleText>[0] = {}) => ({
  fileName: `${code}.txt`,
  text: sampleText({ code: ` ${code}`, ...sections }),
})
const take = (records: { fileName: string; text: string }[], validFrom = '2026-11-19') =>
  house.run(importRecords, { records, source: 'portal', validFrom }, office.actor.catalogue)
const versions = async (code: string) =>
  (
    await house.pool.query<{ no: number; valid_from: string; valid_to: string | null; name: string; current: boolean }>(
      `select v.no, v.valid_from, v.valid_to, v.name, v.id = p.current as current
       from procedures.version v join procedures.procedure p on p.id = v.procedure where p.code = $1 order by v.no`,
      [code],
    )
  ).rows

describe('importing records', () => {
  test('stores a new one as version 1 and journals it', async () => {
    await house.facts()
    expect(await take([file('9.100001'), file('9.100002')])).toEqual({
      imported: 2,
      changed: 0,
      unchanged: 0,
      refused: [],
      unparsed: expect.any(Object),
    })
    expect(await versions('9.100001')).toEqual([
      { no: 1, valid_from: '2026-11-19', valid_to: null, name: 'Cấp Giấy xác nhận mẫu', current: true },
    ])
    expect((await house.facts()).map(fact => fact.event)).toEqual([
      'procedures.procedure-published',
      'procedures.procedure-published',
      'procedures.records-imported',
    ])
  })

  test('makes a changed one a new version, with what changed in the journal', async () => {
    await take([file('9.100003')], '2026-11-01')
    await house.facts()
    const reply = await take([file('9.100003', { name: ' Cấp Giấy xác nhận mới' })])
    expect(reply).toMatchObject({ imported: 0, changed: 1, unchanged: 0 })
    expect(await versions('9.100003')).toMatchObject([
      { no: 1, valid_to: '2026-11-19', current: false },
      { no: 2, valid_from: '2026-11-19', valid_to: null, name: 'Cấp Giấy xác nhận mới', current: true },
    ])
    const changes = [{ field: 'name', before: ['Cấp Giấy xác nhận mẫu'], after: ['Cấp Giấy xác nhận mới'] }]
    expect((await house.facts())[0]).toMatchObject({
      event: 'procedures.procedure-changed',
      data: { code: '9.100003', no: 2, changes },
    })
  })

  test('changes nothing the second time, whatever the order of the entries', async () => {
    const text = file('9.100004')
    await take([text])
    const turned = { ...text, text: text.text.replaceAll('\n', '\r\n') }
    expect(await take([turned])).toMatchObject({ imported: 0, changed: 0, unchanged: 1 })
    expect(await versions('9.100004')).toHaveLength(1)
  })

  test('refuses what it cannot take, with the file and the reason, and takes the rest', async () => {
    await take([file('9.100005')], '2026-11-10')
    const reply = await take(
      [
        { fileName: 'empty.txt', text: ' ' },
        { fileName: '9.100006.txt', text: sampleText({ code: ' 9.100007' }) },
        file('9.100005', { name: ' Tên cũ hơn' }),
        file('9.100008'),
        file('9.100008', { name: ' Tên khác' }),
      ],
      '2026-11-01',
    )
    expect(reply).toMatchObject({ imported: 1, changed: 0 })
    expect(reply.refused).toEqual([
      { file: 'empty.txt', reason: 'empty', detail: '' },
      { file: '9.100006.txt', reason: 'code-differs-from-file-name', detail: '9.100007' },
      { file: '9.100008.txt', reason: 'code-twice', detail: '9.100008.txt' },
      { file: '9.100005.txt', reason: 'older-than-current', detail: '2026-11-10' },
    ])
    expect(await versions('9.100005')).toHaveLength(1)
  })

  test('two imports of the same new record at once make one version', async () => {
    const replies = await Promise.all([take([file('9.100009')]), take([file('9.100009')])])
    expect(replies.map(reply => `${reply.imported}/${reply.unchanged}`).toSorted()).toEqual(['0/1', '1/0'])
    expect(await versions('9.100009')).toHaveLength(1)
  })

  test('is for who keeps the catalogue of the whole house', async () => {
    const input = { records: [file('9.100010')], source: 'portal', validFrom: '2026-11-19' }
    await expect(house.run(importRecords, input, office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(house.run(importRecords, input, anonymous)).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
    const local = { 'procedures.catalogue.edit': { agencies: [office.agency] } }
    const keeper = { ...office.actor.clerk, rights: local }
    await expect(house.run(importRecords, input, keeper)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    expect(await versions('9.100010')).toEqual([])
  })
})
