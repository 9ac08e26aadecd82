import { tables, type Db } from '@congso/kernel/server'
import { readSignInPolicy, type SignInPolicy } from '../domain/sign-in-policy.ts'
import type { Tables } from './tables.ts'

/** The name under which the sign-in policy stands among the settings. */
export const policySetting = 'directory.sign-in'

/** What this installation has decided about signing in. */
export async function signInPolicy(db: Db): Promise<SignInPolicy> {
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
