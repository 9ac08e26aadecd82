import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import { makePerson } from '../testing/made.ts'
import { actorOf } from './actor.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
})
afterAll(() => house.close())

const day = 86_400_000
const ask = (account: string, position: string | null = null, now = house.clock()) =>
  house.runner.asSystem('test', ctx => actorOf(ctx.db, account, position, now))

describe('the actor of an account', () => {
  test('acts in the position held, with the reach of its roles', async () => {
    const made = await makePerson(house, {
      permissions: ['casework.dossier.read', 'casework.dossier.handle'],
      reach: 'unit',
    })
    const found = await ask(made.account)
    expect(found?.actor).toEqual({
      kind: 'person',
      account: made.account,
      person: made.person,
      name: 'Lê Thị Hằng',
      position: made.position,
      title: 'Chuyên viên',
      unit: made.unit,
      unitName: 'Văn phòng',
      agency: made.agency,
      agencyName: 'UBND xã Tân Hòa',
      rights: { 'casework.dossier.read': { units: [made.unit] }, 'casework.dossier.handle': { units: [made.unit] } },
    })
    expect(found?.until).toBe(Infinity)
  })
  test('a subtree reaches every agency below, at any depth, and no other', async () => {
    const province = await makePerson(house, { permissions: ['reports.casework.read'], reach: 'subtree' })
    const commune = await makePerson(house, { under: province.agency })
    const below = await makePerson(house, { under: commune.agency })
    await makePerson(house)
    const found = await ask(province.account)
    expect(found?.actor.rights['reports.casework.read']?.agencies?.toSorted()).toEqual(
      [province.agency, commune.agency, below.agency].toSorted(),
    )
  })
  test('a pattern covers the permissions that exist, and only those', async () => {
    await house.pool.query(
      "insert into directory.permission (name, module, vi, en) values ('toy.ball.throw', 'toy', 'Ném', 'Throw'), ('toys.x.y', 'toys', 'x', 'x') on conflict do nothing",
    )
    const made = await makePerson(house, { permissions: ['toy.*'], reach: 'all' })
    expect((await ask(made.account))?.actor.rights).toEqual({ 'toy.ball.throw': { all: true } })
  })
  test('the position wanted, then the usual one, then the first held', async () => {
    const made = await makePerson(house)
    const other = await makePerson(house, { agency: made.agency })
    await house.pool.query('update directory.holding set person = $2 where position = $1', [
      other.position,
      made.person,
    ])
    await house.pool.query('update directory.position set sort = 9 where id = $1', [made.position])
    expect((await ask(made.account, other.position))?.actor.position).toBe(other.position)
    expect((await ask(made.account))?.actor.position).toBe(made.position)
    await house.pool.query('update directory.account set position = null where id = $1', [made.account])
    expect((await ask(made.account))?.actor.position).toBe(other.position)
    const strange = await makePerson(house)
    expect((await ask(made.account, strange.position))?.actor.position).toBe(other.position)
  })
  test('rights end with the holding, and the answer says until when it holds', async () => {
    const made = await makePerson(house, { permissions: ['a.b.c'] })
    await house.pool.query("update directory.holding set valid_to = '2026-11-21' where position = $1", [made.position])
    const found = await ask(made.account)
    expect(found?.until).toBe(Date.parse('2026-11-21T00:00:00+07:00'))
    const after = await ask(made.account, null, found?.until)
    expect(after?.actor).toMatchObject({ account: made.account, position: null, rights: {} })
  })
  test('a closed account is nobody, and so is one that does not exist', async () => {
    const made = await makePerson(house)
    await house.pool.query("update directory.account set state = 'closed' where id = $1", [made.account])
    expect(await ask(made.account)).toBeNull()
    expect(await ask(newId())).toBeNull()
  })
})

