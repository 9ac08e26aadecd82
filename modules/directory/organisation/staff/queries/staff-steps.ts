import { localDate, type Id } from '@congso/kernel/contract'
import type { Db } from '@congso/kernel/server'
import { planStaffImport, type RowFinding, type StaffEntry } from '../../../domain/staff-sheet.ts'
import { planSteps, type StaffStep } from '../../domain/staff-plan.ts'
import { readStaffFacts, readStaffNames, type StaffNames } from './staff-known.ts'

/** What a sheet would do today, or what is wrong with it; the page and the import ask the same. */
export type StaffSteps = {
  readonly names: StaffNames
  readonly steps: readonly StaffStep[]
  readonly findings: readonly RowFinding[]
  readonly warnings: readonly RowFinding[]
}

/** Plans the rows of a sheet against the agency as it is now. */
export async function staffSteps(
  db: Db,
  agency: Id<'agency'>,
  cells: readonly (readonly string[])[],
  now: number,
): Promise<StaffSteps> {
  const names = await readStaffNames(db, agency, now)
  const { units, titles, roles } = names
  const none = new Set<string>()
  const known = { userNames: none, emails: none, idNumbers: none, units, titles, roles, today: localDate(now) }
  const { plan, findings, warnings } = planStaffImport(cells, known)
  if (!plan) return { names, steps: [], findings, warnings }
  const asked = {
    names: plan.map(one => one.name),
    emails: plan.flatMap(one => one.email ?? []),
    userNames: plan.filter(one => !one.isUserNameSuggested).map(one => one.userName),
  }
  const { people, positions } = await readStaffFacts(db, agency, asked, now)
  const { steps, findings: taken } = planSteps(plan, people, positions)
  return { names, steps, findings: [...taken, ...tooEarly(plan, names)], warnings }
}

/** Nobody starts in a unit before it was opened. */
function tooEarly(plan: readonly StaffEntry[], names: StaffNames): RowFinding[] {
  return plan.flatMap(entry => {
    const unit = names.units.find(one => one.id === entry.unit)
    if (!unit || unit.validFrom <= entry.startDate) return []
    const params = { from: unit.validFrom, name: unit.name }
    return [{ row: entry.row, path: 'startDate', code: 'directory.staff-before-unit', params }]
  })
}
