import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parseRecord } from './national-record.ts'
import type { SectionKey } from './record-shape.ts'
import { sampleRecord, sampleText } from './sample-record.testing.ts'

const row = (time: string, fee: string) =>
  `\n  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: ${time}\n    Phí, lệ phí: ${fee}`

vi.setConfig({ testTimeout: 30_000 })

describe('a whole record', () => {
  test('is read into plain data', () => {
    expect(sampleRecord()).toEqual({
      code: '1.000001',
      nationalCode: '1.000001',
      decision: '12/QĐ-ABC',
      name: 'Cấp Giấy xác nhận mẫu',
      levels: ['commune'],
      kind: 'other',
      field: 'Thử nghiệm',
      steps: [{ text: 'Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.' }],
      channels: [
        {
          channel: 'direct',
          times: [{ amount: 3, unit: 'working-day', reading: 'published', published: '3 WORKING_DAY', note: '' }],
          fees: [{ published: 8000, amount: 8000, text: '', reading: 'published', varies: false, rows: [0] }],
        },
        {
          channel: 'online',
          times: [
            { amount: 2, unit: 'working-day', reading: 'published', published: '2 WORKING_DAY', note: 'Nộp qua cổng.' },
          ],
          fees: [{ published: 0, amount: 0, text: '', reading: 'free', varies: false, rows: [0] }],
        },
      ],
      papers: [{ name: 'Tờ khai theo Mẫu số 01', kind: 'submit', originals: 1, copies: 0, form: 'Mẫu số 01' }],
      subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
      agencies: { performing: [], competent: [], authorised: [], coordinating: [], receivingAddress: undefined },
      results: ['Giấy xác nhận mẫu'],
      legalBasis: [{ title: 'Luật Thử nghiệm', number: '1/2020/QH14' }],
      conditions: undefined,
      keywords: [],
      description: undefined,
    })
  })

  test('keeps the full code of a local variant and matches by the national one', () => {
    expect(sampleRecord({ code: ' 1.012753.h19' })).toMatchObject({ code: '1.012753.H19', nationalCode: '1.012753' })
    expect(parseRecord(sampleText({ code: ' 1.012753.H19' }), '1.012753.txt').ok).toBe(true)
  })

  test('merges the rows of a channel and remembers which row carried a fee', () => {
    const [channel] = sampleRecord({
      channels: row('3 WORKING_DAY', '8000 VNĐ ()') + row('7 WORKING_DAY', '8000 VNĐ () | 5000 VNĐ (Thêm)'),
    }).channels
    expect(channel?.times.map(({ amount }) => amount)).toEqual([3, 7])
    expect(channel?.fees.map(({ amount, rows }) => [amount, rows])).toEqual([
      [8000, [0, 1]],
      [5000, [1]],
    ])
  })

  test('takes a label inside a text for text', () => {
    const channels =
      '\n  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 3 WORKING_DAY\n    Phí, lệ phí: 0 VNĐ ()\n    Mô tả: Xem:\nThời hạn giải quyết: lâu\n    Phí, lệ phí: nhiều\n'
    expect(sampleRecord({ channels }).channels[0]?.times[0]?.note).toBe(
      'Xem:\nThời hạn giải quyết: lâu\n    Phí, lệ phí: nhiều',
    )
    const parsed = parseRecord(sampleText({ conditions: ' Phải đủ\nTừ khóa: trong câu\nvà nữa' }), '')
    expect(parsed).toMatchObject({
      ok: true,
      record: { conditions: 'Phải đủ\nTừ khóa: trong câu\nvà nữa', keywords: [] },
    })
    expect(parsed.ok && parsed.unparsed).toContainEqual({
      section: 'conditions',
      text: 'Từ khóa: trong câu',
      why: 'label-repeated',
    })
    const steps = '\n    Bước 1\nKết quả thực hiện: xem dưới\n    Bước 2\n'
    expect(sampleRecord({ steps })).toMatchObject({
      results: ['Giấy xác nhận mẫu'],
      steps: [{ text: 'Bước 1\nKết quả thực hiện: xem dưới\nBước 2' }],
    })
  })

  test('keeps what it does not know and says so', () => {
    const parsed = parseRecord(
      sampleText({
        levels: ' Cấp Tỉnh, Cấp Vùng',
        kind: ' NEW_KIND',
        channels: '\n  * Hình thức nộp: DRONE\n    Thời hạn giải quyết: 1 HOUR\n    Phí, lệ phí: 5 VNĐ ()\n',
        papers: '\nLạc dòng\n    - Không có số lượng\n',
        legalBasis: '\n  * Một bộ luật ()\n',
      }),
      '',
    )
    expect(parsed).toMatchObject({
      ok: true,
      record: { levels: ['province'], kind: undefined, channels: [], legalBasis: [{ title: 'Một bộ luật' }] },
    })
    expect(parsed.ok && parsed.unparsed).toEqual([
      { section: 'levels', text: 'Cấp Vùng', why: 'unknown-level' },
      { section: 'kind', text: 'NEW_KIND', why: 'unknown-kind' },
      { section: 'channels', text: 'DRONE\n1 HOUR\n5 VNĐ ()', why: 'unknown-channel' },
      { section: 'papers', text: 'Không có số lượng', why: 'quantity-missing' },
      { section: 'papers', text: 'Lạc dòng', why: 'stray-text' },
      { section: 'legalBasis', text: 'Một bộ luật', why: 'number-missing' },
    ])
  })

  test('splits the steps at marked cases', () => {
    expect(sampleRecord({ steps: '\n  * Trường hợp một\n    Việc A\n  * Trường hợp hai\n    Việc B\n' }).steps).toEqual(
      [
        { title: 'Trường hợp một', text: 'Việc A' },
        { title: 'Trường hợp hai', text: 'Việc B' },
      ],
    )
  })
})

