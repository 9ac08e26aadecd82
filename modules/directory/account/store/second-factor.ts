import { iso, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import type { Tables } from './tables.ts'

/** Keeps a secret that waits for its first code. */
export async function keepPendingTotp(db: Db, id: Id<'account'>, secret: string): Promise<void> {
  await tables<Tables>(db).updateTable('directory.account').set({ totp_pending: secret }).where('id', '=', id).execute()
}

/** Turns the second factor on with the step of its first code, which thereby is used. */
export async function turnTotpOn(
  db: Db,
  id: Id<'account'>,
  secret: string,
  step: number,
  recoveryHashes: readonly string[],
): Promise<void> {
  await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ totp_secret: secret, totp_pending: null, totp_step: step, recovery_hashes: [...recoveryHashes] })
    .where('id', '=', id)
    .execute()
}

/** Turns the authenticator app off, with its recovery codes. */
export async function turnTotpOff(db: Db, id: Id<'account'>): Promise<void> {
  await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ totp_secret: null, totp_pending: null, totp_step: null, recovery_hashes: [] })
    .where('id', '=', id)
    .execute()
}

/** Puts new recovery codes in the place of the old ones. */
export async function setRecoveryHashes(db: Db, id: Id<'account'>, hashes: readonly string[]): Promise<void> {
  await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ recovery_hashes: [...hashes] })
    .where('id', '=', id)
    .execute()
}

/** Demands a second factor of an account, or no more; false when it was so already. */
export async function setDemand(db: Db, id: Id<'account'>, demanded: boolean): Promise<boolean> {
  const changed = await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ second_factor_demanded: demanded })
    .where('id', '=', id)
    .where('second_factor_demanded', '<>', demanded)
    .returning('id')
    .execute()
  return changed.length > 0
}

export type Passkey = {
  id: string
  account: Id<'account'>
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

/** A passkey by the id its device gave it. */
export async function passkeyById(db: Db, id: string): Promise<Passkey | undefined> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.passkey')
    .select(['id', 'account', 'public_key', 'counter', 'transports'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, publicKey: new Uint8Array(row.public_key) }
}

/** The passkeys of an account, the newest first. */
export async function passkeysOf(db: Db, account: Id<'account'>) {
  return await tables<Tables>(db)
    .selectFrom('directory.passkey')
    .select(['id', 'name', 'transports', 'created_at as createdAt', 'used_at as usedAt'])
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .execute()
}

/** Keeps a passkey; false when its id is known already. */
export async function keepPasskey(db: Db, passkey: Passkey & { name: string }, now: number): Promise<boolean> {
  const kept = await tables<Tables>(db)
    .insertInto('directory.passkey')
    .values({
      id: passkey.id,
      account: passkey.account,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
      created_at: iso(now),
      used_at: null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return kept.length > 0
}

/** Notes that a passkey was used: a device's counter only ever goes up. */
export async function notePasskey(db: Db, id: string, counter: number, now: number): Promise<void> {
  await tables<Tables>(db)
    .updateTable('directory.passkey')
    .set({ counter, used_at: iso(now) })
    .where('id', '=', id)
    .execute()
}

/** Forgets one passkey of an account, or all of them; how many there were. */
export async function dropPasskeys(db: Db, account: Id<'account'>, only?: string): Promise<number> {
  let dropping = tables<Tables>(db).deleteFrom('directory.passkey').where('account', '=', account)
  if (only !== undefined) dropping = dropping.where('id', '=', only)
  return (await dropping.returning('id').execute()).length
}
