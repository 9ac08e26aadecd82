import { localDate, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { coveredBy } from '../../../domain/permission.ts'
import { guard } from '../../domain/guard.ts'
import { holdsOn, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { prepareDelegation as endpoint, PrepareView } from '../contract.ts'

type Row = PrepareView & { unit: Id<'unit'>; patterns: string[] }

/** What the form of a loan offers: the permissions the position has, and the people of its agency. */
export async function prepareDelegation(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const today = localDate(ctx.now)
  const found = await sql<Row>`
    select json_build_object('id', p.id, 'title', p.title, 'unit', u.name, 'holder', n.name) as position,
      json_build_object('id', a.id, 'name', a.name) as agency, u.id as unit,
      (select coalesce(json_agg(distinct x), '[]') from directory.role_grant g join directory.role r on r.id = g.role,
        unnest(r.permissions) x where g.position = p.id and ${notClosedOn('g', today)}) as patterns,
      (select coalesce(json_agg(json_build_object('name', m.name, 'vi', m.vi, 'en', m.en) order by m.module, m.name), '[]')
        from directory.permission m) as permissions,
      (select coalesce(json_agg(json_build_object('id', n2.id, 'name', n2.name, 'title', p2.title || ', ' || u2.name)
          order by u2.sort, p2.sort, p2.id), '[]')
        from directory.position p2 join directory.unit u2 on u2.id = p2.unit
        join directory.holding h2 on h2.position = p2.id and ${holdsOn('h2', today)} join directory.person n2 on n2.id = h2.person
        where u2.agency = a.id and n2.id is distinct from n.id) as people
    from directory.position p join directory.unit u on u.id = p.unit join directory.agency a on a.id = u.agency
    left join directory.holding h on h.position = p.id and ${holdsOn('h', today)}
    left join directory.person n on n.id = h.person
    where p.id = ${input.position}`.execute(tables<Tables>(ctx.db))
  const { unit, patterns, ...row } = found.rows[0] ?? notFound()
  guard(ctx.actor, 'directory.delegation.edit', { agency: row.agency.id, unit, position: row.position.id })
  const lent = coveredBy(
    patterns,
    row.permissions.map(one => one.name),
  )
  return { ...row, permissions: row.permissions.filter(one => lent.includes(one.name)) }
}
