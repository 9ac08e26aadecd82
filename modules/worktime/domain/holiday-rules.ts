import type { Mark } from './calendar.ts'
import type { LocalDate, Weekday } from './local-time.ts'

export type HolidayCode =
  | 'new-year'
  | 'tet'
  | 'hung-kings'
  | 'reunification'
  | 'labour'
  | 'national-day'
  | 'national-day-adjacent'
  | 'culture-day'

/**
 * A public holiday as a dated rule: an anchor day and the days off around it, as distances from the anchor.
 * `onWeekday` replaces `offsets` when the anchor falls on that weekday: which days of Tết and which neighbour of 2/9
 * are off is decided yearly, and this is the customary choice until the decision is entered.
 */
export type HolidayRule = {
  code: HolidayCode
  name: string
  anchor: { calendar: 'solar' | 'lunar'; month: number; day: number }
  offsets: readonly number[]
  onWeekday?: Partial<Record<Weekday, readonly number[]>>
  /** A weekly rest day that it covers is taken on the next working day. */
  compensated: boolean
  validFrom: LocalDate
  validTo?: LocalDate
  source: string
  mark: Mark
}

/** What an official decision fixed: the days of the rules it settles, and weekdays off worked on another day instead. */
export type HolidayDecision = {
  /** Rules whose computed days of that year are replaced by `off`, compensation included. */
  settles?: { year: number; codes: readonly HolidayCode[] }
  off?: readonly { from: LocalDate; to: LocalDate; code: HolidayCode }[]
  swaps?: readonly { off: LocalDate; worked: LocalDate }[]
  source: string
  mark: Mark
}

type Placed = Pick<HolidayRule, 'code' | 'name' | 'anchor' | 'offsets' | 'onWeekday' | 'mark'>

const CODE_1994 = { validFrom: '1995-01-01', validTo: '2013-04-30', source: 'Bộ luật Lao động 1994, Điều 73' }
const CODE_2012 = { validFrom: '2013-05-01', validTo: '2020-12-31', source: 'Bộ luật Lao động 2012, Điều 115.1' }
const CODE_2019 = { validFrom: '2021-01-01', source: 'Bộ luật Lao động 2019, Điều 112.1' }
const HUNG_KINGS_SINCE = '2007-04-11'

const NEW_YEAR = oneDay('new-year', 'Tết Dương lịch', solar(1, 1))
const HUNG_KINGS = oneDay('hung-kings', 'Ngày Giỗ Tổ Hùng Vương', lunar(3, 10))
const REUNIFICATION = oneDay('reunification', 'Ngày Chiến thắng', solar(4, 30))
const LABOUR = oneDay('labour', 'Ngày Quốc tế Lao động', solar(5, 1))
const NATIONAL_DAY = oneDay('national-day', 'Quốc khánh', solar(9, 2))
const CULTURE_DAY = oneDay('culture-day', 'Ngày Văn hóa Việt Nam', solar(11, 24))
const TET = { code: 'tet', name: 'Tết Âm lịch', anchor: lunar(1, 1), mark: 'expected' } as const
/** One day before and four from mùng 1, or two and three, so that the days off join a weekend. */
const TET_5: Placed = {
  ...TET,
  offsets: [-2, -1, 0, 1, 2],
  onWeekday: { 1: [-1, 0, 1, 2, 3], 2: [-1, 0, 1, 2, 3] },
}
const TET_4: Placed = { ...TET, offsets: [-1, 0, 1, 2] }
const BESIDE_NATIONAL_DAY: Placed = {
  ...NATIONAL_DAY,
  code: 'national-day-adjacent',
  offsets: [-1],
  onWeekday: { 1: [1], 4: [1], 7: [1] },
  mark: 'expected',
}

/**
 * Paid holidays since 1995. Those of the Labour Codes are compensated (2019: Art. 111.3); 24/11 was added by a
 * resolution and not to Art. 112.1, so compensation does not reach it.
 */
export const HOLIDAY_RULES: readonly HolidayRule[] = [
  ...compensated(CODE_1994, [NEW_YEAR, TET_4, REUNIFICATION, LABOUR, NATIONAL_DAY]),
  ...compensated({ ...CODE_1994, validFrom: HUNG_KINGS_SINCE }, [HUNG_KINGS]),
  ...compensated(CODE_2012, [NEW_YEAR, TET_5, HUNG_KINGS, REUNIFICATION, LABOUR, NATIONAL_DAY]),
  ...compensated(CODE_2019, [NEW_YEAR, TET_5, HUNG_KINGS, REUNIFICATION, LABOUR, NATIONAL_DAY, BESIDE_NATIONAL_DAY]),
  { ...CULTURE_DAY, compensated: false, validFrom: '2026-07-01', source: 'Nghị quyết 28/2026/QH16, Điều 2' },
]

