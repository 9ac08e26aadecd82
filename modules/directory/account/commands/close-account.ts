import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type {
  closeAccount as closeEndpoint,
  endAccountSessions as endEndpoint,
  reopenAccount as reopenEndpoint,
  unlockAccount as unlockEndpoint,
} from '../contract/administration.ts'
import { refuse } from '../contract/refusals.ts'
import { accountClosed, accountReopened, accountUnlocked } from '../events.ts'
import { setState } from '../store/account.ts'
import { clearFailures } from '../store/guard.ts'
import { accountToChange } from './account-to-change.ts'
import { endAll } from './end-all.ts'

/** Closes an account; nothing of it is removed, so that what its owner did stays readable. */
export async function closeAccount(
  ctx: Ctx,
  input: InputOf<typeof closeEndpoint>,
): Promise<ReplyOf<typeof closeEndpoint>> {
  const account = await accountToChange(ctx, input.account, { notOwn: true })
  if (!(await setState(ctx.db, account.id, 'closed'))) refuse('directory.account-closed')
  ctx.record(accountClosed, { subject: account.id, data: { why: 'administrator' } })
  await endAll(ctx, account.id, 'closed')
  return { account: account.id }
}

/** Opens a closed account again, with the password and second factor it had. */
export async function reopenAccount(
  ctx: Ctx,
  input: InputOf<typeof reopenEndpoint>,
): Promise<ReplyOf<typeof reopenEndpoint>> {
  const account = await accountToChange(ctx, input.account)
  if (!(await setState(ctx.db, account.id, 'active'))) refuse('directory.account-open')
  ctx.record(accountReopened, { subject: account.id, data: {} })
  return { account: account.id }
}

/** Forgets the failures of an account's name. */
export async function unlockAccount(
  ctx: Ctx,
  input: InputOf<typeof unlockEndpoint>,
): Promise<ReplyOf<typeof unlockEndpoint>> {
  const account = await accountToChange(ctx, input.account)
  if (!(await clearFailures(ctx.db, account.userName))) refuse('directory.account-not-locked')
  ctx.record(accountUnlocked, { subject: account.id, data: {} })
  return { account: account.id }
}

/** Ends every session of an account. */
export async function endAccountSessions(
  ctx: Ctx,
  input: InputOf<typeof endEndpoint>,
): Promise<ReplyOf<typeof endEndpoint>> {
  const account = await accountToChange(ctx, input.account)
  if (!(await endAll(ctx, account.id, 'ended-by-administrator'))) refuse('directory.session-gone')
  return { account: account.id }
}
