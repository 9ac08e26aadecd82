import { addDays, epoch, iso, localDate, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Delegation, RightsBook } from '../../../domain/right.ts'
import type { Tables } from '../../store/tables.ts'

/** Where a position stands, with the names a session carries. */
export type Place = {
  readonly id: Id<'position'>
  readonly title: string
  readonly unit: Id<'unit'>
  readonly unitName: string
  readonly agency: Id<'agency'>
  readonly agencyName: string
}

/** What is needed to know what some people may do, with the agencies below those a role reaches down from. */
export type Book = Omit<RightsBook, 'positions'> & {
  readonly positions: readonly Place[]
  readonly agencies: readonly { readonly id: Id<'agency'>; readonly path: readonly string[] }[]
}

type Loan = Omit<Delegation, 'validFrom' | 'validTo'> & { from: string; to: string }
type Row = Omit<Book, 'delegations' | 'roles'> & {
  delegations: readonly Loan[]
  roles: readonly { id: string; permissions: string[] }[]
}

/**
 * Which people a book is about: some by name; all who hold or borrow one of some positions; or all through whom rights lent
 * to a person could come back to the holder of a position.
 */
export type About =
  | { people: readonly string[] }
  | { positions: readonly string[] }
  | { lender: string; borrower: string }

const always = { validFrom: '0001-01-01', validTo: null }

/**
 * Reads a book in one statement: every holding of the people, the loans to them, the roles of the positions concerned.
 * A loan that was ended before `now` is not in it.
 */
export async function readRightsBook(db: Db, about: About, now: number): Promise<Book> {
  const found = await sql<{ book: Row }>`
    with recursive who (person) as (${peopleOf(about, iso(now))}),
    held as (select id, position, person, valid_from, valid_to from directory.holding where person in (select person from who)),
    lent as (
      select * from directory.delegation d
      where (d.person in (select person from who) or d.position in (select position from held))
        and d.ended_at is null and d.valid_to > ${iso(now)}
    ),
    place as (
      select p.id, p.title, p.unit, u.name as "unitName", u.agency, a.name as "agencyName"
      from directory.position p join directory.unit u on u.id = p.unit join directory.agency a on a.id = u.agency
      where p.id in (select position from held union select position from lent union select unnest(${positionsOf(about)}::uuid[]))
    ),
    given as (select * from directory.role_grant where position in (select id from place))
    select json_build_object(
      'positions', (select coalesce(json_agg(place order by id), '[]') from place),
      'holdings', (select coalesce(json_agg(json_build_object('person', person, 'position', position,
        'validFrom', valid_from, 'validTo', valid_to) order by valid_from, id), '[]') from held),
      'grants', (select coalesce(json_agg(json_build_object('id', id, 'role', role, 'position', position, 'reach', reach,
        'validFrom', valid_from, 'validTo', valid_to)), '[]') from given),
      'roles', (select coalesce(json_agg(json_build_object('id', id, 'permissions', permissions)), '[]')
        from directory.role where id in (select role from given)),
      'delegations', (select coalesce(json_agg(json_build_object('id', id, 'lender', position, 'borrower', person,
        'permissions', permissions, 'form', form, 'from', valid_from, 'to', valid_to)), '[]') from lent),
      'permissions', (select coalesce(json_agg(name order by name), '[]') from (
        select name from directory.permission
        union select p from directory.role, unnest(permissions) p where p not like '%*' and id in (select role from given)) known),
      'agencies', (select coalesce(json_agg(json_build_object('id', id, 'path', path)), '[]') from directory.agency
        where path && array(select place.agency from given join place on place.id = given.position where reach = 'subtree'))
    ) as book`.execute(tables<Tables>(db))
  const book = found.rows[0]?.book
  if (!book) throw new Error('the rights book has one row')
  return {
    ...book,
    roles: book.roles.map(role => ({ ...role, ...always })),
    delegations: book.delegations.map(({ from, to, ...loan }) => ({ ...loan, ...daysOf(from, to) })),
  }
}

/** Loans last whole days: from the day of their first moment to the day of their last. */
export function daysOf(from: string, to: string): { validFrom: string; validTo: string } {
  const last = localDate(epoch(to) - 1)
  return { validFrom: localDate(epoch(from)), validTo: addDays(last, 1) }
}

function positionsOf(about: About): readonly string[] {
  if ('lender' in about) return [about.lender]
  return 'positions' in about ? about.positions : []
}

function peopleOf(about: About, now: string) {
  if ('people' in about) return sql`select unnest(${about.people}::uuid[])`
  const at = sql`
    select person from directory.holding where position = any (${positionsOf(about)}::uuid[])
    union select person from directory.delegation where position = any (${positionsOf(about)}::uuid[])`
  if ('positions' in about) return at
  return sql`
    (select ${about.borrower}::uuid union ${at})
    union
    select d.person from who join directory.holding h on h.person = who.person
    join directory.delegation d on d.position = h.position and d.ended_at is null and d.valid_to > ${now}`
}
