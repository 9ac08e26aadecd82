import type { InputOf, ReplyOf } from '@congso/kernel/contract'
import type { Ctx } from '@congso/kernel/server'
import type { RowFinding } from '../../../domain/staff-sheet.ts'
import { guard } from '../../domain/guard.ts'
import type { showStaffSheet as endpoint } from '../contract.ts'
import { readSheet } from '../store/staff-sheet.ts'
import { staffSteps } from './staff-steps.ts'

/** A kept sheet as it would be imported now; what was changed elsewhere since is taken into account. */
export async function showStaffSheet(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ReplyOf<typeof endpoint>> {
  const sheet = await readSheet(ctx.db, input.sheet)
  guard(ctx.actor, 'directory.organisation.edit', { agency: sheet.agency })
  const { names, steps, findings, warnings } = await staffSteps(ctx.db, sheet.agency, sheet.cells, ctx.now)
  const nameOf = (list: readonly { id: string; name: string }[], id: string) =>
    list.find(one => one.id === id)?.name ?? ''
  const isImported = sheet.imported_at !== null
  return {
    id: sheet.id,
    agency: names.agency,
    importedAt: sheet.imported_at,
    rows: sheet.cells.length,
    findings: isImported ? [] : findings.map(shown),
    warnings: isImported ? [] : warnings.map(shown),
    steps: steps.map(({ entry, person, position, state, account }) => ({
      row: entry.row,
      name: entry.name,
      unit: nameOf(names.units, entry.unit),
      title: entry.title,
      roles: entry.roles.map(role => nameOf(names.roles, role)),
      from: entry.startDate,
      isNewPerson: person === null,
      isNewPosition: position === null && state === 'appointed',
      account,
      state,
    })),
  }
}

function shown({ row, path, code, params }: RowFinding) {
  return { row, column: path, code, params: { ...params } }
}
