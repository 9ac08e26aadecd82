import { covers, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { coveredBy } from '../../../domain/permission.ts'
import { agencyInScope, holdsOn, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { RoleView, showRole as endpoint } from '../contract.ts'

type Row = Omit<RoleView, 'covers' | 'mayEdit'>

/** A role with who has it, as far as the reader may see; the count is of all. */
export async function showRole(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const today = localDate(ctx.now)
  const scope = ctx.scope('directory.organisation.read')
  const found = await sql<Row>`
    select r.id, r.key, r.version, r.name, r.name_en as "nameEn", r.description, r.permissions,
      (select count(distinct g.position)::int from directory.role_grant g where g.role = r.id and ${holdsOn('g', today)}) as positions,
      (select coalesce(json_agg(p order by p.module, p.name), '[]') from directory.permission p) as known,
      (select coalesce(json_agg(json_build_object('grant', g.id, 'position', p.id, 'title', p.title, 'unit', u.name,
          'agency', a.short_name, 'person', n.name, 'reach', g.reach, 'validFrom', g.valid_from, 'validTo', g.valid_to)
          order by a.code, u.sort, p.sort), '[]')
        from directory.role_grant g
        join directory.position p on p.id = g.position join directory.unit u on u.id = p.unit
        join directory.agency a on a.id = u.agency
        left join directory.holding h on h.position = p.id and ${holdsOn('h', today)}
        left join directory.person n on n.id = h.person
        where g.role = r.id and ${notClosedOn('g', today)} and ${agencyInScope(scope, sql.ref('a.id'))}) as holders
    from directory.role r where r.id = ${input.role}`.execute(tables<Tables>(ctx.db))
  const row = found.rows[0] ?? notFound()
  return {
    ...row,
    covers: coveredBy(
      row.permissions,
      row.known.map(one => one.name),
    ),
    mayEdit: covers(ctx.actor, 'directory.role.edit', {}),
  }
}
