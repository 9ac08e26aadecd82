import { addDays, atLocal, iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { figureCondition, figures, figureScope, type Period } from '@congso/casework'
import { sql, type RawBuilder } from 'kysely'
import { type caseworkReport as endpoint, type groupings } from '../contract.ts'
import { courseParts, nothing, periodBefore, plus, withShare, type Counted } from '../domain/counts.ts'
import { readPeriod } from '../domain/period.ts'

type Input = InputOf<typeof endpoint>
type View = ReplyOf<typeof endpoint>
type Grouping = (typeof groupings)[number]

/** The casework of a period: one pass over its dossiers for the lines, one for its course, one for the period before. */
export async function readCaseworkReport(ctx: Ctx, input: Input): Promise<View> {
  const { period, problems } = readPeriod(input, ctx.now)
  const by = input.by ?? 'unit'
  const where = within(ctx, input)
  const before = input.compare === 'none' ? null : periodBefore(period.from, period.to)
  const counting = problems.length === 0
  const [lines, course, previous, choices] = await Promise.all([
    counting ? readLines(ctx, period, by, where) : [],
    counting ? readCourse(ctx, period, where) : [],
    counting && before ? readLines(ctx, before, 'all', where) : null,
    readChoices(ctx, input),
  ])
  return {
    ...period,
    by,
    problems,
    asOf: iso(ctx.now),
    title: choices.title,
    total: withShare(sum(lines)),
    previous: before && previous ? { ...before, total: withShare(sum(previous)) } : null,
    lines: lines.map(({ key, name, ...counted }) => ({ key: key ?? '', name: name ?? '', counts: withShare(counted) })),
    course,
    agencies: choices.agencies,
    units: choices.units,
    fields: choices.fields,
    filter: {
      agency: input.agency ?? null,
      unit: input.unit ?? null,
      field: input.field ?? null,
      channel: input.channel ?? null,
      compare: input.compare !== 'none',
    },
  }
}

type CountedLine = Counted & { key: string | null; name: string | null }

const figureColumns = {
  carried: 'carried',
  received: 'received',
  resolved: 'resolved',
  'resolved-early': 'resolvedEarly',
  'resolved-on-time': 'resolvedOnTime',
  'resolved-late': 'resolvedLate',
  refused: 'refused',
  withdrawn: 'withdrawn',
  stopped: 'stopped',
  declined: 'declined',
  ended: 'ended',
  pending: 'pending',
  'pending-in-time': 'pendingInTime',
  'pending-overdue': 'pendingOverdue',
} as const

async function readLines(
  ctx: Ctx,
  period: Period,
  by: Grouping | 'all',
  where: RawBuilder<unknown>,
): Promise<CountedLine[]> {
  const counts = figures.map(
    figure =>
      sql`count(*) filter (where ${figureCondition(figure, period, ctx.now)}) as ${sql.ref(figureColumns[figure])}`,
  )
  const { key, name, join } = groupOf(by)
  const found = await sql<CountedLine>`
    select ${key} as key, ${name} as name, ${sql.join(counts)},
      count(*) filter (where d.channel = 'online' and ${figureCondition('received', period, ctx.now)}) as online
    from (${touched(period, where)}) d ${join}
    group by 1 order by 2 nulls last, 1`.execute(tables<unknown>(ctx.db))
  return found.rows
}

/** The dossiers a period touches: received in it, or before it and not finished before it. Each half is one index range. */
function touched(period: Period, where: RawBuilder<unknown>): RawBuilder<unknown> {
  const from = iso(atLocal(period.from))
  const to = iso(atLocal(addDays(period.to, 1)))
  return sql`
    select * from casework.pub_dossier d where ${where} and d.received_at >= ${from} and d.received_at < ${to}
    union all select * from casework.pub_dossier d where ${where} and d.received_at < ${from} and d.finished_at >= ${from}
    union all select * from casework.pub_dossier d where ${where} and d.received_at < ${from} and d.finished_at is null`
}

function groupOf(by: Grouping | 'all'): {
  key: RawBuilder<unknown>
  name: RawBuilder<unknown>
  join: RawBuilder<unknown>
} {
  const none = sql``
  const day = sql`(d.received_at at time zone interval '7 hours')`
  const groups: Record<
    Grouping | 'all',
    { key: RawBuilder<unknown>; name: RawBuilder<unknown>; join: RawBuilder<unknown> }
  > = {
    all: { key: sql`''`, name: sql`''`, join: none },
    agency: {
      key: sql`d.agency::text`,
      name: sql`max(a.name)`,
      join: sql`join directory.pub_agency a on a.id = d.agency`,
    },
    unit: {
      key: sql`d.handling_unit::text`,
      name: sql`max(u.name)`,
      join: sql`left join directory.pub_unit u on u.id = d.handling_unit`,
    },
    field: { key: sql`d.field`, name: sql`max(d.field)`, join: none },
    procedure: {
      key: sql`d.procedure_code`,
      // The catalogue's name: a dossier's own also says which case of the procedure it is.
      name: sql`d.procedure_code || ' ' || coalesce(max(v.name), max(d.procedure_name))`,
      join: sql`left join procedures.pub_version v on v.id = d.procedure_version`,
    },
    channel: { key: sql`d.channel`, name: sql`max(d.channel)`, join: none },
    officer: {
      key: sql`d.officer::text`,
      name: sql`max(o.name)`,
      join: sql`left join lateral (select p.person_name as name from directory.pub_position p where p.id = d.officer order by p.held_to nulls first limit 1) o on true`,
    },
    month: { key: sql`to_char(${day}, 'YYYY-MM')`, name: sql`max(to_char(${day}, 'YYYY-MM'))`, join: none },
    week: { key: sql`to_char(${day}, 'IYYY-"W"IW')`, name: sql`max(to_char(${day}, 'IYYY-"W"IW'))`, join: none },
  }
  return groups[by]
}

async function readCourse(ctx: Ctx, period: Period, where: RawBuilder<unknown>): Promise<View['course']> {
  const parts = courseParts(period.from, period.to)
  const starts = parts.map(part => iso(atLocal(part.from)))
  const ends = parts.map(part => iso(atLocal(addDays(part.to, 1))))
  const found = await sql<{ no: number; received: number; resolved: number }>`
    select p.no, (select count(*) from casework.pub_dossier d where ${where} and d.received_at >= p.a and d.received_at < p.b) as received,
      (select count(*) from casework.pub_dossier d where ${where} and d.outcome = 'resolved' and d.finished_at >= p.a and d.finished_at < p.b) as resolved
    from unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) with ordinality as p (a, b, no) order by p.no`.execute(
    tables<unknown>(ctx.db),
  )
  return parts.map((part, index) => ({
    ...part,
    received: found.rows[index]?.received ?? 0,
    resolved: found.rows[index]?.resolved ?? 0,
  }))
}

/** What a report may count: the reach of the permission, and the filter. */
function within(ctx: Ctx, input: Input): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [figureScope(ctx.scope('reports.casework.read'))]
  if (input.agency)
    conditions.push(sql`d.agency in (select id from directory.pub_agency where ${input.agency}::uuid = any(path))`)
  if (input.unit) conditions.push(sql`d.handling_unit = ${input.unit}::uuid`)
  if (input.field) conditions.push(sql`d.field = ${input.field}`)
  if (input.channel) conditions.push(sql`d.channel = ${input.channel}`)
  return sql.join(conditions, sql` and `)
}

