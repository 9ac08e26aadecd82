import type { RefusalParams } from '@congso/kernel/contract'

type Param = RefusalParams[string] | undefined

const size = (bytes: Param) => `${String(Math.round((Number(bytes) / 1_048_576) * 10) / 10).replace('.', ',')} MB`
const ending = (p: Param) => (p ? `.${p}` : 'không có đuôi')

export const vi = {
  crumb: 'Hồ sơ chứa tệp',
  facts: 'Thông tin tệp',
  name: 'Tên tệp',
  type: 'Loại tệp',
  size: 'Dung lượng',
  when: 'Đưa vào lúc',
  who: 'Người đưa vào',
  system: 'Hệ thống',
  scan: 'Kiểm tra vi-rút',
  scans: { clean: 'Đã kiểm tra, không có vi-rút', unscanned: 'Chưa kiểm tra' },
  hash: 'SHA-256',
  preview: 'Xem trước',
  previewOf: (name: string) => `Xem trước ${name}`,
  noPreview: 'Loại tệp này không xem được trên trang. Tải về để mở.',
  blank: 'Nếu khung trống, mở tệp trong thẻ mới.',
  openInTab: 'Mở trong thẻ mới',
  download: 'Tải về',
  remove: 'Gỡ tệp',
  removeHelp: 'Tệp không còn trong hồ sơ; nội dung bị xóa hẳn sau 30 ngày. Việc gỡ và lý do được ghi lại.',
  reason: 'Lý do gỡ',
  removeFailed: 'Chưa gỡ được tệp',
  removed: (name: string) => `Đã gỡ tệp ${name}. Gỡ nhầm thì khôi phục ngay tại đây.`,
  removedTitle: 'Tệp đã gỡ khỏi hồ sơ',
  removedAt: 'Gỡ lúc',
  removedBy: 'Người gỡ',
  keptUntil: 'Giữ nội dung đến',
  restore: 'Khôi phục tệp',
  restored: (name: string) => `Đã khôi phục tệp ${name} vào hồ sơ.`,
  gone: 'Đã quá 30 ngày. Nội dung tệp không còn, không khôi phục được.',
  refusals: {
    'files.too-large': (p: RefusalParams) =>
      `Tệp ${p.name} lớn hơn mức cho phép ${size(p.limit)}. Chọn tệp nhỏ hơn hoặc quét lại với độ phân giải thấp hơn.`,
    'files.empty': (p: RefusalParams) => `Tệp ${p.name} không có nội dung. Kiểm tra lại tệp rồi chọn lại.`,
    'files.type-not-allowed': (p: RefusalParams) =>
      `Không nhận tệp ${p.name} (${ending(p.ending)}). Chỉ nhận: ${p.allowed}.`,
    'files.type-lies': (p: RefusalParams) =>
      `Tên tệp ${p.name} ghi .${p.ending} nhưng nội dung ${p.actual ? `là .${p.actual}` : 'không phải loại đó'}. Lưu lại đúng loại rồi chọn lại.`,
    'files.infected': (p: RefusalParams) => `Tệp ${p.name} có vi-rút ${p.virus}. Tệp không được nhận vào.`,
    'files.scan-unavailable': (p: RefusalParams) =>
      `Chưa kiểm tra được vi-rút cho tệp ${p.name} nên chưa nhận. Thử lại sau ít phút.`,
    'files.link-expired': 'Liên kết này đã hết hạn. Đề nghị người gửi cấp liên kết mới.',
    'files.content-gone': (p: RefusalParams) => `Tệp ${p.name} đã gỡ quá 30 ngày, nội dung không còn. Nộp lại tệp.`,
    'files.not-uploaded': (p: RefusalParams) => `Tệp ${p.name} chưa được tải lên. Chọn lại tệp rồi gửi lại.`,
  },
  events: {
    'files.file-attached': 'Đưa tệp vào',
    'files.file-removed': 'Gỡ tệp',
    'files.file-restored': 'Khôi phục tệp đã gỡ',
    'files.file-linked': 'Tạo liên kết tạm tới tệp',
    'files.contents-destroyed': 'Hủy nội dung tệp không còn dùng',
  },
  permissions: {
    'files.file.remove': 'Gỡ tệp khỏi hồ sơ, khôi phục tệp đã gỡ',
    'files.store.clean': 'Dọn kho tệp (hệ thống)',
  },
}
