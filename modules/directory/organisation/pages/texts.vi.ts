import type { RefusalParams } from '@congso/kernel/contract'
import { lastDayShown, shownDate } from './shown-date.ts'

/** Refusals and permissions of the organisation, and words several of its pages use. */
export const vi = {
  refusals: {
    'directory.agency-code-invalid': () =>
      'Mã định danh chưa đúng dạng: chữ cái không dấu và chữ số, các nhóm cách nhau bằng dấu chấm, như H99.15.',
    'directory.agency-code-taken': (p: RefusalParams) => `Mã ${p.code} đã thuộc cơ quan khác.`,
    'directory.admin-unit-unknown': (p: RefusalParams) => `Không có đơn vị hành chính nào đang dùng mã ${p.code}.`,
    'directory.closed-already': (p: RefusalParams) => `Đã đóng từ ${shownDate(p.on)}. Chưa có gì thay đổi.`,
    'directory.not-closed': () => 'Đang hoạt động, không có gì để mở lại.',
    'directory.parent-not-open': (p: RefusalParams) => `${p.name} đã đóng hoặc sẽ đóng. Mở lại ${p.name} trước.`,
    'directory.unit-has-open-child': (p: RefusalParams) =>
      `Chưa đóng được: bên trong còn ${p.count} nơi đang hoạt động, trong đó có ${p.name}. Đóng hoặc chuyển các nơi đó trước.`,
    'directory.unit-not-open': (p: RefusalParams) => `${p.name ?? 'Đơn vị'} không hoạt động vào ngày này.`,
    'directory.unit-parent-unknown': (p: RefusalParams) => `Đơn vị cấp trên phải thuộc ${p.name}.`,
    'directory.unit-cycle': () => 'Không thể đặt một nơi vào bên trong chính nó.',
    'directory.unit-outlives-parent': (p: RefusalParams) =>
      `Từ ${shownDate(p.from)} ${p.name} không hoạt động. Chọn khoảng thời gian nằm trong thời gian hoạt động của ${p.name}.`,
    'directory.unit-in-two-places': () => 'Một nơi không thể ở hai chỗ cùng lúc.',
    'directory.unit-without-agency': () => 'Đơn vị phải thuộc một cơ quan.',
    'directory.agency-below-unit': () => 'Cơ quan không thể nằm trong một đơn vị.',
    'directory.unit-dates-reversed': (p: RefusalParams) => `Ngày kết thúc phải sau ngày bắt đầu ${shownDate(p.from)}.`,
    'directory.position-held': (p: RefusalParams) =>
      `${p.name} còn giữ vị trí này sau ngày đã chọn. Kết thúc việc giữ vị trí trước.`,
    'directory.position-not-open': (p: RefusalParams) => `Vị trí ${p.title} không có vào ${shownDate(p.on)}.`,
    'directory.position-taken': (p: RefusalParams) =>
      `${p.name} đang giữ vị trí này từ ${shownDate(p.from)}. Mỗi ngày chỉ có một người giữ một vị trí.`,
    'directory.position-beyond-own-reach': () =>
      'Vị trí này có quyền rộng hơn phạm vi mà tài khoản này được quản lý. Việc này do người quản trị cấp trên làm.',
    'directory.holding-ended': (p: RefusalParams) => `Đã kết thúc, ngày cuối là ${lastDayShown(p.on)}.`,
    'directory.name-invalid': () => 'Họ tên chỉ gồm chữ cái, dấu cách, dấu chấm, gạch nối.',
    'directory.phone-invalid': () => 'Số điện thoại gồm 10 chữ số (di động) hoặc 11 chữ số (cố định), bắt đầu bằng 0.',
    'directory.email-invalid': () => 'Địa chỉ thư điện tử chưa đúng, cần dạng ten@coquan.gov.vn.',
    'directory.date-in-future': () => 'Ngày sinh phải trước hôm nay.',
    'directory.person-exists': (p: RefusalParams) =>
      `Đã có ${p.name} với cùng ngày sinh hoặc thư điện tử. Dùng người đã có, hoặc đánh dấu “Là người khác” rồi lưu lại.`,
    'directory.permission-unknown': (p: RefusalParams) => `Không có quyền nào tên ${p.permission}.`,
    'directory.role-key-taken': (p: RefusalParams) => `Đã có vai trò ${p.key}.`,
    'directory.grant-beyond-own-reach': () =>
      'Không thể trao quyền rộng hơn phạm vi mà tài khoản này được phân quyền. Chọn phạm vi hẹp hơn.',
    'directory.grant-twice': (p: RefusalParams) =>
      `Vị trí này đã có vai trò ${p.role} với cùng phạm vi trong thời gian đó.`,
    'directory.grant-ended': (p: RefusalParams) => `Vai trò đã thôi, ngày cuối là ${lastDayShown(p.on)}.`,
    'directory.delegation-dates-reversed': () => 'Ngày cuối phải từ ngày bắt đầu trở đi.',
    'directory.delegation-in-past': (p: RefusalParams) =>
      `Không ủy quyền cho việc đã qua. Chọn từ ${shownDate(p.today)}.`,
    'directory.delegation-expired': () => 'Ngày cuối đã qua.',
    'directory.delegation-to-self': (p: RefusalParams) => `${p.name} đang giữ chính vị trí này.`,
    'directory.delegation-circular': (p: RefusalParams) =>
      `${p.name} đã ủy quyền ngược lại, trực tiếp hoặc qua người khác, trong cùng thời gian. Chấm dứt ủy quyền kia trước.`,
    'directory.delegation-twice': (p: RefusalParams) => `${p.name} đã được ủy quyền nội dung này trong cùng thời gian.`,
    'directory.delegation-borrower-unplaced': (p: RefusalParams) =>
      `Từ ${shownDate(p.from)} ${p.name} không giữ vị trí nào. Người được ủy quyền phải đang giữ một vị trí.`,
    'directory.delegation-needs-end': () => 'Thừa ủy quyền phải có ngày kết thúc.',
    'directory.delegation-needs-content': () => 'Thừa ủy quyền phải ghi rõ nội dung: chọn ít nhất một quyền.',
    'directory.delegation-exceeds-right': (p: RefusalParams) =>
      p.permission === '*'
        ? `Từ ${shownDate(p.from)} vị trí này không có quyền nào để ủy quyền.`
        : `Từ ${shownDate(p.from)} vị trí này không có quyền ${p.permission}. Chỉ ủy quyền được những gì mình có, trong thời gian mình có.`,
    'directory.delegation-over': () => 'Ủy quyền này đã kết thúc. Chưa có gì thay đổi.',
    'directory.admin-unit-parent-unknown': (p: RefusalParams) =>
      `Đơn vị ${p.code} thuộc ${p.parent}, nhưng không có đơn vị ${p.parent}. Chưa nạp dòng nào.`,
    'directory.staff-sheet-empty': () =>
      'Chưa có dòng nào. Chọn tệp bảng tính, hoặc chép các ô kể cả dòng tên cột rồi dán.',
    'directory.staff-sheet-large': (p: RefusalParams) =>
      `Bảng có ${p.rows} dòng; mỗi lần nhập nhiều nhất ${p.most} dòng.`,
    'directory.staff-sheet-faulty': (p: RefusalParams) => `Chưa nhập dòng nào: còn ${p.count} chỗ cần sửa trong bảng.`,
    'directory.staff-sheet-imported': () => 'Bảng này đã được nhập. Chưa có gì thay đổi thêm.',
    'directory.staff-sheet-twofold': () => 'Chọn tệp hoặc dán các ô, không gửi cả hai cùng lúc.',
    'directory.staff-file-unreadable': (p: RefusalParams) =>
      `Không đọc được tệp ${p.name}. Lưu lại thành Excel (.xlsx) hoặc CSV UTF-8 rồi gửi lại.`,
    'directory.staff-file-old': (p: RefusalParams) =>
      `Tệp ${p.name} theo định dạng Excel cũ (.xls) hoặc có mật khẩu. Mở tệp, bỏ mật khẩu, lưu thành .xlsx rồi gửi lại.`,
    'directory.staff-file-encoding': (p: RefusalParams) =>
      `Tệp ${p.name} không phải văn bản UTF-8. Khi lưu, chọn “CSV UTF-8” rồi gửi lại.`,
    'directory.staff-accounts-many': (p: RefusalParams) =>
      `Bảng mở ${p.count} tài khoản; mỗi lần nhiều nhất ${p.most}. Chia bảng thành nhiều lần.`,
    'directory.staff-account-taken': (p: RefusalParams) =>
      `Tên đăng nhập ${p.userName} vừa có người dùng. Chưa nhập dòng nào; xem lại bảng.`,
    'directory.staff-account-beyond-reach': (p: RefusalParams) =>
      `${p.name} còn giữ vị trí ngoài phạm vi của bạn nên bạn không mở được tài khoản cho họ. Chưa nhập dòng nào.`,
    'directory.staff-sheet-unchanged': () => 'Mọi người trong bảng đã có đúng vị trí và vai trò. Không có gì để nhập.',
  },
  permissions: {
    'directory.organisation.read': 'Xem cơ quan, đơn vị, con người',
    'directory.organisation.edit': 'Sửa cơ quan, đơn vị, vị trí, con người',
    'directory.role.edit': 'Sửa vai trò và phân quyền',
    'directory.delegation.edit': 'Lập và chấm dứt ủy quyền',
    'directory.audit.read': 'Xem nhật ký',
  },
}
