import { covers, iso, localDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { agencyInScope, holdsOn, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { DelegationsView, listDelegations as endpoint } from '../contract.ts'

type Line = Omit<DelegationsView['delegations'][number], 'mayEnd'> & { agency_id: string; unit_id: string }

const states = {
  now: (now: string) => sql`d.ended_at is null and d.valid_from <= ${now} and d.valid_to > ${now}`,
  coming: (now: string) => sql`d.ended_at is null and d.valid_from > ${now}`,
  over: (now: string) => sql`(d.ended_at is not null or d.valid_to <= ${now})`,
}

/** Loans of rights, each with who lent, who borrowed and whether the reader may end it. */
export async function listDelegations(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const scope = ctx.scope('directory.organisation.read')
  const state = input.state ?? 'now'
  const found = await sql<Line>`
    select d.id, d.form, coalesce(n1.name, '') as lender, p.title as "lenderTitle", p.id as position, u.name as unit,
      a.short_name as agency, a.id as agency_id, u.id as unit_id, d.person, n2.name as borrower, d.permissions, d.reason,
      d.valid_from as "validFrom", d.valid_to as "validTo", d.ended_at as "endedAt"
    from directory.delegation d
    join directory.position p on p.id = d.position join directory.unit u on u.id = p.unit join directory.agency a on a.id = u.agency
    join directory.person n2 on n2.id = d.person
    left join directory.holding h on h.position = p.id and ${holdsOn('h', localDate(ctx.now))}
    left join directory.person n1 on n1.id = h.person
    where ${states[state](iso(ctx.now))} and ${agencyInScope(scope, sql.ref('a.id'))}
    order by coalesce(d.ended_at, d.valid_to) desc, d.id limit 100`.execute(tables<Tables>(ctx.db))
  const delegations = found.rows.map(({ agency_id, unit_id, ...line }) => ({
    ...line,
    mayEnd:
      state !== 'over' &&
      covers(ctx.actor, 'directory.delegation.edit', { agency: agency_id, unit: unit_id, position: line.position }),
  }))
  return { state, delegations, lendable: await lendable(ctx) }
}

async function lendable(ctx: Ctx): Promise<DelegationsView['lendable']> {
  const today = localDate(ctx.now)
  const { agency } = ctx.actor
  if (!agency) return []
  const found = await sql<DelegationsView['lendable'][number] & { unit_id: string }>`
    select p.id, p.title, u.name as unit, u.id as unit_id, n.name as holder
    from directory.position p join directory.unit u on u.id = p.unit
    join directory.holding h on h.position = p.id and ${holdsOn('h', today)} join directory.person n on n.id = h.person
    where u.agency = ${agency} and ${notClosedOn('p', today)}
      and exists (select from directory.role_grant g where g.position = p.id and ${notClosedOn('g', today)})
    order by u.sort, p.sort, p.id limit 200`.execute(tables<Tables>(ctx.db))
  return found.rows
    .filter(row => covers(ctx.actor, 'directory.delegation.edit', { agency, unit: row.unit_id, position: row.id }))
    .map(({ unit_id: _unit, ...post }) => post)
}
