import type { Ctx } from '@congso/kernel/server'
import { ask } from '../store/challenge.ts'

/** Keeps a one-time password for its slip, for the administrator who asked and nobody else. */
export async function showPasswordOnce(
  ctx: Ctx,
  account: { id: string; userName: string; name: string },
  password: string,
) {
  const data = {
    secrets: password,
    userName: account.userName,
    name: account.name,
    next: `/directory/accounts/${account.id}`,
  }
  return await ask(ctx.db, 'one-time-password', ctx.actor.account, data, ctx.now)
}
