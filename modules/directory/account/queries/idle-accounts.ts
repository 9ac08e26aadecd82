import { iso, type Id, type Scope } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { SignInPolicy } from '../domain/sign-in-policy.ts'
import { isPersonWithin } from './reach.ts'

const dayMs = 86_400_000

/**
 * Active accounts unused for longer than the policy allows, counted from the last sign-in, or from the password being given
 * when there was none. Never all of those who can open accounts again: whoever signed in last stays.
 */
export async function idleAccounts(db: Db, policy: SignInPolicy, scope: Scope, now: number): Promise<Id<'account'>[]> {
  if (policy.closeAfterIdleDays === 0) return []
  const before = iso(now - policy.closeAfterIdleDays * dayMs)
  const found = await sql<{ id: Id<'account'> }>`
    select a.id from directory.account a
    where a.state = 'active' and coalesce(a.last_sign_in_at, a.password_at) < ${before}::timestamptz
      and a.id <> (select l.id from directory.account l where l.state = 'active'
                   order by l.last_sign_in_at desc nulls last, l.id limit 1)
      and ${isPersonWithin(scope, sql`a.person`, now)}
    order by a.id`.execute(tables<unknown>(db))
  return found.rows.map(row => row.id)
}
