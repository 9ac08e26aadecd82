import { addDays, atLocal, epoch, iso, localDate, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { calendarFor, openMinutesBetween } from '@congso/worktime'
import { sql } from 'kysely'
import type { leaderDesk as endpoint } from '../contract.ts'
import { countRows, readRows, scopeParts, withRemaining } from './dossier-rows.ts'

type View = ReplyOf<typeof endpoint>

/** What waits for the leader, most urgent first, and where dossiers of the leader's agencies are late. */
export async function readLeaderDesk(ctx: Ctx): Promise<View> {
  const mine = [sql`d.assignee = ${ctx.actor.position}::uuid and d.finished_at is null and d.paused_since is null`]
  const all = scopeParts(ctx.scope('casework.dossier.sign'))
  const late = sql`d.finished_at is null and d.paused_since is null and d.due_at < ${iso(ctx.now)}`
  const today = sql`d.finished_at is null and d.paused_since is null and d.due_at >= ${iso(ctx.now)} and d.due_at < ${iso(atLocal(addDays(localDate(ctx.now), 1)))}`
  const [rows, toSign, lateCount, dueToday, lateBy] = await Promise.all([
    readRows(ctx, mine, sql`true`, { column: 'due_at' }, 20),
    countRows(ctx, mine, sql`true`),
    countRows(ctx, all, late),
    countRows(ctx, all, today),
    readLate(ctx),
  ])
  const cards = await withRemaining(ctx, rows)
  const handed = await readSubmissions(
    ctx,
    rows.map(row => row.id),
  )
  return {
    toSign,
    late: lateCount,
    dueToday,
    lateBy,
    cards: cards.map(card => ({
      ...card,
      ...(handed.get(card.id) ?? { submittedBy: '', submittedAt: card.receivedAt, action: null, backAction: null }),
    })),
  }
}

type Submission = Pick<View['cards'][number], 'submittedBy' | 'submittedAt' | 'action' | 'backAction'>

/** Who handed each dossier up and when, and by which actions it can be signed or returned from here. */
async function readSubmissions(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Submission>> {
  const found = await sql<Submission & { id: string }>`
    select d.id, coalesce((select p.person_name from directory.pub_position p where p.id = b.finished_by order by p.held_to nulls first limit 1), '') as "submittedBy", s.started_at as "submittedAt",
      (select x ->> 'key' from jsonb_path_query(c.definition, '$.steps[*] ? (@.key == $k).actions[*] ? (@.kind == "sign")', jsonb_build_object('k', d.step_key)) x limit 1) as action,
      (select x ->> 'key' from jsonb_path_query(c.definition, '$.steps[*] ? (@.key == $k).actions[*] ? (@.kind == "back")', jsonb_build_object('k', d.step_key)) x limit 1) as "backAction"
    from casework.dossier d join casework.step s on s.dossier = d.id and s.no = d.step left join casework.step b on b.dossier = d.id and b.no = d.step - 1
      join procedures.pub_process c on c.id = d.process
    where d.id = any(${[...ids]}::uuid[])`.execute(tables<unknown>(ctx.db))
  return new Map(found.rows.map(({ id, ...rest }) => [id, rest]))
}

async function readLate(ctx: Ctx): Promise<View['lateBy']> {
  const parts = scopeParts(ctx.scope('casework.dossier.sign'))
  const branches = parts.map(
    part =>
      sql`select d.unit, d.agency, d.due_at, d.step_name from casework.dossier d where ${part} and d.finished_at is null and d.paused_since is null and d.due_at < ${iso(ctx.now)}`,
  )
  const found = await sql<{
    unit: View['lateBy'][number]['unit']
    agency: string
    unit_name: string
    count: number
    earliest: string
    step_name: string
  }>`
    select l.unit, min(l.agency::text) as agency, coalesce(u.name, '') as unit_name, count(*) as count, min(l.due_at) as earliest, (array_agg(l.step_name order by l.due_at))[1] as step_name
    from (${sql.join(branches, sql` union all `)}) l left join directory.pub_unit u on u.id = l.unit
    group by l.unit, u.name order by min(l.due_at) limit 10`.execute(tables<unknown>(ctx.db))
  return await Promise.all(
    found.rows.map(async row => ({
      unit: row.unit,
      unitName: row.unit_name,
      count: row.count,
      stepName: row.step_name,
      longestMinutes: openMinutesBetween(await calendarFor(ctx.db, row.agency), epoch(row.earliest), ctx.now),
    })),
  )
}
