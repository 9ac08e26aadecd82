import type { Actor, Id, InputOf } from '@congso/kernel/contract'
import type { Building } from '@congso/directory/testing'
import { setTariff } from './contract.ts'

// Verbatim from the national record of 1.004194.
const residenceExemption =
  'Trường hợp công dân thuộc diện được miễn phí theo quy định tại Điều 4 Thông tư số 75/2022/TT-BTC ngày 22/12/2022 quy định mức thu, chế độ thu, nộp và quản lý lệ phí đăng ký cư trú thì công dân phải xuất trình giấy tờ chứng minh thuộc diện được miễn trừ trường hợp thông tin đã có trong Cơ sở dữ liệu quốc gia về dân cư hoặc Cơ sở dữ liệu quốc gia, Cơ sở dữ liệu chuyên ngành mà đã được kết nối với Cơ sở dữ liệu quốc gia về dân cư.'

/** The fees that ministries set for the procedures of the demo, in force since 1 July 2025. */
export const nationalTariffs: readonly Omit<InputOf<typeof setTariff>, 'validFrom'>[] = [
  {
    procedure: '2.000635',
    name: 'Phí cấp bản sao trích lục hộ tịch',
    kind: 'fee',
    unit: 'bản',
    price: 8000,
    citation: 'Thông tư 281/2016/TT-BTC',
  },
  {
    procedure: '2.000815',
    name: 'Phí chứng thực bản sao từ bản chính',
    kind: 'fee',
    unit: 'trang',
    price: 2000,
    tierFrom: 3,
    tierPrice: 1000,
    most: 200_000,
    citation: 'Thông tư 226/2016/TT-BTC',
  },
  {
    procedure: '2.000884',
    name: 'Phí chứng thực chữ ký',
    kind: 'fee',
    unit: 'trường hợp',
    price: 10_000,
    citation: 'Thông tư 226/2016/TT-BTC',
  },
  {
    procedure: '1.004222',
    name: 'Lệ phí đăng ký thường trú',
    kind: 'charge',
    unit: 'lần',
    price: 20_000,
    online: 10_000,
    exemption: residenceExemption,
    citation: 'Thông tư 75/2022/TT-BTC',
  },
  {
    procedure: '1.004194',
    name: 'Lệ phí đăng ký tạm trú, cá nhân hoặc hộ gia đình',
    kind: 'charge',
    unit: 'lần',
    price: 15_000,
    online: 7000,
    exemption: residenceExemption,
    citation: 'Thông tư 75/2022/TT-BTC',
  },
  {
    procedure: '1.004194',
    name: 'Lệ phí đăng ký tạm trú theo danh sách',
    kind: 'charge',
    unit: 'người',
    price: 10_000,
    online: 5000,
    exemption: residenceExemption,
    citation: 'Thông tư 75/2022/TT-BTC',
  },
]

/** Sets the national tariffs through the command. */
export async function buildTariffs(house: Building, actor?: Actor): Promise<Id<'tariff'>[]> {
  const made: Id<'tariff'>[] = []
  for (const tariff of nationalTariffs)
    made.push((await house.run(setTariff, { ...tariff, validFrom: '2025-07-01' }, actor)).tariff)
  return made
}
