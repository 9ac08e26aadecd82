import { systemActor, type Actor, type Id } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import { changePassword, createAccount, endAccountSessions, showSecrets, signIn } from '../contract.ts'
import type { Building } from './building.ts'

export type AccountWish = {
  person: Id<'person'>
  userName?: string
  /** A password of their own; without one they have the slip with a password for one sign-in. */
  password?: string
  /** When it happens, epoch milliseconds; the house's own time when left out. */
  now?: number
}

/**
 * Makes an account as an administrator and its owner would: the slip is handed over, the owner signs in with it, chooses the
 * password, and is signed out. Returns the account and its user name.
 */
export async function buildAccount(
  house: Pick<Building, 'runner'>,
  wish: AccountWish,
): Promise<{ account: Id<'account'>; userName: string }> {
  const { person, userName, password } = wish
  const at = wish.now === undefined ? {} : { now: wish.now }
  // Whoever makes an account is shown its slip: nobody but this maker, who has none, sees this one.
  const maker: Actor = { ...systemActor('directory.build-account'), account: newId<'account'>() }
  const asMaker = { actor: maker, ...at }
  const made = (await house.runner.run(createAccount, { person, ...(userName ? { userName } : {}) }, asMaker)).reply
  const account = { account: made.account, userName: made.userName }
  if (password === undefined) return account
  const slip = (await house.runner.run(showSecrets, { shown: made.shown }, asMaker)).reply
  const current = slip.secrets.join(' ')
  const tried = (await house.runner.run(signIn, { userName: made.userName, password: current }, at)).reply
  if (tried.token === undefined) throw new Error(`${made.userName} could not sign in with the slip: ${tried.state}`)
  const asOwner = { token: Buffer.from(tried.token, 'base64url'), ...at }
  const changed = (await house.runner.run(changePassword, { current, password, again: password }, asOwner)).reply
  if (changed.state !== 'done') throw new Error(`${made.userName} could not change the password: ${changed.state}`)
  await house.runner.run(endAccountSessions, { account: made.account }, asMaker)
  return account
}
