import { covers, holds, localDate, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { listProcesses as endpoint, newProcess, ProcessLine } from '../contract/process.ts'
import { inForce } from '../store/in-force.ts'
import type { Tables } from '../store/tables.ts'
import { editableAgencies } from './agencies.ts'
import { matches } from './offer.ts'

/** Processes of one state, by total hours and name; there are dozens, not thousands. */
export async function listProcesses(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const state = input.state ?? 'published'
  const q = input.q ?? ''
  const [rows, counts] = await Promise.all([
    sql<ProcessLine>`
      select c.id, c.no, c.name, a.name as "agencyName", c.total_hours::float8 as "totalHours", jsonb_array_length(c.definition->'steps') as steps,
        c.state, c.valid_from as "validFrom", (select count(*) from procedures.offer o where o.process = c.id and ${inForce(ctx.now)}) as offers
      from procedures.process c left join directory.pub_agency a on a.id = c.agency
      where c.state = ${state} and ${matches(q, sql`kernel.fold(c.name)`, sql`''`)}
      order by c.total_hours nulls last, c.name, c.no desc limit 500`.execute(tables<Tables>(ctx.db)),
    sql<{ draft: number; published: number; retired: number }>`
      select count(*) filter (where state = 'draft') as draft, count(*) filter (where state = 'published') as published,
        count(*) filter (where state = 'retired') as retired
      from procedures.process c where ${matches(q, sql`kernel.fold(c.name)`, sql`''`)}`.execute(tables<Tables>(ctx.db)),
  ])
  return {
    rows: rows.rows,
    counts: counts.rows[0] ?? { draft: 0, published: 0, retired: 0 },
    filter: { state, q },
    mayDraft: holds(ctx.actor, 'procedures.process.edit'),
  }
}

/** Whom a new process may be for: any agency within the right, or all of them when the right covers the whole house. */
export async function prepareProcess(ctx: Ctx): Promise<ReplyOf<typeof newProcess>> {
  const agencies = await editableAgencies(ctx.db, ctx.scope('procedures.process.edit'), localDate(ctx.now))
  return { agencies, mayBeCommon: covers(ctx.actor, 'procedures.process.edit', {}) }
}
