import { notFound, type Id, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { tables, type Ctx, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import { effectiveRights, type Because } from '../../../domain/right.ts'
import { readRightsBook, type Book } from '../../role/queries/rights-book.ts'
import type { Tables } from '../../store/tables.ts'
import type { PersonView, showPerson as endpoint } from '../contract.ts'
import { personInScope } from './list-people.ts'
import { mayEditPerson } from './person-place.ts'

type Row = Omit<PersonView, 'rights' | 'mayEdit'>

/** A person with positions, accounts, and everything they may do in any of their positions today, each with its reasons. */
export async function showPerson(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const scope = ctx.scope('directory.organisation.read')
  const found = await sql<Row>`
    select n.id, n.version, n.name, n.birth_date as "birthDate", n.phone, n.email,
      (select coalesce(json_agg(json_build_object('position', p.id, 'title', p.title, 'unit', u.name, 'agency', a.name,
          'validFrom', h.valid_from, 'validTo', h.valid_to) order by h.valid_from desc), '[]')
        from directory.holding h join directory.position p on p.id = h.position join directory.unit u on u.id = p.unit
        join directory.agency a on a.id = u.agency where h.person = n.id) as places,
      (select coalesce(json_agg(json_build_object('id', c.id, 'userName', c.user_name, 'state', c.state) order by c.user_name), '[]')
        from directory.account c where c.person = n.id) as accounts
    from directory.person n where n.id = ${input.person} and ${personInScope(scope)}`.execute(tables<Tables>(ctx.db))
  const row = found.rows[0] ?? notFound()
  const book = await readRightsBook(ctx.db, { people: [row.id] }, ctx.now)
  const rights = await withNames(ctx.db, book, effectiveRights(book, row.id, ctx.now).because)
  const mayEdit = await mayEditPerson(ctx, row.id)
  return { ...row, birthDate: mayEdit ? row.birthDate : null, rights, mayEdit }
}

type Names = {
  permissions: { name: string; vi: string; en: string }[]
  roles: { id: Id<'role'>; name: string; name_en: string }[]
}

async function withNames(db: Db, book: Book, because: readonly Because[]): Promise<PersonView['rights']> {
  const found = await sql<Names>`
    select (select coalesce(json_agg(p), '[]') from directory.permission p) as permissions,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'name_en', name_en)), '[]') from directory.role) as roles`.execute(
    tables<Tables>(db),
  )
  const { permissions = [], roles = [] } = found.rows[0] ?? {}
  const reasonOf = (one: Because) => {
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
  return [...Map.groupBy(because, one => one.permission)].map(([permission, list]) => {
    const known = permissions.find(one => one.name === permission)
    return { permission, vi: known?.vi ?? permission, en: known?.en ?? permission, reasons: list.map(reasonOf) }
  })
}
