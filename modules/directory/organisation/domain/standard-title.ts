import { fold } from '@congso/kernel/contract'
import type { ReachWord } from '../../domain/right.ts'
import type { Rank } from './rank.ts'

/** Titles every office has, with the rank of the position they name; an office adds its own by opening positions. */
export const standardTitles: readonly (readonly [title: string, rank: Rank])[] = [
  ['Chủ tịch', 'leader'],
  ['Phó Chủ tịch', 'deputy'],
  ['Giám đốc', 'leader'],
  ['Phó Giám đốc', 'deputy'],
  ['Chánh Văn phòng', 'head'],
  ['Phó Chánh Văn phòng', 'head'],
  ['Trưởng phòng', 'head'],
  ['Phó Trưởng phòng', 'head'],
  ['Trưởng Công an xã', 'head'],
  ['Chỉ huy trưởng', 'head'],
  ['Chuyên viên', 'officer'],
  ['Chuyên viên chính', 'officer'],
  ['Công chức', 'officer'],
  ['Viên chức', 'officer'],
  ['Cán bộ tiếp nhận', 'clerk'],
  ['Cán bộ tiếp nhận và trả kết quả', 'clerk'],
  ['Văn thư', 'records'],
  ['Kế toán', 'other'],
  ['Quản trị hệ thống', 'administrator'],
]

/** The rank a title usually has: of the office's own positions first, then of the standard ones. */
export function rankOfTitle(title: string, own: readonly (readonly [title: string, rank: Rank])[]): Rank {
  const wanted = fold(title)
  return [...own, ...standardTitles].find(([known]) => fold(known) === wanted)?.[1] ?? 'other'
}

/** How far a role given with an import reaches: the unit for who works in one, the agency for who serves all of it. */
export function usualReach(rank: Rank): ReachWord {
  return rank === 'head' || rank === 'officer' ? 'unit' : 'agency'
}
