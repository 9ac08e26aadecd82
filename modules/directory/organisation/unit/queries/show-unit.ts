import { covers, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { agencyInScope, holdsOn, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { showUnit as endpoint, UnitView } from '../contract.ts'

/** A unit with everything its page shows, in one statement. */
export async function showUnit(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const today = localDate(ctx.now)
  const all = input.closed ?? false
  const scope = ctx.scope('directory.organisation.read')
  const found = await sql<Omit<UnitView, 'closed' | 'mayEdit'>>`
    select u.id, u.version, u.parent, u.code, u.name, u.kind, u.sort, u.valid_from as "validFrom", u.valid_to as "validTo",
      json_build_object('id', a.id, 'name', a.name) as agency,
      (select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title, 'rank', p.rank, 'validTo', p.valid_to,
          'person', n.id, 'name', n.name, 'since', h.valid_from) order by p.sort, p.title, p.id), '[]')
        from directory.position p
        left join directory.holding h on h.position = p.id and ${holdsOn('h', today)}
        left join directory.person n on n.id = h.person
        where p.unit = u.id and (${all} or ${notClosedOn('p', today)})) as positions,
      (select coalesce(json_agg(json_build_object('id', i.id, 'name', i.name, 'validTo', i.valid_to) order by i.sort, i.name), '[]')
        from directory.unit i where i.parent = u.id and (${all} or ${notClosedOn('i', today)})) as inside,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.sort, o.name), '[]')
        from directory.unit o where o.agency = u.agency and o.id <> u.id and ${notClosedOn('o', today)}) as others
    from directory.unit u join directory.agency a on a.id = u.agency
    where u.id = ${input.unit} and ${agencyInScope(scope, sql.ref('a.id'))}`.execute(tables<Tables>(ctx.db))
  const row = found.rows[0] ?? notFound()
  const mayEdit = covers(ctx.actor, 'directory.organisation.edit', { agency: row.agency.id, unit: row.id })
  return { ...row, closed: all, mayEdit }
}