/**
 * Decisions for the civil service. `notice`: the notice itself is quoted by a source that read it; `press`: as
 * newspapers or portals reported it; `compiled`: as public holiday tables carry it (vacanza/holidays and others).
 * The days of Tết are those of the whole break, its compensation included.
 */
export const HOLIDAY_DECISIONS: readonly HolidayDecision[] = [
  {
    ...settled(2018, ['2018-02-14', '2018-02-20']),
    swaps: [{ off: '2018-12-31', worked: '2019-01-05' }],
    source: 'Công văn 6519/VPCP-KGVX',
    mark: 'compiled',
  },
  {
    ...settled(2019, ['2019-02-04', '2019-02-08']),
    swaps: [{ off: '2019-04-29', worked: '2019-05-04' }],
    source: 'Thông báo của Bộ LĐTBXH về nghỉ lễ, tết năm 2019',
    mark: 'press',
  },
  {
    ...settled(2020, ['2020-01-23', '2020-01-29']),
    source: 'Thông báo của Bộ LĐTBXH về nghỉ Tết năm 2020',
    mark: 'press',
  },
  {
    ...settled(2021, ['2021-02-10', '2021-02-16'], '2021-09-03'),
    source: 'Thông báo của Bộ LĐTBXH về nghỉ lễ, tết năm 2021',
    mark: 'compiled',
  },
  {
    ...settled(2022, ['2022-01-31', '2022-02-04'], '2022-09-01'),
    source: 'Thông báo 4875/TB-LĐTBXH',
    mark: 'press',
  },
  {
    ...settled(2023, ['2023-01-20', '2023-01-26'], '2023-09-01'),
    source: 'Thông báo 5034/TB-LĐTBXH',
    mark: 'compiled',
  },
  {
    ...settled(2024, ['2024-02-08', '2024-02-14'], '2024-09-03'),
    source: 'Thông báo 5015/TB-LĐTBXH',
    mark: 'compiled',
  },
  {
    swaps: [{ off: '2024-04-29', worked: '2024-05-04' }],
    source: 'Công văn 2450/VPCP-KGVX',
    mark: 'press',
  },
  {
    ...settled(2025, ['2025-01-27', '2025-01-31'], '2025-09-01'),
    swaps: [{ off: '2025-05-02', worked: '2025-04-26' }],
    source: 'Thông báo 6150/TB-BLĐTBXH',
    mark: 'notice',
  },
  {
    swaps: [{ off: '2026-01-02', worked: '2026-01-10' }],
    source: 'Công văn 12729/VPCP-KGVX',
    mark: 'press',
  },
  {
    ...settled(2026, ['2026-02-16', '2026-02-20'], '2026-09-01'),
    source: 'Thông báo 9441/TB-BNV',
    mark: 'notice',
  },
  {
    swaps: [{ off: '2026-08-31', worked: '2026-08-22' }],
    source: 'Thông báo 9441/TB-BNV',
    mark: 'compiled',
  },
]

function solar(month: number, day: number): HolidayRule['anchor'] {
  return { calendar: 'solar', month, day }
}

function lunar(month: number, day: number): HolidayRule['anchor'] {
  return { calendar: 'lunar', month, day }
}

function oneDay(code: HolidayCode, name: string, anchor: HolidayRule['anchor']): Placed {
  return { code, name, anchor, offsets: [0], mark: 'law' }
}

function compensated(
  code: Pick<HolidayRule, 'validFrom' | 'validTo' | 'source'>,
  placed: readonly Placed[],
): HolidayRule[] {
  return placed.map(item => ({ ...item, ...code, compensated: true }))
}

function settled(
  year: number,
  [from, to]: readonly [LocalDate, LocalDate],
  besideNationalDay?: LocalDate,
): Pick<HolidayDecision, 'settles' | 'off'> {
  const tetDays = { from, to, code: 'tet' } as const
  if (besideNationalDay === undefined) return { settles: { year, codes: ['tet'] }, off: [tetDays] }
  return {
    settles: { year, codes: ['tet', 'national-day-adjacent'] },
    off: [tetDays, { from: besideNationalDay, to: besideNationalDay, code: 'national-day-adjacent' }],
  }
}