async function readChoices(ctx: Ctx, input: Input): Promise<Pick<View, 'agencies' | 'units' | 'fields' | 'title'>> {
  const scope = ctx.scope('reports.casework.read')
  const mine = scope.all
    ? sql`true`
    : sql`a.id = any(${[...(scope.agencies ?? []), ...(ctx.actor.agency ? [ctx.actor.agency] : [])]}::uuid[])`
  const agency = input.agency ?? ctx.actor.agency
  const found = await sql<Pick<View, 'agencies' | 'units' | 'fields'> & { title: string | null }>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name), '[]') from (select * from directory.pub_agency a where ${mine} limit 500) a) as agencies,
      (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.sort, u.name), '[]') from directory.pub_unit u where u.agency = ${agency}::uuid) as units,
      (select coalesce(jsonb_agg(distinct o.field order by o.field), '[]') from procedures.pub_offer o where o.valid_to is null and (${agency}::uuid is null or o.agency in (select id from directory.pub_agency where ${agency}::uuid = any(path)))) as fields,
      (select name from directory.pub_agency where id = ${agency}::uuid) as title`.execute(tables<unknown>(ctx.db))
  const row = found.rows[0]
  return { agencies: row?.agencies ?? [], units: row?.units ?? [], fields: row?.fields ?? [], title: row?.title ?? '' }
}

function sum(lines: readonly CountedLine[]): Counted {
  return lines.reduce<Counted>((total, line) => plus(total, line), nothing)
}
