import type { Level, ProcedureKind } from './record-shape.ts'
import { splitAtOuterCommas } from './record-text.ts'

/** Names of a comma-separated list; `whole` when its commas could not be told from commas inside a name. */
export type NameList = { names: string[]; whole: boolean; unknown: string[] }

/** The levels named in a list, and the words that name none. */
export function readLevels(text: string): { levels: Level[]; unknown: string[] } {
  const levels = new Set<Level>()
  const unknown: string[] = []
  for (const name of text.split(/[,;\n]/).map(part => part.trim())) {
    const level = LEVELS.get(name.toLowerCase())
    if (level) levels.add(level)
    else if (name !== '') unknown.push(name)
  }
  return { levels: [...levels], unknown }
}

/** The portal's class of the procedure, undefined for a word it has not used so far. */
export function readKind(text: string): ProcedureKind | undefined {
  return KINDS.get(text)
}

/** Who may apply. The portal's own names contain commas, so they are recognised first, the longest first. */
export function readSubjects(text: string): NameList {
  const names: string[] = []
  const unknown: string[] = []
  let rest = text
  while (rest !== '') {
    const known = SUBJECTS.find(name => rest === name || rest.startsWith(`${name}, `))
    const name = known ?? splitAtOuterCommas(rest)[0] ?? rest
    if (!known) unknown.push(name)
    names.push(name)
    rest = rest.slice(name.length).replace(/^, /, '')
  }
  // A name that starts in lower case is the tail of the one before: the comma belonged to a name we do not know.
  if (names.some(name => !/^[\p{Lu}\d]/u.test(name))) return { names: [text], whole: true, unknown: [] }
  return { names, whole: false, unknown }
}

/** Agencies are divided after a full stop and where both sides start like an agency, the left one complete in itself. */
export function readAgencies(text: string): NameList {
  return divide(text, AGENCY, standsAlone)
}

/** Results are divided after a full stop and between the names of two result documents that start with a capital. */
export function readResults(text: string): NameList {
  return divide(text, RESULT, () => true)
}

/** The words end before any "of …" that could go on with a list. */
function standsAlone(words: string): boolean {
  return !/(?:^|\s)(?:thuộc|của|hoặc|và các)\s/u.test(words.replace(OF_COMMITTEE, ''))
}

function divide(text: string, start: RegExp, complete: (words: string) => boolean): NameList {
  const names: string[][] = []
  let open: string[] = []
  let divisible = false
  let whole = false
  for (const part of splitAtOuterCommas(text)) {
    const last = open.at(-1)
    if (last === undefined || /[.;]$/.test(last) || (divisible && start.test(part))) {
      open = [part]
      names.push(open)
      divisible = start.test(part) && complete(part)
      continue
    }
    open.push(part)
    divisible &&= complete(part)
    whole ||= /^[-+\s]*\p{Lu}/u.test(part) && !ENUMERATION_END.test(part)
  }
  return { names: names.map(parts => parts.join(', ')), whole, unknown: [] }
}

/** "… Thể thao và Du lịch": the end of a name that is itself an enumeration. */
const ENUMERATION_END = /^\p{L}+(?: \p{Ll}+){0,3} và \p{Lu}|^Dược cổ truyền/u

const OF_COMMITTEE = / thuộc (?:UBND|U[ỷy] ban nhân dân|Ủy ban nhân dân)(?: cấp (?:xã|tỉnh))?$/u

const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['cấp bộ/trung ương', 'ministry'],
  ['cấp bộ', 'ministry'],
  ['trung ương', 'ministry'],
  ['cấp trung ương', 'ministry'],
  ['cấp tỉnh', 'province'],
  ['cấp xã', 'commune'],
])

const KINDS: ReadonlyMap<string, ProcedureKind> = new Map([
  ['TTHC được luật giao quy định chi tiết', 'detailed-under-law'],
  ['NOT_ASSIGNED_REGULATION', 'not-assigned'],
  ['TTHC không được luật giao quy định chi tiết', 'not-assigned'],
  ['LOCAL_REGULATION', 'local-regulation'],
  ['CENTRAL_REGULATION', 'central-regulation'],
  ['OTHER', 'other'],
])

const SUBJECTS: readonly string[] = [
  'Công dân Việt Nam',
  'Công dân Việt Nam mà không xác định được nơi thường trú hoặc nơi tạm trú',
  'Cán bộ, công chức, viên chức',
  'Doanh nghiệp',
  'Doanh nghiệp Việt Nam',
  'Doanh nghiệp có vốn đầu tư nước ngoài',
  'Hợp tác xã',
  'Người Việt Nam định cư ở nước ngoài',
  'Người nước ngoài',
  'Người nước ngoài cư trú tại Việt Nam',
  'Người nước ngoài đã cư trú tại Việt Nam',
  'Tổ chức (không bao gồm doanh nghiệp, HTX)',
  'Tổ chức nước ngoài',
  'Tổ chức Đảng',
  'Đảng viên',
].toSorted((a, b) => b.length - a.length)

const AGENCY =
  /^(?:Bộ|Sở|Ủy ban|Uỷ ban|UBND|Cục|Chi cục|Tổng cục|Vụ|Văn phòng|Chi nhánh|Công an|Chủ tịch|Phòng|Ban|Trung tâm|Cơ quan|Thuế|Hải quan|Kho bạc|Ngân hàng|Tòa án|Toà án|Viện|Bảo hiểm|Cảng vụ|Đại sứ quán|Chính phủ|Thủ tướng|Thanh tra|Hội đồng|Biên phòng|Đồn|Quân khu|Trường|Đại học|Kiểm lâm|Hạt|Cơ sở|Tổ chức|Thủ trưởng|Giám đốc|Bộ trưởng|Tư lệnh|Bệnh viện|Quốc [Hh]ội|Các cơ quan|Các Sở|Đơn vị|Người đứng đầu)(?!\p{L})/u

const RESULT =
  /^[-+\s]*(?:Giấy|Quyết định|Thông báo|Văn bản|Bản|Phiếu|Sổ|Thẻ|Chứng chỉ|Chứng thư|Chứng nhận|Trích lục|Biên bản|Công văn|Tờ|Hợp đồng|Bằng|Hộ chiếu|Báo cáo|Danh sách|Kết quả|Kết luận|Mã số|Xác nhận)(?!\p{L})/u
