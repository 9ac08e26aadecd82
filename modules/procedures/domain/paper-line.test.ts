import { expect, test } from 'vitest'
import { readPapers } from './paper-line.ts'

function kinds(text: string): string[] {
  return readPapers(text.split('\n')).papers.map(({ kind }) => kind)
}

const paper = (name: string, originals = 1, copies = 0) =>
  `    - ${name}\n      Số lượng: Bản chính: ${originals}, Bản sao: ${copies}`

test.each([
  ['Đơn đề nghị', 1, 'submit'],
  ['Lưu ý: bản chụp phải rõ', 1, 'note'],
  ['+ Số lượng hồ sơ: 01 bộ', 1, 'note'],
  ['- Xuất trình thẻ căn cước', 1, 'show'],
  ['Hộ chiếu (xuất trình)', 1, 'show'],
  ['Bản sao bằng tốt nghiệp và xuất trình bản chính để đối chiếu', 1, 'submit'],
  ['Bản chính hợp đồng', 0, 'submit'],
  ['Trường hợp đã có dữ liệu thì người nộp không phải nộp', 0, 'note'],
  ['Hồ sơ gồm các giấy tờ sau:', 0, 'note'],
  ['- Giấy tờ phải nộp', 0, 'note'],
])('%s (%d) is %s', (name, originals, kind) => {
  expect(kinds([paper(name, originals), paper('Tờ khai')].join('\n'))[0]).toBe(kind)
})

test('headings give the kind of the papers below, except of forms that may stand outside the last group', () => {
  const text = [
    '  [ Giấy tờ phải nộp: ]',
    paper('Giấy A'),
    '  [ Giấy tờ phải xuất trình: ]',
    paper('Hộ chiếu'),
    paper('Tờ khai'),
  ].join('\n')
  expect(kinds(text)).toEqual(['submit', 'show', 'submit'])
  expect(readPapers(text.split('\n')).papers.map(({ group, groupUncertain }) => [group, groupUncertain])).toEqual([
    ['Giấy tờ phải nộp:', undefined],
    ['Giấy tờ phải xuất trình:', true],
    ['Giấy tờ phải xuất trình:', true],
  ])
})

test('lines under a note heading are notes unless counted', () => {
  expect(kinds(['  [ * Lưu ý: ]', paper('Người nộp tự chịu trách nhiệm', 0), paper('Tờ khai')].join('\n'))).toEqual([
    'note',
    'submit',
  ])
})

test.each([
  ['Đơn theo Mẫu số 02 Phụ lục II', 'Mẫu số 02'],
  ['Tờ khai (mẫu CT01)', 'mẫu CT01'],
  ['Tờ khai mẫu HQ/2015/NK.', 'mẫu HQ/2015/NK'],
  ['Tờ khai Mẫu số 1a', 'Mẫu số 1a'],
  ['Đơn theo mẫu quy định', undefined],
])('the form of "%s" is %s', (name, form) => {
  expect(readPapers(paper(name).split('\n')).papers[0]?.form).toBe(form)
})

test('a name goes on over several lines, a heading over nothing is kept, a link is found', () => {
  const list = readPapers(
    [
      '  [ Đọc trước khi nộp ]',
      '  [ Giấy tờ ]',
      '    - Đơn',
      'tiếp theo, xem https://example.org/a.doc.',
      '      Số lượng: Bản chính: 2, Bản sao: 1',
    ]
      .join('\n')
      .split('\n'),
  )
  expect(list.papers).toEqual([
    {
      group: 'Giấy tờ',
      groupUncertain: true,
      name: 'Đơn\ntiếp theo, xem https://example.org/a.doc.',
      kind: 'submit',
      originals: 2,
      copies: 1,
      link: 'https://example.org/a.doc',
    },
  ])
  expect(list.stray).toEqual(['Đọc trước khi nộp'])
})
