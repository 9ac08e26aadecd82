import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, systemActor, type Actor } from '@congso/kernel/contract'
import type { JobTools } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import * as contract from '../contract/house.ts'
import { finishSignIn, showSignIn, signIn } from '../contract/sign-in.ts'
import { jobs } from '../jobs.ts'
import { actorOf } from '../queries/actor.ts'
import { makePerson } from '../testing/made.ts'

const password = 'Mùa-thu 2026 ở Tân Hòa'
const founding = {
  agencyCode: 'h99',
  agencyName: 'UBND tỉnh Sơn Giang',
  agencyKind: 'province' as const,
  name: 'nguyễn văn Quản',
  userName: 'Quan.NV',
  password,
  again: password,
}
let house: House
beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
})
afterAll(() => house.close())

const setUp = (changes: Partial<typeof founding> = {}) =>
  house.run(contract.setUp, { ...founding, ...changes }, anonymous)
const day = 86_400_000

describe('the first set-up', () => {
  test.each([
    ['directory.agency-code-form', 'agencyCode', { agencyCode: 'không phải mã' }],
    ['directory.name-form', 'name', { name: 'Robot 9000' }],
    ['directory.user-name-form', 'userName', { userName: 'quản trị' }],
    ['directory.passwords-differ', 'again', { again: 'khác' }],
    ['directory.password-too-short', 'password', { password: 'Ngắn-1a', again: 'Ngắn-1a' }],
  ])('refuses with %s at %s and makes nothing', async (code, field, changes) => {
    await expect(setUp(changes)).rejects.toMatchObject({ code, field })
    expect((await house.pool.query('select from directory.agency')).rowCount).toBe(0)
  })
  test('makes the house for one caller, who is signed in and must set up a second factor', async () => {
    expect(await house.run(showSignIn, {}, anonymous)).toMatchObject({ empty: true })
    expect(await house.run(contract.showSetUp, {}, anonymous)).toEqual({ open: true })
    const both = await Promise.allSettled([setUp(), setUp({ userName: 'ke.sau' })])
    const made = both.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
    expect(made).toHaveLength(1)
    expect(both.find(one => one.status === 'rejected')).toMatchObject({ reason: { code: 'directory.setup-done' } })
    const { actor } = await house.runner.whoIs(Buffer.from(made[0]!.token, 'base64url'))
    expect(actor).toMatchObject({
      agencyName: 'UBND tỉnh Sơn Giang',
      title: 'Quản trị hệ thống',
      mustDo: 'second-factor',
    })
    expect(actor.rights['directory.account.edit']).toEqual({ all: true })
    expect((await house.facts()).map(one => one.event)).toEqual([
      'directory.house-founded',
      'directory.account-created',
      'directory.signed-in',
    ])
    expect(await house.run(contract.showSetUp, {}, anonymous)).toEqual({ open: false })
  })
})

