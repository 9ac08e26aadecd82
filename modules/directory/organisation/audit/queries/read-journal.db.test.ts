import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { changePerson } from '../../person/contract.ts'
import { organisation } from '../../testing.ts'
import { changeUnit } from '../../unit/contract.ts'
import { readJournal } from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
})
afterAll(() => house.close())

describe('the journal', () => {
  test('is read newest first, page by page, without a row twice or left out', async () => {
    const { administrator } = office.actor
    const total = await house.pool.query<{ n: number }>('select count(*) as n from kernel.journal')
    const ids: number[] = []
    for (let before: number | undefined; ;) {
      const page = await house.run(readJournal, before ? { before } : {}, administrator)
      ids.push(...page.rows.map(row => row.id))
      if (page.next === null) break
      before = page.next
    }
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    expect(ids).toHaveLength(total.rows[0]!.n)
  })

  test('by thing, kind of fact and days, with who did it in which position', async () => {
    const { administrator } = office.actor
    const unit = office.units.police
    house.clock.advance(86_400_000)
    await house.run(changeUnit, { unit, version: 1, name: 'Công an xã Tân Hòa', kind: 'other' }, administrator)
    const one = await house.run(readJournal, { subject: unit }, administrator)
    expect(one.rows.map(row => [row.event, row.title, row.agency])).toEqual([
      ['directory.unit-changed', 'Quản trị hệ thống', 'UBND xã Tân Hòa'],
      ['directory.unit-opened', null, 'UBND xã Tân Hòa'],
    ])
    const count = async (input: object) => (await house.run(readJournal, input, administrator)).rows.length
    expect(await count({ from: '2026-11-20' })).toBe(1)
    expect(await count({ last: '2026-11-18' })).toBe(0)
    expect(await count({ from: '2026-11-20', event: 'directory.unit-opened' })).toBe(0)
    expect(await count({ from: '2026-11-20', event: 'directory' })).toBe(1)
    expect(await count({ from: '2026-11-20', event: 'directory.*' })).toBe(1)
    expect(await count({ event: 'dir_ctory' })).toBe(0)
  })

  test('says that there is personal data, and does not show it', async () => {
    const { person, name } = office.post('tan-hoa/economy/officer')
    await house.run(
      changePerson,
      { person, version: 1, name: 'Nguyễn Hữu Phước', phone: '0912345678' },
      office.actor.administrator,
    )
    const { rows } = await house.run(readJournal, { subject: person }, office.actor.administrator)
    expect(rows[0]).toMatchObject({
      event: 'directory.person-changed',
      hasPersonal: true,
      data: { fields: expect.arrayContaining(['phone']) },
    })
    expect(JSON.stringify(rows)).not.toContain('0912345678')
    expect(JSON.stringify(rows)).not.toContain(name)
  })

  test('shows whoever reads it for some agencies only the facts of those', async () => {
    const local = { ...office.actor.supervisor, rights: { 'directory.audit.read': { agencies: [office.agency] } } }
    const { rows } = await house.run(readJournal, {}, local)
    expect(new Set(rows.map(row => row.agency))).toEqual(new Set(['UBND xã Tân Hòa']))
    await expect(house.run(readJournal, {}, office.actor.leader)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
})
