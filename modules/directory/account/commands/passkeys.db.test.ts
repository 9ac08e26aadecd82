import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import { changePolicy, showPolicy } from '../contract/house.ts'
import { showMyAccount } from '../contract/mine.ts'
import * as second from '../contract/second-factor.ts'
import * as door from '../contract/sign-in.ts'
import { actorOf } from '../queries/actor.ts'
import { makeDevice, type Device } from '../testing/authenticator.ts'
import { enter, makePerson, type Made } from '../testing/made.ts'

const password = 'Mùa-thu 2026 ở Tân Hòa'
const origin = 'https://congso.example.vn'
let house: House
let hang: Made
let me: { token: Buffer }
let device: Device

beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
  await house.run(changePolicy, { ...(await house.run(showPolicy, {})), origin })
})
afterAll(() => house.close())
beforeEach(async () => {
  hang = await makePerson(house, { password })
  me = await enter(house, hang, password)
  device = makeDevice()
  await house.facts()
})

async function register(from = origin) {
  const { challenge } = await house.run(second.beginPasskey, {}, me)
  const { options } = await house.run(second.showNewPasskey, { challenge }, me)
  return await house.run(second.addPasskey, { challenge, name: 'Máy bàn', response: device.create(options!, from) }, me)
}
async function ask(more: { second?: string; next?: string } = {}) {
  const { challenge } = await house.run(door.beginPasskeySignIn, more as never, anonymous)
  const { options } = await house.run(door.showPasskeySignIn, { challenge }, anonymous)
  return { challenge, options: options! }
}

