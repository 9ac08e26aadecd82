/** A dossier of xã Tân Hòa that stands where a visitor of the demo should find it. */
export type Piece = {
  code: string
  caseKey?: string
  /** The step it is at now, by its key in the process. */
  at: string
  /** Working minutes from now to its promise; less than 0 is late. */
  due?: number
  /** Instead: received so many working minutes ago. */
  back?: number
  name?: string
  /** Which leader has it: 0 the chairman, 1 the deputy. */
  leader?: 0 | 1
  /** Left unclaimed in the unit. */
  unclaimed?: true
  /** Why somebody sent it back to this step. */
  sentBack?: string
  /** What was found wrong with its first paper. */
  toFix?: string
}

const hour = 60
const day = 8 * hour
const building = { code: '1.013225', caseKey: 'house' } as const
const marital = { code: '1.004873' } as const
const business = { code: '1.001612' } as const
const allowance = { code: '1.001776' } as const
const temporary = { code: '1.004194' } as const
const permanent = { code: '1.004222' } as const

/** What the mock-ups show, and enough beside it that every desk has its morning's work. */
export const pieces: readonly Piece[] = [
  { ...building, at: 'appraise', due: -(day + 4 * hour), name: 'Đỗ Quang Vịnh' },
  { ...marital, at: 'sign', due: -182, name: 'Phùng Thị Lựu', leader: 0 },
  { ...marital, at: 'number', due: 33, name: 'Giàng A Phềnh' },
  { code: '1.001022', at: 'check', due: 148, name: 'Bùi Thế Đăng' },
  { code: '1.001193', at: 'check', back: 95, name: 'Vũ Hải Ninh' },
  { code: '2.000635', at: 'check', back: 40, name: 'Trịnh Công Thiệp' },
  { ...business, at: 'appraise', due: day + 7 * hour, name: 'Lại Thị Hoài' },
  { code: '1.004884', at: 'appraise', due: 2 * day + 6 * hour, name: 'Mai Xuân Trí' },
  { ...allowance, at: 'appraise', due: 5 * day, name: 'Cao Thị Bưởi' },
  { code: '1.001699', at: 'appraise', due: 12 * day + 7 * hour, name: 'Hà Văn Sểnh' },

  ...at('check', [
    { ...marital, due: 3 * hour },
    { ...marital, due: day + 2 * hour },
    { ...marital, due: 2 * day + hour },
    { code: '1.001022', due: 2 * day },
    { code: '1.001193', back: 25 },
    { code: '1.001193', back: 150 },
    { code: '2.000635', back: 70 },
    { code: '1.000656', back: 55 },
    { ...marital, due: day, sentBack: 'Ghi sai chữ đệm của người được xác nhận, đề nghị in lại.' },
    { code: '1.001022', due: 5 * hour, sentBack: 'Thiếu trích dẫn căn cứ trong dự thảo trích lục.' },
    { ...marital, due: 2 * day + 5 * hour, unclaimed: true },
    { code: '1.001193', back: 12, unclaimed: true },
    { code: '2.000635', back: 8, unclaimed: true },
    { code: '1.004859', back: 30, unclaimed: true },
  ]),
  ...at('assign', [
    { ...building, due: 6 * day + 5 * hour },
    { ...building, due: 6 * day + 2 * hour },
    { ...business, due: 2 * day + 6 * hour },
    { ...allowance, due: 9 * day + 4 * hour },
    { code: '1.014028', due: 2 * day + 4 * hour },
    { ...temporary, due: 2 * day + 6 * hour },
  ]),
  ...at('appraise', [
    { ...building, due: -5 * hour },
    { ...building, due: 6 * hour, toFix: 'Bản vẽ mặt cắt chưa ghi cốt nền, chưa có chữ ký của người thiết kế.' },
    { ...building, due: 2 * day },
    { ...building, due: 3 * day + 3 * hour },
    { ...building, due: 4 * day + hour },
    { ...building, due: 5 * day },
    { ...business, due: 4 * hour },
    { ...business, due: day + hour },
    { ...business, due: 2 * day },
    { code: '1.013226', caseKey: 'house', due: 4 * day },
    { code: '1.013228', due: 3 * day },
    { code: '1.013978', due: 16 * day },
    { ...allowance, due: 3 * day + 2 * hour },
    { ...allowance, due: 7 * day },
    { code: '1.014028', due: 5 * hour },
    { code: '1.001699', due: 15 * day },
    { ...temporary, due: -2 * hour },
    { ...temporary, due: day },
    { ...temporary, due: 2 * day },
    { ...permanent, due: 2 * day + hour },
    { ...permanent, due: 5 * day },
  ]),
  ...at('review', [
    { ...building, due: 2 * hour + 20 },
    { ...building, due: day + 5 * hour },
    { ...business, due: 3 * hour },
    { code: '1.013228', due: day + 4 * hour },
    { ...allowance, due: day + 6 * hour },
    { ...building, due: day + 2 * hour, sentBack: 'Dự thảo giấy phép chưa ghi chỉ giới đường đỏ.' },
    { ...permanent, due: day },
  ]),
  ...at('sign', [
    { ...allowance, due: 6 * hour, leader: 0 },
    { ...allowance, due: 6 * hour + 30, leader: 0 },
    { ...allowance, due: 7 * hour, leader: 0 },
    { ...building, due: 5 * hour, leader: 0 },
    { ...business, due: 2 * hour, leader: 0 },
    { ...building, due: day + 3 * hour, leader: 1 },
    { ...business, due: 3 * hour + 30, leader: 1 },
    { code: '2.000815', back: 18 },
    { code: '2.000815', back: 30 },
    { code: '2.000884', back: 22 },
    { ...permanent, due: 6 * hour, leader: 1 },
  ]),
  ...at('number', [
    { ...allowance, due: 2 * hour },
    { ...building, due: 4 * hour },
    { ...business, due: -40 },
    { ...marital, due: day + hour },
  ]),
  ...at('return', [
    { ...building, due: day },
    { ...building, due: 3 * hour },
    { ...business, due: day + 2 * hour },
    { ...business, due: 5 * hour },
    { ...allowance, due: 2 * day },
    { ...marital, due: 4 * hour },
    { ...marital, due: day },
    { ...temporary, due: 6 * hour },
    { ...permanent, due: day + hour },
    { code: '1.014028', due: 2 * hour },
    { code: '2.000635', back: 160 },
  ]),
]

function at(step: string, rest: readonly Omit<Piece, 'at'>[]): Piece[] {
  return rest.map(piece => ({ ...piece, at: step }))
}
