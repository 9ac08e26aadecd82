import { iso, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import { deviceName } from '../domain/device.ts'
import type { Tables } from '../store/tables.ts'

export type SessionLine = {
  session: Id<'session'>
  device: string
  address: string
  createdAt: string
  seenAt: string
  current: boolean
}

/** The living sessions of an account, the one last seen first. */
export async function livingSessions(
  db: Db,
  account: Id<'account'>,
  current: Id<'session'> | null,
  now: number,
): Promise<SessionLine[]> {
  const rows = await tables<Tables>(db)
    .selectFrom('kernel.session')
    .select(['id as session', 'device', 'address', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', iso(now))
    .where(sql<boolean>`seen_at + make_interval(secs => idle_seconds) > ${iso(now)}::timestamptz`)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(row => ({ ...row, device: deviceName(row.device), current: row.session === current }))
}
