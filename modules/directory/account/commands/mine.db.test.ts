import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import { changePolicy, showPolicy } from '../contract/house.ts'
import { changePassword, showChangePassword, showMyAccount } from '../contract/mine.ts'
import * as second from '../contract/second-factor.ts'
import { finishSignIn, signIn } from '../contract/sign-in.ts'
import { codeAt } from '../domain/totp.ts'
import { actorOf } from '../queries/actor.ts'
import { enter, makePerson, type Made } from '../testing/made.ts'

const password = 'Mùa-thu 2026 ở Tân Hòa'
const next = 'Mùa-đông 2027 ở Sơn Giang'
let house: House
let hang: Made
let me: { token: Buffer }

beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
})
afterAll(() => house.close())
beforeEach(async () => {
  hang = await makePerson(house, { password })
  me = await enter(house, hang, password)
  await house.facts()
})

const change = (given: string, wanted: string, again = wanted, call = me) =>
  house.run(changePassword, { current: given, password: wanted, again }, call)

describe('changing the password', () => {
  test('the new one works and the old one does not', async () => {
    expect(await change(password, next)).toEqual({ state: 'done' })
    expect(await house.facts()).toMatchObject([
      { event: 'directory.password-changed', subject: hang.account, data: { how: 'own' } },
    ])
    expect((await house.run(signIn, { userName: hang.userName, password }, anonymous)).state).toBe('wrong')
    expect((await house.run(signIn, { userName: hang.userName, password: next }, anonymous)).state).toBe('done')
  })
  test('a wrong present password is counted like a failed sign-in, and locks', async () => {
    expect(await change('sai', next)).toEqual({ state: 'wrong' })
    expect(await house.facts()).toMatchObject([
      { event: 'directory.sign-in-failed', data: { reason: 'wrong-password', failures: 1 } },
    ])
    for (let i = 0; i < 3; i += 1) await change('sai', next)
    expect(await change('sai', next)).toEqual({ state: 'locked' })
    expect(await change(password, next)).toEqual({ state: 'locked' })
  })
  test.each([
    ['directory.password-too-short', 'Ngắn-1a'],
    ['directory.password-needs-upper', 'toàn chữ thường 1!'],
    ['directory.password-needs-lower', 'TOÀN CHỮ HOA 123!'],
    ['directory.password-needs-digit', 'Không có chữ số nào!'],
    ['directory.password-needs-special', 'KhongCoDauNao12345'],
    ['directory.password-too-long', `Aa1!${'x'.repeat(140)}`],
    ['directory.password-remembered', password],
  ])('refuses with %s', async (code, wanted) => {
    await expect(change(password, wanted)).rejects.toMatchObject({ code, field: 'password' })
    expect(await house.facts()).toEqual([])
  })
  test('refuses the user name inside, and two that differ', async () => {
    await expect(change(password, `Xin chào ${hang.userName} 1!`)).rejects.toMatchObject({
      code: 'directory.password-has-user-name',
    })
    await expect(change(password, next, `${next}.`)).rejects.toMatchObject({
      code: 'directory.passwords-differ',
      field: 'again',
    })
  })
  test('a given password must be changed before anything else, and then all is open', async () => {
    await house.pool.query('update directory.account set must_change = true where id = $1', [hang.account])
    const call = await enter(house, hang, password)
    const asClerk = () => house.run(second.showSecondFactor, {}, call)
    expect(await house.run(showChangePassword, {}, call)).toMatchObject({
      duty: 'change-password',
      least: 14,
      kinds: true,
    })
    await change(password, next, next, call)
    expect((await asClerk()).duty).toBeNull()
  })
  test('an administrator may not take one of the last ten again', async () => {
    const admin = await makePerson(house, { password, rank: 'administrator' })
    const call = await enter(house, admin, password)
    await change(password, next, next, call)
    await expect(change(next, password, password, call)).rejects.toMatchObject({
      code: 'directory.password-remembered',
    })
  })
  test('is for whoever is signed in', async () => {
    await expect(
      house.run(changePassword, { current: password, password: next, again: next }, anonymous),
    ).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
    await expect(house.run(showMyAccount, {}, anonymous)).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
  })
})

