import type { AgencyPlan, PositionPlan, UnitPlan } from '@congso/directory/testing'

type Province = { key: string; code: string; name: string }
type District = {
  key: string
  code: string
  kind?: 'huyện' | 'thành phố'
  name: string
  clerks: number
  parent?: string
}
type Commune = { key: string; code: string; kind: 'xã' | 'phường' | 'thị trấn'; name: string; parent: string }

/** The divisions that the replayed procedures come to, the same in every district. */
const divisions = [
  { key: 'justice', name: 'Phòng Tư pháp', head: 'Trưởng phòng Tư pháp' },
  { key: 'finance', name: 'Phòng Tài chính – Kế hoạch', head: 'Trưởng phòng Tài chính – Kế hoạch' },
  { key: 'land', name: 'Chi nhánh Văn phòng Đăng ký đất đai', head: 'Giám đốc Chi nhánh' },
  { key: 'construction', name: 'Phòng Kinh tế và Hạ tầng', head: 'Trưởng phòng Kinh tế và Hạ tầng' },
  {
    key: 'welfare',
    name: 'Phòng Lao động – Thương binh và Xã hội',
    head: 'Trưởng phòng Lao động – Thương binh và Xã hội',
  },
  { key: 'interior', name: 'Phòng Nội vụ', head: 'Trưởng phòng Nội vụ' },
  { key: 'education', name: 'Phòng Giáo dục và Đào tạo', head: 'Trưởng phòng Giáo dục và Đào tạo' },
]

/** The committee of a province, which sees the work of all below it. */
export function province({ key, code, name }: Province): AgencyPlan {
  return {
    key,
    code,
    name: `Ủy ban nhân dân tỉnh ${name}`,
    shortName: `UBND tỉnh ${name}`,
    kind: 'province',
    units: [
      unit('leadership', 'Lãnh đạo Ủy ban nhân dân tỉnh', 'leadership', [
        { key: 'leader', title: 'Chủ tịch', rank: 'leader', roles: leader },
      ]),
      unit('office', 'Văn phòng Ủy ban nhân dân tỉnh', 'office', [
        { key: 'chief', title: 'Chánh Văn phòng', rank: 'head', roles: [...head, ['reporter', 'subtree']] },
        { key: 'administrator', title: 'Quản trị mạng', rank: 'administrator', roles: administrator },
      ]),
    ],
  }
}

/** A district as Decree 37/2014 organised it: its committee, the office with the one-stop unit, and divisions. */
export function district({ key, code, kind = 'huyện', name, clerks, parent }: District): AgencyPlan {
  return {
    key,
    code,
    name: `Ủy ban nhân dân ${kind} ${name}`,
    shortName: `UBND ${kind} ${name}`,
    kind: 'district',
    ...(parent ? { parent } : {}),
    units: [
      unit('leadership', `Lãnh đạo Ủy ban nhân dân ${kind}`, 'leadership', [
        { key: 'leader', title: 'Chủ tịch', rank: 'leader', roles: leader },
        { key: 'deputy', title: 'Phó Chủ tịch', rank: 'deputy', roles: leader },
        { key: 'deputy2', title: 'Phó Chủ tịch', rank: 'deputy', roles: leader },
      ]),
      unit('one-stop', 'Bộ phận Tiếp nhận và Trả kết quả', 'one-stop', clerksAt(clerks)),
      unit('office', `Văn phòng HĐND và UBND ${kind}`, 'office', [
        { key: 'chief', title: 'Chánh Văn phòng', rank: 'head', roles: [...head, ['reporter', 'subtree']] },
        { key: 'records', title: 'Văn thư', rank: 'records', roles: records },
        { key: 'administrator', title: 'Quản trị mạng', rank: 'administrator', roles: administrator },
      ]),
      ...divisions.map(division =>
        unit(division.key, division.name, 'division', [
          { key: 'head', title: division.head, rank: 'head', roles: head },
          { key: 'officer', title: 'Chuyên viên', rank: 'officer', roles: officer },
          { key: 'officer2', title: 'Chuyên viên', rank: 'officer', roles: officer },
        ]),
      ),
    ],
  }
}

/** A commune of the three-tier time (Law on Cadres 2008, Decree 92/2009): officials by field, no divisions. */
export function commune({ key, code, kind, name, parent }: Commune): AgencyPlan {
  const official = (unitKey: string, title: string) =>
    unit(unitKey, title, 'other', [{ key: 'officer', title: `Công chức ${title}`, rank: 'officer', roles: officer }])
  return {
    key,
    code,
    name: `Ủy ban nhân dân ${kind} ${name}`,
    shortName: `UBND ${kind} ${name}`,
    kind: 'commune',
    parent,
    units: [
      unit('leadership', `Lãnh đạo Ủy ban nhân dân ${kind}`, 'leadership', [
        { key: 'leader', title: 'Chủ tịch', rank: 'leader', roles: leader },
        { key: 'deputy', title: 'Phó Chủ tịch', rank: 'deputy', roles: leader },
      ]),
      unit('one-stop', 'Bộ phận Tiếp nhận và Trả kết quả', 'one-stop', clerksAt(2)),
      unit('office', 'Văn phòng – Thống kê', 'office', [
        { key: 'records', title: 'Công chức Văn phòng – Thống kê', rank: 'records', roles: records },
      ]),
      official('justice', 'Tư pháp – Hộ tịch'),
      official('land', 'Địa chính – Xây dựng'),
      official('society', 'Văn hóa – Xã hội'),
    ],
  }
}

/** Identifiers in the order of QCVN 102:2016; which number each had is not known here, so they are counted and so marked as made up. */
export function oldCode(province: string, districtNo: number, communeNo = 0): string {
  return ['000', String(communeNo).padStart(2, '0'), String(districtNo).padStart(2, '0'), province].join('.')
}

const leader = [['leader', 'subtree']] as const
const head = [['division-head', 'unit']] as const
const officer = [['officer', 'unit']] as const
const records = [['records-clerk', 'agency']] as const
const administrator = [
  ['system-administrator', 'all'],
  ['catalogue-administrator', 'all'],
] as const

function clerksAt(count: number): PositionPlan[] {
  return Array.from({ length: count }, (_, index) => ({
    key: index === 0 ? 'clerk' : `clerk${index + 1}`,
    title: 'Công chức tiếp nhận và trả kết quả',
    rank: 'clerk',
    roles: [
      ['counter-clerk', 'agency'],
      ['result-clerk', 'agency'],
    ],
  }))
}

function unit(key: string, name: string, kind: UnitPlan['kind'], positions: readonly PositionPlan[]): UnitPlan {
  return { key, name, kind, positions }
}
