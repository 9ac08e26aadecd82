import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { randomBytes } from 'node:crypto'
import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { notFound } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type {
  addPasskey as addEndpoint,
  beginPasskey as beginEndpoint,
  removePasskey as removeEndpoint,
} from '../contract/second-factor.ts'
import { refuse } from '../contract/refusals.ts'
import { partyOf, readRegistration } from '../domain/passkey-response.ts'
import { passkeyAdded, passkeyRemoved } from '../events.ts'
import { actingOf } from '../queries/actor.ts'
import { ask, take } from '../store/challenge.ts'
import { signInPolicy } from '../store/policy.ts'
import { dropPasskeys, keepPasskey } from '../store/second-factor.ts'
import { forgetActor } from '../store/session.ts'
import { ownAccount } from './prove.ts'

/** Makes a question for the browser. */
export async function beginPasskey(ctx: Ctx): Promise<ReplyOf<typeof beginEndpoint>> {
  const [account, policy] = await Promise.all([ownAccount(ctx), signInPolicy(ctx.db)])
  if (policy.origin === '') return refuse('directory.passkeys-off')
  const data = { challenge: randomBytes(32).toString('base64url') }
  return { challenge: await ask(ctx.db, 'passkey-new', account.id, data, ctx.now) }
}

/** Keeps a passkey made for this account on this site, with the owner recognised by the device. */
export async function addPasskey(ctx: Ctx, input: InputOf<typeof addEndpoint>): Promise<ReplyOf<typeof addEndpoint>> {
  const [account, { origin }] = await Promise.all([ownAccount(ctx), signInPolicy(ctx.db)])
  if (origin === '') return refuse('directory.passkeys-off')
  const question = await take(ctx.db, input.challenge, 'passkey-new', ctx.now)
  if (question?.account !== account.id) return refuse('directory.challenge-gone')
  const response = readRegistration(input.response) ?? refuse('directory.passkey-refused')
  // The library throws for whatever does not fit: another origin, another question, no user verification.
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: question.data['challenge'] ?? '',
    expectedOrigin: origin,
    expectedRPID: partyOf(origin),
    requireUserVerification: true,
  }).catch(() => null)
  if (!result?.verified) return refuse('directory.passkey-refused')
  const { id, publicKey, counter, transports = [] } = result.registrationInfo.credential
  const passkey = { id, publicKey, counter, transports, account: account.id, name: input.name }
  if (!(await keepPasskey(ctx.db, passkey, ctx.now))) return refuse('directory.passkey-known')
  ctx.record(passkeyAdded, { subject: account.id, data: { passkey: id } })
  await forgetActor(ctx.db, account.id)
  return { passkey: id }
}

/** Forgets a passkey of mine; not the last way of a second step where one is demanded. */
export async function removePasskey(
  ctx: Ctx,
  input: InputOf<typeof removeEndpoint>,
): Promise<ReplyOf<typeof removeEndpoint>> {
  const account = await ownAccount(ctx)
  const acting = await actingOf(ctx.db, account.id, null, ctx.now)
  if ((await dropPasskeys(ctx.db, account.id, input.passkey)) === 0) return notFound()
  const left = account.passkeys - 1
  if (acting?.mustHaveSecondFactor && left === 0 && account.totpSecret === null)
    refuse('directory.second-factor-demanded')
  ctx.record(passkeyRemoved, { subject: account.id, data: { passkey: input.passkey } })
  await forgetActor(ctx.db, account.id)
  return { left }
}
