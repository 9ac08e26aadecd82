import type { RefusalText } from '@congso/kernel/server'
import { formatNumber } from '@congso/ui'
import type { RefusalCode } from '../contract.ts'

/** Why something was not done, in Vietnamese: what did not happen, why, what to do next. */
export const refusalsVi: Readonly<Record<RefusalCode, RefusalText>> = {
  'casework.offer-closed': p =>
    `Chưa tiếp nhận được: thủ tục “${p.name}” vừa thay đổi hoặc đã ngừng nhận ở cơ quan này. Chọn lại thủ tục để xem nội dung mới.`,
  'casework.papers-unseen': p =>
    `Chưa tiếp nhận được: giấy số ${p.no} “${p.name}” chưa xem. Xem giấy rồi chọn kết quả.`,
  'casework.papers-to-fix': p =>
    `Chưa thực hiện được: giấy số ${p.no} “${p.name}” còn phải sửa. Hướng dẫn người nộp hoàn thiện, hoặc đổi kết quả xem sau khi đã sửa.`,
  'casework.fee-undecided': p => `Chưa ghi thu, chưa thu hay miễn “${p.name}”, hoặc chưa ghi số tiền.`,
  'casework.proxy-missing': 'Nộp thay người khác thì phải ghi giấy ủy quyền.',
  'casework.owner-missing': 'Nộp thay người khác thì phải ghi họ tên người ủy quyền.',
  'casework.not-your-turn': 'Hồ sơ đang ở người khác hoặc bộ phận khác. Chưa có gì thay đổi.',
  'casework.step-already-taken': 'Bước này đã có người làm xong. Tải lại trang để xem hồ sơ đang ở đâu.',
  'casework.action-unknown': 'Bước hiện tại của quy trình không có việc này.',
  'casework.ended': 'Hồ sơ đã giải quyết xong, không làm thêm bước nào được.',
  'casework.reason-missing': 'Ghi lý do, một câu là đủ.',
  'casework.holder-not-in-unit': 'Người được chọn không giữ vị trí nào ở bộ phận đang thụ lý.',
  'casework.already-claimed': 'Hồ sơ vừa có người nhận xử lý.',
  'casework.result-missing': 'Chưa có dự thảo kết quả để ký.',
  'casework.not-signed': 'Chưa cấp số được: kết quả chưa được ký duyệt.',
  'casework.not-ready-to-return': 'Chưa trả được: hồ sơ chưa có kết quả, hoặc được tiếp nhận ở quầy khác.',
  'casework.already-returned': 'Kết quả đã được trả trước đó. Không trả lần thứ hai.',
  'casework.collector-missing': 'Ghi họ tên người nhận thay.',
  'casework.already-decided':
    'Chưa rút được: kết quả đã được ký, hồ sơ chỉ rút được khi chưa có quyết định giải quyết. Trả kết quả cho người nộp theo cách thông thường.',
  'casework.log-too-long': p =>
    `Chưa tải được: bộ lọc có hơn ${formatNumber(Number(p.most))} hồ sơ. Thu hẹp bộ lọc, hoặc nhờ người quản trị máy chủ chạy lệnh export-xes.`,
  'casework.received-in-future': 'Thời điểm nhận không thể sau hiện tại.',
  'casework.no-calendar': 'Cơ quan chưa có lịch làm việc nên chưa tính được ngày hẹn.',
  'casework.nobody-for-step': p =>
    `Chưa chuyển được: bước “${p.step}” chưa có ai giữ vị trí tương ứng. Báo người quản trị bổ sung nhân sự.`,
}
