import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import { actorOf } from '../queries/actor.ts'
import { finishSignIn, showSecondStep, showSignIn, signIn } from '../contract/sign-in.ts'
import { codeAt, newTotpSecret } from '../domain/totp.ts'
import { recoveryDigest } from '../store/secret.ts'
import { makePerson, type Made } from '../testing/made.ts'

const password = 'Mùa-thu 2026 ở Tân Hòa'
let house: House
let hang: Made

beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
})
afterAll(() => house.close())
beforeEach(async () => {
  hang = await makePerson(house, { password })
  await house.facts()
})

const tryWith = (given: string, userName = hang.userName, next?: string) =>
  house.run(signIn, { userName, password: given, ...(next ? { next } : {}) }, anonymous)
const tokenOf = (token: string | undefined) => ({ token: Buffer.from(token ?? '', 'base64url') })

describe('signing in with a password', () => {
  test('opens a session with a token that is stored nowhere, and the journal says so', async () => {
    const reply = await tryWith(password, ` ${hang.userName.toUpperCase()} `, '/desk?late=1')
    expect(reply).toMatchObject({ state: 'done', next: '/desk?late=1', seconds: 12 * 3600, userName: hang.userName })
    const { actor } = await house.runner.whoIs(tokenOf(reply.token).token)
    expect(actor).toMatchObject({ kind: 'person', account: hang.account, position: hang.position })
    const facts = await house.facts()
    expect(facts).toMatchObject([
      { event: 'directory.signed-in', subject: hang.account, data: { method: 'password', second: null } },
    ])
    const stored = await house.pool.query(
      'select token_hash, actor::text, extract(epoch from expires_at - created_at)::int as seconds, idle_seconds from kernel.session where account = $1',
      [hang.account],
    )
    expect(stored.rows).toMatchObject([{ seconds: 12 * 3600, idle_seconds: 900 }])
    expect(JSON.stringify(stored.rows)).not.toContain(reply.token)
  })
  test('never uses a token brought along, and each sign-in has its own', async () => {
    const first = await tryWith(password)
    const second = await house.run(signIn, { userName: hang.userName, password }, tokenOf(first.token))
    expect(second.token).toHaveLength(43)
    expect(second.token).not.toBe(first.token)
  })
  test('sends nobody to another site', async () => {
    for (const next of ['//evil.vn', 'https://evil.vn', '/\\evil.vn', '/sign-out', 'javascript:alert(1)']) {
      expect((await tryWith(password, hang.userName, next)).next).toBe('/')
    }
  })
  test('accepts the same letters typed in another Unicode form', async () => {
    expect((await tryWith(password.normalize('NFD'))).state).toBe('done')
  })
  test('is bad input without a name', async () => {
    await expect(tryWith(password, ' ')).rejects.toMatchObject({ findings: [{ path: 'userName' }] })
  })
  test('a closed account gets the answer of a wrong password', async () => {
    await house.pool.query("update directory.account set state = 'closed' where id = $1", [hang.account])
    expect(await tryWith(password)).toEqual({ state: 'wrong', userName: hang.userName, next: '/' })
  })
})

describe('a refused try', () => {
  test('is committed with its failure although nothing else is', async () => {
    expect(await tryWith('sai')).toEqual({ state: 'wrong', userName: hang.userName, next: '/' })
    expect(await house.facts()).toMatchObject([
      { event: 'directory.sign-in-failed', subject: hang.account, data: { reason: 'wrong-password', failures: 1 } },
    ])
  })
  test('the fifth locks the name, even for the right password, until the time is over', async () => {
    for (let i = 0; i < 4; i += 1) expect((await tryWith('sai')).state).toBe('wrong')
    const fifth = await tryWith('sai')
    expect(fifth).toEqual({
      state: 'locked',
      lockedUntil: new Date(house.clock() + 300_000).toISOString(),
      userName: hang.userName,
      next: '/',
    })
    expect((await tryWith(password)).state).toBe('locked')
    house.clock.advance(300_001)
    expect((await tryWith(password)).state).toBe('done')
    expect((await tryWith('sai')).state).toBe('wrong')
  })
  test('parallel guesses all count, and are no more than one after another', async () => {
    const four = await Promise.all(Array.from({ length: 4 }, () => tryWith('sai')))
    expect(four.map(one => one.state)).toEqual(['wrong', 'wrong', 'wrong', 'wrong'])
    const many = await Promise.allSettled(Array.from({ length: 10 }, () => tryWith('sai')))
    const states = many.map(one => (one.status === 'fulfilled' ? one.value.state : String(one.reason.code)))
    expect(states.filter(one => one === 'wrong')).toEqual([])
    expect(states.every(one => one === 'locked' || one === 'directory.sign-in-busy')).toBe(true)
    expect((await tryWith(password)).state).toBe('locked')
    const guessed = (await house.facts()).filter(one => JSON.stringify(one.data).includes('wrong-password'))
    expect(guessed).toHaveLength(5)
  })
  test('does not tell a name nobody has from a wrong password: same answers, same rows, same lock', async () => {
    const shape = async (userName: string) => {
      await house.facts()
      const answers = []
      for (let i = 0; i < 6; i += 1) answers.push({ ...(await tryWith('sai', userName)), userName: '' })
      const facts = await house.facts()
      return { answers, events: facts.map(one => one.event) }
    }
    expect(await shape(`nobody${Date.now() % 1000}`)).toEqual(await shape(hang.userName))
  })
  test('keeps neither the password nor an unknown name anywhere', async () => {
    await tryWith('bí-mật-lộ', 'ten-la-hoac')
    const all = await house.pool.query<{ text: string }>(
      'select j::text as text from kernel.journal j union all select g::text from directory.sign_in_guard g',
    )
    expect(all.rows.map(row => row.text).join()).not.toMatch(/bí-mật-lộ|ten-la-hoac/)
  })
})

