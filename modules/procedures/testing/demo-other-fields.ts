import { show, submit, type DemoLine } from './demo-procedure.ts'

const COUNCIL = '0 VNĐ (Hội đồng nhân dân cấp tỉnh quyết định.)'
const FREE = '0 VNĐ ()'
const proxy = submit('Văn bản ủy quyền (nếu nộp thay)')
const residence = {
  field: 'Đăng ký, quản lý cư trú',
  units: ['police'],
  result: 'Thông báo kết quả đăng ký cư trú',
} as const
const business = {
  field: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
  decision: '2353/QĐ-BTC',
  units: ['economy'],
} as const
const building = { field: 'Hoạt động xây dựng', decision: '1077/QĐ-BXD', units: ['economy'], fee: COUNCIL } as const
const welfare = { field: 'Bảo trợ xã hội', units: ['society'], fee: FREE } as const
const councilFee = { name: 'Lệ phí', amount: null, text: 'Hội đồng nhân dân cấp tỉnh quyết định.' }

/** Residence, household business, building, land, welfare (one-stop standard §15). */
export const otherFields: readonly DemoLine[] = [
  {
    ...residence,
    code: '1.004222',
    name: 'Đăng ký thường trú',
    decision: '1523/QĐ-BCA-C06',
    time: [
      { channel: 'online', time: '7 WORKING_DAY' },
      { channel: 'direct', time: '7 WORKING_DAY' },
    ],
    fee: '20000 VNĐ (nộp trực tiếp; nộp trực tuyến 10.000 đồng)',
    fees: [
      { name: 'Lệ phí, nộp trực tiếp', amount: 20_000, text: '' },
      { name: 'Lệ phí, nộp trực tuyến', amount: 10_000, text: '' },
    ],
    limit: 7,
    papers: [
      submit('Tờ khai thay đổi thông tin cư trú', 1, 0, 'Mẫu CT01, Thông tư 53/2025/TT-BCA'),
      submit('Giấy tờ chứng minh chỗ ở hợp pháp', 0, 1),
    ],
  },
  {
    ...residence,
    code: '1.004194',
    name: 'Đăng ký tạm trú',
    decision: '9354/QĐ-BCA-C06',
    time: [
      { channel: 'online', time: '3 WORKING_DAY' },
      { channel: 'direct', time: '3 WORKING_DAY' },
    ],
    fee: '15000 VNĐ (nộp trực tiếp; nộp trực tuyến 7.000 đồng; theo danh sách 10.000 đồng và 5.000 đồng/người)',
    fees: [
      { name: 'Lệ phí, nộp trực tiếp', amount: 15_000, text: '' },
      { name: 'Lệ phí, nộp trực tuyến', amount: 7_000, text: '' },
      {
        name: 'Lệ phí theo danh sách',
        amount: null,
        text: 'Mỗi người 10.000 đồng nộp trực tiếp, 5.000 đồng nộp trực tuyến',
      },
    ],
    limit: 3,
    papers: [
      submit('Tờ khai thay đổi thông tin cư trú', 1, 0, 'Mẫu CT01'),
      submit('Giấy tờ chứng minh chỗ ở hợp pháp', 0, 1),
    ],
  },
  {
    ...business,
    code: '1.001612',
    name: 'Đăng ký thành lập hộ kinh doanh',
    result: 'Giấy chứng nhận đăng ký hộ kinh doanh',
    time: ' OTHER',
    note: '03 ngày làm việc.',
    fee: COUNCIL,
    fees: [
      { name: 'Lệ phí, nộp trực tiếp', amount: 50_000, text: '' },
      { name: 'Lệ phí, nộp trực tuyến hoặc qua bưu chính', amount: 150_000, text: '' },
    ],
    limit: 3,
    papers: [
      submit('Giấy đề nghị đăng ký hộ kinh doanh'),
      submit('Văn bản ủy quyền của các thành viên hộ gia đình', 0, 1),
      submit('Bản sao giấy tờ tùy thân (nếu chưa có tài khoản định danh)', 0, 1),
    ],
  },
  ...(
    [
      ['2.000720', 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh', 'Giấy chứng nhận đăng ký hộ kinh doanh'],
      ['1.001266', 'Chấm dứt hoạt động hộ kinh doanh', 'Thông báo chấm dứt hoạt động hộ kinh doanh'],
      [
        '1.001570',
        'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn của hộ kinh doanh',
        'Giấy xác nhận tạm ngừng kinh doanh',
      ],
    ] as const
  ).map(([code, name, result]): DemoLine => ({
    ...business,
    code,
    name,
    result,
    time: '1 OTHER',
    note: '01 ngày làm việc.',
    fee: COUNCIL,
    fees: [councilFee],
    limit: 1,
    papers: [submit('Thông báo theo mẫu của hộ kinh doanh'), proxy],
  })),
  {
    ...business,
    code: '1.014035',
    name: 'Dừng thực hiện thủ tục đăng ký hộ kinh doanh',
    result: 'Thông báo về việc dừng thủ tục',
    time: '1 OTHER',
    note: '03 ngày làm việc.',
    fee: COUNCIL,
    fees: [councilFee],
    limit: 3,
    papers: [submit('Giấy đề nghị dừng thực hiện thủ tục')],
  },
  {
    ...building,
    code: '1.013225',
    name: 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ',
    result: 'Giấy phép xây dựng',
    time: '10 ngày',
    note: '10 ngày làm việc (07 ngày làm việc đối với nhà ở riêng lẻ)',
    fees: [
      {
        name: 'Lệ phí cấp giấy phép xây dựng',
        amount: 75_000,
        text: 'Nghị quyết của Hội đồng nhân dân tỉnh Sơn Giang',
      },
    ],
    limit: 10,
    cases: [{ key: 'house', name: 'Nhà ở riêng lẻ', amount: 7, unit: 'working-day' }],
    papers: [
      submit('Đơn đề nghị cấp giấy phép xây dựng', 1, 0, 'Mẫu số 01 Phụ lục II Nghị định 175/2024/NĐ-CP'),
      submit('Giấy tờ chứng minh quyền sử dụng đất', 0, 1),
      submit('Bản vẽ thiết kế xây dựng', 2),
      submit('Giấy ủy quyền', 0, 1),
    ],
  },
  {
    ...building,
    code: '1.013226',
    name: 'Điều chỉnh giấy phép xây dựng đối với công trình cấp III, cấp IV và nhà ở riêng lẻ',
    result: 'Giấy phép xây dựng điều chỉnh',
    time: '9 ngày',
    note: '9 ngày làm việc (07 ngày làm việc đối với nhà ở riêng lẻ)',
    fees: [councilFee],
    limit: 9,
    cases: [{ key: 'house', name: 'Nhà ở riêng lẻ', amount: 7, unit: 'working-day' }],
    papers: [submit('Đơn đề nghị điều chỉnh giấy phép xây dựng'), submit('Giấy phép xây dựng đã cấp')],
  },
  {
    ...building,
    code: '1.013228',
    name: 'Cấp lại giấy phép xây dựng đối với công trình cấp III, cấp IV và nhà ở riêng lẻ',
    result: 'Giấy phép xây dựng cấp lại',
    time: '5 WORKING_DAY',
    fees: [councilFee],
    limit: 5,
    papers: [submit('Đơn đề nghị cấp lại giấy phép xây dựng'), submit('Giấy phép xây dựng đã cấp (nếu bị rách, nát)')],
  },
  {
    code: '1.013978',
    name: 'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận lần đầu',
    field: 'Đất đai',
    decision: '3380/QĐ-BNNMT',
    units: ['economy'],
    result: 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
    time: [
      { channel: 'online', time: '17 WORKING_DAY' },
      { channel: 'postal', time: '20 WORKING_DAY' },
      { channel: 'direct', time: '27 WORKING_DAY' },
    ],
    fee: '0 VNĐ (Theo quy định của tỉnh.)',
    limit: 27,
    cases: [
      { key: 'online', name: 'Nộp trực tuyến', amount: 17, unit: 'working-day' },
      { key: 'postal', name: 'Nộp qua bưu chính', amount: 20, unit: 'working-day' },
    ],
    papers: [
      submit('Đơn đăng ký đất đai, tài sản gắn liền với đất'),
      submit('Giấy tờ về quyền sử dụng đất', 0, 1),
      submit('Chứng từ thực hiện nghĩa vụ tài chính', 0, 1),
      submit('Danh sách thành viên hộ gia đình sử dụng đất'),
    ],
  },
  {
    code: '1.012812',
    name: 'Hòa giải tranh chấp đất đai',
    field: 'Đất đai',
    decision: '2304/QĐ-BNNMT',
    units: ['economy'],
    result: 'Biên bản hòa giải',
    time: [
      { channel: 'postal', time: '30 ngày' },
      { channel: 'direct', time: '40 ngày' },
    ],
    fee: FREE,
    limit: { amount: 40, unit: 'calendar-day' },
    cases: [{ key: 'postal', name: 'Nộp qua bưu chính', amount: 30, unit: 'calendar-day' }],
    papers: [submit('Đơn yêu cầu hòa giải tranh chấp đất đai')],
  },
  {
    ...welfare,
    code: '1.001699',
    name: 'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
    decision: '970/QĐ-BYT',
    result: 'Giấy xác nhận khuyết tật',
    time: '25 WORKING_DAY',
    limit: 25,
    papers: [submit('Đơn đề nghị', 1, 0, 'Mẫu số 01'), submit('Giấy tờ y tế chứng minh về khuyết tật', 0, 1)],
  },
  {
    ...welfare,
    code: '1.001776',
    name: 'Trợ cấp xã hội hằng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng',
    decision: '2072/QĐ-BYT',
    result: 'Quyết định trợ cấp xã hội hằng tháng',
    time: '10 WORKING_DAY',
    fee: 'Không có thông tin',
    fees: [],
    limit: 10,
    papers: [
      submit('Tờ khai đề nghị trợ giúp xã hội', 1, 0, 'Mẫu số 1a'),
      show('Giấy tờ tùy thân'),
      show('Giấy khai sinh hoặc Giấy xác nhận khuyết tật'),
    ],
  },
  {
    ...welfare,
    code: '1.014028',
    name: 'Hỗ trợ chi phí mai táng đối với đối tượng hưởng trợ cấp hưu trí xã hội',
    decision: '2180/QĐ-BYT',
    result: 'Quyết định hỗ trợ chi phí mai táng',
    time: '3 WORKING_DAY',
    limit: 3,
    papers: [submit('Tờ khai đề nghị hỗ trợ chi phí mai táng', 1, 0, 'Mẫu số 02, Nghị định 176/2025/NĐ-CP')],
  },
  {
    field: 'Hộ tịch',
    units: ['office', 'society'],
    code: '2.000986',
    name: 'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
    decision: 'QĐ/0001-BTP',
    result: 'Giấy khai sinh, thông báo đăng ký thường trú, thẻ bảo hiểm y tế',
    time: [{ channel: 'direct', time: '20 ngày' }],
    fee: FREE,
    limit: { amount: 20, unit: 'calendar-day' },
    papers: [submit('Tờ khai điện tử liên thông'), submit('Giấy chứng sinh'), show('Giấy tờ tùy thân của cha, mẹ')],
  },
]
