import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { randomBytes } from 'node:crypto'
import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { refuse } from '../contract/refusals.ts'
import type { beginPasskeySignIn as beginEndpoint, finishPasskeySignIn as finishEndpoint } from '../contract/sign-in.ts'
import { localPath } from '../domain/local-path.ts'
import { partyOf, readAuthentication } from '../domain/passkey-response.ts'
import { accountById } from '../store/account.ts'
import { ask, take, type Challenge } from '../store/challenge.ts'
import { signInPolicy } from '../store/policy.ts'
import { notePasskey, passkeyById, type Passkey } from '../store/second-factor.ts'
import { recordFailure, succeed, type Tried } from './finish.ts'

/** Makes a question for the browser: with a second step that waits it is for that account, otherwise for any passkey. */
export async function beginPasskeySignIn(
  ctx: Ctx,
  input: InputOf<typeof beginEndpoint>,
): Promise<ReplyOf<typeof beginEndpoint>> {
  const policy = await signInPolicy(ctx.db)
  if (policy.origin === '') return refuse('directory.passkeys-off')
  const data = {
    challenge: randomBytes(32).toString('base64url'),
    next: localPath(input.next),
    ...(input.second ? { second: input.second } : {}),
  }
  return { challenge: await ask(ctx.db, 'passkey-sign-in', null, data, ctx.now) }
}

/** Signs in with what a passkey has signed. The question is used up whatever the answer is. */
export async function finishPasskeySignIn(ctx: Ctx, input: InputOf<typeof finishEndpoint>): Promise<Tried> {
  const question = await take(ctx.db, input.challenge, 'passkey-sign-in', ctx.now)
  if (!question) return refuse('directory.challenge-gone')
  const next = question.data['next'] ?? '/'
  const passkey = await proven(ctx, question, input.response)
  const account = passkey && (await accountById(ctx.db, passkey.account))
  const first = await firstStep(ctx, question)
  const fits = account && account.state === 'active' && (first === null || first.account === account.id)
  if (!account || !fits) {
    recordFailure(ctx, account?.id ?? null, account?.state === 'closed' ? 'closed' : 'wrong-passkey', 0)
    return { state: 'wrong', userName: '', next }
  }
  const who = {
    userName: account.userName,
    next: first?.data['next'] ?? next,
    account: account.id,
    position: account.position,
  }
  return await succeed(
    ctx,
    who,
    first ? { method: 'password', second: 'passkey' } : { method: 'passkey', second: null },
  )
}

/** The passkey that has signed this very question for this very site, with its counter moved on; undefined otherwise. */
async function proven(ctx: Ctx, question: Challenge, text: string): Promise<Passkey | undefined> {
  const { origin } = await signInPolicy(ctx.db)
  if (origin === '') return refuse('directory.passkeys-off')
  const response = readAuthentication(text)
  const passkey = response ? await passkeyById(ctx.db, response.id) : undefined
  if (!response || !passkey) return undefined
  // The library throws for whatever does not fit: another origin, another question, a counter gone back.
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: question.data['challenge'] ?? '',
    expectedOrigin: origin,
    expectedRPID: partyOf(origin),
    credential: passkey,
    requireUserVerification: true,
  }).catch(() => null)
  if (!result?.verified) return undefined
  await notePasskey(ctx.db, passkey.id, result.authenticationInfo.newCounter, ctx.now)
  return passkey
}

/** The password step this answer belongs to, taken so that nobody uses it again; null when the passkey stands alone. */
async function firstStep(ctx: Ctx, question: Challenge): Promise<Challenge | null> {
  const { second } = question.data
  if (second === undefined) return null
  const found = await take(ctx.db, second, 'second-step', ctx.now)
  return found ?? refuse('directory.challenge-gone')
}
