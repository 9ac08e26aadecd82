import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { showNewPasskey as newEndpoint } from '../contract/second-factor.ts'
import type { showPasskeySignIn as signInEndpoint } from '../contract/sign-in.ts'
import { partyOf } from '../domain/passkey-response.ts'
import { productName } from '../domain/product.ts'
import { accountById } from '../store/account.ts'
import { waiting } from '../store/challenge.ts'
import { signInPolicy } from '../store/policy.ts'
import { passkeysOf } from '../store/second-factor.ts'

/** What the browser is asked to sign. No passkeys are named, so the page tells nobody which ones exist. */
export async function showPasskeySignIn(
  ctx: Ctx,
  input: InputOf<typeof signInEndpoint>,
): Promise<ReplyOf<typeof signInEndpoint>> {
  const [question, { origin }] = await Promise.all([
    waiting(ctx.db, input.challenge, 'passkey-sign-in', ctx.now),
    signInPolicy(ctx.db),
  ])
  if (!question || origin === '') return { challenge: input.challenge, options: null }
  const options = await generateAuthenticationOptions({
    rpID: partyOf(origin),
    challenge: bytes(question.data['challenge']),
    // A passkey stands for both factors, so the device must know its owner.
    userVerification: 'required',
  })
  return { challenge: input.challenge, options: JSON.stringify(options) }
}

/** What the browser is asked to make. */
export async function showNewPasskey(
  ctx: Ctx,
  input: InputOf<typeof newEndpoint>,
): Promise<ReplyOf<typeof newEndpoint>> {
  const [question, { origin }] = await Promise.all([
    waiting(ctx.db, input.challenge, 'passkey-new', ctx.now),
    signInPolicy(ctx.db),
  ])
  const account =
    question?.account === ctx.actor.account && question?.account
      ? await accountById(ctx.db, question.account)
      : undefined
  if (!question || !account || origin === '') return { challenge: input.challenge, options: null }
  const known = await passkeysOf(ctx.db, account.id)
  const options = await generateRegistrationOptions({
    rpName: productName,
    rpID: partyOf(origin),
    userName: account.userName,
    userDisplayName: ctx.actor.name,
    userID: new TextEncoder().encode(account.id),
    challenge: bytes(question.data['challenge']),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
  })
  return { challenge: input.challenge, options: JSON.stringify(options) }
}

function bytes(text = ''): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'))
}
