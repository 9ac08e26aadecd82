import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeAgency, openAgency } from '../../agency/contract.ts'
import { buildOffice, type Office } from '../../../testing.ts'
import { organisation } from '../../testing.ts'
import { closePosition, openPosition } from '../../position/contract.ts'
import { changeUnit, closeUnit, moveUnit, openUnit, reopenUnit, showUnit } from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
  await house.facts()
})
afterAll(() => house.close())

const from = '2026-01-01'
const described = { name: 'Tổ công nghệ số', kind: 'other' as const }
const open = async (more: { parent?: Awaited<ReturnType<typeof openIn>> } = {}) => openIn(more)
async function openIn(more: object) {
  return (await house.run(openUnit, { agency: office.agency, ...described, from, ...more }, office.actor.administrator))
    .unit
}

describe('a unit', () => {
  test('is opened in its agency, changed, moved, closed and reopened, each in the journal', async () => {
    const { administrator } = office.actor
    const unit = await open()
    await house.run(changeUnit, { unit, version: 1, ...described, name: 'Tổ chuyển đổi số', sort: 7 }, administrator)
    await house.run(moveUnit, { unit, version: 2, parent: office.units.office }, administrator)
    await house.run(closeUnit, { unit, version: 3, on: '2026-12-01' }, administrator)
    await house.run(reopenUnit, { unit, version: 4 }, administrator)
    expect(await house.run(showUnit, { unit }, administrator)).toMatchObject({
      name: 'Tổ chuyển đổi số',
      parent: office.units.office,
      validTo: null,
      version: 5,
      mayEdit: true,
    })
    const facts = await house.facts()
    expect(facts.every(fact => fact.subject === unit)).toBe(true)
    expect(facts.map(fact => fact.event.replace('directory.unit-', ''))).toEqual([
      'opened',
      'changed',
      'moved',
      'closed',
      'reopened',
    ])
    expect(facts[1]?.data).toEqual({
      changes: [
        { field: 'name', before: 'Tổ công nghệ số', after: 'Tổ chuyển đổi số' },
        { field: 'sort', before: '6', after: '7' },
      ],
    })
  })

  test('must fit into the tree', async () => {
    const { department } = office
    const [upper, lower] = [await open(), await open()]
    await house.run(moveUnit, { unit: lower, version: 1, parent: upper })
    await expect(house.run(moveUnit, { unit: upper, version: 1, parent: lower })).rejects.toMatchObject({
      code: 'directory.unit-cycle',
    })
    const elsewhere = (await house.run(openUnit, { agency: department, ...described, from })).unit
    await expect(open({ parent: elsewhere })).rejects.toMatchObject({
      code: 'directory.unit-parent-unknown',
      field: 'parent',
    })
    await expect(house.run(moveUnit, { unit: upper, version: 1, parent: elsewhere })).rejects.toMatchObject({
      code: 'directory.unit-parent-unknown',
    })
    await expect(
      house.run(openUnit, { agency: office.agency, ...described, from: '2020-01-01' }),
    ).rejects.toMatchObject({
      code: 'directory.unit-outlives-parent',
      field: 'from',
    })
    await expect(house.run(changeUnit, { unit: upper, version: 9, ...described })).rejects.toMatchObject({
      code: 'kernel.stale',
    })
  })

  test('is not closed over what is open in it, nor reopened in what is closed', async () => {
    const unit = await open()
    const { position } = await house.run(openPosition, { unit, title: 'Tổ trưởng', rank: 'head', from })
    const close = (version: number, on = '2026-06-01') => house.run(closeUnit, { unit, version, on })
    await expect(close(1)).rejects.toMatchObject({
      code: 'directory.unit-has-open-child',
      params: { name: 'Tổ trưởng', count: 1 },
    })
    await house.run(closePosition, { position, version: 1, on: '2026-05-01' })
    await expect(close(1, from)).rejects.toMatchObject({ code: 'directory.unit-dates-reversed' })
    await close(1)
    await expect(close(2)).rejects.toMatchObject({ code: 'directory.closed-already' })
    await expect(house.run(moveUnit, { unit, version: 2 })).rejects.toMatchObject({ code: 'directory.unit-not-open' })
    await expect(house.run(openPosition, { unit, title: 'Tổ phó', rank: 'head', from })).rejects.toMatchObject({
      code: 'directory.parent-not-open',
    })
    const { agency } = await house.run(openAgency, { ...described, shortName: 'x', code: 'H99.30', from })
    const last = (await house.run(openUnit, { agency, ...described, from })).unit
    await house.run(closeUnit, { unit: last, version: 1, on: '2026-06-01' })
    await house.run(closeAgency, { agency, version: 1, on: '2026-06-01' })
    await expect(house.run(reopenUnit, { unit: last, version: 2 })).rejects.toMatchObject({
      code: 'directory.parent-not-open',
    })
    await expect(house.run(reopenUnit, { unit: office.units.economy, version: 1 })).rejects.toMatchObject({
      code: 'directory.not-closed',
    })
  })

  test('is edited by who may edit its agency', async () => {
    const unit = await open()
    await house.facts()
    const calls = [
      () => house.run(openUnit, { agency: office.agency, ...described, from }, office.actor.leader),
      () => house.run(changeUnit, { unit, version: 1, ...described }, office.actor.leader),
      () => house.run(moveUnit, { unit, version: 1 }, office.actor.leader),
      () => house.run(closeUnit, { unit, version: 1, on: '2026-12-01' }, office.actor.leader),
      () => house.run(reopenUnit, { unit, version: 1 }, office.actor.leader),
    ]
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'kernel.forbidden' })
    const stranger = {
      ...office.actor.leader,
      rights: { 'directory.organisation.edit': { agencies: [office.department] } },
    }
    await expect(house.run(changeUnit, { unit, version: 1, ...described }, stranger)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    expect(await house.facts()).toEqual([])
  })
})