describe('a passkey', () => {
  test('is made, listed, signs in, and is removed', async () => {
    const { passkey } = await register()
    expect(await house.facts()).toMatchObject([
      { event: 'directory.passkey-added', subject: hang.account, data: { passkey } },
    ])
    expect((await house.run(showMyAccount, {}, me)).passkeys).toMatchObject([
      { passkey, name: 'Máy bàn', usedAt: null },
    ])
    const { challenge, options } = await ask({ next: '/desk' })
    const reply = await house.run(
      door.finishPasskeySignIn,
      { challenge, response: device.get(options, origin) },
      anonymous,
    )
    expect(reply).toMatchObject({ state: 'done', next: '/desk', userName: hang.userName })
    expect(await house.facts()).toMatchObject([
      { event: 'directory.signed-in', data: { method: 'passkey', second: null } },
    ])
    expect(await house.run(second.removePasskey, { passkey }, me)).toEqual({ left: 0 })
    expect(await house.facts()).toMatchObject([{ event: 'directory.passkey-removed' }])
    await expect(house.run(second.removePasskey, { passkey }, me)).rejects.toMatchObject({ code: 'kernel.not-found' })
  })
  test('made for another site, or without recognising its owner, is refused', async () => {
    await expect(register('https://congso.example.evil.vn')).rejects.toMatchObject({
      code: 'directory.passkey-refused',
    })
    const { challenge } = await house.run(second.beginPasskey, {}, me)
    await expect(house.run(second.addPasskey, { challenge, name: 'x', response: '{}' }, me)).rejects.toMatchObject({
      code: 'directory.passkey-refused',
    })
  })
  test('is kept once, and for the one who was asked', async () => {
    const { challenge } = await house.run(second.beginPasskey, {}, me)
    const { options } = await house.run(second.showNewPasskey, { challenge }, me)
    const response = device.create(options!, origin)
    const other = await enter(house, await makePerson(house, { password }), password)
    await expect(house.run(second.addPasskey, { challenge, name: 'x', response }, other)).rejects.toMatchObject({
      code: 'directory.challenge-gone',
    })
    await house.run(second.addPasskey, { challenge, name: 'x', response }, me)
    await expect(house.run(second.addPasskey, { challenge, name: 'x', response }, me)).rejects.toMatchObject({
      code: 'directory.challenge-gone',
    })
    await expect(register()).rejects.toMatchObject({ code: 'directory.passkey-known' })
  })
  test('signs each question once, for this site, with the owner recognised, its counter going up', async () => {
    await register()
    const bad = async (response: (options: string) => string) => {
      const { challenge, options } = await ask()
      await house.facts()
      const reply = await house.run(door.finishPasskeySignIn, { challenge, response: response(options) }, anonymous)
      expect(reply).toEqual({ state: 'wrong', userName: '', next: '/' })
      expect(await house.facts()).toMatchObject([
        { event: 'directory.sign-in-failed', data: { reason: 'wrong-passkey' } },
      ])
      await expect(
        house.run(door.finishPasskeySignIn, { challenge, response: response(options) }, anonymous),
      ).rejects.toMatchObject({ code: 'directory.challenge-gone' })
    }
    const first = await ask()
    const good = device.get(first.options, origin)
    expect(
      (await house.run(door.finishPasskeySignIn, { challenge: first.challenge, response: good }, anonymous)).state,
    ).toBe('done')
    await bad(() => good)
    await bad(options => device.get(options, 'https://evil.vn'))
    await bad(options => device.get(options, origin, { verified: false }))
    await bad(options => device.get(options, origin, { counter: 1 }))
    await bad(() => 'không phải JSON')
    await bad(options => makeDevice().get(options, origin))
  })
  test('is the second step after a password, for that account only', async () => {
    await register()
    const reply = await house.run(door.signIn, { userName: hang.userName, password, next: '/desk' }, anonymous)
    expect(reply.state).toBe('second-step')
    const step = await house.run(door.showSecondStep, { challenge: reply.challenge! }, anonymous)
    expect(step).toMatchObject({ waits: true, totp: false, passkey: true })
    const { challenge, options } = await ask({ second: reply.challenge! })
    const done = await house.run(
      door.finishPasskeySignIn,
      { challenge, response: device.get(options, origin) },
      anonymous,
    )
    expect(done).toMatchObject({ state: 'done', next: '/desk' })
    expect((await house.facts()).at(-1)).toMatchObject({
      event: 'directory.signed-in',
      data: { method: 'password', second: 'passkey' },
    })
    const stranger = await makePerson(house, { password })
    await house.pool.query("update directory.account set totp_secret = 'JBSWY3DPEHPK3PXP' where id = $1", [
      stranger.account,
    ])
    const theirs = await house.run(door.signIn, { userName: stranger.userName, password }, anonymous)
    const crossed = await ask({ second: theirs.challenge! })
    const answer = await house.run(
      door.finishPasskeySignIn,
      { challenge: crossed.challenge, response: device.get(crossed.options, origin) },
      anonymous,
    )
    expect(answer.state).toBe('wrong')
  })
  test('does not open a closed account, and the last one stays where a second factor is demanded', async () => {
    const { passkey } = await register()
    await house.pool.query('update directory.account set second_factor_demanded = true where id = $1', [hang.account])
    await expect(house.run(second.removePasskey, { passkey }, me)).rejects.toMatchObject({
      code: 'directory.second-factor-demanded',
    })
    await house.pool.query("update directory.account set state = 'closed' where id = $1", [hang.account])
    const { challenge, options } = await ask()
    expect(
      (await house.run(door.finishPasskeySignIn, { challenge, response: device.get(options, origin) }, anonymous))
        .state,
    ).toBe('wrong')
  })
  test('is off while the address of the system is not set', async () => {
    const policy = await house.run(showPolicy, {})
    const { challenge, options } = await ask()
    await house.run(changePolicy, { ...policy, origin: '' })
    await expect(house.run(door.beginPasskeySignIn, {}, anonymous)).rejects.toMatchObject({
      code: 'directory.passkeys-off',
    })
    await expect(house.run(second.beginPasskey, {}, me)).rejects.toMatchObject({ code: 'directory.passkeys-off' })
    await expect(
      house.run(door.finishPasskeySignIn, { challenge, response: device.get(options, origin) }, anonymous),
    ).rejects.toMatchObject({ code: 'directory.passkeys-off' })
    await house.run(changePolicy, policy)
  })
})
