import { fold, localDate, notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { KnownPerson, KnownPosition } from '../../domain/staff-plan.ts'
import { standardTitles } from '../../domain/standard-title.ts'
import { notClosedOn } from '../../store/scope.ts'
import type { Rank, Tables } from '../../store/tables.ts'

type Named = { id: string; code: string; name: string }

/** What a sheet of staff of an agency may name. Titles are known by their own words. */
export type StaffNames = {
  readonly agency: { readonly id: Id<'agency'>; readonly name: string }
  readonly units: readonly (Named & { id: Id<'unit'>; validFrom: string })[]
  readonly titles: readonly Named[]
  readonly ranks: readonly (readonly [title: string, rank: Rank])[]
  readonly roles: readonly (Named & { id: Id<'role'> })[]
}

type Row = Omit<StaffNames, 'titles'>

/** Reads the units, titles and roles that cells may name. */
export async function readStaffNames(db: Db, agency: Id<'agency'>, now: number): Promise<StaffNames> {
  const today = localDate(now)
  const found = await sql<Row>`
    select json_build_object('id', a.id, 'name', a.name) as agency,
      (select coalesce(json_agg(json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'validFrom', u.valid_from) order by u.sort, u.name), '[]')
        from directory.unit u where u.agency = a.id and ${notClosedOn('u', today)}) as units,
      (select coalesce(json_agg(json_build_array(title, rank)), '[]') from (
        select distinct on (kernel.fold(p.title)) p.title, p.rank from directory.position p join directory.unit u on u.id = p.unit
        where u.agency = a.id order by kernel.fold(p.title)) t) as ranks,
      (select coalesce(json_agg(json_build_object('id', r.id, 'code', r.key, 'name', r.name) order by r.id), '[]') from directory.role r) as roles
    from directory.agency a where a.id = ${agency}`.execute(tables<Tables>(db))
  const row = found.rows[0] ?? notFound()
  const titles = new Map([...standardTitles, ...row.ranks].map(([title]) => [fold(title), title]))
  return { ...row, titles: [...titles.values()].map(title => ({ id: title, code: '', name: title })) }
}

/** Those whose names, e-mails or user names are in the sheet, and the positions of the agency with their present and coming holders. */
export async function readStaffFacts(
  db: Db,
  agency: Id<'agency'>,
  asked: { names: readonly string[]; emails: readonly string[]; userNames: readonly string[] },
  now: number,
): Promise<{ people: KnownPerson[]; positions: KnownPosition[] }> {
  const today = localDate(now)
  const found = await sql<{ people: KnownPerson[]; positions: KnownPosition[] }>`
    select
      (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'birthDate', n.birth_date, 'email', n.email,
          'userName', c.user_name) order by n.id), '[]')
        from directory.person n left join directory.account c on c.person = n.id
        where kernel.fold(n.name) = any (${asked.names.map(fold)}::text[])
          or n.email <> '' and lower(n.email) = any (${asked.emails.map(one => one.toLowerCase())}::text[])
          or c.user_name = any (${asked.userNames}::text[])) as people,
      (select coalesce(json_agg(json_build_object('id', p.id, 'unit', p.unit, 'title', p.title, 'validFrom', p.valid_from, 'holders', (
          select coalesce(json_agg(h.person), '[]') from directory.holding h where h.position = p.id and ${notClosedOn('h', today)}
        )) order by p.sort, p.id), '[]')
        from directory.position p join directory.unit u on u.id = p.unit
        where u.agency = ${agency} and p.valid_to is null) as positions`.execute(tables<Tables>(db))
  return found.rows[0] ?? { people: [], positions: [] }
}
