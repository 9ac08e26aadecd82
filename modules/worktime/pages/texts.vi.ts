import type { RefusalText } from '@congso/kernel/server'

export const vi = {
  title: 'Lịch làm việc',
  agency: 'Cơ quan',
  year: 'Năm',
  workingDays: (n: string) => `${n} ngày làm việc trong năm`,
  general: 'Theo lịch chung của tỉnh. Cơ quan chưa có lịch riêng.',
  ownCalendar: 'Lịch riêng của cơ quan',
  openOwn: 'Mở lịch riêng',
  hours: 'Giờ làm việc',
  from: 'Áp dụng từ',
  until: 'đến',
  now: 'nay',
  inherited: 'theo lịch chung',
  days: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  rest: 'nghỉ',
  newWeek: 'Đổi giờ làm việc…',
  newWeekHelp: 'Ghi giờ dạng 07:30-11:30, 13:30-17:00. Để trống là ngày nghỉ. Hồ sơ đã hẹn giữ nguyên ngày hẹn.',
  weekNotSaved: 'Chưa lưu giờ làm việc',
  dayNotSaved: 'Chưa lưu ngày',
  partHelp: 'Chỉ dùng cho ngày nghỉ.',
  hoursHelp: 'Cho ngày giờ khác, hoặc làm bù có giờ riêng: 07:30-11:30, 13:30-17:00.',
  saveWeek: 'Lưu giờ làm việc',
  special: 'Ngày nghỉ, ngày làm bù',
  date: 'Ngày',
  kind: 'Loại',
  kinds: { off: 'Nghỉ', 'make-up': 'Làm bù', hours: 'Giờ khác', normal: 'Làm việc bình thường' },
  parts: { morning: 'buổi sáng', afternoon: 'buổi chiều' },
  wholeDay: 'cả ngày',
  name: 'Tên ngày',
  source: 'Căn cứ',
  part: 'Buổi nghỉ',
  marks: {
    law: 'theo luật',
    notice: 'theo thông báo',
    press: 'theo báo chí',
    compiled: 'tổng hợp',
    expected: 'dự kiến',
  },
  addDay: 'Thêm ngày…',
  saveDay: 'Lưu ngày',
  remove: 'Bỏ',
  noDays: 'Năm này chưa có ngày đặc biệt nào.',
  editsAll: 'Đang sửa lịch chung: áp dụng cho mọi cơ quan không có lịch riêng.',
  problems: {
    received: 'Nhập ngày có thật, dạng dd/mm/yyyy',
    time: 'Nhập giờ dạng 08:00',
    amount: 'Nhập số từ 0 đến 1.000',
    outside: 'Lịch chỉ có từ năm 2005 đến năm 2045. Chọn ngày nhận và thời hạn nằm trong khoảng đó',
  },
  tryOut: 'Thử tính hạn',
  received: 'Nhận ngày',
  time: 'Giờ nhận',
  amount: 'Thời hạn',
  unit: 'Đơn vị',
  units: {
    'working-day': 'ngày làm việc',
    'working-hour': 'giờ làm việc',
    'calendar-day': 'ngày',
    month: 'tháng',
    year: 'năm',
    'same-day': 'trong ngày',
  },
  computing: 'Đang tính…',
  compute: 'Tính ngày hẹn',
  dueAt: (when: string) => `Hẹn trả ${when}`,
  cells: { received: 'nhận', due: 'hẹn trả', holiday: 'nghỉ lễ' },
  startReasons: {
    'as-received': 'Tính từ lúc nhận.',
    'outside-hours': 'Nhận ngoài giờ: tính từ đầu giờ làm việc kế tiếp.',
    'after-cut-off': 'Nhận sau giờ chốt: tính từ ngày làm việc kế tiếp.',
  },
  weekSaved: 'Đã lưu giờ làm việc. Hồ sơ nhận từ nay tính theo giờ mới.',
  daySaved: (date: string) => `Đã lưu ngày ${date}. Hồ sơ nhận từ nay tính theo lịch mới.`,
  dayRemoved: (date: string) => `Đã bỏ ngày ${date}.`,
  calendarOpened: 'Đã mở lịch riêng của cơ quan.',
}

export const refusalsVi: Readonly<Record<string, RefusalText>> = {
  'worktime.hours-unreadable': 'Chưa đọc được giờ. Ghi dạng 07:30-11:30, 13:30-17:00.',
  'worktime.hours-wrong':
    'Giờ chưa hợp lý: khoảng giờ chồng nhau, kết thúc trước khi bắt đầu, sau 23:59, hoặc cả tuần không có giờ làm việc.',
  'worktime.week-exists': 'Đã có giờ làm việc áp dụng từ ngày này.',
  'worktime.day-exists': 'Ngày này đã có trong lịch. Bỏ ngày cũ trước rồi thêm lại.',
  'worktime.calendar-exists': 'Cơ quan đã có lịch riêng.',
  'worktime.edit-forbidden': 'Tài khoản này không được sửa lịch của cơ quan này. Chưa có gì thay đổi.',
}

export const permissionsVi = {
  'worktime.calendar.read': 'Xem lịch làm việc',
  'worktime.calendar.edit': 'Sửa lịch làm việc',
}

/** What the facts of this module are called in the journal. */
export const eventsVi = {
  'worktime.calendar-opened': 'Mở lịch riêng của cơ quan',
  'worktime.week-set': 'Đặt giờ làm việc trong tuần',
  'worktime.day-set': 'Thêm ngày nghỉ hoặc làm bù',
  'worktime.day-removed': 'Bỏ ngày khỏi lịch',
}

export const navVi = 'Lịch làm việc'
