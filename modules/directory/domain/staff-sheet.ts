import { fold, type Finding } from '@congso/kernel/contract'
import {
  idNumberWarnings,
  readDate,
  readEmail,
  readIdNumber,
  readPersonName,
  readPhone,
  readSex,
  type Sex,
} from './person.ts'
import { findStaffHeader, requiredStaffColumns, type StaffColumn, type StaffHeader } from './staff-column.ts'
import { isUserName, suggestUserName } from './user-name.ts'

/** A thing a cell may name, by code or by name. */
export type Named = { readonly id: string; readonly code: string; readonly name: string }

/** What the directory has already: everything here is compared without case. */
export type StaffKnown = {
  readonly userNames: ReadonlySet<string>
  readonly emails: ReadonlySet<string>
  readonly idNumbers: ReadonlySet<string>
  readonly units: readonly Named[]
  readonly titles: readonly Named[]
  readonly roles: readonly Named[]
  /** `yyyy-mm-dd`; the start of whoever has none in the sheet. */
  readonly today: string
}

/** A person to be added, from one row of the sheet (1 is the topmost). */
export type StaffEntry = {
  readonly row: number
  readonly name: string
  readonly birthDate: string | null
  readonly sex: Sex | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly userName: string
  readonly isUserNameSuggested: boolean
  readonly unit: string
  readonly title: string
  readonly roles: readonly string[]
  readonly startDate: string
}

/** A finding in a row of the sheet; its `path` is the column. */
export type RowFinding = Finding & { readonly row: number }

/** What an import would do. Nothing is half-imported: with any finding there is no plan. Warnings stop nothing. */
export type StaffImport = {
  readonly plan: readonly StaffEntry[] | null
  readonly findings: readonly RowFinding[]
  readonly warnings: readonly RowFinding[]
}

type Draft = Omit<StaffEntry, 'userName' | 'isUserNameSuggested'> & { readonly userName: string | null }

/** Reads a sheet of staff, cells as text (dates as dd/mm/yyyy or yyyy-mm-dd), and plans its import or says row by row why not. */
export function planStaffImport(sheet: readonly (readonly string[])[], known: StaffKnown): StaffImport {
  const header = findStaffHeader(sheet)
  if (!header) return { plan: null, findings: [found(1, 'header', 'staff-header-missing')], warnings: [] }
  const headerRow = header.at + 1
  const findings: RowFinding[] = headerFindings(header, headerRow)
  const warnings = header.unknown.map(heading => found(headerRow, 'header', 'staff-column-unknown', { heading }))
  const drafts: Draft[] = []
  sheet.forEach((cells, index) => {
    if (index <= header.at || cells.every(cell => cell.trim() === '')) return
    const read = readRow(index + 1, column => cells[header.columns.get(column) ?? -1]?.trim() ?? '', known)
    drafts.push(read.draft)
    findings.push(...read.findings)
    warnings.push(...read.warnings)
  })
  if (drafts.length === 0) findings.push(found(headerRow, 'header', 'staff-sheet-empty'))
  findings.push(...repeats(drafts, 'userName', known.userNames), ...repeats(drafts, 'email', known.emails))
  findings.push(...repeats(drafts, 'idNumber', known.idNumbers))
  const sorted = findings.toSorted((a, b) => a.row - b.row)
  return { plan: sorted.length === 0 ? withUserNames(drafts, known.userNames) : null, findings: sorted, warnings }
}

function headerFindings(header: StaffHeader, row: number): RowFinding[] {
  const missing = requiredStaffColumns.filter(column => !header.columns.has(column))
  return [
    ...missing.map(column => found(row, column, 'staff-column-missing')),
    ...header.twice.map(({ column, heading }) => found(row, column, 'staff-column-twice', { heading })),
  ]
}

