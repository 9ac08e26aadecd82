import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planStaffImport, type StaffKnown } from './staff-sheet.ts'

const known: StaffKnown = {
  userNames: new Set(['hang.lt']),
  emails: new Set(['old@xa.gov.vn']),
  idNumbers: new Set(['099190000001']),
  units: [
    { id: 'u1', code: 'VP', name: 'Văn phòng HĐND và UBND' },
    { id: 'u2', code: 'KT', name: 'Phòng Kinh tế' },
    { id: 'u3', code: 'KT2', name: 'Phòng Kinh tế' },
  ],
  titles: [{ id: 't1', code: 'CV', name: 'Chuyên viên' }],
  roles: [
    { id: 'r1', code: 'receive', name: 'Tiếp nhận hồ sơ' },
    { id: 'r2', code: 'return', name: 'Trả kết quả' },
  ],
  today: '2026-11-19',
}
const header = [
  'STT',
  'Họ và tên (*)',
  'Ngày sinh',
  'Giới tính',
  'Số CCCD',
  'Điện thoại',
  'Email',
  'Tên đăng nhập',
  'Đơn vị',
  'Chức vụ',
  'Vai trò',
  'Từ ngày',
]
const good = [
  '1',
  'Lê Thị Hằng',
  '02/03/1990',
  'Nữ',
  '099190123456',
  '0300 000 318',
  'Hang@XA.gov.vn',
  '',
  'văn phòng hđnd và ubnd',
  'CV',
  'Tiếp nhận hồ sơ; return',
  '1/12/2026',
]
const row = (changes: Record<number, string>) => good.map((cell, index) => changes[index] ?? cell)
const plan = (...rows: string[][]) => planStaffImport([header, ...rows], known)
const findingsOf = (...rows: string[][]) =>
  plan(...rows).findings.map(one => `${one.row} ${one.path} ${one.code.replace('directory.', '')}`)

