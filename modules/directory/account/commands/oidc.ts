import { notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type {
  finishOidc as finishEndpoint,
  keepOidcQuestion as keepEndpoint,
  takeOidcQuestion as takeEndpoint,
} from '../contract/oidc.ts'
import type { linkOidc as linkEndpoint } from '../contract/administration.ts'
import { refuse } from '../contract/refusals.ts'
import { localPath, readUserName } from '../domain/local-path.ts'
import { oidcLinked } from '../events.ts'
import { accountByName } from '../store/account.ts'
import { ask, take } from '../store/challenge.ts'
import { accountByIdentity, setIdentity } from '../store/identity.ts'
import { signInPolicy } from '../store/policy.ts'
import { accountToChange } from './account-to-change.ts'
import { askSecond, hasSecondFactor, recordFailure, succeed, type Tried } from './finish.ts'

/** Keeps what must be found again when somebody comes back from the provider. */
export async function keepOidcQuestion(
  ctx: Ctx,
  input: InputOf<typeof keepEndpoint>,
): Promise<ReplyOf<typeof keepEndpoint>> {
  onlyTheDoor(ctx)
  const data = { ...input, next: localPath(input.next) }
  return { question: await ask(ctx.db, 'oidc', null, data, ctx.now) }
}

/** Takes it away: an answer counts once. */
export async function takeOidcQuestion(
  ctx: Ctx,
  input: InputOf<typeof takeEndpoint>,
): Promise<ReplyOf<typeof takeEndpoint>> {
  onlyTheDoor(ctx)
  const found = await take(ctx.db, input.question, 'oidc', ctx.now)
  if (!found) return refuse('directory.challenge-gone')
  const { state = '', nonce = '', verifier = '', next = '/' } = found.data
  return { state, nonce, verifier, next }
}

/**
 * Signs in whoever the provider has named. The first sign-in by a claim links the subject, so that a user name given to
 * somebody else later does not open this account. A second factor set up here is asked for here.
 */
export async function finishOidc(ctx: Ctx, input: InputOf<typeof finishEndpoint>): Promise<Tried> {
  onlyTheDoor(ctx)
  const next = localPath(input.next)
  const { issuer, subject } = input
  const known = await accountByIdentity(ctx.db, issuer, subject)
  const named = known || input.userName === '' ? undefined : await accountByName(ctx.db, readUserName(input.userName))
  const account = known ?? (named?.oidcSubject === null ? named : undefined)
  if (!account || account.state === 'closed') {
    recordFailure(ctx, account?.id ?? null, account ? 'closed' : 'oidc-unknown', 0)
    return { state: 'wrong', userName: '', next }
  }
  if (!known && (await setIdentity(ctx.db, account.id, { issuer, subject }))) {
    ctx.record(oidcLinked, { subject: account.id, data: { issuer } })
  }
  const tried = { userName: account.userName, next, account: account.id }
  if (hasSecondFactor(account)) return await askSecond(ctx, tried, account)
  return await succeed(ctx, { ...tried, position: account.position }, { method: 'oidc', second: null })
}

/** Names the identity that may use an account, or takes it away. */
export async function linkOidc(ctx: Ctx, input: InputOf<typeof linkEndpoint>): Promise<ReplyOf<typeof linkEndpoint>> {
  const account = await accountToChange(ctx, input.account)
  const { oidcIssuer } = await signInPolicy(ctx.db)
  if (oidcIssuer === '') refuse('directory.oidc-off')
  const identity = input.subject ? { issuer: oidcIssuer, subject: input.subject } : null
  const other = identity && (await accountByIdentity(ctx.db, identity.issuer, identity.subject))
  if (other && other.id !== account.id) refuse('directory.oidc-taken', {}, 'subject')
  if (!(await setIdentity(ctx.db, account.id, identity))) refuse('directory.unchanged')
  ctx.record(oidcLinked, { subject: account.id, data: { issuer: identity ? oidcIssuer : '' } })
  return { account: account.id }
}

/** Whoever says who somebody is must be the door that has asked the provider; for everybody else this does not exist. */
export function onlyTheDoor(ctx: Ctx): void {
  if (ctx.actor.kind !== 'system') notFound()
}
