import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import { lawfulPasswords } from '../../domain/password.ts'
import type {
  demandSecondFactor as demandEndpoint,
  resetPassword as passwordEndpoint,
  resetSecondFactor as secondEndpoint,
} from '../contract/administration.ts'
import { refuse } from '../contract/refusals.ts'
import { passwordChanged, secondFactorDemanded, secondFactorRemoved } from '../events.ts'
import { setPassword } from '../store/account.ts'
import { clearFailures } from '../store/guard.ts'
import { hashPassword } from '../store/password-hash.ts'
import { dropPasskeys, setDemand, turnTotpOff } from '../store/second-factor.ts'
import { newOneTimePassword } from '../store/secret.ts'
import { forgetActor } from '../store/session.ts'
import { accountToChange } from './account-to-change.ts'
import { endAll } from './end-all.ts'
import { showPasswordOnce } from './one-time-password.ts'

/** Gives an account a password for one sign-in. Only whoever asked for it sees it, once, on a slip to hand over. */
export async function resetPassword(
  ctx: Ctx,
  input: InputOf<typeof passwordEndpoint>,
): Promise<ReplyOf<typeof passwordEndpoint>> {
  const account = await accountToChange(ctx, input.account, { notOwn: true })
  if (account.state === 'closed') refuse('directory.account-closed')
  const password = newOneTimePassword()
  const present = account.passwordHash === null ? [] : [account.passwordHash]
  const previous = [...present, ...account.previousHashes].slice(0, lawfulPasswords.remembered)
  await setPassword(ctx.db, account.id, await hashPassword(password), previous, true, ctx.now)
  await clearFailures(ctx.db, account.userName)
  ctx.record(passwordChanged, { subject: account.id, data: { how: 'reset' } })
  await endAll(ctx, account.id, 'password-changed')
  return { account: account.id, shown: await showPasswordOnce(ctx, account, password) }
}

/** Removes every second factor of somebody who has lost them; the password still stands. */
export async function resetSecondFactor(
  ctx: Ctx,
  input: InputOf<typeof secondEndpoint>,
): Promise<ReplyOf<typeof secondEndpoint>> {
  const account = await accountToChange(ctx, input.account, { notOwn: true })
  if (account.totpSecret === null && account.passkeys === 0) refuse('directory.second-factor-none')
  await turnTotpOff(ctx.db, account.id)
  await dropPasskeys(ctx.db, account.id)
  ctx.record(secondFactorRemoved, { subject: account.id, data: { how: 'administrator' } })
  await endAll(ctx, account.id, 'ended-by-administrator')
  return { account: account.id }
}

/** Demands a second factor of an account, or no more; whoever has none sets it up at the next step they take. */
export async function demandSecondFactor(
  ctx: Ctx,
  input: InputOf<typeof demandEndpoint>,
): Promise<ReplyOf<typeof demandEndpoint>> {
  const account = await accountToChange(ctx, input.account)
  if (!(await setDemand(ctx.db, account.id, input.demanded))) refuse('directory.unchanged')
  ctx.record(secondFactorDemanded, { subject: account.id, data: { demanded: input.demanded } })
  await forgetActor(ctx.db, account.id)
  return { account: account.id }
}
