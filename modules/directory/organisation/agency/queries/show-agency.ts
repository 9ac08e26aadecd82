import { covers, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { agencyInScope, holdsOn, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { AgencyView, showAgency as endpoint } from '../contract.ts'

type Row = Omit<AgencyView, 'on' | 'closed' | 'mayEdit' | 'parents'> & { parents: AgencyView['parents'] | null }

/** An agency with everything its page shows, in one statement. */
export async function showAgency(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const on = input.on ?? localDate(ctx.now)
  const all = input.closed ?? false
  const scope = ctx.scope('directory.organisation.read')
  const mayEdit = covers(ctx.actor, 'directory.organisation.edit', { agency: input.agency })
  const found = await sql<Row>`
    select a.id, a.version, a.code, a.name, a.short_name as "shortName", a.kind, a.parent, a.address, a.phone,
      a.valid_from as "validFrom", a.valid_to as "validTo",
      (select json_build_object('code', m.code, 'name', m.full_name) from directory.admin_unit m where m.code = a.admin_unit) as "adminUnit",
      (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.short_name) order by array_position(a.path, b.id)), '[]')
        from directory.agency b where b.id = any (a.path) and b.id <> a.id and ${agencyInScope(scope, sql.ref('b.id'))}) as above,
      (select coalesce(json_agg(json_build_object('id', b.id, 'code', b.code, 'name', b.name, 'validTo', b.valid_to) order by b.code), '[]')
        from directory.agency b where b.parent = a.id and ${agencyInScope(scope, sql.ref('b.id'))} and (${all} or ${notClosedOn('b', on)})) as below,
      (select coalesce(json_agg(json_build_object('id', u.id, 'parent', u.parent, 'code', u.code, 'name', u.name, 'kind', u.kind,
          'validFrom', u.valid_from, 'validTo', u.valid_to, 'positions', (
            select coalesce(json_agg(json_build_object('position', p.id, 'title', p.title, 'rank', p.rank, 'validTo', p.valid_to,
              'person', n.id, 'name', n.name, 'since', h.valid_from) order by p.sort, p.title, p.id), '[]')
            from directory.position p
            left join directory.holding h on h.position = p.id and ${holdsOn('h', on)}
            left join directory.person n on n.id = h.person
            where p.unit = u.id and (${all} or ${notClosedOn('p', on)})
          )) order by u.sort, u.name, u.id), '[]')
        from directory.unit u where u.agency = a.id and (${all} or ${notClosedOn('u', on)})) as units,
      case when ${mayEdit} then (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name), '[]')
        from directory.agency b where not b.path @> array[a.id] and ${agencyInScope(scope, sql.ref('b.id'))} and ${notClosedOn('b', on)}) end as parents
    from directory.agency a
    where a.id = ${input.agency} and ${agencyInScope(scope, sql.ref('a.id'))}`.execute(tables<Tables>(ctx.db))
  const row = found.rows[0] ?? notFound()
  return { ...row, parents: row.parents ?? [], on, closed: all, mayEdit }
}
