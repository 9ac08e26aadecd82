import type { Known } from '../replay/cast.ts'

/** One password for everybody, printed at every start: nothing in the demo is secret. */
const password = 'CongSo@2026-demo'

/** Who can sign in to look around, each in another part of the house. */
const people: readonly (readonly [userName: string, post: string, who: string])[] = [
  ['hang.lt', 'tan-hoa/one-stop/clerk', 'Lê Thu Hằng, cán bộ tiếp nhận và trả kết quả, xã Tân Hòa'],
  ['phuoc.nh', 'tan-hoa/economy/officer', 'Nguyễn Hữu Phước, chuyên viên Phòng Kinh tế, xã Tân Hòa'],
  ['nguyet.dt', 'tan-hoa/society/officer', 'Đinh Thị Nguyệt, chuyên viên Phòng Văn hóa – Xã hội, xã Tân Hòa'],
  ['de.tv', 'tan-hoa/economy/head', 'Tô Văn Đệ, Trưởng phòng Kinh tế, xã Tân Hòa'],
  ['tue.hm', 'tan-hoa/leadership/leader', 'Hoàng Minh Tuệ, Chủ tịch UBND xã Tân Hòa'],
  ['chung.lv', 'tan-hoa/leadership/deputy', 'Lò Văn Chung, Phó Chủ tịch UBND xã Tân Hòa'],
  ['vanthu', 'tan-hoa/office/records', 'Văn thư, xã Tân Hòa'],
  ['motcua.tinh', 'centre/one-stop/clerk', 'Cán bộ tiếp nhận, Trung tâm Phục vụ hành chính công tỉnh'],
  ['lich.cb', 'department/leadership/deputy', 'Cầm Bá Lịch, Phó Giám đốc Sở Xây dựng'],
  ['giamsat', 'province/office/supervisor', 'Kiểm soát thủ tục hành chính, Văn phòng UBND tỉnh'],
  ['danhmuc', 'province/office/catalogue', 'Quản trị danh mục thủ tục'],
  ['tonghop', 'province/office/reporter', 'Người xem báo cáo'],
  ['quantri', 'province/office/administrator', 'Quản trị hệ thống'],
]

/** The accounts as the start prints them. */
export const demoAccounts = people.map(([userName, , who]) => ({ userName, password, who }))

/** The same accounts by the posts of the office's plan. */
export const demoKnown: readonly Known[] = people.map(([userName, post]) => ({ userName, post, password }))
