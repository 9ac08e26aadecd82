import { mockNow, openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { organisation } from '../../testing.ts'
import { openUnit } from '../../unit/contract.ts'
import {
  changeAgency,
  closeAgency,
  listAgencies,
  moveAgency,
  openAgency,
  reopenAgency,
  showAgency,
} from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
  await house.facts()
})
afterAll(() => house.close())

const from = '2026-01-01'
const described = { name: 'Sở Nội vụ tỉnh Sơn Giang', shortName: 'Sở Nội vụ', kind: 'department' as const }
let next = 20
const open = async (parent = office.province) =>
  (await house.run(openAgency, { ...described, code: `H99.${(next += 1)}`, parent, from }, office.actor.administrator))
    .agency
const rightsVersion = async () =>
  (await house.pool.query<{ version: number }>('select version from kernel.rights')).rows[0]?.version ?? 0

describe('opening an agency', () => {
  test('puts it into the tree, says so in the journal and makes sessions ask anew', async () => {
    const before = await rightsVersion()
    const { administrator } = office.actor
    const { agency } = await house.run(
      openAgency,
      { ...described, code: ' h99.08 ', parent: office.province, from },
      administrator,
    )
    const view = await house.run(showAgency, { agency }, administrator)
    expect(view).toMatchObject({ code: 'H99.08', version: 1, validTo: null, mayEdit: true, units: [] })
    expect(view.above.map(one => one.name)).toEqual(['UBND tỉnh Sơn Giang'])
    expect(await house.facts()).toMatchObject([
      { event: 'directory.agency-opened', subject: agency, data: { code: 'H99.08', parent: office.province, from } },
    ])
    expect(await rightsVersion()).toBe(before + 1)
  })

  test.each([
    [{ code: 'H 99' }, 'directory.agency-code-invalid', 'code'],
    [{ code: 'H99.15' }, 'directory.agency-code-taken', 'code'],
    [{ from: '2024-01-01' }, 'directory.unit-outlives-parent', 'from'],
    [{ adminUnit: '99999' }, 'directory.admin-unit-unknown', 'adminUnit'],
  ])('refuses %j', async (wrong, code, field) => {
    const input = { ...described, code: 'H99.77', parent: office.province, from, ...wrong }
    await expect(house.run(openAgency, input)).rejects.toMatchObject({ code, field })
    expect(await house.facts()).toEqual([])
  })

  test('is for those who may edit above it; at the top for those who may edit everywhere', async () => {
    const input = { ...described, code: 'H99.78', from }
    await expect(
      house.run(openAgency, { ...input, parent: office.province }, office.actor.clerk),
    ).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const local = {
      ...office.actor.administrator,
      rights: { 'directory.organisation.edit': { agencies: [office.agency] } },
    }
    await expect(house.run(openAgency, input, local)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await expect(house.run(openAgency, { ...input, parent: office.province }, local)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    expect((await house.run(openAgency, { ...input, parent: office.agency }, local)).agency).toBeTruthy()
    await house.facts()
  })
})

describe('changing an agency', () => {
  test('records each field before and after', async () => {
    const agency = await open()
    await house.facts()
    const input = { ...described, agency, version: 1, code: 'H99.09', phone: '02180000001' }
    await house.run(changeAgency, input, office.actor.administrator)
    const [fact] = await house.facts()
    expect(fact).toMatchObject({
      event: 'directory.agency-changed',
      data: {
        changes: [
          { field: 'code', after: 'H99.09' },
          { field: 'phone', before: '', after: '02180000001' },
        ],
      },
    })
    await expect(house.run(changeAgency, input, office.actor.administrator)).rejects.toMatchObject({
      code: 'kernel.stale',
    })
    await expect(
      house.run(changeAgency, { ...input, version: 2, code: 'H99.15' }, office.actor.administrator),
    ).rejects.toMatchObject({ code: 'directory.agency-code-taken' })
  })
})

describe('moving an agency', () => {
  test('carries everything below along', async () => {
    const [upper, lower] = [await open(), await open()]
    const under = await open(lower)
    await house.facts()
    await house.run(moveAgency, { agency: lower, version: 1, parent: upper }, office.actor.administrator)
    const view = await house.run(showAgency, { agency: under }, office.actor.administrator)
    expect(view.above.map(one => one.id)).toEqual([office.province, upper, lower])
    expect(await house.facts()).toMatchObject([
      { event: 'directory.agency-moved', subject: lower, data: { before: office.province, after: upper } },
    ])
    await expect(
      house.run(moveAgency, { agency: upper, version: 1, parent: under }, office.actor.administrator),
    ).rejects.toMatchObject({ code: 'directory.unit-cycle', field: 'parent' })
    await expect(
      house.run(moveAgency, { agency: lower, version: 1 }, office.actor.administrator),
    ).rejects.toMatchObject({
      code: 'kernel.stale',
    })
    await expect(house.run(moveAgency, { agency: lower, version: 2 }, office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await house.run(moveAgency, { agency: lower, version: 2 }, office.actor.administrator)
    expect(
      (await house.run(showAgency, { agency: under }, office.actor.administrator)).above.map(one => one.id),
    ).toEqual([lower])
    await house.facts()
  })
})

describe('closing an agency', () => {
  test('waits until nothing below is open, and can be taken back', async () => {
    const agency = await open()
    const child = await open(agency)
    await house.run(openUnit, { agency: child, name: 'Văn phòng', kind: 'office', from }, office.actor.administrator)
    const close = (one: typeof agency, version: number, on = '2026-12-01') =>
      house.run(closeAgency, { agency: one, version, on }, office.actor.administrator)
    await expect(close(agency, 1)).rejects.toMatchObject({
      code: 'directory.unit-has-open-child',
      params: { name: described.name, count: 1 },
    })
    await expect(close(child, 1)).rejects.toMatchObject({ params: { name: 'Văn phòng' } })
    const empty = await open()
    await house.facts()
    await expect(close(empty, 1, from)).rejects.toMatchObject({ code: 'directory.unit-dates-reversed', field: 'on' })
    await expect(house.run(reopenAgency, { agency: empty, version: 1 })).rejects.toMatchObject({
      code: 'directory.not-closed',
    })
    await close(empty, 1)
    await expect(close(empty, 2)).rejects.toMatchObject({ code: 'directory.closed-already' })
    await expect(open(empty)).rejects.toMatchObject({ code: 'directory.unit-outlives-parent' })
    await expect(
      house.run(closeAgency, { agency: empty, version: 2, on: '2026-12-01' }, office.actor.leader),
    ).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await house.run(reopenAgency, { agency: empty, version: 2 }, office.actor.administrator)
    expect((await house.facts()).map(fact => [fact.event, fact.data])).toEqual([
      ['directory.agency-closed', { on: '2026-12-01' }],
      ['directory.agency-reopened', { closedOn: '2026-12-01' }],
    ])
  })

  test('an agency is not reopened under a closed one', async () => {
    const agency = await open()
    const child = await open(agency)
    await house.run(closeAgency, { agency: child, version: 1, on: '2026-10-01' })
    await house.run(closeAgency, { agency, version: 1, on: '2026-10-01' })
    await expect(house.run(reopenAgency, { agency: child, version: 2 })).rejects.toMatchObject({
      code: 'directory.parent-not-open',
    })
    await expect(house.run(moveAgency, { agency: child, version: 2 })).rejects.toMatchObject({
      code: 'directory.unit-not-open',
    })
    await house.facts()
  })
})

describe('the tree', () => {
  test('is what the reader may see, and what answers the words with the way to it', async () => {
    const all = await house.run(listAgencies, {}, office.actor.administrator)
    expect(all.agencies[0]).toMatchObject({ name: 'Ủy ban nhân dân tỉnh Sơn Giang', depth: 0, units: 2, people: 5 })
    const words = await house.run(listAgencies, { q: 'xa tan hoa' }, office.actor.administrator)
    expect(words.agencies.map(one => [one.name, one.depth, one.found])).toEqual([
      ['Ủy ban nhân dân tỉnh Sơn Giang', 0, false],
      ['Ủy ban nhân dân xã Tân Hòa', 1, true],
    ])
    expect((await house.run(listAgencies, { q: '100%' }, office.actor.administrator)).agencies).toEqual([])
    const own = await house.run(listAgencies, {}, office.actor.strangerLeader)
    expect(own.agencies.map(one => one.code)).toEqual(['H99.16'])
    await expect(house.run(listAgencies, {}, office.actor.officer)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await expect(house.run(showAgency, { agency: office.agency }, office.actor.strangerLeader)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })

  test('hides what is closed until asked', async () => {
    const agency = await open()
    await house.run(
      closeAgency,
      { agency, version: 1, on: '2026-11-19' },
      { actor: { ...office.actor.administrator }, now: mockNow },
    )
    const shown = async (closed: boolean) => {
      const view = await house.run(listAgencies, { closed }, office.actor.administrator)
      return view.agencies.some(one => one.id === agency)
    }
    expect([await shown(false), await shown(true)]).toEqual([false, true])
  })
})
