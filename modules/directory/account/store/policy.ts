import { tables, type Db } from '@congso/kernel/server'
import { readSignInPolicy, type SignInPolicy } from '../domain/sign-in-policy.ts'
import type { Tables } from './tables.ts'

/** The name under which the sign-in policy stands among the settings. */
export const policySetting = 'directory.sign-in'
/** The name of the address this installation was started with. */
export const addressSetting = 'public-url'

/** What holds when somebody signs in: what this installation has decided, at the address it was started with unless another is named. */
export async function signInPolicy(db: Db): Promise<SignInPolicy> {
  const rows = await tables<Tables>(db)
    .selectFrom('kernel.setting')
    .select(['name', 'value'])
    .where('name', 'in', [policySetting, addressSetting])
    .execute()
  const kept = new Map(rows.map(row => [row.name, row.value]))
  return readSignInPolicy(kept.get(policySetting), kept.get(addressSetting))
}

/** What this installation has decided about signing in, as an administrator wrote it. */
export async function writtenSignInPolicy(db: Db): Promise<SignInPolicy> {
  const row = await tables<Tables>(db)
    .selectFrom('kernel.setting')
    .select('value')
    .where('name', '=', policySetting)
    .executeTakeFirst()
  return readSignInPolicy(row?.value)
}

/** Keeps a policy that has been checked. */
export async function keepSignInPolicy(db: Db, policy: SignInPolicy): Promise<void> {
  const value = JSON.stringify(policy)
  await tables<Tables>(db)
    .insertInto('kernel.setting')
    .values({ name: policySetting, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
