import { notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Period } from '../../../domain/period.ts'
import type { Tables } from '../../store/tables.ts'

export type Position = Selectable<Tables['directory.position']> & { agency: Id<'agency'> }
export type Holding = Selectable<Tables['directory.holding']>

/** The position with the agency it belongs to, locked until the command is done. */
export async function lockPosition(db: Db, id: Id<'position'>): Promise<Position> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.position as p')
    .innerJoin('directory.unit as u', 'u.id', 'p.unit')
    .selectAll('p')
    .select('u.agency')
    .where('p.id', '=', id)
    .forUpdate('p')
    .executeTakeFirst()
  return row ?? notFound()
}

/** Writes a new position. */
export async function insertPosition(db: Db, row: Insertable<Tables['directory.position']>): Promise<void> {
  await tables<Tables>(db).insertInto('directory.position').values(row).execute()
}

/** Writes what describes a position; false when somebody else has changed it since `version`. */
export async function updatePosition(
  db: Db,
  id: Id<'position'>,
  version: number,
  row: Partial<Omit<Position, 'agency'>>,
): Promise<boolean> {
  const done = await tables<Tables>(db)
    .updateTable('directory.position')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Who holds the position on some day of a period, the earliest first. */
export async function holdersWithin(
  db: Db,
  position: Id<'position'>,
  period: Period,
): Promise<(Holding & { name: string })[]> {
  const found = await sql<Holding & { name: string }>`
    select h.*, n.name from directory.holding h join directory.person n on n.id = h.person
    where h.position = ${position}
      and daterange(h.valid_from, h.valid_to) && daterange(${period.validFrom}::date, ${period.validTo}::date)
    order by h.valid_from`.execute(tables<Tables>(db))
  return found.rows
}

/** Writes who holds a position from when. The database itself refuses two holders on one day. */
export async function insertHolding(db: Db, row: Insertable<Tables['directory.holding']>): Promise<void> {
  await tables<Tables>(db).insertInto('directory.holding').values(row).execute()
}

/** A holding with where its position belongs, locked. */
export async function lockHolding(
  db: Db,
  id: Id<'holding'>,
): Promise<Holding & { unit: Id<'unit'>; agency: Id<'agency'> }> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.holding as h')
    .innerJoin('directory.position as p', 'p.id', 'h.position')
    .innerJoin('directory.unit as u', 'u.id', 'p.unit')
    .selectAll('h')
    .select(['p.unit', 'u.agency'])
    .where('h.id', '=', id)
    .forUpdate('h')
    .executeTakeFirst()
  return row ?? notFound()
}

/** Ends a holding: `to` is the first day without it. */
export async function endHoldingOn(db: Db, id: Id<'holding'>, to: string): Promise<void> {
  await tables<Tables>(db).updateTable('directory.holding').set({ valid_to: to }).where('id', '=', id).execute()
}
