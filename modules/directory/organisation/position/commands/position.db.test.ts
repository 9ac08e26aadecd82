import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { addPerson } from '../../person/contract.ts'
import { organisation } from '../../testing.ts'
import { closeUnit, openUnit } from '../../unit/contract.ts'
import {
  appointPerson,
  changePosition,
  closePosition,
  endHolding,
  openPosition,
  reopenPosition,
  showPosition,
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
const described = { title: 'Chuyên viên địa chính', rank: 'officer' as const }
const open = async () =>
  (await house.run(openPosition, { unit: office.units.economy, ...described, from }, office.actor.administrator))
    .position
let born = 1990
const somebody = async () =>
  (await house.run(addPerson, { name: 'Vi Thị Mận', birthDate: `${(born += 1)}-05-04` })).person

describe('a position', () => {
  test('is opened, changed, closed and reopened, each in the journal', async () => {
    const { administrator } = office.actor
    const position = await open()
    await house.run(
      changePosition,
      { position, version: 1, title: 'Chuyên viên đất đai', rank: 'officer' },
      administrator,
    )
    await house.run(closePosition, { position, version: 2, on: '2026-12-01' }, administrator)
    await house.run(reopenPosition, { position, version: 3 }, administrator)
    const facts = await house.facts()
    expect(facts.map(fact => [fact.event, fact.data])).toEqual([
      ['directory.position-opened', { unit: office.units.economy, ...described, from }],
      [
        'directory.position-changed',
        { changes: [{ field: 'title', before: described.title, after: 'Chuyên viên đất đai' }] },
      ],
      ['directory.position-closed', { on: '2026-12-01' }],
      ['directory.position-reopened', { closedOn: '2026-12-01' }],
    ])
    expect(facts.every(fact => fact.subject === position)).toBe(true)
  })

  test('has one holder on any day', async () => {
    const position = await open()
    const [first, second] = [await somebody(), await somebody()]
    await house.facts()
    const { holding } = await house.run(
      appointPerson,
      { position, person: first, from: '2026-02-01' },
      office.actor.administrator,
    )
    const appoint = (start: string, last?: string) =>
      house.run(appointPerson, { position, person: second, from: start, ...(last ? { last } : {}) })
    await expect(appoint('2026-03-01')).rejects.toMatchObject({
      code: 'directory.position-taken',
      params: { name: 'Vi Thị Mận' },
    })
    await expect(appoint('2025-03-01', '2026-01-15')).rejects.toMatchObject({
      code: 'directory.position-not-open',
      field: 'from',
    })
    await expect(appoint('2026-01-10', '2026-01-01')).rejects.toMatchObject({
      code: 'directory.unit-dates-reversed',
      field: 'last',
    })
    await appoint('2026-01-01', '2026-01-31')
    await expect(house.run(closePosition, { position, version: 1, on: '2026-06-01' })).rejects.toMatchObject({
      code: 'directory.position-held',
    })
    await house.run(endHolding, { holding, last: '2026-05-31' }, office.actor.administrator)
    await expect(house.run(endHolding, { holding, last: '2026-06-30' })).rejects.toMatchObject({
      code: 'directory.holding-ended',
    })
    await expect(house.run(endHolding, { holding, last: '2026-01-15' })).rejects.toMatchObject({
      code: 'directory.unit-dates-reversed',
    })
    await house.run(closePosition, { position, version: 1, on: '2026-06-01' })
    expect((await house.facts()).map(fact => [fact.event, fact.subject, fact.data])).toEqual([
      ['directory.person-appointed', first, { position, from: '2026-02-01', to: null }],
      ['directory.person-appointed', second, { position, from: '2026-01-01', to: '2026-02-01' }],
      ['directory.holding-ended', first, { position, to: '2026-06-01' }],
      ['directory.position-closed', position, { on: '2026-06-01' }],
    ])
    const view = await house.run(showPosition, { position, q: 'vi thi man' }, office.actor.administrator)
    expect(view.holders.map(one => [one.person, one.validTo])).toEqual([
      [first, '2026-06-01'],
      [second, '2026-02-01'],
    ])
    expect(view.people.map(one => one.id)).toContain(first)
  })

  test('with rights that reach far is filled only by who reaches as far', async () => {
    const { position, agency } = office.post('province/office/supervisor')
    const held = await house.pool.query('select id from directory.holding where position = $1', [position])
    await house.run(endHolding, { holding: held.rows[0].id, last: '2026-11-18' })
    const input = { position, person: await somebody(), from: '2026-11-19' }
    const local = { ...office.actor.administrator, rights: { 'directory.organisation.edit': { agencies: [agency] } } }
    await expect(house.run(appointPerson, input, local)).rejects.toMatchObject({
      code: 'directory.position-beyond-own-reach',
    })
    await house.run(appointPerson, input, office.actor.administrator)
    await house.facts()
  })

  test('two appointed at the same moment: one is refused', async () => {
    const position = await open()
    const people = [await somebody(), await somebody()]
    const done = await Promise.allSettled(people.map(person => house.run(appointPerson, { position, person, from })))
    expect(done.map(one => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('refuses what is stale, over, not closed, or in a closed unit', async () => {
    const { unit } = await house.run(openUnit, { agency: office.agency, name: 'Tổ tạm', kind: 'other', from })
    const { position } = await house.run(openPosition, { unit, ...described, from })
    await expect(house.run(openPosition, { unit, ...described, from: '2025-12-01' })).rejects.toMatchObject({
      code: 'directory.unit-outlives-parent',
    })
    await expect(house.run(changePosition, { position, version: 4, ...described })).rejects.toMatchObject({
      code: 'kernel.stale',
    })
    await expect(house.run(reopenPosition, { position, version: 1 })).rejects.toMatchObject({
      code: 'directory.not-closed',
    })
    await expect(house.run(closePosition, { position, version: 1, on: from })).rejects.toMatchObject({
      code: 'directory.unit-dates-reversed',
    })
    await house.run(closePosition, { position, version: 1, on: '2026-06-01' })
    await expect(house.run(closePosition, { position, version: 2, on: '2026-06-01' })).rejects.toMatchObject({
      code: 'directory.closed-already',
    })
    await house.run(closeUnit, { unit, version: 1, on: '2026-06-01' })
    await expect(house.run(reopenPosition, { position, version: 2 })).rejects.toMatchObject({
      code: 'directory.parent-not-open',
    })
  })

  test('is edited by who may edit its agency', async () => {
    const { leader } = office.actor
    const position = await open()
    const person = await somebody()
    const { holding } = await house.run(appointPerson, { position, person, from })
    await house.facts()
    const calls = [
      () => house.run(openPosition, { unit: office.units.economy, ...described, from }, leader),
      () => house.run(changePosition, { position, version: 1, ...described }, leader),
      () => house.run(closePosition, { position, version: 1, on: '2026-12-01' }, leader),
      () => house.run(reopenPosition, { position, version: 1 }, leader),
      () => house.run(appointPerson, { position, person, from }, leader),
      () => house.run(endHolding, { holding, last: '2026-12-01' }, leader),
    ]
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'kernel.forbidden' })
    expect(await house.facts()).toEqual([])
    await expect(house.run(showPosition, { position }, office.actor.strangerLeader)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
})
