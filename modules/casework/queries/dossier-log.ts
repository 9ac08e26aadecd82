import type { InputOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { registerLog } from '../contract.ts'
import { stepFacts, traceOf, type LoggedDossier } from '../domain/dossier-log.ts'
import { xesHead, xesTail, xesTrace } from '../domain/xes.ts'
import { afterCursor, allOf, countRows, type Condition, type Order } from './dossier-rows.ts'
import { registerFilter } from './register.ts'

type LogFilter = InputOf<typeof registerLog>
type Row = LoggedDossier & { id: string; received_at: string }

const order: Order = { column: 'received_at' }
const pageSize = 500

/** The dossiers of a filter of the register as an event log (XES, IEEE 1849-2016), part by part: no more than a page is in memory. */
export async function* dossierLog(ctx: Ctx, filter: LogFilter): AsyncGenerator<string> {
  yield xesHead({ 'concept:name': 'Congso', exported: { at: ctx.now } })
  const { parts, filters } = registerFilter(ctx, filter)
  let cursor: string | undefined
  for (;;) {
    const rows = await readPage(ctx, parts, allOf([...filters, afterCursor(cursor, order)]))
    const last = rows.at(-1)
    if (!last) break
    yield rows.map(row => xesTrace(traceOf(row))).join('')
    cursor = `${last.received_at}~${last.id}`
  }
  yield xesTail
}

/** The same in a transaction that only just began, as the program has it: made to see one moment however long the reading takes. */
export async function* dossierLogOfOneMoment(ctx: Ctx, filter: LogFilter): AsyncGenerator<string> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tables<unknown>(ctx.db))
  yield* dossierLog(ctx, filter)
}

/** How many dossiers a log would hold, counted no further than one past `most`. */
export async function countLogged(ctx: Ctx, filter: LogFilter, most: number): Promise<number> {
  const { parts, filters } = registerFilter(ctx, filter)
  return await countRows(ctx, parts, allOf(filters), most)
}

/** Dossiers in the order of receipt with their steps and facts: positions by their titles, nobody by name. */
async function readPage(ctx: Ctx, parts: readonly Condition[], where: Condition): Promise<Row[]> {
  const ordered = sql`order by d.received_at, d.id limit ${sql.lit(pageSize)}`
  const branches = parts.map(part => sql`(select d.* from casework.dossier d where ${part} and ${where} ${ordered})`)
  const title = (position: Condition) =>
    sql`(select p.title from directory.pub_position p where p.id = ${position} limit 1)`
  const found = await sql<Row>`
    with page as materialized (select * from (${sql.join(branches, sql` union all `)}) d ${ordered})
    select d.id, d.received_at, d.code, d.procedure_code as procedure, d.procedure_name, d.field, a.code as agency, a.name as agency_name, r.code as receiving_agency,
      d.channel, d.state, d.received_at as start, d.finished_at as "end", d.returned_at as returned, d.due_at as deadline, d.outcome,
      (select coalesce(json_agg(json_build_object('name', s.name, 'role', s.role, 'started', s.started_at, 'finished', s.finished_at, 'action', s.action, 'unit', u.name,
          'holder', ${title(sql`s.assignee`)}, 'ended_by', ${title(sql`s.finished_by`)}) order by s.no), '[]')
        from casework.step s left join directory.pub_unit u on u.id = s.unit where s.dossier = d.id) as steps,
      (select coalesce(json_agg(json_build_object('event', j.event, 'at', j.at, 'title', ${title(sql`j.position`)},
          'unit', (select p.unit_name from directory.pub_position p where p.id = j.position limit 1)) order by j.id), '[]')
        from kernel.journal j where j.subject = d.id and j.event like 'casework.%' and j.event <> all(${[...stepFacts]}::text[])) as facts
    from page d join directory.pub_agency a on a.id = d.agency join directory.pub_agency r on r.id = d.receiving_agency
    order by d.received_at, d.id`.execute(tables<unknown>(ctx.db))
  return found.rows
}
