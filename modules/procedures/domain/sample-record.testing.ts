import { parseRecord } from './national-record.ts'
import { LABELS } from './national-sections.ts'
import type { NationalRecord, SectionKey } from './record-shape.ts'

/** A made-up record in the portal's layout; sections given replace the made-up ones, label line excluded. */
export function sampleText(sections: Partial<Record<SectionKey, string>> = {}): string {
  const lines = LABELS.map(([key, label]) => `${label}:${sections[key] ?? SAMPLE[key] ?? ' Không có thông tin'}`)
  return `Chi tiết thủ tục hành chính\n${lines.join('\n')}`
}

/** The made-up record, read; throws when the reader refuses it. */
export function sampleRecord(sections: Partial<Record<SectionKey, string>> = {}): NationalRecord {
  const parsed = parseRecord(sampleText(sections), '')
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.record
}

const SAMPLE: Partial<Record<SectionKey, string>> = {
  code: ' 1.000001',
  decision: ' 12/QĐ-ABC',
  name: ' Cấp Giấy xác nhận mẫu',
  levels: ' Cấp Xã',
  kind: ' OTHER',
  field: ' Thử nghiệm',
  steps: '\n    Bước 1: Nộp hồ sơ.\n    Bước 2: Nhận kết quả.\n',
  channels: [
    '',
    '  * Hình thức nộp: DIRECT',
    '    Thời hạn giải quyết: 3 WORKING_DAY',
    '    Phí, lệ phí: 8000 VNĐ ()',
    '  * Hình thức nộp: ONLINE',
    '    Thời hạn giải quyết: 2 WORKING_DAY',
    '    Phí, lệ phí: 0 VNĐ ()',
    '    Mô tả: Nộp qua cổng.',
    '',
  ].join('\n'),
  papers: '\n    - Tờ khai theo Mẫu số 01\n      Số lượng: Bản chính: 1, Bản sao: 0\n',
  subjects: ' Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)',
  results: ' Giấy xác nhận mẫu',
  legalBasis: '\n  * Luật Thử nghiệm (1/2020/QH14)\n',
}
