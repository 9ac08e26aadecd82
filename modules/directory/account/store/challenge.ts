import { iso, type Id } from '@congso/kernel/contract'
import { newId, tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from './tables.ts'

/** A question asked of a browser, answered at most once, forgotten after minutes; also secrets shown once. */
export type Challenge = { id: Id<'challenge'>; account: Id<'account'> | null; data: Readonly<Record<string, string>> }
export type ChallengeKind =
  | 'second-step'
  | 'passkey-sign-in'
  | 'passkey-new'
  | 'oidc'
  | 'recovery-codes'
  | 'one-time-password'

const minute = 60_000
const lives: Readonly<Record<ChallengeKind, number>> = {
  'second-step': 5 * minute,
  'passkey-sign-in': 5 * minute,
  'passkey-new': 5 * minute,
  oidc: 10 * minute,
  'recovery-codes': 15 * minute,
  'one-time-password': 15 * minute,
}

/** Keeps a question until it is answered or its time is over. */
export async function ask(
  db: Db,
  kind: ChallengeKind,
  account: Id<'account'> | null,
  data: Readonly<Record<string, string>>,
  now: number,
): Promise<Id<'challenge'>> {
  const id = newId<'challenge'>(now)
  await tables<Tables>(db)
    .insertInto('directory.challenge')
    .values({ id, kind, account, data: JSON.stringify(data), expires_at: iso(now + lives[kind]) })
    .execute()
  return id
}

/** A question that still waits; undefined when it was answered, is over, or is of another kind. */
export async function waiting(db: Db, id: string, kind: ChallengeKind, now: number): Promise<Challenge | undefined> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.challenge')
    .select(['id', 'account', 'data'])
    .where(sql<boolean>`id = ${id}::uuid`)
    .where('kind', '=', kind)
    .where('expires_at', '>', iso(now))
    .executeTakeFirst()
  return row && { ...row, data: strings(row.data) }
}

/** Takes a question away so that nobody answers it again; undefined when it no longer waits. */
export async function take(db: Db, id: string, kind: ChallengeKind, now: number): Promise<Challenge | undefined> {
  const row = await tables<Tables>(db)
    .deleteFrom('directory.challenge')
    .where(sql<boolean>`id = ${id}::uuid`)
    .where('kind', '=', kind)
    .where('expires_at', '>', iso(now))
    .returning(['id', 'account', 'data'])
    .executeTakeFirst()
  return row && { ...row, data: strings(row.data) }
}

/** Removes the questions whose time is over; how many. */
export async function sweepChallenges(db: Db, now: number): Promise<number> {
  const gone = await tables<Tables>(db)
    .deleteFrom('directory.challenge')
    .where('expires_at', '<=', iso(now))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

function strings(data: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(typeof data === 'object' && data !== null ? data : {})
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
