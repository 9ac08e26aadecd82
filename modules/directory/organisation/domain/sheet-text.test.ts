import { describe, expect, it } from 'vitest'
import { readSheetText } from './sheet-text.ts'

describe('a sheet as text', () => {
  it.each<[string, string[][]]>([
    [
      'a\tb\r\nc\td\r\n\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '\uFEFFa;b\n"c;""x""";d',
      [
        ['a', 'b'],
        ['c;"x"', 'd'],
      ],
    ],
    [
      'a,b\n1,"hai\ndòng"',
      [
        ['a', 'b'],
        ['1', 'hai\ndòng'],
      ],
    ],
    ['a;b,c;d', [['a', 'b,c', 'd']]],
    ['tên 5" ống\tb', [['tên 5" ống', 'b']]],
    ['', []],
    [' \t \n', []],
    ['a\t\t', [['a', '', '']]],
  ])('%j', (text, rows) => {
    expect(readSheetText(text)).toEqual(rows)
  })

  it('is NFC whatever it came as', () => {
    expect(readSheetText('Hòa'.normalize('NFD'))).toEqual([['Hòa'.normalize('NFC')]])
  })
})
