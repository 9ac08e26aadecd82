import type { Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql } from 'kysely'
import type { Placing } from '../../../domain/unit-tree.ts'
import type { Tables } from '../../store/tables.ts'

/** A placing with the name people know it by. */
export type NamedPlacing = Placing & { readonly name: string }

/** The agencies on the way from the top to this one, itself included. */
export async function placingsAbove(db: Db, agency: Id<'agency'>): Promise<NamedPlacing[]> {
  const found = await sql<NamedPlacing>`
    select a.id, 'agency' as kind, a.parent, a.valid_from as "validFrom", a.valid_to as "validTo", a.name
    from directory.agency a
    where a.id = any (array(select unnest(path) from directory.agency where id = ${agency}))`.execute(
    tables<Tables>(db),
  )
  return found.rows
}

/** What stands directly under an agency: agencies and units. */
export async function placingsBelow(db: Db, agency: Id<'agency'>): Promise<NamedPlacing[]> {
  const found = await sql<NamedPlacing>`
    select id, 'agency' as kind, parent, valid_from as "validFrom", valid_to as "validTo", name
    from directory.agency where parent = ${agency}
    union all
    select id, 'unit' as kind, agency as parent, valid_from, valid_to, name
    from directory.unit where agency = ${agency} and parent is null`.execute(tables<Tables>(db))
  return found.rows
}

/** The units of an agency with their places in it; a unit at the top stands under the agency. */
export async function placingsOfUnits(db: Db, agency: Id<'agency'>): Promise<NamedPlacing[]> {
  const found = await sql<NamedPlacing>`
    select id, 'unit' as kind, coalesce(parent, agency) as parent, valid_from as "validFrom", valid_to as "validTo", name
    from directory.unit where agency = ${agency}`.execute(tables<Tables>(db))
  return found.rows
}
