import type { Id, Scope } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Tables } from '../store/tables.ts'

export type AgencyName = { id: Id<'agency'>; name: string }
export type UnitName = { id: Id<'unit'>; name: string }

/** Agencies open on a day that a right to edit reaches, by name. */
export async function editableAgencies(db: Db, scope: Scope, today: string): Promise<AgencyName[]> {
  const found = await sql<AgencyName>`
    select a.id, a.name from directory.pub_agency a
    where (${scope.all ?? false} or a.id = any (${scope.agencies ?? []}::uuid[]))
      and a.valid_from <= ${today}::date and (a.valid_to is null or a.valid_to > ${today}::date)
    order by a.code limit 500`.execute(tables<Tables>(db))
  return found.rows
}

/** Units of an agency that are open on a day, in the agency's order. */
export async function openUnits(db: Db, agency: Id<'agency'>, today: string): Promise<UnitName[]> {
  const found = await sql<UnitName>`
    select u.id, u.name from directory.pub_unit u
    where u.agency = ${agency}::uuid and u.valid_from <= ${today}::date and (u.valid_to is null or u.valid_to > ${today}::date)
    order by u.sort, u.name, u.id`.execute(tables<Tables>(db))
  return found.rows
}
