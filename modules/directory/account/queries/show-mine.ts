import { iso, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { lawfulPasswords } from '../../domain/password.ts'
import type { showChangePassword as passwordEndpoint, showMyAccount as endpoint } from '../contract/mine.ts'
import type { showSecondFactor as secondEndpoint } from '../contract/second-factor.ts'
import { act, postsOf } from '../domain/acting.ts'
import { totpAddress } from '../domain/totp.ts'
import { productName } from '../domain/product.ts'
import { accountById } from '../store/account.ts'
import { callerOf } from '../store/caller.ts'
import { passkeysOf } from '../store/second-factor.ts'
import { livingSessions } from './living-sessions.ts'
import { standingOf } from './standing.ts'

/** My account in one look. */
export async function showMyAccount(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { account, standing, policy } = await mine(ctx)
  const [passkeys, sessions] = await Promise.all([
    passkeysOf(ctx.db, account.id),
    livingSessions(ctx.db, account.id, callerOf(ctx).session, ctx.now),
  ])
  return {
    userName: account.userName,
    name: standing.name,
    duty: ctx.actor.mustDo ?? null,
    state: input.state ?? null,
    posts: postsOf(standing, ctx.now).map(post => ({
      position: post.place.id,
      title: post.title,
      unitName: post.place.unitName,
      agencyName: post.place.agencyName,
      form: post.form,
      until: post.until,
      current: post.place.id === ctx.actor.position,
    })),
    passwordAt: standing.passwordAt === null ? null : iso(standing.passwordAt),
    totp: account.totpSecret !== null,
    recoveryLeft: account.recoveryHashes.length,
    passkeysPossible: policy.origin !== '',
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({ passkey: id, name, createdAt, usedAt })),
    sessions,
  }
}

/** What my new password must be like. */
export async function showChangePassword(
  ctx: Ctx,
  input: InputOf<typeof passwordEndpoint>,
): Promise<ReplyOf<typeof passwordEndpoint>> {
  const { account, standing } = await mine(ctx)
  return {
    userName: account.userName,
    duty: ctx.actor.mustDo ?? null,
    state: input.state ?? null,
    least: standing.hasSecondFactor ? lawfulPasswords.minLengthWithMfa : lawfulPasswords.minLengthAlone,
    kinds: !standing.hasSecondFactor,
  }
}

/** My second factor. */
export async function showSecondFactor(
  ctx: Ctx,
  input: InputOf<typeof secondEndpoint>,
): Promise<ReplyOf<typeof secondEndpoint>> {
  const { account, standing, policy } = await mine(ctx)
  const pending = account.totpSecret === null ? account.totpPending : null
  return {
    duty: ctx.actor.mustDo ?? null,
    state: input.state ?? null,
    on: account.totpSecret !== null,
    demanded: act(standing, null, policy, ctx.now).mustHaveSecondFactor,
    recoveryLeft: account.recoveryHashes.length,
    pending:
      pending === null ? null : { secret: pending, address: totpAddress(pending, account.userName, productName) },
    passkeysPossible: policy.origin !== '',
    passkeys: account.passkeys,
  }
}

async function mine(ctx: Ctx) {
  const id = ctx.actor.account ?? notFound()
  const [account, found] = await Promise.all([accountById(ctx.db, id), standingOf(ctx.db, id, ctx.now)])
  return account && found ? { account, ...found } : notFound()
}
