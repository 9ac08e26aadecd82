import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText, matchesSearch, searchText, searchWords } from './search-text.ts'

test('a name is folded and keeps its initials', () => {
  expect(searchText('Cấp Giấy xác nhận tình trạng hôn nhân')).toEqual({
    folded: 'cap giay xac nhan tinh trang hon nhan',
    initials: 'cgxntthn',
  })
  expect(searchText('  Đăng ký (lần đầu) – đất đai.  ')).toEqual({
    folded: 'dang ky lan dau dat dai',
    initials: 'dklddd',
  })
  expect(searchText(' - ')).toEqual({ folded: '', initials: '' })
})

test.each([
  ['xntthn', true],
  ['XN tinh trang', true],
  ['tình trạng hôn', true],
  ['hon giay', true],
  ['', true],
  ['nhx', false],
  ['rang', false],
  ['giấy phép', false],
])('"%s" finds the certificate of marital status: %s', (query, found) => {
  expect(matchesSearch(searchText('Cấp Giấy xác nhận tình trạng hôn nhân'), query)).toBe(found)
})

test('folding is stable, knows no accents and no Unicode form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const folded = foldText(text)
      expect(foldText(folded)).toBe(folded)
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
    }),
  )
  expect(foldText('ĂÂĐÊÔƠƯ ăâđêôơư ẫ ệ ỡ ự ỹ')).toBe('aadeoou aadeoou a e o u y')
})

test('the words of a query come once each', () => {
  expect(searchWords('Đất, đất  ĐAI')).toEqual(['dat', 'dai'])
})
