import { exampleId } from './dossier-examples.testing.ts'
import type { IntakeData } from './intake-view.ts'

/** The counter in front of a citizen who asks for a certificate of marital status. */
export const intakeExample: IntakeData = {
  offers: [],
  chosen: {
    offer: exampleId(41),
    version: 3,
    code: '1.004873',
    name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    field: 'Hộ tịch',
    agencyName: 'UBND xã Tân Hòa',
    decision: 'Quyết định 2228/QĐ-BTP',
    timeText: '3 working-day',
    channels: ['direct', 'online', 'postal'],
    cases: [
      { key: 'marry', name: 'Để kết hôn' },
      { key: 'other', name: 'Mục đích khác' },
    ],
    caseKey: 'marry',
    papers: [
      {
        no: 1,
        group: 'Giấy tờ phải nộp',
        name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
        kind: 'submit',
        originals: 1,
        copies: 0,
        form: 'TK xác nhận TTHN',
      },
      {
        no: 2,
        group: 'Giấy tờ phải nộp',
        name: 'Giấy tờ chứng minh đã ly hôn',
        kind: 'submit',
        originals: 0,
        copies: 1,
        form: '',
      },
      {
        no: 3,
        group: 'Giấy tờ phải xuất trình',
        name: 'Hộ chiếu hoặc chứng minh nhân dân hoặc thẻ căn cước',
        kind: 'show',
        originals: 0,
        copies: 0,
        form: '',
      },
      {
        no: 4,
        group: '',
        name: 'Người yêu cầu nộp trực tuyến thì tải lên bản chụp rõ nét.',
        kind: 'note',
        originals: 0,
        copies: 0,
        form: '',
      },
    ],
    fees: [{ name: 'Lệ phí hộ tịch', amount: 15_000, text: '' }],
    promise: {
      dueAt: '2026-11-25T02:42:00.000Z',
      unit: 'working-day',
      amount: 3,
      days: [
        { date: '2026-11-19', kind: 'received' },
        { date: '2026-11-20', kind: 'counted', count: 1 },
        { date: '2026-11-21', kind: 'weekend' },
        { date: '2026-11-22', kind: 'weekend' },
        { date: '2026-11-23', kind: 'counted', count: 2 },
        { date: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
        { date: '2026-11-25', kind: 'due', count: 3 },
      ],
      skipped: [
        { date: '2026-11-21', name: '' },
        { date: '2026-11-22', name: '' },
        { date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' },
      ],
    },
    conditions: '',
  },
  drafts: [],
  draft: null,
  issuer: {
    parent: 'UBND xã Tân Hòa',
    name: 'Trung tâm Phục vụ hành chính công',
    place: 'Tân Hòa',
    centre: 'Trung tâm Phục vụ hành chính công xã Tân Hòa',
  },
  clerk: 'Lê Thu Hằng',
}

/** Somebody who typed the first section. */
export const draftExample: NonNullable<IntakeData['draft']> = {
  id: exampleId(51),
  content: {
    applicant: {
      kind: 'citizen',
      name: 'Phạm Thị Thu Ngân',
      idNumber: '012345678771',
      birthDate: '12/05/1999',
      phone: '0912 000 318',
      address: 'Thôn Bãi Cháo, xã Tân Hòa, tỉnh Sơn Giang',
    },
    forWhom: 'self',
    offerVersion: '3',
    papers: {
      0: { no: '1', verdict: ['unseen', 'valid'], originals: '1', copies: '0' },
      1: { no: '2', verdict: 'unseen', originals: '0', copies: '1' },
    },
    pickup: 'counter',
  },
}
