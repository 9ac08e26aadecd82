import { addDays, atLocal, iso, localDate, type InputOf, type ReplyOf, type Scope } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { figureCondition, figures, type Period } from '@congso/casework'
import { sql, type RawBuilder } from 'kysely'
import { type caseworkReport as endpoint, type groupings } from '../contract.ts'
import { courseParts, periodBefore, withShare, type Counted } from '../domain/counts.ts'

type Input = InputOf<typeof endpoint>
type View = ReplyOf<typeof endpoint>
type Grouping = (typeof groupings)[number]

/** The casework of a period: one pass over its dossiers for the lines, one for its course, one for the period before. */
export async function readCaseworkReport(ctx: Ctx, input: Input): Promise<View> {
  const today = localDate(ctx.now)
  const period: Period = { from: input.from ?? `${today.slice(0, 7)}-01`, to: input.to ?? today }
  const by = input.by ?? 'unit'
  const where = within(ctx.scope('reports.casework.read'), input)
  const before = input.compare === 'none' ? null : periodBefore(period.from, period.to)
  const [lines, course, previous, choices] = await Promise.all([
    readLines(ctx, period, by, where),
    readCourse(ctx, period, where),
    before ? readLines(ctx, before, 'all', where) : null,
    readChoices(ctx, input),
  ])
  return {
    ...period,
    by,
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
    group by 1, 2 order by 2 nulls last`.execute(tables<unknown>(ctx.db))
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
    agency: { key: sql`d.agency::text`, name: sql`a.name`, join: sql`join directory.pub_agency a on a.id = d.agency` },
    unit: {
      key: sql`d.handling_unit::text`,
      name: sql`u.name`,
      join: sql`left join directory.pub_unit u on u.id = d.handling_unit`,
    },
    field: { key: sql`d.field`, name: sql`d.field`, join: none },
    procedure: { key: sql`d.procedure_code`, name: sql`d.procedure_code || ' ' || d.procedure_name`, join: none },
    channel: { key: sql`d.channel`, name: sql`d.channel`, join: none },
    officer: {
      key: sql`d.officer::text`,
      name: sql`o.name`,
      join: sql`left join lateral (select p.person_name as name from directory.pub_position p where p.id = d.officer order by p.held_to nulls first limit 1) o on true`,
    },
    month: { key: sql`to_char(${day}, 'YYYY-MM')`, name: sql`to_char(${day}, 'YYYY-MM')`, join: none },
    week: { key: sql`to_char(${day}, 'IYYY-"W"IW')`, name: sql`to_char(${day}, 'IYYY-"W"IW')`, join: none },
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

function within(scope: Scope, input: Input): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = []
  if (!scope.all) {
    const parts = [sql`d.agency = any(${[...(scope.agencies ?? [])]}::uuid[])`]
    if (scope.units?.length) parts.push(sql`d.handling_unit = any(${[...scope.units]}::uuid[])`)
    if (scope.own && scope.position) parts.push(sql`d.officer = ${scope.position}::uuid`)
    conditions.push(sql`(${sql.join(parts, sql` or `)})`)
  }
  if (input.agency)
    conditions.push(sql`d.agency in (select id from directory.pub_agency where ${input.agency}::uuid = any(path))`)
  if (input.unit) conditions.push(sql`d.handling_unit = ${input.unit}::uuid`)
  if (input.field) conditions.push(sql`d.field = ${input.field}`)
  if (input.channel) conditions.push(sql`d.channel = ${input.channel}`)
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
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
      (select coalesce(jsonb_agg(distinct o.field order by o.field), '[]') from procedures.pub_offer o where o.valid_to is null and (${agency}::uuid is null or o.agency = ${agency}::uuid)) as fields,
      (select name from directory.pub_agency where id = ${agency}::uuid) as title`.execute(tables<unknown>(ctx.db))
  const row = found.rows[0]
  return { agencies: row?.agencies ?? [], units: row?.units ?? [], fields: row?.fields ?? [], title: row?.title ?? '' }
}

function sum(lines: readonly CountedLine[]): Counted {
  const add = (name: keyof Counted) => lines.reduce((total, line) => total + line[name], 0)
  return {
    carried: add('carried'),
    received: add('received'),
    resolved: add('resolved'),
    resolvedEarly: add('resolvedEarly'),
    resolvedOnTime: add('resolvedOnTime'),
    resolvedLate: add('resolvedLate'),
    refused: add('refused'),
    withdrawn: add('withdrawn'),
    stopped: add('stopped'),
    declined: add('declined'),
    pending: add('pending'),
    pendingInTime: add('pendingInTime'),
    pendingOverdue: add('pendingOverdue'),
    online: add('online'),
  }
}