// Spreadsheets take a telephone number for a number and drop its first zero.
function readRow(row: number, cell: (column: StaffColumn) => string, known: StaffKnown) {
  const findings: RowFinding[] = []
  const required = (column: StaffColumn) => {
    if (cell(column) === '') findings.push(found(row, column, 'staff-cell-missing'))
    return cell(column)
  }
  const read = <T>(column: StaffColumn, reader: (text: string) => T | null, code: string): T | null => {
    const text = cell(column)
    const value = text === '' ? null : reader(text)
    if (text !== '' && value === null) findings.push(found(row, column, code))
    return value
  }
  const one = (column: StaffColumn, list: readonly Named[], text = cell(column)): string => {
    const matches = text === '' ? [] : matching(list, text)
    if (text !== '' && matches.length !== 1) {
      const code = matches.length === 0 ? 'staff-name-unknown' : 'staff-name-ambiguous'
      findings.push(found(row, column, code, { name: text }))
    }
    return matches[0]?.id ?? ''
  }
  required('name')
  const birthDate = read('birthDate', readDate, 'date-invalid')
  if (birthDate && birthDate >= known.today) findings.push(found(row, 'birthDate', 'date-in-future'))
  const draft: Draft = {
    row,
    name: read('name', readPersonName, 'name-invalid') ?? '',
    birthDate,
    sex: read('sex', readSex, 'sex-invalid'),
    idNumber: read('idNumber', readIdNumber, 'id-number-invalid'),
    phone: read('phone', text => readPhone(text) ?? readPhone(`0${text}`), 'phone-invalid'),
    email: read('email', readEmail, 'email-invalid'),
    userName: read(
      'userName',
      text => (isUserName(text.toLowerCase()) ? text.toLowerCase() : null),
      'user-name-invalid',
    ),
    unit: one('unit', known.units, required('unit')),
    title: one('title', known.titles, required('title')),
    roles: [
      ...new Set(
        cell('roles')
          .split(/[;,\n]/)
          .map(text => one('roles', known.roles, text.trim()))
          .filter(id => id !== ''),
      ),
    ],
    startDate: read('startDate', readDate, 'date-invalid') ?? known.today,
  }
  if (draft.name !== '' && cell('userName') === '' && suggestUserName(draft.name, () => false) === null) {
    findings.push(found(row, 'userName', 'user-name-needed'))
  }
  const birthYear = birthDate ? Number(birthDate.slice(0, 4)) : null
  const warnings = draft.idNumber ? idNumberWarnings(draft.idNumber, { birthYear, sex: draft.sex }) : []
  return { draft, findings, warnings: warnings.map(warning => ({ ...warning, row })) }
}

function matching(list: readonly Named[], text: string): Named[] {
  const wanted = fold(text)
  const byCode = list.filter(one => fold(one.code) === wanted)
  return byCode.length > 0 ? byCode : list.filter(one => fold(one.name) === wanted)
}

function repeats(
  drafts: readonly Draft[],
  column: 'userName' | 'email' | 'idNumber',
  known: ReadonlySet<string>,
): RowFinding[] {
  const taken = new Set([...known].map(value => value.toLowerCase()))
  const first = new Map<string, number>()
  return drafts.flatMap(draft => {
    const value = draft[column]?.toLowerCase()
    if (value === undefined) return []
    if (taken.has(value)) return [found(draft.row, column, 'staff-value-taken')]
    const before = first.get(value)
    if (before !== undefined) return [found(draft.row, column, 'staff-value-twice', { row: before })]
    first.set(value, draft.row)
    return []
  })
}

function withUserNames(drafts: readonly Draft[], known: ReadonlySet<string>): StaffEntry[] {
  const taken = new Set([...known].map(name => name.toLowerCase()))
  for (const draft of drafts) if (draft.userName) taken.add(draft.userName)
  return drafts.flatMap(draft => {
    const userName = draft.userName ?? suggestUserName(draft.name, name => taken.has(name))
    if (userName === null) return []
    taken.add(userName)
    return { ...draft, userName, isUserNameSuggested: draft.userName === null }
  })
}

function found(row: number, path: string, code: string, params?: Finding['params']): RowFinding {
  return params ? { row, path, code: `directory.${code}`, params } : { row, path, code: `directory.${code}` }
}
