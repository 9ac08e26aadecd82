import { localDate, type Id } from '@congso/kernel/contract'
import type { Scope } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type RawBuilder } from 'kysely'

/** Whether a person holds, or held, a position in an agency or unit of the scope. Whoever sees all sees those without a position too. */
export function isPersonSeen(scope: Scope, person: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`
  return sql<boolean>`exists (select from directory.pub_position seen where seen.person = ${person}
    and (seen.agency = any(${scope.agencies ?? []}::uuid[]) or seen.unit = any(${scope.units ?? []}::uuid[])))`
}

/**
 * Whether a person may be acted upon: every position held today lies within the scope. Somebody with a position further up
 * could otherwise be taken over by an administrator further down.
 */
export function isPersonWithin(scope: Scope, person: RawBuilder<unknown>, now: number): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`
  const today = localDate(now)
  return sql<boolean>`exists (select from directory.pub_position mine where mine.person = ${person})
    and not exists (select from directory.pub_position out where out.person = ${person}
      and out.held_from <= ${today}::date and (out.held_to is null or out.held_to > ${today}::date)
      and not (out.agency = any(${scope.agencies ?? []}::uuid[]) or out.unit = any(${scope.units ?? []}::uuid[])))`
}

/** An account within the scope: whose it is, and whether it may be acted upon; undefined when it is not to be seen. */
export async function accountInReach(
  db: Db,
  account: Id<'account'>,
  scope: Scope,
  now: number,
): Promise<{ person: Id<'person'>; name: string; changeable: boolean } | undefined> {
  const person = sql`a.person`
  const found = await sql<{ person: Id<'person'>; name: string; changeable: boolean }>`
    select a.person, n.name, ${isPersonWithin(scope, person, now)} as changeable
    from directory.account a join directory.person n on n.id = a.person
    where a.id = ${account} and ${isPersonSeen(scope, person)}`.execute(tables<unknown>(db))
  return found.rows[0]
}
