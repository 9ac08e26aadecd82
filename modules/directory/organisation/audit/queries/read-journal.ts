import { addDays, atLocal, iso, type Id, type InputOf, type ReplyOf, type Scope } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { readEventNames } from '../store/event-name.ts'
import type { JournalView, readJournal as endpoint } from '../contract.ts'

const most = 50

type Filter = InputOf<typeof endpoint>
type Row = JournalView['rows'][number]

/** The journal newest first, going on before a row: each page reads the rows it shows. Facts of no agency only who reads all sees. */
export async function readJournal(ctx: Ctx, input: Filter): Promise<ReplyOf<typeof endpoint>> {
  const { person = null, event = null, subject = null, from = null, last = null } = input
  const found = await journalRows(ctx, input, most + 1)
  const rows = found.slice(0, most)
  return {
    rows,
    next: found.length > most ? (rows.at(-1)?.id ?? null) : null,
    person: person && { id: person, name: await nameOf(ctx, person) },
    event,
    subject,
    from,
    last,
    kinds: await readEventNames(ctx.db),
  }
}

/** So many rows that a filter lets through. */
export async function journalRows(
  ctx: Ctx,
  { person, event, subject, from, last, before }: { [K in keyof Filter]?: Filter[K] | undefined },
  limit: number,
): Promise<Row[]> {
  const scope = ctx.scope('directory.audit.read')
  const found = await sql<Row>`
    select j.id, j.at, j.event, j.subject, j.actor_kind as "actorKind", n.id as person, n.name, p.title, a.short_name as agency,
      j.request, j.data, j.personal_hash is not null as "hasPersonal"
    from kernel.journal j
    left join directory.account c on c.id = j.account
    left join directory.person n on n.id = c.person
    left join directory.position p on p.id = j.position
    left join directory.agency a on a.id = j.agency
    where ${agencies(scope)}
      and ${before === undefined ? sql`true` : sql`j.id < ${before}`}
      and ${person === undefined ? sql`true` : sql`j.account = any (array(select id from directory.account where person = ${person}))`}
      and ${subject === undefined ? sql`true` : sql`j.subject = ${subject}`}
      and ${event === undefined ? sql`true` : sql`j.event like ${prefixOf(event)}`}
      and ${from === undefined ? sql`true` : sql`j.at >= ${iso(atLocal(from))}::timestamptz`}
      and ${last === undefined ? sql`true` : sql`j.at < ${iso(atLocal(addDays(last, 1)))}::timestamptz`}
    order by j.id desc limit ${limit}`.execute(tables<Tables>(ctx.db))
  return found.rows
}

function agencies(scope: Scope) {
  return scope.all ? sql`true` : sql`j.agency = any (${scope.agencies ?? []}::uuid[])`
}

/** `directory` and `directory.*` mean every fact of the module, a whole name means itself. */
function prefixOf(event: string): string {
  const plain = event.replace(/[\\%_]/g, String.raw`\$&`)
  if (plain.endsWith('.*')) return `${plain.slice(0, -1)}%`
  return plain.includes('.') ? plain : `${plain}.%`
}

async function nameOf(ctx: Ctx, person: Id<'person'>): Promise<string> {
  const found = await tables<Tables>(ctx.db)
    .selectFrom('directory.person')
    .select('name')
    .where('id', '=', person)
    .executeTakeFirst()
  return found?.name ?? ''
}
