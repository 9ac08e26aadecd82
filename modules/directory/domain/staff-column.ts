import { fold } from '@congso/kernel/contract'

export const staffColumns = [
  'name',
  'birthDate',
  'sex',
  'idNumber',
  'phone',
  'email',
  'userName',
  'unit',
  'title',
  'roles',
  'startDate',
] as const
export type StaffColumn = (typeof staffColumns)[number]

/** The columns without which nothing can be imported. */
export const requiredStaffColumns: readonly StaffColumn[] = ['name', 'unit', 'title']

/** Headings people use, in Vietnamese and English, without accents. */
const headings: Record<StaffColumn, readonly string[]> = {
  name: ['ho va ten', 'ho ten', 'ho va ten can bo', 'full name', 'name'],
  birthDate: ['ngay sinh', 'ngay thang nam sinh', 'date of birth', 'birth date'],
  sex: ['gioi tinh', 'sex', 'gender'],
  idNumber: [
    'so dinh danh',
    'so dinh danh ca nhan',
    'can cuoc',
    'so can cuoc',
    'cccd',
    'so cccd',
    'identity number',
    'id number',
  ],
  phone: ['dien thoai', 'so dien thoai', 'di dong', 'phone', 'phone number', 'mobile'],
  email: ['email', 'e-mail', 'thu dien tu', 'hop thu', 'email address'],
  userName: ['ten dang nhap', 'tai khoan', 'ten tai khoan', 'user name', 'username', 'account'],
  unit: ['don vi', 'phong ban', 'phong', 'bo phan', 'unit', 'department'],
  title: ['chuc vu', 'chuc danh', 'vi tri', 'vi tri viec lam', 'position', 'title', 'job title'],
  roles: ['vai tro', 'nhom quyen', 'role', 'roles'],
  startDate: ['tu ngay', 'ngay bat dau', 'ngay nhan viec', 'start date', 'from'],
}
const ignored = new Set(['', 'stt', 'tt', 'so thu tu', 'no', 'ghi chu', 'note', 'notes'])

/** The row that names the columns: where it is, what each of its cells heads, and which headings say nothing to us. */
export type StaffHeader = {
  /** Index of the row in the sheet. */
  readonly at: number
  readonly columns: ReadonlyMap<StaffColumn, number>
  readonly twice: readonly { column: StaffColumn; heading: string }[]
  readonly unknown: readonly string[]
}

/** Finds the header: the first row with two known headings, since titles often stand above it. Null when there is none. */
export function findStaffHeader(sheet: readonly (readonly string[])[]): StaffHeader | null {
  const at = sheet.findIndex(row => row.filter(cell => columnOf(cell) !== null).length >= 2)
  const row = sheet[at]
  if (!row) return null
  const columns = new Map<StaffColumn, number>()
  const twice: { column: StaffColumn; heading: string }[] = []
  const unknown: string[] = []
  row.forEach((heading, index) => {
    const column = columnOf(heading)
    if (column === null) {
      if (!ignored.has(plain(heading))) unknown.push(heading.trim())
    } else if (columns.has(column)) twice.push({ column, heading: heading.trim() })
    else columns.set(column, index)
  })
  return { at, columns, twice, unknown }
}

function columnOf(heading: string): StaffColumn | null {
  return staffColumns.find(column => headings[column].includes(plain(heading))) ?? null
}

/** "Họ và tên (*)" and "HỌ VÀ TÊN:" head the same column. */
function plain(heading: string): string {
  return fold(heading.replace(/\([^)]*\)|[*:]/g, ' '))
}