describe('a lent position', () => {
  const lend = async (
    position: string,
    person: string,
    days: number,
    permissions: string[] | null = null,
    form = 'KT.',
  ) => {
    const from = new Date(house.clock() - day)
    await house.pool.query(
      "insert into directory.delegation (id, position, person, form, permissions, reason, valid_from, valid_to) values ($1, $2, $3, $4, $5, 'Đi công tác', $6, $7)",
      [newId(), position, person, form, permissions, from, new Date(house.clock() + days * day)],
    )
  }
  test('is one to act in, with its form of signature, its rights and nothing of one’s own', async () => {
    const chair = await makePerson(house, {
      permissions: ['casework.dossier.sign', 'directory.delegation.edit'],
      rank: 'leader',
    })
    await house.pool.query("update directory.position set title = 'Chủ tịch' where id = $1", [chair.position])
    const deputy = await makePerson(house, { permissions: ['casework.dossier.read'], agency: chair.agency })
    await lend(chair.position, deputy.person, 0.5, ['casework.*'])
    const own = await ask(deputy.account)
    expect(Object.keys(own?.actor.rights ?? {})).toEqual(['casework.dossier.read'])
    const lent = await ask(deputy.account, chair.position)
    expect(lent?.actor).toMatchObject({
      position: chair.position,
      title: 'KT. Chủ tịch, Chuyên viên',
      person: deputy.person,
    })
    expect(Object.keys(lent?.actor.rights ?? {})).toEqual(['casework.dossier.sign'])
    expect(lent?.until).toBe(house.clock() + day / 2)
    expect((await ask(deputy.account, chair.position, lent?.until))?.actor.position).toBe(deputy.position)
  })
  test('is gone the moment the loan is ended', async () => {
    const chair = await makePerson(house, { permissions: ['x.y.z'] })
    const deputy = await makePerson(house)
    await lend(chair.position, deputy.person, 3, null, 'TUQ.')
    expect((await ask(deputy.account, chair.position))?.actor.title).toMatch(/^TUQ\. /)
    await house.pool.query('update directory.delegation set ended_at = $2 where person = $1', [
      deputy.person,
      new Date(house.clock()),
    ])
    expect((await ask(deputy.account, chair.position))?.actor.position).toBe(deputy.position)
  })
  test('is not for somebody who holds no position any more', async () => {
    const chair = await makePerson(house, { permissions: ['x.y.z'] })
    const gone = await makePerson(house)
    await lend(chair.position, gone.person, 3)
    await house.pool.query("update directory.holding set valid_to = '2026-11-01' where person = $1", [gone.person])
    expect((await ask(gone.account, chair.position))?.actor).toMatchObject({ position: null, rights: {} })
  })
})

describe('what must be done first', () => {
  test('a password that was given to somebody is changed', async () => {
    const made = await makePerson(house)
    await house.pool.query('update directory.account set must_change = true where id = $1', [made.account])
    expect((await ask(made.account))?.actor.mustDo).toBe('change-password')
  })
  test('an administrator has a second factor, unless the policy says otherwise', async () => {
    const admin = await makePerson(house, { permissions: ['directory.account.edit'] })
    expect((await ask(admin.account))?.actor.mustDo).toBe('second-factor')
    await house.pool.query(
      `insert into kernel.setting values ('directory.sign-in', '{"secondFactorForAdministrators": false}')`,
    )
    expect((await ask(admin.account))?.actor.mustDo).toBeUndefined()
    await house.pool.query("delete from kernel.setting where name = 'directory.sign-in'")
    await house.pool.query("update directory.account set totp_secret = 'JBSWY3DPEHPK3PXP' where id = $1", [
      admin.account,
    ])
    expect((await ask(admin.account))?.actor.mustDo).toBeUndefined()
  })
  test('an administrator’s password is not older than two months', async () => {
    const admin = await makePerson(house, { rank: 'administrator', password: 'Mật khẩu quản trị 1!' })
    await house.pool.query("update directory.account set totp_secret = 'JBSWY3DPEHPK3PXP' where id = $1", [
      admin.account,
    ])
    const now = house.clock()
    expect((await ask(admin.account))?.until).toBe(now + 59 * day)
    expect((await ask(admin.account, null, now + 59 * day))?.actor.mustDo).toBe('change-password')
  })
})
