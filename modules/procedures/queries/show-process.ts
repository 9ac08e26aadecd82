import { covers, forbidden, localDate, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { editProcess, showProcess as endpoint } from '../contract/process.ts'
import { refuse } from '../contract/refusals.ts'
import { countedHours, flowSegments, type ProcessDefinition } from '../domain/process.ts'
import { proveProcess } from '../domain/proof.ts'
import { proofPlaces } from './proof-facts.ts'
import { inForce } from '../store/in-force.ts'
import type { Tables } from '../store/tables.ts'

type Reply = ReplyOf<typeof endpoint>

/** One version of a process, with what is wrong with it while it is a draft. */
export async function showProcess(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Reply> {
  const row = await readProcess(ctx, input.process)
  const { definition, agency, line, ...rest } = row
  const findings =
    row.state === 'draft'
      ? proveProcess(definition, {
          totalHours: row.totalHours ?? undefined,
          places: await proofPlaces(ctx.db, { line, agency }, localDate(ctx.now)),
        })
      : []
  return {
    ...rest,
    countedHours: countedHours(definition),
    steps: definition.steps,
    segments: flowSegments(definition),
    findings,
    mayEdit: covers(ctx.actor, 'procedures.process.edit', { agency }),
  }
}

/** The form of a draft; a published process has none. */
export async function prepareEdit(ctx: Ctx, input: InputOf<typeof editProcess>): Promise<Reply> {
  const view = await showProcess(ctx, input)
  if (!view.mayEdit) forbidden('procedures.process.edit')
  if (view.state !== 'draft') refuse('procedures.process-not-draft', { name: view.name })
  return view
}

type Row = Pick<
  Reply,
  | 'id'
  | 'no'
  | 'name'
  | 'agencyName'
  | 'decision'
  | 'totalHours'
  | 'state'
  | 'validFrom'
  | 'version'
  | 'versions'
  | 'offers'
  | 'offerCount'
> & { line: string; agency: Id<'agency'> | null; definition: ProcessDefinition }

async function readProcess(ctx: Ctx, id: Id<'process'>): Promise<Row> {
  const found = await sql<Row>`
    select c.id, c.line, c.no, c.name, c.agency, a.name as "agencyName", c.decision, c.total_hours::float8 as "totalHours", c.state,
      c.valid_from as "validFrom", c.version, c.definition,
      (select jsonb_agg(jsonb_build_object('id', w.id, 'no', w.no, 'state', w.state, 'validFrom', w.valid_from) order by w.no desc)
        from procedures.process w where w.line = c.line) as versions,
      (select count(*) from procedures.offer o where o.process = c.id and ${inForce(ctx.now)}) as "offerCount",
      (select coalesce(jsonb_agg(g.line), '[]') from (
        select jsonb_build_object('id', o.id, 'code', p.code, 'name', v.name, 'agencyName', b.name) as line
        from procedures.offer o join procedures.procedure p on p.id = o.procedure join procedures.version v on v.id = o.version
        join directory.pub_agency b on b.id = o.agency
        where o.process = c.id and ${inForce(ctx.now)} order by p.code, b.code limit 100) g) as offers
    from procedures.process c left join directory.pub_agency a on a.id = c.agency
    where c.id = ${id}::uuid`.execute(tables<Tables>(ctx.db))
  return found.rows[0] ?? notFound()
}
