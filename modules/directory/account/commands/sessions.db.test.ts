import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous } from '@congso/kernel/contract'
import { newId, type Call } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import * as mine from '../contract/mine.ts'
import { signIn, signOut, stay } from '../contract/sign-in.ts'
import { actorOf } from '../queries/actor.ts'
import { makePerson, type Made } from '../testing/made.ts'

const password = 'Mùa-thu 2026 ở Tân Hòa'
const chrome = {
  address: '10.1.2.3',
  device: 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36',
}
const phone = {
  address: '10.9.9.9',
  device:
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36',
}
let house: House
let hang: Made

beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
})
afterAll(() => house.close())
beforeEach(async () => {
  hang = await makePerson(house, { password })
})

async function enter(from: NonNullable<Call['from']>, token?: Buffer): Promise<Call & { token: Buffer }> {
  const reply = await house.run(signIn, { userName: hang.userName, password }, { from, token })
  await house.facts()
  return { token: Buffer.from(reply.token ?? '', 'base64url'), from }
}
const lines = async (call: Call) => (await house.run(mine.showMyAccount, {}, call)).sessions
const isOut = (call: Call) =>
  expect(house.run(mine.showMyAccount, {}, call)).rejects.toMatchObject({ code: 'kernel.sign-in-first' })

describe('my sessions', () => {
  test('are listed with device and address, the present one marked', async () => {
    const desk = await enter(chrome)
    house.clock.advance(1000)
    const pocket = await enter(phone)
    expect(await lines(pocket)).toMatchObject([
      { device: 'Chrome 128 · Android', address: '10.9.9.9', current: true },
      { device: 'Chrome 128 · Windows', address: '10.1.2.3', current: false },
    ])
    expect((await lines(desk)).find(line => line.current)?.address).toBe('10.1.2.3')
  })
  test('one is ended from another device, once', async () => {
    const desk = await enter(chrome)
    const pocket = await enter(phone)
    const session = (await lines(desk)).find(line => !line.current)!.session
    expect(await house.run(mine.endMySession, { session }, desk)).toEqual({ ended: 1 })
    expect(await house.facts()).toMatchObject([
      {
        event: 'directory.sessions-ended',
        subject: hang.account,
        data: { why: 'ended-elsewhere', sessions: [session] },
      },
    ])
    await isOut(pocket)
    await expect(house.run(mine.endMySession, { session }, desk)).rejects.toMatchObject({
      code: 'directory.session-gone',
    })
  })
  test('nobody ends somebody else’s', async () => {
    const desk = await enter(chrome)
    const [line] = await lines(desk)
    const other = await makePerson(house, { password })
    const them = await house.run(signIn, { userName: other.userName, password }, anonymous)
    const theirs = { token: Buffer.from(them.token!, 'base64url') }
    await expect(house.run(mine.endMySession, { session: line!.session }, theirs)).rejects.toMatchObject({
      code: 'directory.session-gone',
    })
    expect(await lines(desk)).toHaveLength(1)
  })
  test('all others are ended, this one stays', async () => {
    const desk = await enter(chrome)
    const others = [await enter(phone), await enter(phone)]
    expect(await house.run(mine.endMyOtherSessions, {}, desk)).toEqual({ ended: 2 })
    for (const one of others) await isOut(one)
    expect(await lines(desk)).toHaveLength(1)
    await expect(house.run(mine.endMyOtherSessions, {}, desk)).rejects.toMatchObject({ code: 'directory.session-gone' })
  })
  test('a changed password ends the others', async () => {
    const desk = await enter(chrome)
    const pocket = await enter(phone)
    const next = 'Mùa-đông 2027 ở Sơn Giang'
    await house.run(mine.changePassword, { current: password, password: next, again: next }, desk)
    expect((await house.facts()).map(one => one.event)).toEqual([
      'directory.password-changed',
      'directory.sessions-ended',
    ])
    await isOut(pocket)
    expect(await lines(desk)).toHaveLength(1)
  })
})

