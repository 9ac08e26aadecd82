import { iso, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from './tables.ts'

/** What signing in must know of an account. */
export type SignInAccount = {
  id: Id<'account'>
  userName: string
  state: 'active' | 'closed'
  passwordHash: string | null
  previousHashes: readonly string[]
  mustChange: boolean
  totpSecret: string | null
  totpPending: string | null
  totpStep: number | null
  recoveryHashes: readonly string[]
  position: Id<'position'> | null
  passkeys: number
  oidcSubject: string | null
}

/** The account of a user name as {@link readUserName} gives it; undefined when nobody has it. */
export async function accountByName(db: Db, userName: string): Promise<SignInAccount | undefined> {
  return await signInColumns(db).where('a.user_name', '=', userName).executeTakeFirst()
}

/** An account by its id; undefined when there is none. */
export async function accountById(db: Db, id: Id<'account'>): Promise<SignInAccount | undefined> {
  return await signInColumns(db).where('a.id', '=', id).executeTakeFirst()
}

function signInColumns(db: Db) {
  return tables<Tables>(db)
    .selectFrom('directory.account as a')
    .select([
      'a.id',
      'a.user_name as userName',
      'a.state',
      'a.password_hash as passwordHash',
      'a.previous_hashes as previousHashes',
      'a.must_change as mustChange',
      'a.totp_secret as totpSecret',
      'a.totp_pending as totpPending',
      'a.totp_step as totpStep',
      'a.recovery_hashes as recoveryHashes',
      'a.position',
      'a.oidc_subject as oidcSubject',
      sql<number>`(select count(*) from directory.passkey k where k.account = a.id)`.as('passkeys'),
    ])
}

/** Notes that an account was used, and stores its password under a newer cost when there is one. */
export async function noteSignIn(db: Db, id: Id<'account'>, now: number, rehashed?: string): Promise<void> {
  await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ last_sign_in_at: iso(now), ...(rehashed ? { password_hash: rehashed } : {}) })
    .where('id', '=', id)
    .execute()
}

/** Uses up a time step of one-time codes; false when it, or a later one, was used already. */
export async function useTotpStep(db: Db, id: Id<'account'>, step: number): Promise<boolean> {
  const used = await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where(eb => eb.or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]))
    .returning('id')
    .execute()
  return used.length > 0
}

/** Uses up a recovery code by its digest; false when there is no such code any more. */
export async function useRecoveryCode(db: Db, id: Id<'account'>, hash: string): Promise<boolean> {
  const used = await tables<Tables>(db)
    .updateTable('directory.account')
    .set(eb => ({ recovery_hashes: eb.fn<string[]>('array_remove', ['recovery_hashes', eb.val(hash)]) }))
    .where('id', '=', id)
    .where(eb => eb(eb.val(hash), '=', eb.fn.any('recovery_hashes')))
    .returning('id')
    .execute()
  return used.length > 0
}

/** Stores a new password; the old ones are kept for the rule that the last ten may not come back. */
export async function setPassword(
  db: Db,
  id: Id<'account'>,
  hash: string,
  previous: readonly string[],
  mustChange: boolean,
  now: number,
): Promise<void> {
  await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ password_hash: hash, password_at: iso(now), must_change: mustChange, previous_hashes: [...previous] })
    .where('id', '=', id)
    .execute()
}

/** Opens or closes an account; false when it was so already. */
export async function setState(db: Db, id: Id<'account'>, state: 'active' | 'closed'): Promise<boolean> {
  const changed = await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ state })
    .where('id', '=', id)
    .where('state', '<>', state)
    .returning('id')
    .execute()
  return changed.length > 0
}

/** A new account without a second factor; false when its name was taken, or its person given one, meanwhile. */
export async function insertAccount(
  db: Db,
  account: {
    id: Id<'account'>
    person: Id<'person'>
    userName: string
    hash: string
    position: Id<'position'> | null
    mustChange: boolean
  },
  now: number,
): Promise<boolean> {
  const made = await tables<Tables>(db)
    .insertInto('directory.account')
    .values({
      id: account.id,
      person: account.person,
      user_name: account.userName,
      password_hash: account.hash,
      password_at: iso(now),
      must_change: account.mustChange,
      totp_secret: null,
      totp_pending: null,
      totp_step: null,
      oidc_issuer: null,
      oidc_subject: null,
      position: account.position,
      last_sign_in_at: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  return made.length > 0
}
