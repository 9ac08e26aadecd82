import { iso, notFound, type Id } from '@congso/kernel/contract'
import { tables, type Db } from '@congso/kernel/server'
import { sql, type Selectable } from 'kysely'
import type { Tables } from '../../store/tables.ts'

export type StaffSheet = Selectable<Tables['directory.staff_sheet']>

const keptDays = 7

/** Keeps a sheet, and forgets those nobody came back to in a week: they hold personal data. */
export async function keepSheet(db: Db, row: Omit<StaffSheet, 'imported_at'>, now: number): Promise<void> {
  const own = tables<Tables>(db)
  await own
    .deleteFrom('directory.staff_sheet')
    .where('kept_at', '<', iso(now - keptDays * 86_400_000))
    .execute()
  await own
    .insertInto('directory.staff_sheet')
    .values({ ...row, cells: JSON.stringify(row.cells), imported_at: null })
    .execute()
}

/** A kept sheet, or not found. */
export async function readSheet(db: Db, id: Id<'staff-sheet'>): Promise<StaffSheet> {
  const row = await tables<Tables>(db)
    .selectFrom('directory.staff_sheet')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? notFound()
}

/** Marks a sheet as imported and forgets what it held. False when somebody else has done so already. */
export async function closeSheet(db: Db, id: Id<'staff-sheet'>, now: number): Promise<boolean> {
  const done = await tables<Tables>(db)
    .updateTable('directory.staff_sheet')
    .set({ imported_at: sql<string>`${iso(now)}::timestamptz`, cells: '[]' })
    .where('id', '=', id)
    .where('imported_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