describe('the sign-in policy', () => {
  const read = () => house.run(contract.showPolicy, {})
  test('is changed, recorded by what changed, and holds from the next sign-in on', async () => {
    const before = await read()
    await house.facts()
    expect(await house.run(contract.changePolicy, { ...before, maxFailures: 3, help: 'máy lẻ 115' })).toEqual({
      changed: ['maxFailures', 'help'],
    })
    expect(await house.facts()).toMatchObject([
      { event: 'directory.sign-in-policy-changed', data: { changed: ['maxFailures', 'help'] } },
    ])
    const states = []
    for (let i = 0; i < 3; i += 1)
      states.push((await house.run(signIn, { userName: 'ai.do', password: 'sai' }, anonymous)).state)
    expect(states).toEqual(['wrong', 'wrong', 'locked'])
    expect(await house.run(showSignIn, {}, anonymous)).toMatchObject({ help: 'máy lẻ 115' })
    await house.run(contract.changePolicy, before)
  })
  test.each([
    ['directory.policy-weaker-than-law', 'maxFailures', { maxFailures: 6 }],
    ['directory.policy-weaker-than-law', 'idleMinutes', { idleMinutes: 16 }],
    ['directory.policy-weaker-than-law', 'idleMinutesOfAdministrators', { idleMinutesOfAdministrators: 6 }],
    ['directory.policy-weaker-than-law', 'closeAfterIdleDays', { closeAfterIdleDays: 46 }],
    ['directory.policy-address', 'origin', { origin: 'http://congso.vn' }],
    ['directory.policy-address', 'origin', { origin: 'https://congso.vn/' }],
    ['directory.policy-address', 'oidcIssuer', { oidcIssuer: 'ftp://x' }],
    ['directory.policy-contradicts', 'oidcClientId', { oidcIssuer: 'https://id.vn' }],
    ['directory.unchanged', undefined, {}],
  ])('refuses with %s at %s', async (code, field, changes) => {
    await expect(house.run(contract.changePolicy, { ...(await read()), ...changes })).rejects.toMatchObject({
      code,
      field,
    })
  })
  test('is for administrators', async () => {
    const clerk: Actor = { ...anonymous, kind: 'person', rights: {} }
    await expect(house.run(contract.changePolicy, await read(), clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(house.run(contract.sweepAccounts, {}, clerk)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
})

describe('the sweep', () => {
  const sweep = async () => {
    const [job] = jobs
    const seen: unknown[] = []
    const run: JobTools['run'] = async (endpoint, input) =>
      (await house.runner.run(endpoint, input, { actor: systemActor('job') })).reply
    await job!.run({ now: house.clock(), run, log: (_, data) => void seen.push(data) })
    return seen[0]
  }
  test('closes who has not signed in for 45 days, and never the last who has', async () => {
    const quiet = await makePerson(house, { password })
    const used = await makePerson(house, { password })
    await house.pool.query('update directory.account set last_sign_in_at = $2 where id = $1', [
      quiet.account,
      new Date(house.clock() - 46 * day),
    ])
    await house.pool.query('update directory.account set last_sign_in_at = $2 where id = $1', [
      used.account,
      new Date(house.clock() - 44 * day),
    ])
    await house.facts()
    expect(await sweep()).toMatchObject({ closed: 1 })
    expect(await house.facts()).toMatchObject([
      { event: 'directory.account-closed', subject: quiet.account, data: { why: 'idle' } },
      { event: 'directory.accounts-swept' },
    ])
    house.clock.advance(300 * day)
    await sweep()
    expect((await house.pool.query("select from directory.account where state = 'active'")).rowCount).toBe(1)
  })
  test('forgets questions and failures that are over', async () => {
    const made = await makePerson(house, { password })
    await house.pool.query("update directory.account set totp_secret = 'JBSWY3DPEHPK3PXP' where id = $1", [
      made.account,
    ])
    const { challenge } = await house.run(signIn, { userName: made.userName, password }, anonymous)
    await house.run(signIn, { userName: 'khong.co', password: 'sai' }, anonymous)
    expect(await sweep()).toMatchObject({ names: expect.any(Number) })
    expect(
      (await house.pool.query('select from directory.sign_in_guard where cardinality(failed_at) > 0')).rowCount,
    ).toBeGreaterThan(0)
    house.clock.advance(day + 1)
    expect(await sweep()).toMatchObject({ challenges: 1 })
    expect((await house.pool.query('select from directory.sign_in_guard')).rowCount).toBe(0)
    await expect(house.run(finishSignIn, { challenge: challenge!, code: '123456' }, anonymous)).rejects.toMatchObject({
      code: 'directory.challenge-gone',
    })
  })
  test('closes nobody where the policy says never', async () => {
    await house.run(contract.changePolicy, { ...(await house.run(contract.showPolicy, {})), closeAfterIdleDays: 0 })
    const quiet = await makePerson(house, { password })
    await house.pool.query('update directory.account set last_sign_in_at = $2 where id = $1', [
      quiet.account,
      new Date(house.clock() - 400 * day),
    ])
    expect(await sweep()).toMatchObject({ closed: 0 })
  })
})