describe('the second step', () => {
  const secret = newTotpSecret()
  const withTotp = () =>
    house.pool.query(
      'update directory.account set totp_secret = $2, totp_step = null, recovery_hashes = $3 where id = $1',
      [hang.account, secret, [recoveryDigest('7KQMP-3XWHT')]],
    )
  const askedFor = async () => {
    await withTotp()
    return (await tryWith(password, hang.userName, '/desk')).challenge!
  }
  const answer = (challenge: Awaited<ReturnType<typeof askedFor>>, code: string) =>
    house.run(finishSignIn, { challenge, code }, anonymous)

  test('is asked for, waits, and opens the session', async () => {
    const challenge = await askedFor()
    expect(await house.run(showSecondStep, { challenge }, anonymous)).toMatchObject({
      waits: true,
      totp: true,
      passkey: false,
    })
    await house.facts()
    expect(await answer(challenge, codeAt(secret, house.clock()))).toMatchObject({ state: 'done', next: '/desk' })
    expect(await house.facts()).toMatchObject([{ event: 'directory.signed-in', data: { second: 'totp' } }])
    expect(await house.run(showSecondStep, { challenge }, anonymous)).toMatchObject({ waits: false })
  })
  test('a code works once, for whoever saw it', async () => {
    const code = codeAt(secret, house.clock())
    const first = await askedFor()
    const again = (await tryWith(password)).challenge!
    expect((await answer(first, code)).state).toBe('done')
    expect((await answer(again, code)).state).toBe('wrong')
    await expect(answer(first, code)).rejects.toMatchObject({ code: 'directory.challenge-gone' })
  })
  test('the same code sent twice at once signs in once', async () => {
    const challenge = await askedFor()
    const code = codeAt(secret, house.clock())
    const both = await Promise.allSettled([answer(challenge, code), answer(challenge, code)])
    expect(both.filter(one => one.status === 'fulfilled' && one.value.state === 'done')).toHaveLength(1)
  })
  test('a recovery code works once, however it is typed', async () => {
    expect((await answer(await askedFor(), '7kqmp 3xwht')).state).toBe('done')
    const again = (await tryWith(password)).challenge!
    expect((await answer(again, '7KQMP-3XWHT')).state).toBe('wrong')
  })
  test('wrong codes lock the name too: a known password gives no free guesses', async () => {
    const challenge = await askedFor()
    for (let i = 0; i < 4; i += 1) expect((await answer(challenge, '000000')).state).toBe('wrong')
    expect((await answer(challenge, '000000')).state).toBe('locked')
    expect((await tryWith(password)).state).toBe('locked')
  })
  test('expires after five minutes', async () => {
    const challenge = await askedFor()
    house.clock.advance(300_001)
    await expect(answer(challenge, codeAt(secret, house.clock()))).rejects.toMatchObject({
      code: 'directory.challenge-gone',
    })
  })
})

test('the page says what came of the last try', async () => {
  expect(await house.run(showSignIn, { state: 'wrong', name: 'hang.lt', next: '//evil' }, anonymous)).toMatchObject({
    state: 'wrong',
    name: 'hang.lt',
    next: '/',
    empty: false,
    oidc: null,
    passkeys: false,
  })
})
