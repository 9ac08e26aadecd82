import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type {
  beginSecondFactor as beginEndpoint,
  confirmSecondFactor as confirmEndpoint,
  removeSecondFactor as removeEndpoint,
  renewRecoveryCodes as renewEndpoint,
} from '../contract/second-factor.ts'
import { refuse } from '../contract/refusals.ts'
import { newTotpSecret, usableStep } from '../domain/totp.ts'
import { recoveryCodesMade, secondFactorRemoved, secondFactorSet } from '../events.ts'
import { actingOf } from '../queries/actor.ts'
import type { SignInAccount } from '../store/account.ts'
import { ask } from '../store/challenge.ts'
import { keepPendingTotp, setRecoveryHashes, turnTotpOff, turnTotpOn } from '../store/second-factor.ts'
import { newRecoveryCodes, recoveryDigest } from '../store/secret.ts'
import { forgetActor } from '../store/session.ts'
import { ownAccount, withOwnPassword } from './prove.ts'

/** Makes a secret that waits for its first code. */
export async function beginSecondFactor(ctx: Ctx): Promise<ReplyOf<typeof beginEndpoint>> {
  const account = await ownAccount(ctx)
  if (account.totpSecret !== null) refuse('directory.second-factor-already')
  await keepPendingTotp(ctx.db, account.id, newTotpSecret())
  return {}
}

/** Turns the second factor on once a code shows that the app has the secret; that code is thereby used. */
export async function confirmSecondFactor(
  ctx: Ctx,
  input: InputOf<typeof confirmEndpoint>,
): Promise<ReplyOf<typeof confirmEndpoint>> {
  const account = await ownAccount(ctx)
  if (account.totpPending === null) return refuse('directory.second-factor-not-begun')
  const step = usableStep(account.totpPending, input.code, null, ctx.now)
  if (step === null) return refuse('directory.code-wrong', {}, 'code')
  const codes = newRecoveryCodes()
  await turnTotpOn(ctx.db, account.id, account.totpPending, step, codes.map(recoveryDigest))
  ctx.record(secondFactorSet, { subject: account.id, data: { kind: 'totp' } })
  ctx.record(recoveryCodesMade, { subject: account.id, data: { count: codes.length } })
  await forgetActor(ctx.db, account.id)
  return { shown: await showOnce(ctx, account, codes) }
}

/** Turns one's own second factor off. */
export async function removeSecondFactor(
  ctx: Ctx,
  input: InputOf<typeof removeEndpoint>,
): Promise<ReplyOf<typeof removeEndpoint>> {
  return await withOwnPassword(ctx, input.password, async account => {
    if (account.totpSecret === null) refuse('directory.second-factor-none')
    const acting = await actingOf(ctx.db, account.id, null, ctx.now)
    if (acting?.mustHaveSecondFactor && account.passkeys === 0) refuse('directory.second-factor-demanded')
    await turnTotpOff(ctx.db, account.id)
    ctx.record(secondFactorRemoved, { subject: account.id, data: { how: 'own' } })
    await forgetActor(ctx.db, account.id)
    return { state: 'done' as const }
  })
}

/** New recovery codes in place of the old ones. */
export async function renewRecoveryCodes(
  ctx: Ctx,
  input: InputOf<typeof renewEndpoint>,
): Promise<ReplyOf<typeof renewEndpoint>> {
  return await withOwnPassword(ctx, input.password, async account => {
    if (account.totpSecret === null) refuse('directory.second-factor-none')
    const codes = newRecoveryCodes()
    await setRecoveryHashes(ctx.db, account.id, codes.map(recoveryDigest))
    ctx.record(recoveryCodesMade, { subject: account.id, data: { count: codes.length } })
    return { state: 'done' as const, shown: await showOnce(ctx, account, codes) }
  })
}

async function showOnce(ctx: Ctx, account: SignInAccount, codes: readonly string[]) {
  const data = { secrets: codes.join(' '), userName: account.userName, name: ctx.actor.name, next: '/account' }
  return await ask(ctx.db, 'recovery-codes', account.id, data, ctx.now)
}
