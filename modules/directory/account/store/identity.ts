import type { Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { accountById, type SignInAccount } from './account.ts'
import type { Tables } from './tables.ts'

/** The account an identity at an outside system is linked to. */
export async function accountByIdentity(db: Db, issuer: string, subject: string): Promise<SignInAccount | undefined> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.account')
    .select('id')
    .where('oidc_issuer', '=', issuer)
    .where('oidc_subject', '=', subject)
    .executeTakeFirst()
  return row && (await accountById(db, row.id))
}

/** Links an account to an identity, or to none; false when it was so already. */
export async function setIdentity(
  db: Db,
  id: Id<'account'>,
  identity: { issuer: string; subject: string } | null,
): Promise<boolean> {
  const issuer = identity?.issuer ?? null
  const subject = identity?.subject ?? null
  const changed = await tables<Tables>(db)
    .updateTable('directory.account')
    .set({ oidc_issuer: issuer, oidc_subject: subject })
    .where('id', '=', id)
    .where(eb =>
      eb.or([eb('oidc_issuer', 'is distinct from', issuer), eb('oidc_subject', 'is distinct from', subject)]),
    )
    .returning('id')
    .execute()
  return changed.length > 0
}
