import type { AgencyKind, Rank, ReachWord, UnitKind } from '../organisation/store/tables.ts'

/** A position to be opened. `person` is a name of the mock-ups; without it a name is made up. */
export type PositionPlan = {
  key: string
  title: string
  rank: Rank
  person?: string
  roles: readonly (readonly [role: string, reach: ReachWord])[]
}
export type UnitPlan = { key: string; name: string; kind: UnitKind; positions: readonly PositionPlan[] }
export type AgencyPlan = {
  key: string
  code: string
  name: string
  shortName: string
  kind: AgencyKind
  address?: string
  phone?: string
  /** The key of an agency before it in the plan. */
  parent?: string
  units: readonly UnitPlan[]
}

/** Everything in the plan has stood since the two-tier government began. */
export const openedOn = '2025-07-01'

const leader = [['leader', 'agency']] as const
const head = [['division-head', 'unit']] as const
const officer = [['officer', 'unit']] as const
const counter = [
  ['counter-clerk', 'agency'],
  ['result-clerk', 'agency'],
] as const
const records = [['records-clerk', 'agency']] as const

/** The invented province tỉnh Sơn Giang (H99) of the mock-ups: its committee, a department, its centre and four communes. */
export const officePlan: readonly AgencyPlan[] = [
  {
    key: 'province',
    code: 'H99',
    name: 'Ủy ban nhân dân tỉnh Sơn Giang',
    shortName: 'UBND tỉnh Sơn Giang',
    kind: 'province',
    units: [
      {
        key: 'leadership',
        name: 'Lãnh đạo Ủy ban nhân dân tỉnh',
        kind: 'leadership',
        positions: [
          { key: 'chairman', title: 'Chủ tịch Ủy ban nhân dân tỉnh', rank: 'leader', roles: [['leader', 'subtree']] },
        ],
      },
      {
        key: 'office',
        name: 'Văn phòng Ủy ban nhân dân tỉnh',
        kind: 'office',
        positions: [
          {
            key: 'supervisor',
            title: 'Chuyên viên kiểm soát thủ tục hành chính',
            rank: 'officer',
            roles: [
              ['supervisor', 'subtree'],
              ['reporter', 'subtree'],
            ],
          },
          {
            key: 'catalogue',
            title: 'Quản trị danh mục thủ tục',
            rank: 'administrator',
            roles: [['catalogue-administrator', 'all']],
          },
          {
            key: 'administrator',
            title: 'Quản trị hệ thống',
            rank: 'administrator',
            roles: [['system-administrator', 'all']],
          },
          { key: 'reporter', title: 'Chuyên viên tổng hợp', rank: 'officer', roles: [['reporter', 'subtree']] },
        ],
      },
    ],
  },
  {
    key: 'department',
    code: 'H99.07',
    name: 'Sở Xây dựng tỉnh Sơn Giang',
    shortName: 'Sở Xây dựng',
    kind: 'department',
    parent: 'province',
    units: [
      {
        key: 'leadership',
        name: 'Lãnh đạo Sở',
        kind: 'leadership',
        positions: [
          { key: 'director', title: 'Giám đốc Sở', rank: 'leader', roles: leader },
          { key: 'deputy', title: 'Phó Giám đốc Sở', rank: 'deputy', person: 'Cầm Bá Lịch', roles: leader },
        ],
      },
      {
        key: 'office',
        name: 'Văn phòng Sở',
        kind: 'office',
        positions: [{ key: 'records', title: 'Văn thư', rank: 'records', roles: records }],
      },
      {
        key: 'construction',
        name: 'Phòng Quản lý xây dựng',
        kind: 'division',
        positions: [
          { key: 'head', title: 'Trưởng phòng Quản lý xây dựng', rank: 'head', roles: head },
          { key: 'officer', title: 'Chuyên viên', rank: 'officer', roles: officer },
        ],
      },
    ],
  },
  {
    key: 'centre',
    code: 'H99.01',
    name: 'Trung tâm Phục vụ hành chính công tỉnh Sơn Giang',
    shortName: 'TTPVHCC tỉnh',
    kind: 'centre',
    parent: 'province',
    units: [
      {
        key: 'leadership',
        name: 'Lãnh đạo Trung tâm',
        kind: 'leadership',
        positions: [{ key: 'director', title: 'Giám đốc Trung tâm', rank: 'leader', roles: leader }],
      },
      {
        key: 'one-stop',
        name: 'Bộ phận Tiếp nhận và trả kết quả',
        kind: 'one-stop',
        positions: [
          { key: 'clerk', title: 'Cán bộ tiếp nhận', rank: 'clerk', roles: counter },
          { key: 'clerk2', title: 'Cán bộ tiếp nhận', rank: 'clerk', roles: counter },
        ],
      },
    ],
  },
  commune('tan-hoa', 'H99.15', 'xã', 'Tân Hòa', {
    chairman: 'Hoàng Minh Tuệ',
    deputy: 'Lò Văn Chung',
    clerk: 'Lê Thu Hằng',
    chief: 'Quàng Thị Chiến',
    economyHead: 'Tô Văn Đệ',
    economyOfficer: 'Nguyễn Hữu Phước',
    societyOfficer: 'Đinh Thị Nguyệt',
  }),
  commune('an-binh', 'H99.16', 'phường', 'An Bình', {}),
  commune('dong-ha', 'H99.17', 'xã', 'Đông Hạ', {}),
  commune('suoi-nghe', 'H99.18', 'xã', 'Suối Nghệ', {}),
]

