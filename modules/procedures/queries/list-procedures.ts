import { covers, holds, localDate, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql, type RawBuilder } from 'kysely'
import type { listProcedures as endpoint, ProcedureRow } from '../contract/catalogue.ts'
import { inForce } from '../store/in-force.ts'
import type { Tables } from '../store/tables.ts'
import { editableAgencies, openUnits } from './agencies.ts'
import { matches } from './offer.ts'

type Input = InputOf<typeof endpoint>
type Reply = ReplyOf<typeof endpoint>

/** The catalogue is public: whoever may read it sees all of it. What may be changed is decided per agency. */
export async function listProcedures(ctx: Ctx, input: Input): Promise<Reply> {
  const { after: _after, at = 1, ...filter } = input
  const agency = input.agency ?? ctx.actor.agency
  const view = input.view ?? 'all'
  const [found, fields, agencies] = await Promise.all([
    readPage(ctx, input, agency, PAGE + 1),
    readFields(ctx),
    holds(ctx.actor, 'procedures.offer.edit')
      ? editableAgencies(ctx.db, ctx.scope('procedures.offer.edit'), localDate(ctx.now))
      : [],
  ])
  const mayOffer = agency !== null && covers(ctx.actor, 'procedures.offer.edit', { agency })
  const rows = found.rows.slice(0, PAGE)
  return {
    rows,
    counts: found.counts,
    total: found.counts[view],
    at,
    next: found.rows.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    fields,
    filter: { ...filter, view },
    agency: found.agency,
    agencies,
    units: mayOffer ? await openUnits(ctx.db, agency, localDate(ctx.now)) : [],
    mayOffer,
  }
}

/** Every procedure of a filter, for an export. */
export async function allProcedures(ctx: Ctx, filter: Omit<Input, 'after' | 'at'>): Promise<ProcedureRow[]> {
  return (await readPage(ctx, filter, filter.agency ?? ctx.actor.agency, 100_000)).rows
}

const PAGE = 50

type Page = { rows: ProcedureRow[]; counts: Reply['counts']; agency: Reply['agency'] }

/** Rows, counts and the agency's name in one statement over the versions in force. */
async function readPage(ctx: Ctx, input: Input, agency: Id<'agency'> | null, most: number): Promise<Page> {
  const view = VIEWS[input.view ?? 'all']
  const found = await sql<{ page: Page }>`
    with matching as materialized (
      select p.id, p.code, v.full_code, v.name, v.field, v.levels, v.online_level, v.unread, o.id is not null as offered
      from procedures.procedure p
      join procedures.version v on v.id = p.current
      left join procedures.offer o on o.procedure = p.id and o.agency = ${agency}::uuid and ${inForce(ctx.now)}
      where ${matches(input.q ?? '', sql.ref('v.search'), sql.ref('v.initials'))}
        and (${input.level ?? null}::text is null or ${input.level ?? null}::text = any (v.levels))
        and (${input.field ?? null}::text is null or v.field = ${input.field ?? null}::text)
        and (${input.online ?? null}::text is null or v.online_level = ${input.online ?? null}::text)
    ), page as (
      select m.* from matching m
      where ${view} and (${input.after ?? null}::uuid is null or m.code > (select code from procedures.procedure where id = ${input.after ?? null}::uuid))
      order by m.code limit ${most}
    )
    select jsonb_build_object(
      'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'code', g.full_code, 'name', g.name, 'field', g.field, 'levels', g.levels,
          'onlineLevel', nullif(g.online_level, ''), 'unread', g.unread, 'offered', g.offered,
          'offers', (select count(*) from procedures.offer o where o.procedure = g.id and ${inForce(ctx.now)})) order by g.code), '[]') from page g),
      'counts', (select jsonb_build_object('all', count(*), 'offered', count(*) filter (where offered),
          'not-offered', count(*) filter (where not offered), 'unread', count(*) filter (where unread > 0)) from matching),
      'agency', (select jsonb_build_object('id', a.id, 'name', a.name) from directory.pub_agency a where a.id = ${agency}::uuid)
    ) as page`.execute(tables<Tables>(ctx.db))
  const page = found.rows[0]?.page
  if (!page) throw new Error('a statement without from gives one row')
  return page
}

const VIEWS: Record<NonNullable<Input['view']>, RawBuilder<boolean>> = {
  all: sql<boolean>`true`,
  offered: sql<boolean>`m.offered`,
  'not-offered': sql<boolean>`not m.offered`,
  unread: sql<boolean>`m.unread > 0`,
}

async function readFields(ctx: Ctx): Promise<Reply['fields']> {
  const found = await sql<Reply['fields'][number]>`
    select v.field, count(*) as count from procedures.procedure p join procedures.version v on v.id = p.current
    where v.field <> '' group by v.field order by v.field`.execute(tables<Tables>(ctx.db))
  return found.rows
}
