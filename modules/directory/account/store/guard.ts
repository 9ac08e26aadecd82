import { iso } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { LockoutPolicy, SignInAttempt } from '../../domain/lockout.ts'

/**
 * The failures of a user name, held until the transaction ends: two tries for one name come one after the other, so that
 * a crowd of parallel guesses has no more tries than one guesser. Names nobody has are kept like real ones.
 */
export async function holdName(db: Db, userName: string): Promise<SignInAttempt[]> {
  const found = await sql<{ failed: string[] }>`
    insert into directory.sign_in_guard as g (name_hash) values (${nameHash(userName)})
    on conflict (name_hash) do update set name_hash = excluded.name_hash
    returning to_jsonb(g.failed_at) as failed`.execute(tables<unknown>(db))
  return (found.rows[0]?.failed ?? []).map(at => ({ at: Date.parse(at), outcome: 'failed' }))
}

/** Writes a failure down and forgets those older than the policy remembers. */
export async function addFailure(db: Db, userName: string, now: number, policy: LockoutPolicy): Promise<void> {
  await sql`
    update directory.sign_in_guard
    set failed_at = array(select f from unnest(failed_at) f where f > ${iso(now - policy.memory)}::timestamptz) || ${iso(now)}::timestamptz
    where name_hash = ${nameHash(userName)}`.execute(tables<unknown>(db))
}

/** Forgets the failures of a name; whether there were any. */
export async function clearFailures(db: Db, userName: string): Promise<boolean> {
  const gone = await sql<{ had: boolean }>`
    delete from directory.sign_in_guard where name_hash = ${nameHash(userName)}
    returning cardinality(failed_at) > 0 as had`.execute(tables<unknown>(db))
  return gone.rows[0]?.had ?? false
}

/** Removes the names whose failures are all forgotten; how many. */
export async function sweepGuard(db: Db, now: number, policy: LockoutPolicy): Promise<number> {
  const gone = await sql`
    delete from directory.sign_in_guard
    where not exists (select from unnest(failed_at) f where f > ${iso(now - policy.memory)}::timestamptz)`.execute(
    tables<unknown>(db),
  )
  return Number(gone.numAffectedRows ?? 0)
}

function nameHash(userName: string) {
  return sql`sha256(convert_to(${userName}, 'UTF8'))`
}
