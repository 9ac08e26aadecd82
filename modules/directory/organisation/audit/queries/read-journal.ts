import { addDays, atLocal, iso, type Id, type InputOf, type ReplyOf, type Scope } from '@congso/kernel/contract'
import { tables, type Ctx } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { JournalView, readJournal as endpoint } from '../contract.ts'

const most = 50

/** The journal newest first, going on before a row: each page reads the rows it shows. Facts of no agency only who reads all sees. */
export async function readJournal(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const scope = ctx.scope('directory.audit.read')
  const { person = null, event = null, subject = null, from = null, last = null, before = null } = input
  const found = await sql<JournalView['rows'][number]>`
    select j.id, j.at, j.event, j.subject, j.actor_kind as "actorKind", n.id as person, n.name, p.title, a.short_name as agency,
      j.request, j.data, j.personal_hash is not null as "hasPersonal"
    from kernel.journal j
    left join directory.account c on c.id = j.account
    left join directory.person n on n.id = c.person
    left join directory.position p on p.id = j.position
    left join directory.agency a on a.id = j.agency
    where ${agencies(scope)}
      and ${before === null ? sql`true` : sql`j.id < ${before}`}
      and ${person === null ? sql`true` : sql`j.account = any (array(select id from directory.account where person = ${person}))`}
      and ${subject === null ? sql`true` : sql`j.subject = ${subject}`}
      and ${event === null ? sql`true` : sql`j.event like ${prefixOf(event)}`}
      and ${from === null ? sql`true` : sql`j.at >= ${iso(atLocal(from))}::timestamptz`}
      and ${last === null ? sql`true` : sql`j.at < ${iso(atLocal(addDays(last, 1)))}::timestamptz`}
    order by j.id desc limit ${most + 1}`.execute(tables<Tables>(ctx.db))
  const rows = found.rows.slice(0, most)
  return {
    rows,
    next: found.rows.length > most ? (rows.at(-1)?.id ?? null) : null,
    person: person && { id: person, name: await nameOf(ctx, person) },
    event,
    subject,
    from,
    last,
  }
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
