import { fold, holds, localDate, type Id, type InputOf, type ReplyOf, type Scope } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql, type RawBuilder } from 'kysely'
import { agencyInScope, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { listPeople as endpoint } from '../contract.ts'

type Row = ReplyOf<typeof endpoint>['people'][number]
const most = 50

/** People in order of name, after a key: page 1,000 costs what page 1 costs. */
export async function listPeople(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const today = localDate(ctx.now)
  const scope = ctx.scope('directory.organisation.read')
  const words = fold(input.q ?? '').replace(/[\\%_]/g, String.raw`\$&`)
  const without = input.without ?? false
  const found = await sql<Row>`
    select n.id, n.name, n.email, (
      select coalesce(json_agg(json_build_object('position', p.id, 'title', p.title, 'unit', u.name, 'agency', a.short_name,
        'validFrom', h.valid_from, 'validTo', h.valid_to) order by h.valid_from), '[]')
      from directory.holding h join directory.position p on p.id = h.position join directory.unit u on u.id = p.unit
      join directory.agency a on a.id = u.agency where h.person = n.id and ${notClosedOn('h', today)}) as places
    from directory.person n
    where n.search like '%' || ${words} || '%' and (${input.after ?? null}::uuid is null
        or (n.search collate "C", n.id) > (select search collate "C", id from directory.person where id = ${input.after ?? null}))
      and ${without ? sql`not exists (select from directory.holding h where h.person = n.id and ${notClosedOn('h', today)})` : personInScope(scope)}
    order by n.search collate "C", n.id limit ${most + 1}`.execute(tables<Tables>(ctx.db))
  const people = found.rows.slice(0, most)
  return {
    people,
    q: input.q ?? '',
    without,
    next: found.rows.length > most ? (people.at(-1)?.id ?? null) : null,
    mayEdit: holds(ctx.actor, 'directory.organisation.edit'),
  }
}

/** Whoever holds or held a position in an agency of the scope; who has none yet is seen by all who see people. */
export function personInScope(scope: Scope, person: RawBuilder<Id<'person'>> = sql.ref('n.id')): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`
  return sql<boolean>`(not exists (select from directory.holding h where h.person = ${person}) or exists (
    select from directory.holding h join directory.position p on p.id = h.position join directory.unit u on u.id = p.unit
    where h.person = ${person} and ${agencyInScope(scope, sql.ref('u.agency'))}))`
}
