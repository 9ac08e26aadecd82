import { covers, localDate, notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import { effectiveRights, whyAllowed, type Because } from '../../../domain/right.ts'
import { readRightsBook, type Book } from '../../role/queries/rights-book.ts'
import { agencyInScope, holdsOn, notClosedOn } from '../../store/scope.ts'
import type { Tables } from '../../store/tables.ts'
import type { whoCan as endpoint, WhoCanView } from '../contract.ts'

type Choices = Pick<WhoCanView, 'permissions' | 'agencies' | 'units'> & {
  path: string[] | null
  roles: { id: string; name: string; name_en: string }[]
}

/** Who may do something today and why. The candidates come from the database; the domain decides and gives the reasons. */
export async function whoCan(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const { permission = null, unit = null } = input
  const agency = input.agency ?? ctx.actor.agency
  const { path, roles, ...choices } = await readChoices(ctx, agency)
  const view = { permission, agency, unit, ...choices }
  if (!permission || !agency) return { ...view, people: [] }
  if (!path || !covers(ctx.actor, 'directory.organisation.read', { agency, unit })) notFound()
  const positions = await candidates(ctx.db, path ?? [], localDate(ctx.now))
  const book = await readRightsBook(ctx.db, { positions }, ctx.now)
  const names = await namesOf(ctx.db, [...new Set([...book.holdings, ...book.delegations].map(personOf))])
  const people = names.flatMap(({ id, name }) => {
    const effective = effectiveRights(book, id, ctx.now)
    const thing = { agency, unit, position: null }
    const because = whyAllowed(effective, permission, thing, (_, root) => path?.includes(root) ?? false)
    return because.length > 0 ? [{ person: id, name, reasons: because.map(one => reasonOf(one, book, roles)) }] : []
  })
  return { ...view, people }
}

function personOf(one: { person: string } | { borrower: string }): string {
  return 'person' in one ? one.person : one.borrower
}

function reasonOf(one: Because, book: Book, roles: Choices['roles']) {
  const role = roles.find(other => other.id === one.role)
  const place = book.positions.find(other => other.id === one.position)
  return {
    via: one.via,
    role: role?.name ?? '',
    roleEn: role?.name_en ?? '',
    reach: one.reach,
    position: place?.title ?? '',
    unit: place?.unitName ?? '',
    agency: place?.agencyName ?? '',
    form: one.form,
    from: one.from,
    to: one.to,
  }
}

async function readChoices(ctx: Ctx, agency: Id<'agency'> | null): Promise<Choices> {
  const today = localDate(ctx.now)
  const scope = ctx.scope('directory.organisation.read')
  const found = await sql<Choices>`
    select
      (select coalesce(json_agg(p order by p.module, p.name), '[]') from directory.permission p) as permissions,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.code), '[]') from directory.agency a
        where ${agencyInScope(scope, sql.ref('a.id'))} and ${notClosedOn('a', today)}) as agencies,
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.sort, u.name), '[]')
        from directory.unit u where u.agency = ${agency} and ${notClosedOn('u', today)}) as units,
      (select a.path from directory.agency a where a.id = ${agency}) as path,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'name_en', name_en)), '[]') from directory.role) as roles`.execute(
    tables<Tables>(ctx.db),
  )
  return found.rows[0] ?? { permissions: [], agencies: [], units: [], path: null, roles: [] }
}

/** Positions with a role today that can reach the agency: its own, those above it that reach down, those that reach everywhere. */
async function candidates(db: Db, path: readonly string[], today: string): Promise<string[]> {
  const found = await sql<{ position: string }>`
    select distinct g.position from directory.role_grant g
    join directory.position p on p.id = g.position join directory.unit u on u.id = p.unit
    where ${holdsOn('g', today)} and (g.reach = 'all' or u.agency = any (${path}::uuid[]))`.execute(tables<Tables>(db))
  return found.rows.map(row => row.position)
}

async function namesOf(db: Db, people: readonly string[]): Promise<{ id: Id<'person'>; name: string }[]> {
  const found = await sql<{ id: Id<'person'>; name: string }>`
    select id, name from directory.person where id = any (${people}::uuid[]) order by search collate "C", id`.execute(
    tables<Tables>(db),
  )
  return found.rows
}
