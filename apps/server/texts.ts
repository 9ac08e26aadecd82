import { inLang, type Lang, type SameTexts } from '@congso/kernel/contract'

const vi = {
  product: 'Công sở số',
  groups: { top: '', 'one-stop': 'Một cửa', follow: 'Theo dõi', admin: 'Quản trị' },
  find: 'Tìm hồ sơ',
  signOut: 'Đăng xuất',
  myAccount: 'Tài khoản của tôi',
  english: 'English',
  vietnamese: 'Tiếng Việt',
  signIn: 'Đăng nhập',
  track: 'Tra cứu hồ sơ',
  help: 'Cần giúp: hỏi người quản trị của cơ quan.',
  hours: 'Giờ làm việc',
  hoursText: 'Thứ Hai đến Thứ Sáu, trừ ngày lễ.',
  openSource: 'Phần mềm mở, giấy phép Apache-2.0.',
  tabs: { needMe: 'Cần tôi', late: 'Đang trễ', reports: 'Báo cáo', find: 'Tìm' },
  refusal: {
    404: 'Không tìm thấy',
    403: 'Chưa được phép',
    429: 'Quá nhiều yêu cầu',
    500: 'Máy chủ gặp sự cố',
    other: 'Chưa làm được',
    nothingChanged: 'Chưa có gì thay đổi.',
    back: 'Về trang đầu',
    code: 'Mã',
  },
}

const en: SameTexts<typeof vi> = {
  product: 'Congso',
  groups: { top: '', 'one-stop': 'One-stop shop', follow: 'Follow-up', admin: 'Administration' },
  find: 'Find a dossier',
  signOut: 'Sign out',
  myAccount: 'My account',
  english: 'English',
  vietnamese: 'Tiếng Việt',
  signIn: 'Sign in',
  track: 'Track a dossier',
  help: "Need help? Ask your office's administrator.",
  hours: 'Opening hours',
  hoursText: 'Monday to Friday, except public holidays.',
  openSource: 'Open source, Apache-2.0.',
  tabs: { needMe: 'Needs me', late: 'Late', reports: 'Reports', find: 'Find' },
  refusal: {
    404: 'Not found',
    403: 'Not allowed',
    429: 'Too many requests',
    500: 'The server had a fault',
    other: 'Not done',
    nothingChanged: 'Nothing was changed.',
    back: 'To the first page',
    code: 'Code',
  },
}

/** The frame's own texts. */
export function frameTexts(lang: Lang) {
  return inLang(lang, vi, en)
}
