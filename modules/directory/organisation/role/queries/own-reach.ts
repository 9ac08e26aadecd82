import { covers, localDate, type Id } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { notClosedOn } from '../../store/scope.ts'
import type { ReachWord, Tables } from '../../store/tables.ts'

/** Whether a right of the actor reaches at least as far as a role with this reach would from this agency. */
export async function reachesThatFar(
  ctx: Ctx,
  permission: string,
  agency: Id<'agency'>,
  reach: ReachWord,
): Promise<boolean> {
  if (reach === 'own' || reach === 'unit') return true
  if (reach === 'all') return covers(ctx.actor, permission, {})
  const agencies = reach === 'agency' ? [agency] : await subtreeOf(ctx, agency)
  return agencies.every(one => covers(ctx.actor, permission, { agency: one }))
}

/**
 * Whether none of these positions of an agency has a role that reaches further than a right of the actor. Who puts somebody
 * into a position, or lends its rights, must reach as far, else a local administrator could take on the whole house.
 */
export async function reachesAsFarAs(
  ctx: Ctx,
  permission: string,
  agency: Id<'agency'>,
  positions: readonly Id<'position'>[],
): Promise<boolean> {
  const found = await sql<{ reach: ReachWord }>`
    select distinct reach from directory.role_grant
    where position = any (${positions}::uuid[]) and ${notClosedOn('role_grant', localDate(ctx.now))}`.execute(
    tables<Tables>(ctx.db),
  )
  for (const { reach } of found.rows) {
    if (!(await reachesThatFar(ctx, permission, agency, reach))) return false
  }
  return true
}

async function subtreeOf(ctx: Ctx, agency: Id<'agency'>): Promise<Id<'agency'>[]> {
  const found = await sql<{ id: Id<'agency'> }>`
    select id from directory.agency where path @> array[${agency}]::uuid[]`.execute(tables<Tables>(ctx.db))
  return found.rows.map(row => row.id)
}
