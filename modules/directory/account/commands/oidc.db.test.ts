import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous, systemActor, type Actor } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '../../module.ts'
import * as admin from '../contract/administration.ts'
import { changePolicy, showPolicy } from '../contract/house.ts'
import * as oidc from '../contract/oidc.ts'
import { showSignIn } from '../contract/sign-in.ts'
import type { DoorRequest, Tools } from '../jobs.ts'
import { signInDoors } from '../module.ts'
import { actorOf } from '../queries/actor.ts'
import { makePerson, type Made } from '../testing/made.ts'
import { client, startProvider, type Provider } from '../testing/provider.ts'

const origin = 'https://congso.example.vn'
const [out, back] = signInDoors(client.secret)
let house: House
let provider: Provider
let hang: Made

beforeAll(async () => {
  house = await openHouse([directory], { actorOf })
  provider = await startProvider()
  const policy = {
    ...(await house.run(showPolicy, {})),
    origin,
    oidcIssuer: provider.issuer,
    oidcClientId: client.id,
    oidcClaim: 'preferred_username',
    oidcLabel: 'VNeID',
  }
  await house.run(changePolicy, policy)
})
afterAll(async () => {
  await provider.close()
  await house.close()
})
beforeEach(async () => {
  hang = await makePerson(house)
  provider.person = { sub: `cccd-${hang.userName}`, preferred_username: hang.userName }
  provider.forge = claims => claims
  await house.facts()
})

const tools: Tools = {
  run: async (endpoint, input) => (await house.runner.run(endpoint, input, { actor: systemActor('door') })).reply,
  log: () => {},
}
const noCookies: DoorRequest['cookie'] = () => undefined

/** What a browser does: out through the door, recognised by the provider, and back with the cookie it was given. */
async function signInThere(next = '/desk', steal?: { cookie?: string; query?: (query: string) => string }) {
  const opened = await out!.open(tools, { query: `next=${encodeURIComponent(next)}`, cookie: noCookies })
  const [jar] = opened.cookies
  const returned = await provider.visit(opened.to)
  expect(returned.origin + returned.pathname).toBe(`${origin}/sign-in/oidc/back`)
  const query = returned.search.slice(1)
  const cookie = (name: string) => (name === jar?.name ? (steal?.cookie ?? jar.value) : undefined)
  const request = { query: steal?.query?.(query) ?? query, cookie }
  return { result: await back!.open(tools, request), request }
}

describe('signing in through an outside system', () => {
  test('opens the account its claim names, links it, and from then on knows it by its subject', async () => {
    const { result } = await signInThere()
    expect(result.to).toBe('/desk')
    expect(result.cookies).toMatchObject([{ name: 'congso' }, { name: 'congso_oidc', value: '', maxAge: 0 }])
    const { actor } = await house.runner.whoIs(Buffer.from(result.cookies[0]!.value, 'base64url'))
    expect(actor.account).toBe(hang.account)
    expect((await house.facts()).map(one => one.event)).toEqual(['directory.oidc-linked', 'directory.signed-in'])
    provider.person = { ...provider.person, preferred_username: 'ten.khac' }
    expect((await signInThere()).result.to).toBe('/desk')
  })
  test('a user name taken over at the provider does not open an account linked to somebody else', async () => {
    await signInThere()
    provider.person = { sub: 'kẻ khác', preferred_username: hang.userName }
    await house.facts()
    expect((await signInThere()).result).toMatchObject({
      to: '/sign-in?state=no-account',
      cookies: [{ name: 'congso_oidc' }],
    })
    expect(await house.facts()).toMatchObject([{ event: 'directory.sign-in-failed', data: { reason: 'oidc-unknown' } }])
  })
  test('a second factor set up here is asked for here', async () => {
    await house.pool.query("update directory.account set totp_secret = 'JBSWY3DPEHPK3PXP' where id = $1", [
      hang.account,
    ])
    expect((await signInThere()).result.to).toMatch(/^\/sign-in\/second\//)
  })
  test('a closed account stays closed', async () => {
    await house.pool.query("update directory.account set state = 'closed' where id = $1", [hang.account])
    expect((await signInThere()).result.to).toBe('/sign-in?state=no-account')
  })
  test.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['for another application', claims => ({ ...claims, aud: 'other' })],
    ['of another question', claims => ({ ...claims, nonce: 'x' })],
    ['of another issuer', claims => ({ ...claims, iss: 'https://evil.vn' })],
    ['that is over', claims => ({ ...claims, exp: 1_000_000_000 })],
  ])('refuses an identity %s', async (_, forge) => {
    provider.forge = forge
    expect((await signInThere()).result).toMatchObject({
      to: '/sign-in?state=provider',
      cookies: [{ name: 'congso_oidc', value: '' }],
    })
    expect(await house.facts()).toEqual([])
  })
  test('refuses another browser, a changed state, and an answer sent twice', async () => {
    const failed = { to: '/sign-in?state=provider' }
    expect((await signInThere('/', { cookie: '00000000-0000-7000-8000-000000000000' })).result).toMatchObject(failed)
    expect((await signInThere('/', { cookie: 'x' })).result).toMatchObject(failed)
    expect(
      (await signInThere('/', { query: query => query.replace(/state=[^&]+/, 'state=forged') })).result,
    ).toMatchObject(failed)
    const { request } = await signInThere()
    expect(await back!.open(tools, request)).toMatchObject(failed)
    const { result } = await signInThere('//evil.vn')
    expect(result.to).toBe('/')
  })
  test('says that it did not work when the provider cannot be reached', async () => {
    const policy = await house.run(showPolicy, {})
    await house.run(changePolicy, { ...policy, oidcIssuer: 'http://127.0.0.1:9' })
    expect(await out!.open(tools, { query: '', cookie: noCookies })).toMatchObject({ to: '/sign-in?state=provider' })
    await house.run(changePolicy, policy)
  })
})

