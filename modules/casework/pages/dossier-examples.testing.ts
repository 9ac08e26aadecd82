import type { Id } from '@congso/kernel/contract'
import type { DossierData } from './dossier-view.ts'
import type { IntakeData } from './intake-view.ts'

/** Thursday 19/11/2026, 09:42: the moment of all examples. */
export const examplesNow = Date.parse('2026-11-19T02:42:00Z')

function id<Kind extends string>(n: number): Id<Kind> {
  return `01990000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Kind>
}

const step = { budgetMinutes: null, usedMinutes: null, startedAt: null, dueAt: null, finishedAt: null, late: false, comment: '' }
const later = (key: string, name: string, who: string, hours: number | null) => ({
  ...step, no: null, key, name, who, budgetMinutes: hours === null ? null : hours * 60, state: 'later' as const,
})

/** A building permit in appraisal, one paper to correct: people and codes are invented. */
export const dossierExample: DossierData = {
  id: id(1),
  code: 'H99.15-261117-0014',
  procedureName: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  field: 'Hoạt động xây dựng',
  channel: 'direct',
  state: 'in-progress',
  applicantName: 'Trần Văn Khải',
  applicantId: '412',
  stepName: 'Thẩm định, kiểm tra thực địa',
  unitName: 'Phòng Kinh tế',
  assignee: id(21),
  assigneeName: 'Nguyễn Hữu Phước',
  agencyName: 'UBND xã Tân Hòa',
  receivedAt: '2026-11-17T07:05:00.000Z',
  dueAt: '2026-11-27T07:05:00.000Z',
  finishedAt: null,
  returnedAt: null,
  resultNo: null,
  remaining: { state: 'ok', minutes: 2520, days: 5, hours: 2, minutesPart: 0, used: 25 },
  version: 4,
  procedureCode: '1.013225',
  decision: 'Quyết định 1077/QĐ-BXD',
  receiptNo: '0814/TNHS-TTPVHCC',
  pickup: 'counter',
  summary: '',
  promise: {
    dueAt: '2026-11-27T07:05:00.000Z',
    unit: 'working-day',
    amount: 7,
    days: [
      { date: '2026-11-17', kind: 'received' },
      { date: '2026-11-18', kind: 'counted', count: 1 },
      { date: '2026-11-19', kind: 'counted', count: 2 },
      { date: '2026-11-20', kind: 'counted', count: 3 },
      { date: '2026-11-21', kind: 'weekend' },
      { date: '2026-11-22', kind: 'weekend' },
      { date: '2026-11-23', kind: 'counted', count: 4 },
      { date: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
      { date: '2026-11-25', kind: 'counted', count: 5 },
      { date: '2026-11-26', kind: 'counted', count: 6 },
      { date: '2026-11-27', kind: 'due', count: 7 },
    ],
    skipped: [
      { date: '2026-11-21', name: '' },
      { date: '2026-11-22', name: '' },
      { date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' },
    ],
  },
  totalHours: 56,
  processFrom: '2026-07-01',
  steps: [
    { ...step, no: 1, key: 'intake', name: 'Tiếp nhận, số hóa', who: 'Lê Thu Hằng', budgetMinutes: 120, usedMinutes: 35, finishedAt: '2026-11-17T07:40:00.000Z', state: 'done' },
    { ...step, no: 2, key: 'assign', name: 'Phân công thụ lý', who: 'Tô Văn Đệ', budgetMinutes: 240, usedMinutes: 70, finishedAt: '2026-11-17T08:50:00.000Z', state: 'done', comment: 'Kiểm tra thực địa trước 24/11' },
    { ...step, no: 3, key: 'appraise', name: 'Thẩm định, kiểm tra thực địa', who: 'Nguyễn Hữu Phước', budgetMinutes: 1920, usedMinutes: 682, state: 'now' },
    later('review', 'Xem xét dự thảo giấy phép', 'head', 8),
    later('sign', 'Ký giấy phép', 'leader', 6),
    later('number', 'Cấp số, đóng dấu, phát hành', 'records', 4),
    later('return', 'Trả kết quả', 'clerk', null),
  ],
  papers: [
    { no: 1, name: 'Đơn đề nghị cấp giấy phép xây dựng', kind: 'submit', originals: 1, copies: 0, verdict: 'valid', note: '', checkedBy: 'Lê Thu Hằng', checkedAt: '2026-11-17T07:10:00.000Z' },
    { no: 2, name: 'Giấy tờ chứng minh quyền sử dụng đất', kind: 'submit', originals: 0, copies: 0, verdict: 'from-database', note: '', checkedBy: 'Lê Thu Hằng', checkedAt: '2026-11-17T07:31:00.000Z' },
    { no: 3, name: 'Bản vẽ thiết kế xây dựng', kind: 'submit', originals: 2, copies: 0, verdict: 'to-fix', note: 'Trang 4: mặt cắt thiếu cao độ nền và chiều cao tầng.', checkedBy: 'Nguyễn Hữu Phước', checkedAt: '2026-11-19T02:20:00.000Z' },
    { no: 4, name: 'Giấy ủy quyền', kind: 'submit', originals: 0, copies: 0, verdict: 'not-applicable', note: '', checkedBy: 'Lê Thu Hằng', checkedAt: '2026-11-17T07:10:00.000Z' },
  ],
  files: [
    { id: id(31), name: 'don-de-nghi.pdf', type: 'application/pdf', size: 182_400, paper: 1 },
    { id: id(32), name: 'ban-ve-kien-truc.pdf', type: 'application/pdf', size: 2_640_000, paper: 3 },
  ],
  parties: [
    { role: 'applicant', kind: 'citizen', name: 'Trần Văn Khải', idNumber: '0••••••••412', birthDate: null, phone: '09•••••318', email: '', address: 'Thôn Đông Hạ, xã Tân Hòa', authorisation: '' },
  ],
  revealed: false,
  mayReveal: true,
  mayCheck: true,
  fees: [{ name: 'Lệ phí cấp giấy phép', amount: 75_000, state: 'paid', method: 'cash', reason: '' }],
  notes: [{ text: 'Đã gọi chủ hộ hẹn đo lại tầng 2.', by: 'Nguyễn Hữu Phước', at: '2026-11-19T01:40:00.000Z' }],
  timeline: [
    { at: '2026-11-19T02:20:00.000Z', event: 'casework.paper-checked', actor: 'Nguyễn Hữu Phước', title: 'Chuyên viên', data: { no: 3, verdict: 'to-fix' } },
    { at: '2026-11-19T01:12:00.000Z', event: 'casework.personal-revealed', actor: 'Nguyễn Hữu Phước', title: 'Chuyên viên', data: { until: '2026-11-19T01:27:00.000Z' } },
    { at: '2026-11-17T08:50:00.000Z', event: 'casework.dossier-forwarded', actor: 'Tô Văn Đệ', title: 'Trưởng phòng Kinh tế', data: { no: 2, name: 'Phân công thụ lý', toStep: 'Thẩm định, kiểm tra thực địa', late: false } },
    { at: '2026-11-17T07:05:00.000Z', event: 'casework.dossier-received', actor: 'Lê Thu Hằng', title: 'Cán bộ tiếp nhận', data: { receiptNo: '0814/TNHS-TTPVHCC' } },
  ],
  actions: [
    { key: 'submit', kind: 'forward', label: 'Trình trưởng phòng', blocked: 'casework.papers-to-fix', primary: false, asks: false },
    { key: 'send-back', kind: 'back', label: 'Trả lại', blocked: null, primary: false, asks: false },
    { key: 'assign', kind: 'assign', label: '', blocked: null, primary: false, asks: true },
  ],
  candidates: [
    { position: id(21), name: 'Nguyễn Hữu Phước', title: 'Chuyên viên', open: 12 },
    { position: id(22), name: 'Đinh Thị Nguyệt', title: 'Chuyên viên', open: 4 },
  ],
  resultTitle: null,
  resultSignedBy: '',
  previous: id(2),
  next: id(3),
}

/** The counter in front of a citizen who asks for a certificate of marital status. */
export const intakeExample: IntakeData = {
  offers: [],
  chosen: {
    offer: id(41),
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
      { no: 1, group: 'Giấy tờ phải nộp', name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', kind: 'submit', originals: 1, copies: 0, form: 'TK xác nhận TTHN' },
      { no: 2, group: 'Giấy tờ phải nộp', name: 'Giấy tờ chứng minh đã ly hôn', kind: 'submit', originals: 0, copies: 1, form: '' },
      { no: 3, group: 'Giấy tờ phải xuất trình', name: 'Hộ chiếu hoặc chứng minh nhân dân hoặc thẻ căn cước', kind: 'show', originals: 0, copies: 0, form: '' },
      { no: 4, group: '', name: 'Người yêu cầu nộp trực tuyến thì tải lên bản chụp rõ nét.', kind: 'note', originals: 0, copies: 0, form: '' },
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
  issuer: { parent: 'UBND xã Tân Hòa', name: 'Trung tâm Phục vụ hành chính công', place: 'Tân Hòa', centre: 'Trung tâm Phục vụ hành chính công xã Tân Hòa' },
  clerk: 'Lê Thu Hằng',
}

/** Somebody who typed the first section. */
export const draftExample: NonNullable<IntakeData['draft']> = {
  id: id(51),
  content: {
    applicant: { kind: 'citizen', name: 'Phạm Thị Thu Ngân', idNumber: '012345678771', birthDate: '12/05/1999', phone: '0912 000 318', address: 'Thôn Bãi Cháo, xã Tân Hòa, tỉnh Sơn Giang' },
    forWhom: 'self',
    papers: { 0: { no: '1', verdict: ['unseen', 'valid'], originals: '1', copies: '0' }, 1: { no: '2', verdict: 'unseen', originals: '0', copies: '1' } },
    pickup: 'counter',
  },
}
