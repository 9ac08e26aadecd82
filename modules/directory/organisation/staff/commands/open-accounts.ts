import type { Id } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { accountCreated } from '../../../account/events.ts'
import { insertAccount } from '../../../account/store/account.ts'
import { ask } from '../../../account/store/challenge.ts'
import { hashPassword } from '../../../account/store/password-hash.ts'
import { newOneTimePassword } from '../../../account/store/secret.ts'
import { refuse } from '../contract.ts'
import { writeSlips } from '../domain/slip.ts'

/** Somebody whose account an import opens. */
export type Newcomer = { readonly person: Id<'person'>; readonly name: string; readonly userName: string }

/**
 * Opens an account for each, with a password for one sign-in. The slips are kept a quarter of an hour for whoever imports and
 * nobody else: returns under which number. The passwords are random, and stand nowhere but on the slips.
 */
export async function openAccounts(
  ctx: Ctx,
  agency: Id<'agency'>,
  people: readonly Newcomer[],
  next: string,
): Promise<Id<'challenge'>> {
  const slips = []
  for (const { person, name, userName } of people) {
    const id = newId<'account'>(ctx.now)
    const password = newOneTimePassword()
    const hash = await hashPassword(password)
    const made = await insertAccount(ctx.db, { id, person, userName, hash, position: null, mustChange: true }, ctx.now)
    // Somebody else has opened one of them while the others were being opened: all of it is done again, or none.
    if (!made) refuse('directory.staff-account-taken', { userName })
    ctx.record(accountCreated, { subject: id, agency, data: { person }, personal: { userName } })
    slips.push({ name, userName, password })
  }
  return await ask(ctx.db, 'one-time-password', ctx.actor.account, { slips: writeSlips(slips), next }, ctx.now)
}