describe('what only the door may do', () => {
  const boss: Actor = {
    ...anonymous,
    kind: 'person',
    name: 'B',
    rights: { '*': { all: true }, 'directory.account.edit': { all: true } },
  }
  test('an administrator cannot say who somebody is', async () => {
    const identity = { issuer: provider.issuer, subject: 'x', userName: hang.userName, next: '/' }
    for (const actor of [boss, { ...boss, rights: {} }]) {
      await expect(house.run(oidc.finishOidc, identity, actor)).rejects.toMatchObject({ code: 'kernel.not-found' })
      await expect(
        house.run(oidc.keepOidcQuestion, { state: 'a', nonce: 'b', verifier: 'c', next: '/' }, actor),
      ).rejects.toMatchObject({ code: 'kernel.not-found' })
      await expect(house.run(oidc.showProvider, {}, actor)).rejects.toMatchObject({ code: 'kernel.not-found' })
    }
  })
  test('but can name the identity of an account, once for each', async () => {
    await house.run(admin.linkOidc, { account: hang.account, subject: 'sub-9' }, boss)
    expect(await house.facts()).toMatchObject([{ event: 'directory.oidc-linked', subject: hang.account }])
    await expect(house.run(admin.linkOidc, { account: hang.account, subject: 'sub-9' }, boss)).rejects.toMatchObject({
      code: 'directory.unchanged',
    })
    const other = await makePerson(house)
    await expect(house.run(admin.linkOidc, { account: other.account, subject: 'sub-9' }, boss)).rejects.toMatchObject({
      code: 'directory.oidc-taken',
      field: 'subject',
    })
    await expect(house.run(admin.linkOidc, { account: hang.account }, { ...boss, rights: {} })).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await house.run(admin.linkOidc, { account: hang.account }, boss)
    await house.run(admin.linkOidc, { account: other.account, subject: 'sub-9' }, boss)
  })
  test('the button is there when a provider is', async () => {
    expect(await house.run(showSignIn, { next: '/desk' }, anonymous)).toMatchObject({
      oidc: { label: 'VNeID', href: '/sign-in/oidc?next=%2Fdesk' },
    })
    const policy = await house.run(showPolicy, {})
    await house.run(changePolicy, { ...policy, oidcIssuer: '', oidcClientId: '' })
    expect(await house.run(showSignIn, {}, anonymous)).toMatchObject({ oidc: null })
    expect(await out!.open(tools, { query: '', cookie: noCookies })).toMatchObject({ to: '/sign-in?state=provider' })
    await expect(house.run(admin.linkOidc, { account: hang.account, subject: 'x' }, boss)).rejects.toMatchObject({
      code: 'directory.oidc-off',
    })
  })
})
