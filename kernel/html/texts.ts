import type { Finding, RefusalParams, SameTexts } from '../contract/index.ts'
import type { Lang } from '../contract/texts.ts'

const vi = {
  findings: {
    required: () => 'Chưa nhập.',
    unknown: () => 'Hệ thống không nhận thông tin này.',
    type: () => 'Không đúng kiểu dữ liệu.',
    short: (p: RefusalParams) => (p.limit === 1 ? 'Chưa nhập.' : `Cần ít nhất ${p.limit} ký tự.`),
    long: (p: RefusalParams) => `Nhiều nhất ${p.limit} ký tự.`,
    small: (p: RefusalParams) => `Nhỏ nhất là ${p.limit}.`,
    large: (p: RefusalParams) => `Lớn nhất là ${p.limit}.`,
    format: (p: RefusalParams) => (p.limit === 'date' ? 'Nhập ngày có thật, dạng ngày/tháng/năm.' : 'Chưa đúng dạng.'),
    pattern: () => 'Chưa đúng dạng.',
    choice: () => 'Chọn một giá trị trong danh sách.',
    few: (p: RefusalParams) => `Cần ít nhất ${p.limit} mục.`,
    many: (p: RefusalParams) => `Nhiều nhất ${p.limit} mục.`,
    invalid: () => 'Chưa hợp lệ.',
  },
  refusals: {
    'kernel.invalid-input': () => 'Chưa lưu: có ô cần sửa.',
    'kernel.not-found': () => 'Không tìm thấy nội dung này, hoặc ông, bà không có quyền xem.',
    'kernel.forbidden': () => 'Tài khoản này không có quyền làm việc này. Chưa có gì thay đổi.',
    'kernel.sign-in-first': () => 'Cần đăng nhập để tiếp tục.',
    'kernel.must-do-first': () => 'Cần hoàn tất bảo mật tài khoản trước khi làm việc khác.',
    'kernel.stale': () => 'Nội dung vừa được người khác thay đổi. Tải lại trang để xem bản mới; chưa có gì bị ghi đè.',
    'kernel.key-reused': () => 'Yêu cầu này đã được gửi với nội dung khác. Tải lại trang rồi gửi lại.',
    'kernel.forged': () => 'Biểu mẫu đã hết hiệu lực. Tải lại trang rồi gửi lại; nội dung đã nhập được giữ.',
    'kernel.too-many': (p: RefusalParams) => `Gửi quá nhiều yêu cầu. Đợi ${p.seconds} giây.`,
    'kernel.too-large': (p: RefusalParams) => `Nội dung gửi lên vượt quá ${p.limit}.`,
    'kernel.malformed': () => 'Nội dung gửi lên không đọc được.',
    'kernel.unexpected': (p: RefusalParams) => `Máy chủ gặp sự cố, chưa có gì thay đổi. Mã sự cố ${p.request}.`,
  },
}

const en: SameTexts<typeof vi> = {
  findings: {
    required: () => 'Not filled in.',
    unknown: () => 'This value is not expected.',
    type: () => 'Wrong kind of value.',
    short: p => (p.limit === 1 ? 'Not filled in.' : `At least ${p.limit} characters.`),
    long: p => `At most ${p.limit} characters.`,
    small: p => `At least ${p.limit}.`,
    large: p => `At most ${p.limit}.`,
    format: p => (p.limit === 'date' ? 'Enter a real date as day/month/year.' : 'Not in the right form.'),
    pattern: () => 'Not in the right form.',
    choice: () => 'Choose a value from the list.',
    few: p => `At least ${p.limit} items.`,
    many: p => `At most ${p.limit} items.`,
    invalid: () => 'Not valid.',
  },
  refusals: {
    'kernel.invalid-input': () => 'Not saved: some fields need correcting.',
    'kernel.not-found': () => 'Not found, or not yours to see.',
    'kernel.forbidden': () => 'This account may not do that. Nothing was changed.',
    'kernel.sign-in-first': () => 'Sign in to continue.',
    'kernel.must-do-first': () => 'Finish securing your account first.',
    'kernel.stale': () => 'Somebody has just changed this. Reload to see the new state; nothing was overwritten.',
    'kernel.key-reused': () => 'This request was already sent with other contents. Reload the page and send again.',
    'kernel.forged': () => 'This form has expired. Reload the page and send again; what you typed is kept.',
    'kernel.too-many': p => `Too many requests. Wait ${p.seconds} seconds.`,
    'kernel.too-large': p => `What was sent is larger than ${p.limit}.`,
    'kernel.malformed': () => 'What was sent cannot be read.',
    'kernel.unexpected': p => `The server had a fault; nothing was changed. Incident ${p.request}.`,
  },
}

/** The message of a finding in the reader's language. */
export function findingText(lang: Lang, finding: Finding): string {
  const all: Readonly<Record<string, (params: RefusalParams) => string>> = (lang === 'en' ? en : vi).findings
  return (all[finding.code] ?? all.invalid!)(finding.params ?? {})
}

/** The kernel's own refusal texts. */
export function kernelRefusals(lang: Lang): Readonly<Record<string, (params: RefusalParams) => string>> {
  return (lang === 'en' ? en : vi).refusals
}
