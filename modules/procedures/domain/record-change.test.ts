import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentHash } from '../store/content-hash.ts'
import { diffRecords } from './record-change.ts'
import type { NationalRecord } from './record-shape.ts'
import { sampleRecord } from './sample-record.testing.ts'

const row = (channel: string, time: string, fee: string) =>
  `  * Hình thức nộp: ${channel}\n    Thời hạn giải quyết: ${time}\n    Phí, lệ phí: ${fee}`
const ROWS = [
  row('DIRECT', '3 WORKING_DAY', '8000 VNĐ () | 5000 VNĐ (Thêm)'),
  row('DIRECT', '7 WORKING_DAY', '5000 VNĐ (Thêm)'),
  row('ONLINE', '3 WORKING_DAY', '0 VNĐ ()'),
]

const at = (rows: string[], list: string[], names: string[]) =>
  sampleRecord({
    channels: `\n${rows.join('\n')}`,
    papers: `\n${list.join('\n')}`,
    subjects: ` ${names.join(', ')}`,
  })

const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length })

describe('the same record', () => {
  test('imported twice changes nothing', () => {
    expect(contentHash(sampleRecord())).toBe(contentHash(sampleRecord()))
    expect(diffRecords(sampleRecord(), sampleRecord())).toEqual([])
  })

  test('with rows, subjects and papers in another order is the same', () => {
    const papers = ['A', 'B', 'C'].map(name => `    - ${name}\n      Số lượng: Bản chính: 1, Bản sao: 0`)
    const subjects = ['Doanh nghiệp', 'Hợp tác xã', 'Công dân Việt Nam']
    const first = at(ROWS, papers, subjects)
    fc.assert(
      fc.property(shuffled(ROWS), shuffled(papers), shuffled(subjects), (a, b, c) => {
        const other = at(a, b, c)
        expect(contentHash(other)).toBe(contentHash(first))
        expect(diffRecords(first, other)).toEqual([])
      }),
    )
  })
})

describe('a changed record', () => {
  test.each<[string, Parameters<typeof sampleRecord>[0], string[], string[]]>([
    ['name', { name: ' Tên khác' }, ['Cấp Giấy xác nhận mẫu'], ['Tên khác']],
    ['conditions', { conditions: ' Đủ 18 tuổi' }, [], ['Đủ 18 tuổi']],
    [
      'legalBasis',
      { legalBasis: '\n  * Luật Thử nghiệm (2/2026/QH16)\n' },
      ['Luật Thử nghiệm (1/2020/QH14)'],
      ['Luật Thử nghiệm (2/2026/QH16)'],
    ],
    ['performing', { performing: ' Ủy ban nhân dân cấp xã' }, [], ['Ủy ban nhân dân cấp xã']],
    [
      'channels',
      { channels: `\n${ROWS.join('\n')}` },
      ['direct\n3 WORKING_DAY\n8000 VNĐ ()', 'online\n2 WORKING_DAY\nNộp qua cổng.\n0 VNĐ ()'],
      [
        'direct\n3 WORKING_DAY\n5000 VNĐ (Thêm)\n8000 VNĐ ()',
        'direct\n7 WORKING_DAY\n5000 VNĐ (Thêm)',
        'online\n3 WORKING_DAY\n0 VNĐ ()',
      ],
    ],
    [
      'papers',
      { papers: '\n    - Tờ khai theo Mẫu số 01\n      Số lượng: Bản chính: 2, Bản sao: 0\n' },
      ['Tờ khai theo Mẫu số 01\n1/0'],
      ['Tờ khai theo Mẫu số 01\n2/0'],
    ],
  ])('names %s with what went and what came', (field, sections, before, after) => {
    const next = sampleRecord(sections)
    expect(diffRecords(sampleRecord(), next)).toEqual([{ field, before, after }])
    expect(contentHash(next)).not.toBe(contentHash(sampleRecord()))
  })

  test('is one whose steps changed places', () => {
    const [a, b] = ['  * Một\n    A\n', '  * Hai\n    B\n']
    const [old, next] = [sampleRecord({ steps: `\n${a}${b}` }), sampleRecord({ steps: `\n${b}${a}` })]
    expect(diffRecords(old, next).map(({ field }) => field)).toEqual(['steps'])
    expect(contentHash(old)).not.toBe(contentHash(next))
  })

  test('is not one that a later reader understands better', () => {
    const record = sampleRecord()
    const better: NationalRecord = { ...record, papers: record.papers.map(paper => ({ ...paper, kind: 'note' })) }
    expect(contentHash(better)).toBe(contentHash(record))
  })
})