describe('the second factor', () => {
  const begin = async () => {
    await house.run(second.beginSecondFactor, {}, me)
    return (await house.run(second.showSecondFactor, {}, me)).pending!
  }
  const turnOn = async () => {
    const { secret } = await begin()
    const { shown } = await house.run(second.confirmSecondFactor, { code: codeAt(secret, house.clock()) }, me)
    return { secret, shown }
  }
  test('counts from its first code on, and shows ten recovery codes once', async () => {
    const pending = await begin()
    expect(pending.address).toMatch(/^otpauth:\/\/totp\//)
    expect((await house.run(showMyAccount, {}, me)).totp).toBe(false)
    await house.facts()
    const { shown } = await house.run(second.confirmSecondFactor, { code: codeAt(pending.secret, house.clock()) }, me)
    expect((await house.facts()).map(one => one.event)).toEqual([
      'directory.second-factor-set',
      'directory.recovery-codes-made',
    ])
    const { secrets } = await house.run(second.showSecrets, { shown }, me)
    expect(new Set(secrets).size).toBe(10)
    expect(await house.run(showMyAccount, {}, me)).toMatchObject({ totp: true, recoveryLeft: 10 })
    const stored = await house.pool.query<{ row: string }>(
      'select a::text as row from directory.account a where id = $1',
      [hang.account],
    )
    for (const code of secrets) expect(stored.rows[0]!.row).not.toContain(code)
    expect(await house.run(second.putSecretsAway, { shown }, me)).toEqual({ next: '/account' })
    expect(await house.facts()).toMatchObject([{ event: 'directory.secrets-put-away' }])
    await expect(house.run(second.showSecrets, { shown }, me)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(second.putSecretsAway, { shown }, me)).rejects.toMatchObject({
      code: 'directory.challenge-gone',
    })
  })
  test('the code that turned it on cannot sign in', async () => {
    const { secret } = await turnOn()
    const { challenge } = await house.run(signIn, { userName: hang.userName, password }, anonymous)
    const used = await house.run(
      finishSignIn,
      { challenge: challenge!, code: codeAt(secret, house.clock()) },
      anonymous,
    )
    expect(used.state).toBe('wrong')
    house.clock.advance(30_000)
    const later = await house.run(
      finishSignIn,
      { challenge: challenge!, code: codeAt(secret, house.clock()) },
      anonymous,
    )
    expect(later.state).toBe('done')
  })
  test('shown secrets are for nobody else, and only for a while', async () => {
    const { shown } = await turnOn()
    const other = await makePerson(house, { password })
    const them = await enter(house, other, password)
    await expect(house.run(second.showSecrets, { shown }, them)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(second.putSecretsAway, { shown }, them)).rejects.toMatchObject({
      code: 'directory.challenge-gone',
    })
    expect((await house.run(second.showSecrets, { shown }, me)).secrets).toHaveLength(10)
    house.clock.advance(14 * 60_000)
    const again = await enter(house, other, password)
    house.clock.advance(61_000)
    await expect(house.run(second.showSecrets, { shown }, again)).rejects.toMatchObject({ code: 'kernel.not-found' })
  })
  test('refuses a wrong code, one without a beginning, and a second beginning', async () => {
    await expect(house.run(second.confirmSecondFactor, { code: '000000' }, me)).rejects.toMatchObject({
      code: 'directory.second-factor-not-begun',
    })
    await begin()
    await expect(house.run(second.confirmSecondFactor, { code: '12345' }, me)).rejects.toMatchObject({
      code: 'directory.code-wrong',
      field: 'code',
    })
    await turnOn()
    await expect(house.run(second.beginSecondFactor, {}, me)).rejects.toMatchObject({
      code: 'directory.second-factor-already',
    })
  })
  test('new recovery codes end the old ones, after the password', async () => {
    const { shown } = await turnOn()
    const [old = ''] = (await house.run(second.showSecrets, { shown }, me)).secrets
    expect(await house.run(second.renewRecoveryCodes, { password: 'sai' }, me)).toEqual({ state: 'wrong' })
    const renewed = await house.run(second.renewRecoveryCodes, { password }, me)
    expect((await house.facts()).at(-1)).toMatchObject({ event: 'directory.recovery-codes-made' })
    const [fresh = ''] = (await house.run(second.showSecrets, { shown: renewed.shown! }, me)).secrets
    const { challenge } = await house.run(signIn, { userName: hang.userName, password }, anonymous)
    expect((await house.run(finishSignIn, { challenge: challenge!, code: old }, anonymous)).state).toBe('wrong')
    expect((await house.run(finishSignIn, { challenge: challenge!, code: fresh }, anonymous)).state).toBe('done')
  })
  test('is turned off after the password, and not where it is demanded', async () => {
    await expect(house.run(second.removeSecondFactor, { password }, me)).rejects.toMatchObject({
      code: 'directory.second-factor-none',
    })
    await expect(house.run(second.renewRecoveryCodes, { password }, me)).rejects.toMatchObject({
      code: 'directory.second-factor-none',
    })
    await turnOn()
    await house.pool.query('update directory.account set second_factor_demanded = true where id = $1', [hang.account])
    await expect(house.run(second.removeSecondFactor, { password }, me)).rejects.toMatchObject({
      code: 'directory.second-factor-demanded',
    })
    await house.pool.query('update directory.account set second_factor_demanded = false where id = $1', [hang.account])
    await house.facts()
    expect(await house.run(second.removeSecondFactor, { password }, me)).toEqual({ state: 'done' })
    expect(await house.facts()).toMatchObject([{ event: 'directory.second-factor-removed', data: { how: 'own' } }])
    expect((await house.run(signIn, { userName: hang.userName, password }, anonymous)).state).toBe('done')
  })
  test('demanded of an administrator, nothing else is open until it is on', async () => {
    const admin = await makePerson(house, { password, permissions: ['directory.account.edit'], reach: 'all' })
    const call = await enter(house, admin, password)
    await expect(house.run(showPolicy, {}, call)).rejects.toMatchObject({
      code: 'kernel.must-do-first',
      params: { what: 'second-factor' },
    })
    await house.run(second.beginSecondFactor, {}, call)
    const { pending } = await house.run(second.showSecondFactor, {}, call)
    await house.run(second.confirmSecondFactor, { code: codeAt(pending!.secret, house.clock()) }, call)
    expect(await house.run(showPolicy, {}, call)).toMatchObject({ secondFactorForAdministrators: true })
  })
  test('the policy turns the demand off for a demonstration', async () => {
    const admin = await makePerson(house, { password, permissions: ['directory.account.edit'], reach: 'all' })
    const policy = await house.run(showPolicy, {})
    await house.run(changePolicy, { ...policy, secondFactorForAdministrators: false })
    expect(await house.run(showPolicy, {}, await enter(house, admin, password))).toMatchObject({
      secondFactorForAdministrators: false,
    })
    await house.run(changePolicy, policy)
  })
})
