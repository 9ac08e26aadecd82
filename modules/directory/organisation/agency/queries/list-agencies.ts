import { covers, fold, localDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import { treeOrder, withWay } from '../../domain/agency-tree.ts'
import { agencyInScope, holdsOn, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { AgencyLine, listAgencies as endpoint } from '../contract.ts'
import type { Id, Static } from '@congso/kernel/contract'

type Row = Omit<Static<typeof AgencyLine>, 'depth'> & { parent: Id<'agency'> | null }

/** The tree of agencies in one statement; those above a match are shown as the way to it. */
export async function listAgencies(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const today = localDate(ctx.now)
  const scope = ctx.scope('directory.organisation.read')
  const words = fold(input.q ?? '')
  const found = await sql<Row>`
    select a.id, a.code, a.name, a.kind, a.parent, a.valid_to as "validTo",
      coalesce(c.units, 0) as units, coalesce(c.people, 0) as people,
      a.search like '%' || ${escaped(words)} || '%' as found
    from directory.agency a
    left join (
      select u.agency, count(distinct u.id) as units, count(distinct h.person) as people
      from directory.unit u
      left join directory.position p on p.unit = u.id
      left join directory.holding h on h.position = p.id and ${holdsOn('h', today)}
      where ${notClosedOn('u', today)}
      group by u.agency
    ) c on c.agency = a.id
    where ${agencyInScope(scope, sql.ref('a.id'))} and (${input.closed ?? false} or ${notClosedOn('a', today)})`.execute(
    tables<Tables>(ctx.db),
  )
  const rows = words ? withWay(found.rows) : found.rows
  return {
    agencies: treeOrder(rows).map(({ parent: _parent, ...line }) => line),
    q: input.q ?? '',
    closed: input.closed ?? false,
    mayOpen: covers(ctx.actor, 'directory.organisation.edit', {}),
  }
}

/** Words as LIKE takes them literally. */
function escaped(words: string): string {
  return words.replace(/[\\%_]/g, String.raw`\$&`)
}