describe('signing out', () => {
  test('ends this session and no other', async () => {
    const desk = await enter(chrome)
    const pocket = await enter(phone)
    expect(await house.run(signOut, {}, desk)).toEqual({ ended: 1 })
    expect(await house.facts()).toMatchObject([{ event: 'directory.sessions-ended', data: { why: 'signed-out' } }])
    await isOut(desk)
    expect(await lines(pocket)).toHaveLength(1)
  })
  test('is for a session', async () => {
    await expect(house.run(signOut, {}, anonymous)).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
    const found = await house.runner.whoIs((await enter(chrome)).token)
    await expect(house.run(signOut, {}, found.actor)).rejects.toMatchObject({ code: 'directory.session-unknown' })
  })
})

test('signing in again in the same browser ends the session it had', async () => {
  const first = await enter(chrome)
  const second = await enter(chrome, first.token)
  await isOut(first)
  expect(await lines(second)).toHaveLength(1)
})

test('the journal says from where somebody signed in, as personal data', async () => {
  await enter(phone)
  const found = await house.pool.query(
    "select data::text, personal from kernel.journal where event = 'directory.signed-in' and subject = $1",
    [hang.account],
  )
  expect(found.rows).toMatchObject([{ personal: { address: '10.9.9.9', device: phone.device } }])
  expect(found.rows[0].data).not.toContain('10.9.9.9')
})

test('staying keeps a session alive that would have ended', async () => {
  const desk = await enter(chrome)
  house.clock.advance(14 * 60_000)
  expect(await house.run(stay, {}, desk)).toEqual({ seconds: 900 })
  await house.runner.flushTouches()
  house.clock.advance(14 * 60_000)
  expect(await lines(desk)).toHaveLength(1)
  await house.runner.flushTouches()
  house.clock.advance(15 * 60_000)
  await isOut(desk)
})

describe('switching the position', () => {
  test('to one of my own, in this session only', async () => {
    const desk = await enter(chrome)
    const pocket = await enter(phone)
    const other = await makePerson(house, { agency: hang.agency })
    await house.pool.query('update directory.holding set person = $2 where position = $1', [
      other.position,
      hang.person,
    ])
    const { title } = await house.run(mine.switchPosition, { position: other.position }, desk)
    expect(title).toBe('Chuyên viên')
    expect(await house.facts()).toMatchObject([
      { event: 'directory.position-switched', data: { position: other.position } },
    ])
    expect((await house.runner.whoIs(desk.token)).actor.position).toBe(other.position)
    expect((await house.runner.whoIs(pocket.token)).actor.position).toBe(hang.position)
  })
  test('to one lent to me, signing with its form', async () => {
    const desk = await enter(chrome)
    const chair = await makePerson(house, { permissions: ['casework.dossier.sign'], rank: 'leader' })
    await house.pool.query(
      "insert into directory.delegation (id, position, person, form, reason, valid_from, valid_to) values ($1, $2, $3, 'KT.', 'Đi công tác', $4, $5)",
      [newId(), chair.position, hang.person, new Date(house.clock() - 1000), new Date(house.clock() + 3_600_000)],
    )
    const posts = (await house.run(mine.showMyAccount, {}, desk)).posts
    expect(posts).toMatchObject([
      { form: null, current: true },
      { form: 'KT.', title: 'KT. Chuyên viên, Chuyên viên', current: false },
    ])
    await house.run(mine.switchPosition, { position: chair.position }, desk)
    const { actor } = await house.runner.whoIs(desk.token)
    expect(actor).toMatchObject({
      position: chair.position,
      person: hang.person,
      rights: { 'casework.dossier.sign': { agencies: [chair.agency] } },
    })
  })
  test('not to somebody else’s', async () => {
    const desk = await enter(chrome)
    const other = await makePerson(house)
    await expect(house.run(mine.switchPosition, { position: other.position }, desk)).rejects.toMatchObject({
      code: 'directory.position-not-yours',
    })
    expect((await house.runner.whoIs(desk.token)).actor.position).toBe(hang.position)
  })
})
