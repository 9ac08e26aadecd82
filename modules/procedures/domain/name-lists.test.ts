import { expect, test } from 'vitest'
import { readAgencies, readLevels, readResults, readSubjects } from './name-lists.ts'
import { parseProcedureCode } from './procedure-code.ts'

test('subjects with commas inside their names stay whole', () => {
  expect(
    readSubjects('Cán bộ, công chức, viên chức, Doanh nghiệp, Tổ chức (không bao gồm doanh nghiệp, HTX)').names,
  ).toEqual(['Cán bộ, công chức, viên chức', 'Doanh nghiệp', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'])
  expect(readSubjects('Doanh nghiệp, Người ngoài hành tinh')).toMatchObject({
    names: ['Doanh nghiệp', 'Người ngoài hành tinh'],
    unknown: ['Người ngoài hành tinh'],
  })
  expect(readSubjects('Thợ săn, ngư dân, Doanh nghiệp')).toEqual({
    names: ['Thợ săn, ngư dân, Doanh nghiệp'],
    whole: true,
    unknown: [],
  })
})

test.each([
  ['Bộ Công an, Bộ Quốc phòng', ['Bộ Công an', 'Bộ Quốc phòng'], false],
  ['Sở Văn hóa, Thể thao và Du lịch', ['Sở Văn hóa, Thể thao và Du lịch'], false],
  ['Phòng chuyên môn thuộc UBND cấp xã, Cơ quan thuế', ['Phòng chuyên môn thuộc UBND cấp xã', 'Cơ quan thuế'], false],
  ['Đơn vị thuộc Bộ Công an, Bộ Quốc phòng', ['Đơn vị thuộc Bộ Công an, Bộ Quốc phòng'], true],
  ['Thuế tỉnh, thành phố', ['Thuế tỉnh, thành phố'], false],
])('agencies: %s', (text, names, whole) => {
  expect(readAgencies(text)).toMatchObject({ names, whole })
})

test.each([
  ['Giấy phép, Quyết định thu hồi', ['Giấy phép', 'Quyết định thu hồi'], false],
  [
    'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà',
    ['Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà'],
    false,
  ],
  ['Đã ghi sổ., Trả lời bằng thư', ['Đã ghi sổ.', 'Trả lời bằng thư'], false],
  ['Giấy phép đi Lào, Campuchia', ['Giấy phép đi Lào, Campuchia'], true],
])('results: %s', (text, names, whole) => {
  expect(readResults(text)).toMatchObject({ names, whole })
})

test('several levels in one record', () => {
  expect(readLevels('Cấp Tỉnh, Cấp Xã; Cấp Bộ/Trung ương')).toEqual({
    levels: ['province', 'commune', 'ministry'],
    unknown: [],
  })
})

test.each([
  ['1.001193', '1.001193', undefined, false],
  [' 1.001234.000.00.00.H40 ', '1.001234', '000.00.00.H40', false],
  ['1.012753.h19', '1.012753', 'H19', false],
  ['2.009182739', '2.009182739', undefined, true],
])('the code %s', (text, national, issuer, unusual) => {
  expect(parseProcedureCode(text)).toEqual({
    full: text.trim().toUpperCase(),
    national,
    unusual,
    ...(issuer ? { issuer } : {}),
  })
})

test.each(['', '1001193', '1.00119', '1.001193.', 'a.001193', '1.001193.H4', '0.001193', '1.001193 x'])(
  '"%s" is no code',
  text => {
    expect(parseProcedureCode(text)).toBeUndefined()
  },
)
