import type { Sex } from './person.ts'

export const ethnicGroups = ['Kinh', 'Tày', 'Nùng', 'Thái', 'Mường', 'Mông', 'Dao', 'Khmer', 'Ê Đê'] as const
export type EthnicGroup = (typeof ethnicGroups)[number]

/** How the names of a group are built. A middle may be empty; Ê Đê names put the clan last and begin with Y or H'. */
export type EthnicNames = {
  readonly order: 'family-first' | 'family-last'
  readonly families: readonly (readonly [family: string, weight: number])[]
  readonly middles: Readonly<Record<Sex, readonly string[]>>
  readonly givens: Readonly<Record<Sex, readonly string[]>>
}

/** The names from which those of a group are put together. */
export function namesOf(group: EthnicGroup): EthnicNames {
  return names[group]
}

const kinhFamilies =
  'Nguyễn 38, Trần 11, Lê 10, Phạm 7, Hoàng 5, Vũ 4, Phan 4, Đặng 3, Bùi 3, Đỗ 3, Hồ 2, Ngô 2, Dương 2, Lý 1, Đinh 1, Trịnh 1, Mai 1'
const kinhMale = words(
  'Khải Phước Tuệ Đăng Dũng Hùng Minh Nam Sơn Tùng Quân Thắng Hiếu Bình Long Toàn Khánh Phong Việt Đạt',
)
const kinhFemale = words(
  'Hằng Thu Nguyệt Lan Hương Mai Ngọc Thảo Trang Yến Nhung Hạnh Hoa Linh Phương Quyên Tâm Vân Xuân Dung',
)

const names: Record<EthnicGroup, EthnicNames> = {
  Kinh: first(
    kinhFamilies,
    words('Văn Hữu Minh Đức Quang Thế Xuân Công Thành Ngọc'),
    words('Thị Thu Ngọc Thanh Minh Thùy Hồng Kim Bích'),
    kinhMale,
    kinhFemale,
  ),
  Tày: first(
    'Nông 5, Hoàng 5, Ma 3, Lương 3, Bế 2, Đàm 2, Triệu 1',
    words('Văn Đình Quốc'),
    words('Thị Bích Thu'),
    words('Thuấn Bằng Khoa Tuyển Hiệu Chiến Thiệu Lập Đoàn Vinh'),
    words('Niềm Thắm Hoạt Diệp Huệ Điệp Nhâm Thoa Liễu Bưởi'),
  ),
  Nùng: first(
    'Nông 4, Vi 4, Lục 3, Hoàng 3, Mông 1, Lăng 1',
    words('Văn Minh'),
    words('Thị'),
    words('Hòa Thàng Dìn Sầm Lìn Páo Kim Sáng'),
    words('Mới Dung Lìn Sen Nhình Xuyến Pham Éng'),
  ),
  Thái: first(
    'Lò 6, Lường 4, Quàng 4, Cầm 3, Tòng 3, Cà 2, Hà 2, Vì 2, Bạc 1',
    words('Văn'),
    words('Thị'),
    words('Chung Sểnh Thoản Hặc Pâng Ín Xương Tún Panh Biên Inh Phương'),
    words('Ún Phương Hặc Lả Xoan Ơi Chựa Pành Tóm Thương Panh Diên'),
  ),
  Mường: first(
    'Bùi 9, Đinh 5, Quách 3, Bạch 2, Phùng 1, Hà 1',
    words('Văn Thế Công Minh'),
    words('Thị'),
    words('Nhịn Đăng Chuẩn Thiềng Hưởng Ọp Lực Chiêm Dần Tỉnh'),
    words('Nguyệt Nhin Mến Quyết Dện Hiền Thoan Ẻn Nga Thiết'),
  ),
  Mông: first(
    'Giàng 5, Vàng 5, Sùng 4, Thào 4, Lý 3, Hạng 3, Vừ 2, Mùa 2, Cứ 1',
    ['A'],
    ['Thị'],
    words('Phềnh Chu Dơ Páo Tủa Sính Lử Chá Dình Pó Sử Vảng'),
    words('Mỷ Dở Sua Chà Xía Dợ Máy Pàng Sông Ghênh Cở Dua'),
  ),
  Dao: first(
    'Triệu 5, Bàn 5, Đặng 4, Lý 2, Chảo 2, Tẩn 2, Phùng 1',
    words('Văn Tòn Phúc Sành'),
    words('Thị Mùi'),
    words('Sơn Phin Kiềm Chàn Vảng Liều Quyên Thọ'),
    words('Mẩy Nhậy Pham Ghến Coi Chẳn Lai Hon'),
  ),
  Khmer: first(
    'Thạch 5, Sơn 4, Kim 3, Lâm 2, Danh 2, Châu 1',
    ['', 'Sa', 'Minh'],
    ['Thị', 'Thị Sa', ''],
    words('Rây Rinh Phép Thươl Khêl Sươl Vuông Thanh'),
    words('Ry Thia Phượl Na Quyên Thon Kha Mỹ'),
  ),
  'Ê Đê': {
    order: 'family-last',
    families: weighted('Niê 5, Mlô 4, Êban 3, Ayun 2, Byă 2, Kbuôr 1, Kpă 1'),
    middles: { male: [''], female: [''] },
    givens: {
      male: words('Thăng Blô Khăm Wun Sô Nguyên Lê Bliu'),
      female: words('Nga Loan Bliă Nhung Lê Hương Êmi Rin'),
    },
  },
}

function first(
  families: string,
  maleMiddles: readonly string[],
  femaleMiddles: readonly string[],
  male: readonly string[],
  female: readonly string[],
): EthnicNames {
  return {
    order: 'family-first',
    families: weighted(families),
    middles: { male: maleMiddles, female: femaleMiddles },
    givens: { male, female },
  }
}

function weighted(text: string): [family: string, weight: number][] {
  return text.split(', ').map(part => {
    const [family = '', weight = '1'] = part.split(' ')
    return [family, Number(weight)]
  })
}

function words(text: string): string[] {
  return text.split(' ')
}
