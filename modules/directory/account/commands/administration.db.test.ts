import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous, type Actor } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import * as admin from '../contract/administration.ts'
import { showMyAccount } from '../contract/mine.ts'
import { showSecrets } from '../contract/second-factor.ts'
import { signIn } from '../contract/sign-in.ts'
import { actorOf } from '../queries/actor.ts'
import { enter, makePerson, type Made } from '../testing/made.ts'

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

describe('making an account', () => {
  const person = async (name: string, agency = hang.agency) => {
    const made = await makePerson(house, { agency })
    await house.pool.query('delete from directory.account where id = $1', [made.account])
    await house.pool.query('update directory.person set name = $2 where id = $1', [made.person, name])
    return made.person
  }
  test('gives a user name after the name, and a password for one sign-in that only the maker sees', async () => {
    const id = await person('Nguyễn Thị Ánh Tuyết')
    expect(await house.run(admin.findPeople, { q: 'anh tuyet' }, boss)).toMatchObject([
      { value: id, note: 'Chuyên viên · Văn phòng' },
    ])
    expect(await house.run(admin.showNewAccount, { person: id }, boss)).toEqual({
      person: { value: id, label: 'Nguyễn Thị Ánh Tuyết' },
      suggestion: 'tuyet.nta',
    })
    const made = await house.run(admin.createAccount, { person: id }, boss)
    expect(made.userName).toBe('tuyet.nta')
    expect(await house.facts()).toMatchObject([
      { event: 'directory.account-created', subject: made.account, data: { person: id } },
    ])
    const slip = await house.run(showSecrets, { shown: made.shown }, boss)
    expect(slip).toMatchObject({ kind: 'one-time-password', userName: 'tuyet.nta', name: 'Nguyễn Thị Ánh Tuyết' })
    const reply = await house.run(signIn, { userName: 'tuyet.nta', password: slip.secrets[0]! }, anonymous)
    expect(reply).toMatchObject({ state: 'done', mustDo: 'change-password' })
    await expect(house.run(showSecrets, { shown: made.shown }, administrator(hang, {}))).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    const second = await person('Ngô Thanh Tuyết')
    expect((await house.run(admin.createAccount, { person: await person('Nông Tuệ Ánh Tuyết') }, boss)).userName).toBe(
      'tuyet.nta2',
    )
    expect((await house.run(admin.createAccount, { person: second, userName: ' Tuyet.NT ' }, boss)).userName).toBe(
      'tuyet.nt',
    )
  })
  test('refuses unknown people, a second account, and names that are taken or malformed', async () => {
    const make = (input: { person: Made['person']; userName?: string }) => house.run(admin.createAccount, input, boss)
    await expect(make({ person: newId() })).rejects.toMatchObject({ code: 'directory.person-unknown', field: 'person' })
    await expect(make({ person: hang.person })).rejects.toMatchObject({ code: 'directory.person-has-account' })
    const id = await person('Vũ Văn Nam')
    await expect(make({ person: id, userName: hang.userName })).rejects.toMatchObject({
      code: 'directory.user-name-taken',
      field: 'userName',
    })
    await expect(make({ person: id, userName: 'Vũ Nam!' })).rejects.toMatchObject({ code: 'directory.user-name-form' })
  })
  test('two for one name at the same moment: one is refused, nothing is half made', async () => {
    const [one, two] = [await person('Cao Bá Quát'), await person('Cao Bá Quát')]
    const both = await Promise.allSettled(
      [one, two].map(id => house.run(admin.createAccount, { person: id, userName: 'quat.cb' }, boss)),
    )
    expect(both.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    expect(both.find(result => result.status === 'rejected')).toMatchObject({
      reason: { code: 'directory.user-name-taken' },
    })
  })
  test('two whose suggested names are the same at the same moment: each has one; the same person only once', async () => {
    const [one, two] = [await person('Đoàn Thị Điểm'), await person('Đoàn Thị Điểm')]
    const both = await Promise.all([one, two].map(id => house.run(admin.createAccount, { person: id }, boss)))
    expect(both.map(made => made.userName).toSorted()).toEqual(['diem.dt', 'diem.dt2'])
    const three = await person('Hồ Xuân Hương')
    const twice = await Promise.allSettled(
      [three, three].map(id => house.run(admin.createAccount, { person: id }, boss)),
    )
    expect(twice.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    expect(twice.find(result => result.status === 'rejected')).toMatchObject({
      reason: { code: 'directory.person-has-account' },
    })
  })
})

describe('looking after an account', () => {
  test('closing ends its sessions and its sign-in; reopening brings it back as it was', async () => {
    const me = await enter(house, hang, password)
    await house.facts()
    await house.run(admin.closeAccount, on(), boss)
    expect((await house.facts()).map(one => one.event)).toEqual([
      'directory.account-closed',
      'directory.sessions-ended',
    ])
    expect((await tryIn(password)).state).toBe('wrong')
    await expect(house.run(showMyAccount, {}, me)).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
    await expect(house.run(admin.closeAccount, on(), boss)).rejects.toMatchObject({ code: 'directory.account-closed' })
    await expect(house.run(admin.resetPassword, on(), boss)).rejects.toMatchObject({ code: 'directory.account-closed' })
    await house.run(admin.reopenAccount, on(), boss)
    expect((await house.facts()).at(-1)).toMatchObject({ event: 'directory.account-reopened' })
    await expect(house.run(admin.reopenAccount, on(), boss)).rejects.toMatchObject({ code: 'directory.account-open' })
    expect((await tryIn(password)).state).toBe('done')
  })
  test('resetting the password ends the old one, the sessions and the lock', async () => {
    await enter(house, hang, password)
    await fail(5)
    await house.facts()
    const { shown } = await house.run(admin.resetPassword, on(), boss)
    expect((await house.facts()).map(one => one.event)).toEqual([
      'directory.password-changed',
      'directory.sessions-ended',
    ])
    const { secrets } = await house.run(showSecrets, { shown }, boss)
    expect((await tryIn(password)).state).toBe('wrong')
    expect(await tryIn(secrets[0]!)).toMatchObject({ state: 'done', mustDo: 'change-password' })
    const kept = await house.pool.query<{ row: string }>(
      'select a::text as row from directory.account a where id = $1',
      [hang.account],
    )
    expect(kept.rows[0]!.row).not.toContain(secrets[0])
  })
  test('unlocking forgets the failures', async () => {
    await expect(house.run(admin.unlockAccount, on(), boss)).rejects.toMatchObject({
      code: 'directory.account-not-locked',
    })
    await fail(5)
    expect(await house.run(admin.showAccount, on(), boss)).toMatchObject({
      failures: 5,
      lockedUntil: new Date(house.clock() + 300_000).toISOString(),
    })
    await house.run(admin.unlockAccount, on(), boss)
    expect((await house.facts()).at(-1)).toMatchObject({ event: 'directory.account-unlocked', subject: hang.account })
    expect((await tryIn(password)).state).toBe('done')
  })
  test('lost second factors are removed', async () => {
    await expect(house.run(admin.resetSecondFactor, on(), boss)).rejects.toMatchObject({
      code: 'directory.second-factor-none',
    })
    await house.pool.query("update directory.account set totp_secret = 'JBSWY3DPEHPK3PXP' where id = $1", [
      hang.account,
    ])
    expect((await tryIn(password)).state).toBe('second-step')
    await house.run(admin.resetSecondFactor, on(), boss)
    expect((await house.facts()).at(-1)).toMatchObject({
      event: 'directory.second-factor-removed',
      data: { how: 'administrator' },
    })
    expect((await tryIn(password)).state).toBe('done')
  })
  test('a second factor can be demanded of one account', async () => {
    await house.run(admin.demandSecondFactor, { ...on(), demanded: true }, boss)
    expect(await house.facts()).toMatchObject([{ event: 'directory.second-factor-demanded', data: { demanded: true } }])
    expect(await tryIn(password)).toMatchObject({ state: 'done', mustDo: 'second-factor' })
    await expect(house.run(admin.demandSecondFactor, { ...on(), demanded: true }, boss)).rejects.toMatchObject({
      code: 'directory.unchanged',
    })
  })
  test('its sessions are ended', async () => {
    await expect(house.run(admin.endAccountSessions, on(), boss)).rejects.toMatchObject({
      code: 'directory.session-gone',
    })
    const me = await enter(house, hang, password)
    expect((await house.run(admin.showAccount, on(), boss)).sessions).toHaveLength(1)
    await house.run(admin.endAccountSessions, on(), boss)
    expect((await house.facts()).at(-1)).toMatchObject({
      event: 'directory.sessions-ended',
      data: { why: 'ended-by-administrator' },
    })
    await expect(house.run(showMyAccount, {}, me)).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
  })
  test('the log says what happened, newest first', async () => {
    await fail(1)
    await enter(house, hang, password)
    const { log, positions } = await house.run(admin.showAccount, on(), boss)
    expect(log.map(one => [one.event, one.reason])).toEqual([
      ['directory.signed-in', 'password'],
      ['directory.sign-in-failed', 'wrong-password'],
    ])
    expect(positions).toMatchObject([{ title: 'Chuyên viên' }])
  })
})
