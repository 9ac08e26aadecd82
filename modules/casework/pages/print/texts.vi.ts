const nbsp = '\u00a0'

/** The wording of printed forms. They are official paper: Vietnamese by law, in every language of the screen. */
export const words = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: (number: string) => `Số: ${number}`,
  /** Decree 30/2020/NĐ-CP: days below 10 and months 1 and 2 take a leading zero. */
  placeAndDate: (place: string, day: number, month: number, year: number) =>
    `${place}, ${['ngày', two(day), 'tháng', month < 3 ? two(month) : month, 'năm', year].join(nbsp)}`,
  moment: (hour: number, minute: number, day: number, month: number, year: number) =>
    `${two(hour)} giờ ${two(minute)}, ngày ${two(day)}/${two(month)}/${year}`,
  code: 'Mã hồ sơ',
  pageOf: (page: number, pages: number) => `${page}/${pages}`,
  continued: (page: number, pages: number) => `Xem tiếp trang ${page}/${pages}`,

  receivesFrom: (centre: string) => `${centre} tiếp nhận hồ sơ của`,
  idNumber: 'Số định danh',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
  authorisedBy: 'Người ủy quyền',
  authorisation: 'Giấy tờ ủy quyền',
  content: 'Nội dung yêu cầu giải quyết',
  papers: 'Thành phần hồ sơ nộp gồm',
  originals: (count: number) => `${two(count)}${nbsp}bản${nbsp}chính`,
  copies: (count: number) => `${two(count)}${nbsp}bản${nbsp}sao`,
  electronic: `bản${nbsp}điện${nbsp}tử`,
  setsAndTime: (sets: number, time: string) =>
    `Số lượng hồ sơ: ${two(sets)} bộ. Thời gian giải quyết theo quy định: ${time}.`,
  received: 'Tiếp nhận',
  due: 'Trả kết quả',
  pickup: 'Nhận kết quả tại',
  pickups: {
    counter: 'Quầy trả kết quả',
    post: 'địa chỉ của người nộp, qua dịch vụ bưu chính',
    electronic: 'tài khoản của người nộp, bản điện tử',
  },
  register: (book: string, serial: string) => `Vào Sổ theo dõi hồ sơ, quyển số: ${book}, số thứ tự: ${serial}`,
  track: 'Tra cứu hồ sơ',
  secret: 'Mã bí mật',
  submitter: 'NGƯỜI NỘP',
  receiver: 'NGƯỜI TIẾP NHẬN',
  signByHand: '(Ký, ghi rõ họ tên)',
  signDigitally: '(Ký số)',

  sheetNumber: '……/PKS-TTPVHCC',
  handlingAgency: 'Cơ quan (bộ phận) giải quyết hồ sơ',
  coordinating: 'Cơ quan phối hợp giải quyết hồ sơ',
  none: 'không',
  receivedAt: 'Thời gian nhận hồ sơ',
  dueAt: 'Thời gian trả kết quả giải quyết hồ sơ',
  columns: {
    no: 'TT',
    agency: 'TÊN CƠ QUAN',
    handOver: 'THỜI GIAN GIAO, NHẬN HỒ SƠ',
    result: 'KẾT QUẢ GIẢI QUYẾT HỒ SƠ',
    resultHint: '(Trước hạn/ đúng hạn/ quá hạn)',
    notes: 'GHI CHÚ',
  },
  gives: 'Giao',
  takes: 'Nhận',
  giver: 'Người giao',
  taker: 'Người nhận',
  results: { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' },
  resultRule: 'Kết quả giải quyết hồ sơ do bên nhận hồ sơ ghi.',
  toFill: '…… giờ ……, ngày …/…/……',
}

/** Numbers and titles of the forms of the one-stop shop, circular by circular. */
export const formTitles = {
  current: {
    'receipt-slip': { number: '01', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' },
    supplement: { number: '02', title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ' },
    refusal: { number: '03', title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ' },
    apology: { number: '04', title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết' },
    suspension: { number: '05', title: 'Thông báo dừng giải quyết hồ sơ' },
    'control-sheet': { number: '06', title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ' },
    register: { number: '07', title: 'Sổ theo dõi hồ sơ' },
  },
  circular2018: {
    'receipt-slip': { number: '01', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' },
    supplement: { number: '02', title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ' },
    refusal: { number: '03', title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ' },
    apology: { number: '04', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả' },
    'control-sheet': { number: '05', title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ' },
    register: { number: '06', title: 'Sổ theo dõi hồ sơ' },
  },
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}

/** Which form of which circular a paper is. */
export function formSource(number: string, circular: string): string {
  return `Mẫu số ${number}, Thông tư ${circular}`
}
