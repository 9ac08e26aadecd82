import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Issuer } from '../contract.ts'
import { issuerOf, type Counter } from '../domain/issuer.ts'

/** How the counter this person works at signs its papers; empty names for who works at none. */
export async function ownIssuer(ctx: Ctx): Promise<Issuer> {
  const found = await sql<Counter>`
    select a.name as "agencyName", a.short_name as "agencyShortName", a.kind as "agencyKind", coalesce(p.short_name, '') as "parentShortName",
      coalesce(u.name, '') as "unitName", coalesce(u.kind, '') as "unitKind"
    from directory.pub_agency a left join directory.pub_agency p on p.id = a.parent left join directory.pub_unit u on u.id = ${ctx.actor.unit}::uuid
    where a.id = ${ctx.actor.agency}::uuid`.execute(tables<unknown>(ctx.db))
  const counter = found.rows[0]
  return counter ? issuerOf(counter) : { parent: '', name: '', place: '', centre: '' }
}
