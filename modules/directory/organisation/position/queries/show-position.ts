import { covers, fold, iso, localDate, notFound, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { agencyInScope, holdsOn, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { PositionView, showPosition as endpoint } from '../contract.ts'

type Row = Omit<PositionView, 'q' | 'mayEdit' | 'mayGrant'>

/** A position with everything its page shows, in one statement; people are looked for only when words are given. */
export async function showPosition(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const today = localDate(ctx.now)
  const scope = ctx.scope('directory.organisation.read')
  const words = fold(input.q ?? '').replace(/[\\%_]/g, String.raw`\$&`)
  const found = await sql<Row>`
    select p.id, p.version, p.title, p.rank, p.sort, p.valid_from as "validFrom", p.valid_to as "validTo",
      json_build_object('id', u.id, 'name', u.name) as unit, json_build_object('id', a.id, 'name', a.name) as agency,
      (select coalesce(json_agg(json_build_object('id', h.id, 'person', n.id, 'name', n.name, 'validFrom', h.valid_from,
          'validTo', h.valid_to) order by h.valid_from desc), '[]')
        from directory.holding h join directory.person n on n.id = h.person where h.position = p.id) as holders,
      (select coalesce(json_agg(json_build_object('id', g.id, 'role', r.id, 'name', r.name, 'nameEn', r.name_en, 'reach', g.reach,
          'validFrom', g.valid_from, 'validTo', g.valid_to) order by g.valid_from, r.id), '[]')
        from directory.role_grant g join directory.role r on r.id = g.role
        where g.position = p.id and ${notClosedOn('g', today)}) as grants,
      (select coalesce(json_agg(json_build_object('id', d.id, 'name', n.name, 'form', d.form, 'validFrom', d.valid_from,
          'validTo', d.valid_to) order by d.valid_from), '[]')
        from directory.delegation d join directory.person n on n.id = d.person
        where d.position = p.id and d.ended_at is null and d.valid_to > ${iso(ctx.now)}) as loans,
      (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'nameEn', r.name_en) order by r.id), '[]')
        from directory.role r) as roles,
      (select coalesce(json_agg(c), '[]') from (
        select n.id, n.name, coalesce((
          select string_agg(p2.title || ', ' || a2.short_name, '; ') from directory.holding h
          join directory.position p2 on p2.id = h.position join directory.unit u2 on u2.id = p2.unit
          join directory.agency a2 on a2.id = u2.agency where h.person = n.id and ${holdsOn('h', today)}), '') as note
        from directory.person n where ${words} <> '' and n.search like '%' || ${words} || '%' order by n.name, n.id limit 20) c) as people
    from directory.position p join directory.unit u on u.id = p.unit join directory.agency a on a.id = u.agency
    where p.id = ${input.position} and ${agencyInScope(scope, sql.ref('a.id'))}`.execute(tables<Tables>(ctx.db))
  const row = found.rows[0] ?? notFound()
  const thing = { agency: row.agency.id, unit: row.unit.id, position: row.id }
  return {
    ...row,
    q: input.q ?? '',
    mayEdit: covers(ctx.actor, 'directory.organisation.edit', thing),
    mayGrant: covers(ctx.actor, 'directory.role.edit', thing),
  }
}
