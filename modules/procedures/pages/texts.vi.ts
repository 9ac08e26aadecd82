import type { RefusalParams } from '@congso/kernel/contract'

type P = RefusalParams

export const vi = {
  events: {
    'procedures.records-imported': 'Nạp danh mục thủ tục',
    'procedures.procedure-published': 'Thêm thủ tục vào danh mục',
    'procedures.procedure-changed': 'Thủ tục có bản công bố mới',
    'procedures.offer-opened': 'Mở tiếp nhận thủ tục',
    'procedures.offer-changed': 'Sửa thông tin tiếp nhận',
    'procedures.offer-closed': 'Thôi tiếp nhận thủ tục',
    'procedures.version-adopted': 'Áp dụng bản công bố mới',
    'procedures.process-drafted': 'Soạn quy trình',
    'procedures.draft-edited': 'Sửa quy trình đang soạn',
    'procedures.process-published': 'Ban hành quy trình',
    'procedures.process-retired': 'Thôi áp dụng quy trình',
  },
  permissions: {
    'procedures.catalogue.read': 'Xem danh mục thủ tục',
    'procedures.catalogue.edit': 'Nhập danh mục thủ tục',
    'procedures.offer.edit': 'Cấu hình thủ tục của cơ quan',
    'procedures.process.edit': 'Soạn và ban hành quy trình nội bộ',
  },
  refusals: {
    'procedures.limit-needed':
      'Chưa mở được: dữ liệu công bố không có một thời hạn duy nhất. Nhập thời hạn giải quyết.',
    'procedures.process-needed': (p: P) =>
      p.hours === ''
        ? 'Chưa có quy trình nội bộ không tính giờ nào đang áp dụng. Chọn quy trình, hoặc soạn và ban hành trước.'
        : `Chưa có quy trình nội bộ ${hours(p.hours)} giờ nào đang áp dụng. Chọn quy trình, hoặc soạn và ban hành trước.`,
    'procedures.process-not-published':
      'Quy trình này chưa ban hành, đã thôi áp dụng, hoặc của cơ quan khác. Chọn một quy trình đang áp dụng.',
    'procedures.process-hours-differ': (p: P) =>
      `Quy trình có ${hours(p.hours)} giờ, thời hạn giải quyết là ${hours(p.limit)} giờ làm việc. Chọn quy trình có tổng giờ bằng thời hạn.`,
    'procedures.unit-elsewhere': 'Phòng này không thuộc cơ quan, hoặc đã ngừng hoạt động. Chọn phòng khác.',
    'procedures.agency-closed': 'Cơ quan này đã ngừng hoạt động, không tiếp nhận thủ tục được nữa.',
    'procedures.offer-exists': (p: P) =>
      `Cơ quan đang tiếp nhận thủ tục ${p.code} rồi. Mở thủ tục đó để thay đổi cách thực hiện.`,
    'procedures.offer-closed':
      'Cách thực hiện này đã được thay hoặc đã thôi áp dụng. Mở lại danh sách thủ tục của cơ quan để xem bản hiện hành.',
    'procedures.case-repeated': (p: P) => `Trường hợp “${p.name}” có hai lần.`,
    'procedures.case-limit-missing': (p: P) => `Trường hợp “${p.name}” chưa có thời hạn.`,
    'procedures.case-paper-unknown': (p: P) =>
      `Trường hợp “${p.name}” cần giấy số ${p.no}, nhưng danh sách không có giấy này.`,
    'procedures.paper-repeated': (p: P) => `Có hai giấy cùng mang số ${p.no}.`,
    'procedures.version-not-newer': 'Đây là bản công bố đang dùng, không có bản nào mới hơn.',
    'procedures.date-in-future': (p: P) => `Ngày ${day(p.date)} chưa đến. Chọn từ hôm nay trở về trước.`,
    'procedures.unchanged': 'Không có gì khác với bản hiện hành, nên chưa thay đổi gì.',
    'procedures.hours-not-half': 'Giờ tính theo nửa giờ: 4; 4,5; 5.',
    'procedures.draft-exists': (p: P) =>
      `Quy trình “${p.name}” đã có bản đang soạn hoặc bản mới hơn. Mở bản đó để sửa tiếp.`,
    'procedures.process-not-draft': (p: P) =>
      `Quy trình “${p.name}” đã ban hành, không sửa được. Soạn phiên bản mới từ quy trình này.`,
    'procedures.process-faulty': (p: P) =>
      `Chưa ban hành được: quy trình còn ${p.count} chỗ cần sửa, ghi cạnh từng bước.`,
    'procedures.process-not-in-force': (p: P) => `Quy trình “${p.name}” không ở trạng thái đang áp dụng.`,
    'procedures.no-records': (p: P) => `Trong tệp ${p.name} không có bản ghi thủ tục nào (.txt). Chưa nạp gì.`,
    'procedures.archive-broken': (p: P) =>
      `Tệp nén ${p.name} bị hỏng, bị cắt hoặc quá lớn khi giải nén. Chưa nạp gì; tải lại tệp rồi thử lại.`,
    'procedures.process-in-use': (p: P) =>
      `Chưa thôi áp dụng được: còn ${p.count} thủ tục đang tiếp nhận theo quy trình “${p.name}”. Chuyển các thủ tục đó sang quy trình khác trước.`,
  },
}

function hours(value: string | number | undefined): string {
  return String(value ?? '').replace('.', ',')
}

function day(value: string | number | undefined): string {
  return String(value ?? '')
    .split('-')
    .toReversed()
    .join('/')
}