describe('a refusal', () => {
  test.each([
    ['empty', '  \n', 'a.txt'],
    ['not-a-record', 'Một bức thư', 'a.txt'],
    ['not-text', 'PK\0\u0003', 'a.txt'],
    ['too-large', 'x'.repeat(1_000_001), 'a.txt'],
    ['code-malformed', sampleText({ code: ' 1.00001' }), 'a.txt'],
    ['code-malformed', sampleText({ code: ' Không có thông tin' }), 'a.txt'],
    ['code-differs-from-file-name', sampleText(), 'upload/1.000002.txt'],
    ['name-missing', sampleText({ name: '' }), '1.000001.txt'],
    ['truncated', sampleText().split('\nTừ khóa:')[0] ?? '', '1.000001.txt'],
    ['section-missing', sampleText().replace(/\nKết quả thực hiện:.*/, ''), '1.000001.txt'],
  ])('%s', (reason, text, fileName) => {
    expect(parseRecord(text, fileName)).toMatchObject({ ok: false, reason })
  })

  test('is not given for a missing section the record can do without', () => {
    const parsed = parseRecord(sampleText().replace(/\nTừ khóa:.*/, ''), '')
    expect(parsed.ok && parsed.unparsed).toContainEqual({
      section: 'keywords',
      text: 'Từ khóa',
      why: 'section-missing',
    })
  })
})

describe('any text', () => {
  test('is read or refused, never an exception', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string(),
        (text, name) => typeof parseRecord(text, name).ok === 'boolean',
      ),
    )
  })

  test('in any section is read or refused, and read the same twice', () => {
    const key = fc.constantFrom<SectionKey>(
      'code',
      'name',
      'levels',
      'steps',
      'channels',
      'papers',
      'subjects',
      'results',
      'legalBasis',
      'description',
    )
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(LAYOUT, fc.string({ unit: 'grapheme' })), { maxKeys: 3 }), sections => {
        const text = sampleText(sections)
        expect(parseRecord(text, '')).toEqual(parseRecord(text, ''))
      }),
      { numRuns: 300 },
    )
  })

  test('of one character repeated takes a time like any text of its length', () => {
    const plain = timed('chữ ')
    for (const piece of PIECES) expect(timed(piece), JSON.stringify(piece)).toBeLessThan(100 * Math.max(plain, 2))
  })
})

const PIECES = [
  '\n',
  ' ',
  '(',
  '-',
  '. ',
  ', ',
  '1 ngày ',
  '0 VNĐ (',
  ' | ',
  '  [ ',
  '  * Hình thức nộp: DIRECT\n',
  'Mô tả:\n',
]

/** Milliseconds to read a record whose sections repeat one piece of text. */
function timed(piece: string): number {
  const long = piece.repeat(Math.floor(120_000 / piece.length))
  const channels = `\n  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: ${long}\n    Phí, lệ phí: ${long}`
  const text = sampleText({
    name: ` ${long}`,
    channels,
    papers: `\n    - ${long}`,
    results: long,
    legalBasis: `\n  * ${long}`,
  })
  const started = performance.now()
  parseRecord(text, '')
  return performance.now() - started
}

/** Lines that look like the portal's layout, in any order. */
const LAYOUT = fc
  .array(
    fc.constantFrom(
      '',
      '  * Hình thức nộp: ONLINE',
      '    Thời hạn giải quyết: 3 OTHER',
      '    Phí, lệ phí: 5 VNĐ (',
      '    Mô tả: x',
      '  [ ]',
      '  [ Lưu ý ]',
      '    - Đơn',
      '      Số lượng: Bản chính: 0, Bản sao: 0',
      'Mô tả: y',
      'Từ khóa:',
      '  * Luật ((1/2)',
    ),
    { maxLength: 12 },
  )
  .map(lines => `\n${lines.join('\n')}`)
