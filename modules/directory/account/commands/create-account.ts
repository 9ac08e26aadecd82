import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { isUserName, suggestUserName } from '../../domain/user-name.ts'
import type { createAccount as endpoint } from '../contract/administration.ts'
import { refuse } from '../contract/refusals.ts'
import { readUserName } from '../domain/local-path.ts'
import { accountCreated } from '../events.ts'
import { personForAccount, takenNames } from '../queries/person-for-account.ts'
import { insertAccount } from '../store/account.ts'
import { hashPassword } from '../store/password-hash.ts'
import { newOneTimePassword } from '../store/secret.ts'
import { showPasswordOnce } from './one-time-password.ts'

/** Makes an account for a person who has none, with a password for one sign-in. */
export async function createAccount(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const person = await personForAccount(ctx.db, input.person, ctx.scope('directory.account.edit'), ctx.now)
  if (!person) return refuse('directory.person-unknown', {}, 'person')
  if (person.hasAccount) return refuse('directory.person-has-account', {}, 'person')
  let userName = await freeName(ctx, person.name, input.userName)
  const id = newId<'account'>(ctx.now)
  const password = newOneTimePassword()
  const hash = await hashPassword(password)
  const account = { id, person: input.person, hash, position: null, mustChange: true }
  // Somebody else may have been quicker while the password was hashed: a name that was only suggested gives way to the next one.
  while (!(await insertAccount(ctx.db, { ...account, userName }, ctx.now))) {
    if (input.userName !== undefined) refuse('directory.user-name-taken', {}, 'userName')
    const next = await freeName(ctx, person.name, undefined)
    if (next === userName) refuse('directory.person-has-account', {}, 'person')
    userName = next
  }
  ctx.record(accountCreated, {
    subject: id,
    data: { person: input.person },
    personal: { userName },
    ...(person.agency ? { agency: person.agency } : {}),
  })
  return { account: id, userName, shown: await showPasswordOnce(ctx, { id, userName, name: person.name }, password) }
}

async function freeName(ctx: Ctx, name: string, wanted: string | undefined): Promise<string> {
  const taken = await takenNames(ctx.db)
  if (wanted === undefined) {
    return suggestUserName(name, one => taken.has(one)) ?? refuse('directory.user-name-form', {}, 'userName')
  }
  const userName = readUserName(wanted)
  if (!isUserName(userName)) refuse('directory.user-name-form', {}, 'userName')
  if (taken.has(userName)) refuse('directory.user-name-taken', {}, 'userName')
  return userName
}
