import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous, systemActor, type Actor } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import * as admin from '../contract/administration.ts'
import { signIn } from '../contract/sign-in.ts'
import { actorOf } from '../queries/actor.ts'
import { giveRole, makePerson, type Made } from '../testing/made.ts'

const password = 'Mùa-thu 2026 ở Tân Hòa'
const permission = 'directory.account.edit'
let house: House
let province: Made
let boss: Actor
let hang: Made

beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
  province = await makePerson(house)
  const chief = await makePerson(house, { agency: province.agency })
  boss = administrator(chief, { [permission]: { all: true } })
})
afterAll(() => house.close())
beforeEach(async () => {
  hang = await makePerson(house, { password, under: province.agency })
  await house.facts()
})

function administrator(made: Made, rights: Actor['rights']): Actor {
  return {
    ...anonymous,
    kind: 'person',
    account: made.account,
    person: made.person,
    position: made.position,
    agency: made.agency,
    name: 'Quản trị',
    rights,
  }
}
const tryIn = (given: string) => house.run(signIn, { userName: hang.userName, password: given }, anonymous)
const on = () => ({ account: hang.account })
const fail = async (times: number) => {
  for (let i = 0; i < times; i += 1) await tryIn('sai')
}

describe('who may look after whom', () => {
  const acts = [
    admin.closeAccount,
    admin.reopenAccount,
    admin.resetPassword,
    admin.unlockAccount,
    admin.resetSecondFactor,
    admin.endAccountSessions,
  ]
  test('nobody without the permission', async () => {
    for (const act of [...acts, admin.showAccount]) {
      await expect(house.run(act, on(), administrator(hang, {}))).rejects.toMatchObject({ code: 'kernel.forbidden' })
    }
    for (const [act, input] of [
      [admin.createAccount, { person: hang.person }],
      [admin.demandSecondFactor, { ...on(), demanded: true }],
      [admin.listAccounts, {}],
    ] as const) {
      await expect(house.run(act, input as never, administrator(hang, {}))).rejects.toMatchObject({
        code: 'kernel.forbidden',
      })
    }
  })
  test('an administrator of a commune sees the commune and nobody else', async () => {
    const local = administrator(await makePerson(house, { agency: hang.agency }), {
      [permission]: { agencies: [hang.agency] },
    })
    const { rows } = await house.run(admin.listAccounts, {}, local)
    expect(new Set(rows.map(row => row.account))).toEqual(new Set([hang.account, local.account]))
    const stranger = await makePerson(house, { under: province.agency })
    for (const act of [...acts, admin.showAccount]) {
      await expect(house.run(act, { account: stranger.account }, local)).rejects.toMatchObject({
        code: 'kernel.not-found',
      })
    }
    await house.run(admin.closeAccount, on(), local)
  })
  test('somebody with a position further up is seen below, but not taken over', async () => {
    const local = administrator(await makePerson(house, { agency: hang.agency }), {
      [permission]: { agencies: [hang.agency] },
    })
    const above = await makePerson(house, { agency: province.agency })
    await house.pool.query('update directory.holding set person = $2 where position = $1', [
      above.position,
      hang.person,
    ])
    expect(await house.run(admin.showAccount, on(), local)).toMatchObject({ changeable: false })
    for (const act of acts)
      await expect(house.run(act, on(), local)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
  test('nobody closes, resets or frees their own account', async () => {
    const self = administrator(hang, { [permission]: { all: true } })
    for (const act of [admin.closeAccount, admin.resetPassword, admin.resetSecondFactor]) {
      await expect(house.run(act, on(), self)).rejects.toMatchObject({ code: 'directory.account-own' })
    }
  })
})

describe('the list', () => {
  test('finds without accents, by user name, by state, and goes on where it stopped', async () => {
    await house.pool.query("update directory.person set name = 'Đặng Thị Quỳnh Như' where id = $1", [hang.person])
    const find = async (input: Parameters<typeof house.run<typeof admin.listAccounts>>[1]) =>
      (await house.run(admin.listAccounts, input, boss)).rows.map(row => row.account)
    expect(await find({ q: 'dang thi quynh' })).toEqual([hang.account])
    expect(await find({ q: hang.userName.toUpperCase() })).toEqual([hang.account])
    expect(await find({ q: '100%' })).toEqual([])
    expect(await find({ q: 'quynh nhu', state: 'never' })).toEqual([hang.account])
    expect(await find({ q: 'quynh nhu', state: 'no-second-factor' })).toEqual([hang.account])
    expect(await find({ q: 'quynh nhu', state: 'locked' })).toEqual([])
    await fail(5)
    expect(await find({ q: 'quynh nhu', state: 'locked' })).toEqual([hang.account])
    house.clock.advance(300_001)
    expect(await find({ q: 'quynh nhu', state: 'locked' })).toEqual([])
    for (let i = 0; i < 55; i += 1) await makePerson(house, { agency: hang.agency })
    const first = await house.run(admin.listAccounts, {}, boss)
    expect(first.rows).toHaveLength(50)
    const rest = await house.run(admin.listAccounts, { after: first.next! }, boss)
    expect(new Set([...first.rows, ...rest.rows].map(row => row.account)).size).toBe(
      first.rows.length + rest.rows.length,
    )
    expect(first.total).toBe(first.counts.all)
  })
})

test('the system may do it too, for imports', async () => {
  await giveRole(house, hang.position, ['a.b.c'], 'own')
  expect(await house.run(admin.showAccount, on(), systemActor('test'))).toMatchObject({ changeable: true, own: false })
})
