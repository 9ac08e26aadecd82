import { iso, type Id } from '@congso/kernel/contract'
import { newId, tables, type Ctx, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import { lawfulSessions, type SessionPolicy } from '../../domain/session.ts'
import { callerOf } from './caller.ts'
import { digest, newToken } from './secret.ts'
import type { Tables } from './tables.ts'

/** A session just opened: the token goes to the browser and is not kept, only its digest is. */
export type Opened = { session: Id<'session'>; token: string; seconds: number }

/** Opens a session with a token never seen before, whatever the browser brought along (no session fixation). */
export async function openSession(
  ctx: Ctx,
  who: { account: Id<'account'>; position: Id<'position'> | null; isAdministrator: boolean },
  policy: SessionPolicy = lawfulSessions,
): Promise<Opened> {
  const token = newToken()
  const session = newId<'session'>(ctx.now)
  const { address, device } = callerOf(ctx)
  const longest = who.isAdministrator ? policy.longestAdmin : policy.longestUser
  const idle = who.isAdministrator ? policy.idleAdmin : policy.idleUser
  await tables<Tables>(ctx.db)
    .insertInto('kernel.session')
    .values({
      token_hash: digest(token),
      id: session,
      account: who.account,
      position: who.position,
      created_at: iso(ctx.now),
      seen_at: iso(ctx.now),
      expires_at: iso(ctx.now + longest),
      idle_seconds: Math.floor(idle / 1000),
      ended_at: null,
      ended_why: null,
      actor: null,
      actor_until: null,
      device,
      address,
    })
    .execute()
  return { session, token: token.toString('base64url'), seconds: Math.floor(longest / 1000) }
}

/** Why a session ended. */
export type EndedWhy =
  | 'signed-out'
  | 'replaced'
  | 'ended-elsewhere'
  | 'ended-by-administrator'
  | 'password-changed'
  | 'closed'

/** Ends living sessions of an account: one, all, or all but one. Returns those that were ended. */
export async function endSessions(
  db: Db,
  which: { account: Id<'account'>; only?: Id<'session'>; except?: Id<'session'> | null },
  why: EndedWhy,
  now: number,
): Promise<Id<'session'>[]> {
  let ending = tables<Tables>(db)
    .updateTable('kernel.session')
    .set({ ended_at: iso(now), ended_why: why })
    .where('account', '=', which.account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', iso(now))
  if (which.only) ending = ending.where('id', '=', which.only)
  if (which.except) ending = ending.where('id', '<>', which.except)
  return (await ending.returning('id').execute()).map(row => row.id)
}

/** Acts as another position from the next request on; false when the session is not a living one of this account. */
export async function changeSessionPosition(
  db: Db,
  session: Id<'session'>,
  account: Id<'account'>,
  position: Id<'position'>,
): Promise<boolean> {
  const changed = await tables<Tables>(db)
    .updateTable('kernel.session')
    .set({ position, actor: null })
    .where('id', '=', session)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return changed.length > 0
}

/** Makes the living sessions of one account ask anew who it is and what it may do. */
export async function forgetActor(db: Db, account: Id<'account'>): Promise<void> {
  await tables<Tables>(db)
    .updateTable('kernel.session')
    .set({ actor: null })
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .execute()
}

/** Makes every session ask anew: after a change that may concern anybody's duties. */
export async function forgetEveryActor(db: Db): Promise<void> {
  await tables<Tables>(db)
    .updateTable('kernel.rights')
    .set({ version: sql<number>`version + 1` })
    .execute()
}
