import { describe, expect, it } from 'vitest'
import { idNumberWarnings, readDate, readEmail, readIdNumber, readPersonName, readPhone, readSex } from './person.ts'
import { isUserName, suggestUserName } from './user-name.ts'

describe('what is written about a person', () => {
  it.each([
    ['0912000318', '0912000318'],
    ['0912 000 318', '0912000318'],
    ['+84 912.000.318', '0912000318'],
    ['0084912000318', '0912000318'],
    ['84912000318', '0912000318'],
    ['(0218) 3852-115', '02183852115'],
    ['024 3804 3456', '02438043456'],
    ['0612000318', null],
    ['091200031', null],
    ['09120003180', null],
    ['113', null],
    ['khong co', null],
    ['', null],
  ])('telephone %j is %j', (text, expected) => {
    expect(readPhone(text)).toBe(expected)
  })

  it.each([
    ['hang.lt@Xa-MuongVang.GOV.VN', 'hang.lt@xa-muongvang.gov.vn'],
    ['a+b@c.vn', 'a+b@c.vn'],
    [' a@b.vn ', 'a@b.vn'],
    ['a@b', null],
    ['a b@c.vn', null],
    ['.a@b.vn', null],
    ['a..b@c.vn', null],
    ['a@-b.vn', null],
    ['hằng@b.vn', null],
    [`${'a'.repeat(65)}@b.vn`, null],
  ])('e-mail %j is %j', (text, expected) => {
    expect(readEmail(text)).toBe(expected)
  })

  it.each([
    ['099 090 123 456', '099090123456'],
    ['99090123456', null],
    ['0990901234567', null],
    ['09909012345x', null],
  ])('identification number %j is %j', (text, expected) => {
    expect(readIdNumber(text)).toBe(expected)
  })

  it.each([
    ['099090123456', 1990, 'male', []],
    ['099190123456', 1990, 'female', []],
    ['099205123456', 2005, 'male', []],
    ['099305123456', 2005, 'female', []],
    ['099090123456', 1991, 'male', ['directory.id-number-year-differs']],
    ['099090123456', 1990, 'female', ['directory.id-number-sex-differs']],
    ['099090123456', 2090, 'female', ['directory.id-number-year-differs', 'directory.id-number-sex-differs']],
    ['099090123456', null, null, []],
  ] as const)('%s warns for %s %s: %j', (idNumber, birthYear, sex, expected) => {
    expect(idNumberWarnings(idNumber, { birthYear, sex }).map(one => one.code)).toEqual(expected)
  })

  it.each([
    ['19/11/2026', '2026-11-19'],
    ['1/2/2026', '2026-02-01'],
    ['01-02-2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
    ['29/2/2024', '2024-02-29'],
    ['29/2/2026', null],
    ['2026-02-30', null],
    ['31/4/2026', null],
    ['1/2-2026', null],
    ['13/13/2026', null],
    ['1990', null],
    ['', null],
  ])('date %j is %j', (text, expected) => {
    expect(readDate(text)).toBe(expected)
  })

  it.each([
    ['  Lê  Thu Hằng ', 'Lê Thu Hằng'],
    ['Lê Thu Hằng'.normalize('NFD'), 'Lê Thu Hằng'],
    ['H’Nga Êban', "H'Nga Êban"],
    ['Y Blô Niê', 'Y Blô Niê'],
    ['X', null],
    ['Hằng 2', null],
    ['<b>', null],
    ['', null],
    ['A'.repeat(121), null],
  ])('name %j is %j', (text, expected) => {
    expect(readPersonName(text)).toBe(expected)
  })

  it('sex is read in both languages', () => {
    expect(['Nam', 'NỮ', 'nu', 'Female', 'm', '?'].map(readSex)).toEqual([
      'male',
      'female',
      'female',
      'female',
      'male',
      null,
    ])
  })
})

describe('a user name', () => {
  it.each([
    ['Lê Thị Hằng', 'hang.lt'],
    ['Nguyễn Hữu Phước', 'phuoc.nh'],
    ['Đinh Thị Nguyệt', 'nguyet.dt'],
    ['Giàng A Phềnh', 'phenh.ga'],
    ["H'Nga Êban", 'eban.h'],
    ['Y Blô Niê', 'nie.yb'],
    ['Hằng', 'hang'],
    ['Ý', 'y1'],
    ['王', null],
  ])('for %s is %s', (name, expected) => {
    const suggested = suggestUserName(name, () => false)
    expect(suggested).toBe(expected)
    if (suggested) expect(isUserName(suggested)).toBe(true)
  })

  it('gets a number when it is taken', () => {
    const taken = new Set(['hang.lt', 'hang.lt2'])
    expect(suggestUserName('Lê Thị Hằng', name => taken.has(name))).toBe('hang.lt3')
  })

  it.each(['a', '1a', 'a.', '.a', 'a..b', 'A', 'hằng', 'a b', 'a'.repeat(33)])('is not %j', text => {
    expect(isUserName(text)).toBe(false)
  })
})
