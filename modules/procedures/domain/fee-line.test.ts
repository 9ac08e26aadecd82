import { describe, expect, test } from 'vitest'
import { readFeeLines } from './fee-line.ts'

describe('one row', () => {
  test.each([
    ['8000 VNĐ ()', { amount: 8000, reading: 'published', varies: false }],
    ['8000 VNĐ (8.000 đồng/bản)', { amount: 8000, reading: 'published', varies: false }],
    [
      '2000 VNĐ (2.000 đồng/trang, từ trang thứ 3 thu 1.000 đồng/trang)',
      { amount: 2000, reading: 'published', varies: true },
    ],
    ['150000 VNĐ (Hội đồng nhân dân tỉnh quyết định)', { amount: 150000, reading: 'published', varies: true }],
    ['17500000 VNĐ (17,5 triệu đồng/giấy)', { amount: 17_500_000, reading: 'published', varies: false }],
    ['0 VNĐ ()', { amount: 0, reading: 'free', varies: false }],
    ['0 VNĐ (Không)', { amount: 0, reading: 'free', varies: false }],
    ['0 VNĐ (- Miễn lệ phí (Thông tư số 1/2020/TT-BTC);)', { amount: 0, reading: 'free', varies: false }],
  ])('%s', (row, expected) => {
    expect(readFeeLines(row)).toEqual([{ published: Number.parseInt(row, 10), text: expect.any(String), ...expected }])
  })

  test.each([
    '0 VNĐ (Do Hội đồng nhân dân cấp tỉnh quy định)',
    '0 VNĐ (50.000 đồng/giấy)',
    '0 VNĐ (Miễn lệ phí cho người khuyết tật)',
    '0 VNĐ (Miễn lệ phí. Bản sao thu theo quy định.)',
    '0 VNĐ (Không quy định)',
    '0 VNĐ (75% mức thu lần đầu)',
    'Theo biểu phí kèm theo',
  ])('%s has its amount in the text', row => {
    const [fee] = readFeeLines(row)
    expect(fee?.reading).toBe('in-text')
    expect(fee?.amount).toBeUndefined()
    expect(row).toContain(fee?.text)
  })

  test.each([
    ['dollars', '145 VNĐ (Thẻ hai năm: 145 USD/thẻ)'],
    ['dollars beyond a thousand', '1000000 VNĐ (Nộp một lần: 1.000.000 USD)'],
    ['thousands', '20 VNĐ (20.000 đồng/tờ khai)'],
    ['too little to be đồng', '70 VNĐ (Cấp mới)'],
    ['another amount in the words', '2000000 VNĐ (áp dụng 1.000.000 đồng/hồ sơ đến hết năm)'],
  ])('%s is doubtful and gives no amount', (_, row) => {
    const [fee] = readFeeLines(row)
    expect(fee).toMatchObject({ reading: 'doubtful', published: Number.parseInt(row, 10) })
    expect(fee?.amount).toBeUndefined()
  })
})

test('several rows, empty ones and absent ones', () => {
  expect(readFeeLines('0 VNĐ () | 500000 VNĐ (Phí) | Theo quy định').map(({ reading }) => reading)).toEqual([
    'free',
    'published',
    'in-text',
  ])
  expect(readFeeLines(' |  | ')).toEqual([])
  expect(readFeeLines('Không có thông tin')).toEqual([])
  expect(readFeeLines('')).toEqual([])
  expect(readFeeLines('| T').map(({ text }) => text)).toEqual(['T'])
})

test('other amounts in the description make a fee vary', () => {
  expect(readFeeLines('2000 VNĐ (/trang)', 'Từ trang thứ 3 thu 1.000 đồng/trang')).toMatchObject([
    { amount: 2000, varies: true },
  ])
  expect(readFeeLines('2000 VNĐ (/trang)', 'Thu 2.000 đồng/trang')).toMatchObject([{ amount: 2000, varies: false }])
})
