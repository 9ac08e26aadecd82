import type { Finding } from '@congso/kernel/contract'
import type { AdminUnitChange } from './admin-unit-change.ts'
import { adminUnitTypes, type AdminUnitType } from './admin-unit.ts'
import { readDate } from './person.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * Reads a list of dated changes, parsed from JSON, so that an administrator can follow the next resolution without a new
 * release. With any finding (path: place in the list and field) the list is not to be applied.
 */
export function readAdminUnitChanges(input: unknown): { changes: AdminUnitChange[]; findings: Finding[] } {
  if (!Array.isArray(input)) return { changes: [], findings: [{ path: '', code: 'directory.unit-changes-not-a-list' }] }
  const rows: unknown[] = input
  const changes: AdminUnitChange[] = []
  const findings: Finding[] = []
  rows.forEach((row, index) => {
    const read = isRow(row) ? readChange(row) : 'kind'
    if (typeof read === 'string') findings.push({ path: `${index}.${read}`, code: 'directory.unit-change-invalid' })
    else changes.push(read)
  })
  return { changes, findings }
}

/** The change, or the name of the first field that is missing or wrong. */
function readChange(row: Row): AdminUnitChange | string {
  const code = text(row['code'])
  const decree = text(row['decree'])
  const effective = text(row['effective'])
  if (code === null || !/^(\d{2}|\d{5})$/.test(code)) return 'code'
  if (effective === null || readDate(effective) !== effective) return 'effective'
  if (decree === null) return 'decree'
  const dated = { code, effective, decree }
  const type = adminUnitTypes.find(one => one === row['type'])
  const name = text(row['name'])
  if (row['kind'] === 'close') return readClosing(row, dated)
  if (row['type'] !== undefined && type === undefined) return 'type'
  if (row['name'] !== undefined && name === null) return 'name'
  if (row['kind'] === 'alter') {
    if (type === undefined && name === null) return 'type'
    return { ...dated, kind: 'alter', ...(type ? { type } : {}), ...(name === null ? {} : { name }) }
  }
  return row['kind'] === 'open' ? readOpening(row, dated, type, name) : 'kind'
}

type Dated = Pick<AdminUnitChange, 'code' | 'effective' | 'decree'>

function readClosing(row: Row, dated: Dated): AdminUnitChange | string {
  const list: unknown = row['successors']
  if (!Array.isArray(list)) return 'successors'
  const successors = list.map(text).filter(one => one !== null)
  return successors.length === list.length ? { ...dated, kind: 'close', successors } : 'successors'
}

function readOpening(
  row: Row,
  dated: Dated,
  type: AdminUnitType | undefined,
  name: string | null,
): AdminUnitChange | string {
  const parentCode = text(row['parentCode'])
  if (type === undefined) return 'type'
  if (name === null) return 'name'
  if ((parentCode === null) !== (dated.code.length === 2)) return 'parentCode'
  return { ...dated, kind: 'open', type, name, parentCode }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : null
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
