import type { ControlSheetData } from './control-sheet.ts'
import type { Issuer } from './official-paper.ts'
import type { ReceiptSlipData } from './receipt-slip.ts'

/** Papers of one invented commune, for tests: people, codes and the province do not exist. */
const issuer: Issuer = { parent: 'UBND xã Tân Hòa', name: 'Trung tâm Phục vụ hành chính công', place: 'Tân Hòa' }

export const slipExample: ReceiptSlipData = {
  issuer,
  number: '0827/TTPVHCC',
  code: 'H99.15-261119-0042',
  centre: 'Trung tâm Phục vụ hành chính công xã Tân Hòa',
  applicant: {
    name: 'Phạm Thị Thu Ngân',
    idNumber: '012345678771',
    address: 'Thôn Bãi Cháo, xã Tân Hòa, tỉnh Sơn Giang',
    phone: '0912 000 318',
    email: '',
  },
  principal: null,
  fullIds: false,
  content: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  papers: [
    { name: 'Tờ khai', originals: 1, copies: 0, electronic: false },
    { name: 'Giấy tờ chứng minh đã ly hôn', originals: 0, copies: 1, electronic: false },
  ],
  sets: 1,
  statutoryTime: '03 ngày làm việc',
  receivedAt: '2026-11-19T02:42:00.000Z',
  dueAt: '2026-11-25T02:42:00.000Z',
  pickup: 'Quầy trả kết quả',
  register: null,
  trackingUrl: 'https://tanhoa.songiang.example/h/H99.15-261119-0042',
  secret: 'K7M2P9Q',
  receiver: 'Lê Thu Hằng',
  digital: true,
}

export const sheetExample: ControlSheetData = {
  issuer,
  number: '0827/PKS-TTPVHCC',
  code: 'H99.15-261119-0042',
  handlingAgency: 'Phòng Văn hóa – Xã hội xã Tân Hòa',
  coordinating: ['Công an xã Tân Hòa'],
  receivedAt: '2026-11-19T02:42:00.000Z',
  dueAt: '2026-11-25T02:42:00.000Z',
  handOvers: [
    {
      from: 'Trung tâm Phục vụ hành chính công',
      to: 'Phòng Văn hóa – Xã hội',
      at: '2026-11-19T02:50:00.000Z',
      giver: 'Lê Thu Hằng',
      receiver: 'Trần Văn Khánh',
      result: 'on-time',
      note: '',
    },
    {
      from: 'Phòng Văn hóa – Xã hội',
      to: 'Lãnh đạo UBND xã',
      at: '2026-11-20T08:05:00.000Z',
      giver: 'Trần Văn Khánh',
      receiver: 'Nguyễn Đức Thịnh',
      result: 'late',
      note: 'Đã xác minh tại nơi cư trú trước đây',
    },
  ],
}