type CommuneStaff = Partial<
  Record<'chairman' | 'deputy' | 'clerk' | 'chief' | 'economyHead' | 'economyOfficer' | 'societyOfficer', string>
>

/** A commune as Decree 150/2025 organises it: two divisions, an office, a public-service centre; and the commune police. */
function commune(key: string, code: string, kind: 'xã' | 'phường', name: string, staff: CommuneStaff): AgencyPlan {
  const place = `${kind} ${name}`
  const police = kind === 'xã' ? 'Công an xã' : 'Công an phường'
  const economy = kind === 'xã' ? 'Phòng Kinh tế' : 'Phòng Kinh tế, Hạ tầng và Đô thị'
  const held = (who: keyof CommuneStaff) => (staff[who] ? { person: staff[who] } : {})
  return {
    key,
    code,
    name: `Ủy ban nhân dân ${place}`,
    shortName: `UBND ${place}`,
    kind: 'commune',
    parent: 'province',
    units: [
      {
        key: 'leadership',
        name: `Lãnh đạo Ủy ban nhân dân ${kind}`,
        kind: 'leadership',
        positions: [
          { key: 'leader', title: 'Chủ tịch', rank: 'leader', ...held('chairman'), roles: leader },
          { key: 'deputy', title: 'Phó Chủ tịch', rank: 'deputy', ...held('deputy'), roles: leader },
        ],
      },
      {
        key: 'one-stop',
        name: `Trung tâm Phục vụ hành chính công ${kind}`,
        kind: 'one-stop',
        positions: [
          { key: 'clerk', title: 'Cán bộ tiếp nhận và trả kết quả', rank: 'clerk', ...held('clerk'), roles: counter },
          { key: 'clerk2', title: 'Cán bộ tiếp nhận và trả kết quả', rank: 'clerk', roles: counter },
        ],
      },
      {
        key: 'office',
        name: 'Văn phòng HĐND và UBND',
        kind: 'office',
        positions: [
          { key: 'chief', title: 'Chánh Văn phòng', rank: 'head', ...held('chief'), roles: head },
          { key: 'records', title: 'Văn thư', rank: 'records', roles: records },
        ],
      },
      {
        key: 'economy',
        name: economy,
        kind: 'division',
        positions: [
          {
            key: 'head',
            title: `Trưởng ${economy.replace('Phòng', 'phòng')}`,
            rank: 'head',
            ...held('economyHead'),
            roles: head,
          },
          { key: 'officer', title: 'Chuyên viên', rank: 'officer', ...held('economyOfficer'), roles: officer },
        ],
      },
      {
        key: 'society',
        name: 'Phòng Văn hóa – Xã hội',
        kind: 'division',
        positions: [
          { key: 'head', title: 'Trưởng phòng Văn hóa – Xã hội', rank: 'head', roles: head },
          { key: 'officer', title: 'Chuyên viên', rank: 'officer', ...held('societyOfficer'), roles: officer },
        ],
      },
      {
        key: 'police',
        name: police,
        kind: 'other',
        positions: [
          { key: 'head', title: `Trưởng ${police}`, rank: 'head', roles: head },
          { key: 'officer', title: 'Cán bộ đăng ký cư trú', rank: 'officer', roles: officer },
        ],
      },
    ],
  }
}
