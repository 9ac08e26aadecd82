import type { Finding } from '@congso/kernel/contract'
import { fullNameOf, levelOf, type AdminUnit, type AdminUnitType } from './admin-unit.ts'
import { isWithin } from './period.ts'

/** A dated change by decree: a new type or name, a new unit, or the end of one with the units that took its land. */
export type AdminUnitChange = { readonly code: string; readonly effective: string; readonly decree: string } & (
  | { readonly kind: 'alter'; readonly type?: AdminUnitType; readonly name?: string }
  | { readonly kind: 'open'; readonly type: AdminUnitType; readonly name: string; readonly parentCode: string | null }
  | { readonly kind: 'close'; readonly successors: readonly string[] }
)

const dongNaiWards = ['25270', '25357', '25363', '26116', '26170', '26248', '26326', '26368', '26425', '26485']
const bacNinhWards = [
  '07294',
  '07375',
  '07399',
  '07444',
  '07840',
  '09193',
  '09292',
  '09313',
  '09319',
  '09454',
  '09475',
  '09496',
]

/** What the National Assembly and its Standing Committee changed in 2026. Codes and names stayed, only types changed. */
export const changesOf2026: readonly AdminUnitChange[] = [
  becomes('city', '75', '2026-04-30', '30/2026/QH16'),
  ...dongNaiWards.map(code => becomes('ward', code, '2026-04-30', '237/NQ-UBTVQH16')),
  becomes('city', '22', '2026-09-01', '36/2026/QH16'),
  becomes('city', '24', '2026-09-20', '39/2026/QH16'),
  ...bacNinhWards.map(code => becomes('ward', code, '2026-09-20', '388/NQ-UBTVQH16')),
]

/**
 * Applies changes in the order of their dates: the version that held is closed on the day and a new one begins. A change
 * that has been applied before changes nothing; one that does not fit is left out and named by its place in the list.
 */
export function applyChanges(
  units: readonly AdminUnit[],
  changes: readonly AdminUnitChange[],
): { units: AdminUnit[]; findings: Finding[] } {
  const byCode = new Map<string, AdminUnit[]>()
  for (const unit of units) byCode.set(unit.code, [...(byCode.get(unit.code) ?? []), unit])
  const findings: Finding[] = []
  const ordered = changes.map((change, index) => ({ change, index }))
  ordered.sort((a, b) =>
    a.change.effective < b.change.effective ? -1 : a.change.effective > b.change.effective ? 1 : a.index - b.index,
  )
  for (const { change, index } of ordered) {
    const versions = byCode.get(change.code) ?? []
    const code = misfit(versions, change)
    if (code) findings.push({ path: String(index), code, params: { unit: change.code, effective: change.effective } })
    else if (!wasApplied(versions, change)) byCode.set(change.code, applied(versions, change))
  }
  return { units: [...byCode.values()].flat(), findings }
}

function becomes(type: AdminUnitType, code: string, effective: string, decree: string): AdminUnitChange {
  return { kind: 'alter', code, effective, decree, type }
}

function misfit(versions: readonly AdminUnit[], change: AdminUnitChange): string | null {
  if (wasApplied(versions, change)) return null
  if (versions.some(one => one.validFrom >= change.effective)) return 'directory.unit-change-out-of-order'
  const current = versions.find(one => isWithin(one, change.effective))
  if (change.kind === 'open') {
    if (current) return 'directory.unit-code-in-use'
    const digits = levelOf(change.type) === 'province' ? 2 : 5
    return new RegExp(`^\\d{${digits}}$`).test(change.code) ? null : 'directory.unit-code-invalid'
  }
  if (!current) return 'directory.unit-unknown'
  if (change.kind === 'alter' && change.type && levelOf(change.type) !== current.level)
    return 'directory.unit-level-differs'
  return null
}

function wasApplied(versions: readonly AdminUnit[], change: AdminUnitChange): boolean {
  if (change.kind === 'close')
    return versions.length > 0 && versions.every(one => one.validTo !== null && one.validTo <= change.effective)
  const begun = versions.find(one => one.validFrom === change.effective)
  if (!begun) return false
  return begun.type === (change.type ?? begun.type) && begun.name === (change.name ?? begun.name)
}

function applied(versions: readonly AdminUnit[], change: AdminUnitChange): AdminUnit[] {
  const { code, effective, decree } = change
  const closed = versions.map(one => (isWithin(one, effective) ? { ...one, validTo: effective } : one))
  if (change.kind === 'close') return closed
  const before = versions.find(one => isWithin(one, effective))
  const type = change.type ?? before?.type
  const name = change.name ?? before?.name
  if (!type || !name) return closed
  const parentCode = change.kind === 'open' ? change.parentCode : (before?.parentCode ?? null)
  const next: AdminUnit = {
    code,
    level: levelOf(type),
    type,
    name,
    fullName: fullNameOf(type, name),
    parentCode,
    validFrom: effective,
    validTo: before?.validTo ?? null,
    decree,
  }
  return [...closed, next]
}