describe('a sheet of staff', () => {
  it('becomes a plan, with titles above the header and empty rows between', () => {
    const sheet = [
      ['DANH SÁCH CÁN BỘ'],
      [],
      header,
      good,
      ['', ' '],
      row({ 1: 'Lò Văn Chung', 3: 'nam', 4: '', 6: '', 7: 'Chung.LV', 10: '', 11: '' }),
    ]
    const { plan: entries, findings, warnings } = planStaffImport(sheet, known)
    expect({ findings, warnings }).toEqual({ findings: [], warnings: [] })
    expect(entries).toEqual([
      {
        row: 4,
        name: 'Lê Thị Hằng',
        birthDate: '1990-03-02',
        sex: 'female',
        idNumber: '099190123456',
        phone: '0300000318',
        email: 'Hang@xa.gov.vn',
        userName: 'hang.lt2',
        isUserNameSuggested: true,
        unit: 'u1',
        title: 't1',
        roles: ['r1', 'r2'],
        startDate: '2026-12-01',
      },
      {
        row: 6,
        name: 'Lò Văn Chung',
        birthDate: '1990-03-02',
        sex: 'male',
        idNumber: null,
        phone: '0300000318',
        email: null,
        userName: 'chung.lv',
        isUserNameSuggested: false,
        unit: 'u1',
        title: 't1',
        roles: [],
        startDate: '2026-11-19',
      },
    ])
  })

  it('may be in English', () => {
    const sheet = [
      ['Full name', 'UNIT', 'Job title'],
      ['Lê Thị Hằng', 'VP', 'Chuyên viên'],
    ]
    expect(planStaffImport(sheet, known).plan).toMatchObject([{ userName: 'hang.lt2', unit: 'u1', title: 't1' }])
  })

  it.each<[Record<number, string>, string]>([
    [{ 1: ' ' }, '2 name staff-cell-missing'],
    [{ 1: 'Hằng 2' }, '2 name name-invalid'],
    [{ 1: '王小明' }, '2 userName user-name-needed'],
    [{ 2: '31/02/1990' }, '2 birthDate date-invalid'],
    [{ 2: '19/11/2026' }, '2 birthDate date-in-future'],
    [{ 3: 'khác' }, '2 sex sex-invalid'],
    [{ 4: '12345' }, '2 idNumber id-number-invalid'],
    [{ 4: '099190000001' }, '2 idNumber staff-value-taken'],
    [{ 5: '12' }, '2 phone phone-invalid'],
    [{ 6: 'a@b' }, '2 email email-invalid'],
    [{ 6: 'OLD@xa.gov.vn' }, '2 email staff-value-taken'],
    [{ 7: 'hằng' }, '2 userName user-name-invalid'],
    [{ 7: 'HANG.LT' }, '2 userName staff-value-taken'],
    [{ 8: '' }, '2 unit staff-cell-missing'],
    [{ 8: 'Phòng Không' }, '2 unit staff-name-unknown'],
    [{ 8: 'phong kinh te' }, '2 unit staff-name-ambiguous'],
    [{ 9: 'Vua' }, '2 title staff-name-unknown'],
    [{ 10: 'return, bay' }, '2 roles staff-name-unknown'],
    [{ 11: 'mai' }, '2 startDate date-invalid'],
  ])('with %j: %s, and nothing is imported', (changes, expected) => {
    expect(findingsOf(row(changes))).toEqual([expected])
    expect(plan(row(changes)).plan).toBeNull()
  })

  it('names every finding of every row, in order, and imports none of the good rows', () => {
    const bad = row({ 1: '', 5: 'x', 9: 'Vua' })
    const result = plan(good, bad, row({ 4: '', 6: '' }))
    expect(result.plan).toBeNull()
    expect(result.findings.map(one => `${one.row} ${one.path}`)).toEqual([
      '3 name',
      '3 phone',
      '3 title',
      '3 email',
      '3 idNumber',
    ])
  })

  it('finds the same user name, e-mail or number twice, and says where first', () => {
    const again = row({ 4: '', 6: '', 7: 'chung.lv' })
    const result = plan(again, again)
    expect(result.findings).toEqual([
      { row: 3, path: 'userName', code: 'directory.staff-value-twice', params: { row: 2 } },
    ])
    expect(findingsOf(good, row({ 6: '' }))).toEqual(['3 idNumber staff-value-twice'])
    expect(findingsOf(good, row({ 4: '' }))).toEqual(['3 email staff-value-twice'])
  })

  it('never suggests a name that a later row asks for, or one twice', () => {
    const names = plan(row({ 4: '', 6: '' }), row({ 4: '', 6: '' }), row({ 4: '', 6: '', 7: 'hang.lt2' })).plan?.map(
      one => one.userName,
    )
    expect(names).toEqual(['hang.lt3', 'hang.lt4', 'hang.lt2'])
  })

  it('only warns about an odd number and an unknown heading', () => {
    const result = planStaffImport([[...header, 'Cân nặng'], row({ 3: 'Nam', 2: '02/03/1991' })], known)
    expect(result.plan).toHaveLength(1)
    expect(result.warnings.map(one => `${one.row} ${one.code.replace('directory.', '')}`)).toEqual([
      '1 staff-column-unknown',
      '2 id-number-year-differs',
      '2 id-number-sex-differs',
    ])
  })

  it.each<[string[][], string]>([
    [[], 'staff-header-missing'],
    [[['a', 'b']], 'staff-header-missing'],
    [
      [
        ['Họ tên', 'Đơn vị'],
        ['Lê Thị Hằng', 'VP'],
      ],
      'staff-column-missing',
    ],
    [
      [
        ['Họ tên', 'Đơn vị', 'Phòng ban', 'Chức vụ'],
        ['Lê Thị Hằng', 'VP', 'VP', 'CV'],
      ],
      'staff-column-twice',
    ],
    [[header], 'staff-sheet-empty'],
  ])('%j: %s', (sheet, code) => {
    const result = planStaffImport(sheet, known)
    expect(result.plan).toBeNull()
    expect(result.findings.map(one => one.code)).toContain(`directory.${code}`)
  })

  it('of any content gives a plan for every row or findings, never both and never neither', () => {
    const cell = fc.oneof(fc.constantFrom(...good), fc.string({ maxLength: 12 }))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 6 }), rows => {
        const result = planStaffImport([header, ...rows], known)
        expect(result.plan === null).toBe(result.findings.length > 0)
        if (!result.plan) return
        const names = result.plan.map(one => one.userName)
        expect(new Set([...names, ...known.userNames]).size).toBe(names.length + known.userNames.size)
        expect(result.plan).toHaveLength(rows.filter(cells => cells.some(text => text.trim() !== '')).length)
      }),
    )
  })
})
