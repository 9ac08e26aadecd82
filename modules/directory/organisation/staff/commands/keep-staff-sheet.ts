import { iso, type InputOf, type ReplyOf } from '@congso/kernel/contract'
import { newId, type Ctx } from '@congso/kernel/server'
import { lockAgency } from '../../agency/store/agency.ts'
import { guard } from '../../domain/guard.ts'
import { readSheetText } from '../../domain/sheet-text.ts'
import { refuse, type keepStaffSheet as endpoint } from '../contract.ts'
import { staffSheetKept } from '../events.ts'
import { keepSheet } from '../store/staff-sheet.ts'
import { readSheetFile } from './sheet-file.ts'

const mostRows = 2000

/** Keeps a sheet of staff so that its rows can be looked at; nobody is added by this. */
export async function keepStaffSheet(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const agency = input.agency
  guard(ctx.actor, 'directory.organisation.edit', { agency })
  await lockAgency(ctx.db, agency)
  const { file, sheet = '' } = input
  const field = file ? 'file' : 'sheet'
  if (file && sheet.trim() !== '') refuse('directory.staff-sheet-twofold', {}, 'sheet')
  const cells = file ? await readSheetFile(file) : readSheetText(sheet)
  if (cells.length === 0) refuse('directory.staff-sheet-empty', {}, field)
  if (cells.length > mostRows) refuse('directory.staff-sheet-large', { rows: cells.length, most: mostRows }, field)
  const id = newId<'staff-sheet'>(ctx.now)
  await keepSheet(ctx.db, { id, agency, cells, kept_at: iso(ctx.now) }, ctx.now)
  ctx.record(staffSheetKept, { subject: id, agency, data: { agency, rows: cells.length } })
  return { sheet: id, rows: cells.length }
}
