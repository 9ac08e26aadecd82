import { covers, holds, localDate, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql, type RawBuilder } from 'kysely'
import type { listOffers as endpoint, OfferLine } from '../contract/offer.ts'
import { inForce } from '../store/in-force.ts'
import type { Tables } from '../store/tables.ts'
import { editableAgencies } from './agencies.ts'
import { matches } from './offer.ts'

type Input = InputOf<typeof endpoint>
type Reply = ReplyOf<typeof endpoint>

/** What an agency receives is public; every reader of the catalogue may look at any agency's. */
export async function listOffers(ctx: Ctx, input: Input): Promise<Reply> {
  const agency = input.agency ?? ctx.actor.agency
  const view = input.view ?? 'all'
  const [found, editable] = await Promise.all([
    readPage(ctx, input, agency),
    holds(ctx.actor, 'procedures.offer.edit')
      ? editableAgencies(ctx.db, ctx.scope('procedures.offer.edit'), localDate(ctx.now))
      : [],
  ])
  const rows = found.rows.slice(0, PAGE)
  return {
    agency: found.agency,
    agencies: editable,
    rows,
    counts: found.counts,
    total: found.counts[view],
    at: input.at ?? 1,
    next: found.rows.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    filter: { q: input.q ?? '', view },
    mayEdit: agency !== null && covers(ctx.actor, 'procedures.offer.edit', { agency }),
  }
}

const PAGE = 50

type Page = { rows: OfferLine[]; counts: Reply['counts']; agency: Reply['agency'] }

/** One agency's offers in the order of their codes; a row's code is looked up again by the key the page before ended with. */
async function readPage(ctx: Ctx, input: Input, agency: Id<'agency'> | null): Promise<Page> {
  const after = input.after ?? null
  const found = await sql<{ page: Page }>`
    with matching as materialized (
      select o.id, o.procedure, p.code, v.name, v.field, o.limit_amount, o.limit_unit, o.cases, o.handling_unit, c.name as process_name,
        c.total_hours, o.open, p.current <> o.version as newer, o.valid_from
      from procedures.offer o
      join procedures.procedure p on p.id = o.procedure
      join procedures.version v on v.id = o.version
      join procedures.process c on c.id = o.process
      where o.agency = ${agency}::uuid and ${inForce(ctx.now)} and ${matches(input.q ?? '', sql.ref('v.search'), sql.ref('v.initials'))}
    ), page as (
      select m.* from matching m
      where ${VIEWS[input.view ?? 'all']} and (${after}::uuid is null or m.code > (
        select p.code from procedures.offer o join procedures.procedure p on p.id = o.procedure where o.id = ${after}::uuid))
      order by m.code limit ${PAGE + 1}
    )
    select jsonb_build_object(
      'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'procedure', g.procedure, 'code', g.code, 'name', g.name, 'field', g.field,
          'limit', jsonb_build_object('amount', g.limit_amount, 'unit', g.limit_unit), 'cases', jsonb_array_length(g.cases),
          'unitName', coalesce(u.name, ''), 'processName', g.process_name, 'totalHours', g.total_hours, 'open', g.open, 'newer', g.newer,
          'validFrom', g.valid_from) order by g.code), '[]') from page g left join directory.pub_unit u on u.id = g.handling_unit),
      'counts', (select jsonb_build_object('all', count(*), 'closed-now', count(*) filter (where not open),
          'newer', count(*) filter (where newer)) from matching),
      'agency', (select jsonb_build_object('id', a.id, 'name', a.name) from directory.pub_agency a where a.id = ${agency}::uuid)
    ) as page`.execute(tables<Tables>(ctx.db))
  const page = found.rows[0]?.page
  if (!page) throw new Error('a statement without from gives one row')
  return page
}

const VIEWS: Record<NonNullable<Input['view']>, RawBuilder<boolean>> = {
  all: sql<boolean>`true`,
  'closed-now': sql<boolean>`not m.open`,
  newer: sql<boolean>`m.newer`,
}
