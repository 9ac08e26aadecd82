import { addDays, type InputOf } from '@congso/kernel/contract'
import { mockNow, openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOffice, type Office } from '../../../testing.ts'
import { addPerson } from '../../person/contract.ts'
import { endHolding } from '../../position/contract.ts'
import { organisation } from '../../testing.ts'
import { endDelegation, listDelegations, makeDelegation, prepareDelegation, whoCan } from '../contract.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([organisation])
  office = await buildOffice(house)
  await house.facts()
})
afterAll(() => house.close())

const today = '2026-11-19'
const chairman = 'tan-hoa/leadership/leader'
const deputy = 'tan-hoa/leadership/deputy'
const loan = () => ({
  position: office.post(chairman).position,
  person: office.post(deputy).person,
  form: 'KT.' as const,
  reason: 'Chủ tịch đi công tác',
  from: today,
  last: '2026-11-25',
})

describe('a delegation', () => {
  test('lends the rights from now to the end of the last day, and is in the journal', async () => {
    const input = {
      ...loan(),
      person: office.post('tan-hoa/office/chief').person,
      form: 'TUQ.' as const,
      permissions: ['casework.dossier.sign'],
    }
    const { delegation } = await house.run(makeDelegation, input, office.actor.leader)
    const [fact] = await house.facts()
    expect(fact).toMatchObject({
      event: 'directory.delegation-made',
      subject: delegation,
      data: {
        form: 'TUQ.',
        permissions: ['casework.dossier.sign'],
        from: new Date(mockNow).toISOString(),
        to: '2026-11-25T17:00:00.000Z',
      },
    })
    const view = await house.run(listDelegations, {}, office.actor.leader)
    expect(view.delegations).toMatchObject([{ lender: 'Hoàng Minh Tuệ', borrower: 'Quàng Thị Chiến', mayEnd: true }])
    expect(view.lendable.map(one => one.holder)).toContain('Hoàng Minh Tuệ')
    const who = await house.run(
      whoCan,
      { permission: 'casework.dossier.sign', agency: office.agency },
      office.actor.leader,
    )
    const why = who.people.map(one => [one.name, one.reasons.map(({ via, form, to }) => ({ via, form, to }))] as const)
    const byRole = [{ via: 'role', form: null, to: null }]
    expect(Object.fromEntries(why)).toEqual({
      'Hoàng Minh Tuệ': byRole,
      'Lò Văn Chung': byRole,
      'Quàng Thị Chiến': [{ via: 'delegation', form: 'TUQ.', to: '2026-11-26' }],
      [office.post('province/leadership/chairman').name]: byRole,
    })
    await house.run(endDelegation, { delegation }, office.actor.leader)
    expect(await house.facts()).toMatchObject([{ event: 'directory.delegation-ended', subject: delegation }])
    await expect(house.run(endDelegation, { delegation }, office.actor.leader)).rejects.toMatchObject({
      code: 'directory.delegation-over',
    })
    expect((await house.run(listDelegations, {}, office.actor.leader)).delegations).toEqual([])
    expect((await house.run(listDelegations, { state: 'over' }, office.actor.leader)).delegations).toMatchObject([
      { mayEnd: false },
    ])
    const after = await house.run(
      whoCan,
      { permission: 'casework.dossier.sign', agency: office.agency },
      office.actor.leader,
    )
    expect(after.people.map(one => one.name)).not.toContain('Quàng Thị Chiến')
  })

  test('is refused when it goes beyond the right, comes back to the lender, or says too little', async () => {
    const stranger = (await house.run(addPerson, { name: 'Người Chưa Có Vị Trí' })).person
    const head = office.post('tan-hoa/office/chief')
    const cases: [Partial<InputOf<typeof makeDelegation>>, string, string][] = [
      [{ from: '2026-11-18' }, 'directory.delegation-in-past', 'from'],
      [{ last: '2026-11-18' }, 'directory.delegation-dates-reversed', 'last'],
      [{ person: office.post(chairman).person }, 'directory.delegation-to-self', 'person'],
      [{ person: stranger }, 'directory.delegation-borrower-unplaced', 'person'],
      [{ permissions: ['casework.dossier.receive'] }, 'directory.delegation-exceeds-right', 'permissions'],
      [{ form: 'TUQ.', person: head.person }, 'directory.delegation-needs-content', 'permissions'],
    ]
    for (const [wrong, code, field] of cases) {
      await expect(house.run(makeDelegation, { ...loan(), ...wrong }, office.actor.leader)).rejects.toMatchObject({
        code,
        field,
      })
    }
    const back = { ...loan(), position: office.post(deputy).position, person: office.post(chairman).person }
    const { delegation } = await house.run(makeDelegation, back, office.actor.leader)
    await expect(house.run(makeDelegation, loan(), office.actor.leader)).rejects.toMatchObject({
      code: 'directory.delegation-circular',
      field: 'person',
    })
    await expect(house.run(makeDelegation, back, office.actor.leader)).rejects.toMatchObject({
      code: 'directory.delegation-twice',
    })
    await house.run(endDelegation, { delegation }, office.actor.leader)
    await house.facts()
  })

  test('a chain that comes back through a third person is circular too', async () => {
    const third = office.post('tan-hoa/office/chief')
    const one = await house.run(makeDelegation, {
      ...loan(),
      position: office.post(deputy).position,
      person: third.person,
    })
    const two = await house.run(makeDelegation, {
      ...loan(),
      position: third.position,
      person: office.post(chairman).person,
    })
    await expect(house.run(makeDelegation, loan())).rejects.toMatchObject({ code: 'directory.delegation-circular' })
    for (const { delegation } of [one, two]) await house.run(endDelegation, { delegation })
    await house.facts()
  })

  test('is made by who may lend the rights of that position', async () => {
    await expect(house.run(makeDelegation, loan(), office.actor.strangerLeader)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    const everywhere = office.post('province/office/administrator').position
    const chair = await office.actorOf('province/leadership/chairman')
    const far = { ...loan(), position: everywhere, person: office.post('province/office/reporter').person }
    await expect(house.run(makeDelegation, far, chair)).rejects.toMatchObject({
      code: 'directory.position-beyond-own-reach',
    })
    await expect(house.run(makeDelegation, loan(), office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const { delegation } = await house.run(
      makeDelegation,
      { ...loan(), from: '2026-12-01', last: '2026-12-05' },
      office.actor.leader,
    )
    await expect(house.run(endDelegation, { delegation }, office.actor.strangerLeader)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    expect((await house.run(listDelegations, { state: 'coming' }, office.actor.leader)).delegations).toHaveLength(1)
    expect((await house.run(listDelegations, { state: 'coming' }, office.actor.strangerLeader)).delegations).toEqual([])
    await house.run(endDelegation, { delegation }, office.actor.leader)
    await house.facts()
  })

  test('offers what the position has and whom it could go to', async () => {
    const { position } = office.post(chairman)
    const view = await house.run(prepareDelegation, { position }, office.actor.leader)
    expect(view.position).toMatchObject({ title: 'Chủ tịch', holder: 'Hoàng Minh Tuệ' })
    expect(view.permissions.map(one => one.name)).toEqual(['directory.delegation.edit', 'directory.organisation.read'])
    expect(view.people.map(one => one.name)).toContain('Lò Văn Chung')
    expect(view.people.map(one => one.name)).not.toContain('Hoàng Minh Tuệ')
    await expect(house.run(prepareDelegation, { position }, office.actor.strangerLeader)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
})

describe('who may do what, and why', () => {
  test('counts the province that reaches down, and the unit when one is asked', async () => {
    const { society, economy } = office.units
    const ask = async (permission: string, unit?: typeof society) => {
      const input = { permission, agency: office.agency, ...(unit ? { unit } : {}) }
      return (await house.run(whoCan, input, office.actor.leader)).people.map(one => one.name)
    }
    expect(await ask('casework.dossier.supervise')).toEqual([office.post('province/office/supervisor').name])
    expect(await ask('casework.dossier.handle', economy)).toEqual(
      expect.arrayContaining(['Nguyễn Hữu Phước', 'Tô Văn Đệ']),
    )
    expect(await ask('casework.dossier.handle', society)).not.toContain('Nguyễn Hữu Phước')
    expect(await ask('casework.dossier.fly')).toEqual([])
  })

  test('keeps to agencies the reader may see', async () => {
    const input = { permission: 'casework.dossier.sign', agency: office.agency }
    await expect(house.run(whoCan, input, office.actor.strangerLeader)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await expect(house.run(whoCan, input, office.actor.officer)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })

  test('nobody who has left', async () => {
    const { person } = office.post('dong-ha/leadership/leader')
    const held = await house.pool.query('select id from directory.holding where person = $1', [person])
    await house.run(endHolding, { holding: held.rows[0].id, last: addDays(today, -1) })
    const input = { permission: 'casework.dossier.sign', agency: office.communes[2]! }
    const { people } = await house.run(whoCan, input, office.actor.administrator)
    expect(people.map(one => one.person)).not.toContain(person)
    expect(people.map(one => one.person)).toContain(office.post('dong-ha/leadership/deputy').person)
  })
})
