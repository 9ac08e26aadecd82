import type { Paper, PaperKind } from './record-shape.ts'
import { block, isAbsent } from './record-text.ts'

export type PaperList = { papers: Paper[]; withoutQuantity: string[]; stray: string[] }

type Draft = { group: string | undefined; lines: string[]; quantity: { originals: number; copies: number } | undefined }

/**
 * Reads the list of required papers: `  [ group ]`, `    - name`, `      Số lượng: Bản chính: n, Bản sao: m`.
 * The portal prints papers outside every group after the last group without a mark, hence `groupUncertain` there.
 */
export function readPapers(lines: readonly string[]): PaperList {
  const { drafts, stray } = readDrafts(lines)
  const lastGroup = drafts.at(-1)?.group
  const allUnquantified = drafts.every(draft => quantity(draft) === 0)
  const papers = drafts.map(draft =>
    readPaper(draft, draft.group !== undefined && draft.group === lastGroup, allUnquantified),
  )
  const withoutQuantity = drafts.filter(draft => !draft.quantity).map(draft => block(draft.lines).trim())
  return { papers, withoutQuantity, stray }
}

function readDrafts(lines: readonly string[]): { drafts: Draft[]; stray: string[] } {
  const drafts: Draft[] = []
  const stray: string[] = []
  const titles = new Set<string>()
  let group: string | undefined
  let open: Draft | undefined
  for (const line of lines) {
    const title = groupTitle(line)
    const name = /^ {4}- (.*)$/.exec(line)
    const count = /^ {6}Số lượng: Bản chính: (\d{1,4}), Bản sao: (\d{1,4})\s*$/.exec(line)
    if (title !== undefined) {
      group = title === '' ? undefined : title
      titles.add(title)
      open = undefined
    } else if (count && open) {
      open.quantity = { originals: Number(count[1]), copies: Number(count[2]) }
      open = undefined
    } else if (name) {
      open = { group, lines: [name[1] ?? ''], quantity: undefined }
      drafts.push(open)
    } else if (open) open.lines.push(line)
    else if (!isAbsent(line)) stray.push(line.trim())
  }
  // A heading over nothing is a remark that the portal's form had no other place for.
  const used = new Set(drafts.map(draft => draft.group ?? ''))
  const empty = [...titles].filter(title => title !== '' && !used.has(title))
  return { drafts, stray: [...stray, ...empty] }
}

function groupTitle(line: string): string | undefined {
  const text = line.trimEnd()
  return text.startsWith('  [ ') && text.endsWith(']') ? text.slice(4, -1).trim() : undefined
}

function readPaper(draft: Draft, inLastGroup: boolean, allUnquantified: boolean): Paper {
  const name = block(draft.lines).trim()
  const kind = kindOf(name, draft, inLastGroup, allUnquantified)
  const form = formIn(name)
  const link = /https?:\/\/[^\s<>"]+[^\s<>".,;)]/.exec(name)?.[0]
  return {
    ...(draft.group === undefined ? {} : { group: draft.group }),
    ...(inLastGroup ? { groupUncertain: true as const } : {}),
    name,
    kind,
    originals: draft.quantity?.originals ?? 0,
    copies: draft.quantity?.copies ?? 0,
    ...(form ? { form } : {}),
    ...(link ? { link } : {}),
  }
}

/**
 * Submit unless the words say otherwise. An uncounted line is a note when it reads like a heading or a sentence, not when it
 * names a paper. A form under the last "show" heading is submitted: it may stand outside that group.
 */
function kindOf(name: string, draft: Draft, inLastGroup: boolean, allUnquantified: boolean): PaperKind {
  const counted = quantity(draft) > 0
  const group = draft.group ?? ''
  if (NOTE.test(name)) return 'note'
  if (!counted && (NOTE_GROUP.test(group) || (HEADING.test(name) && !FORM.test(name)))) return 'note'
  if (SHOW_NAME.test(name)) return 'show'
  if (!counted && !PAPER.test(name) && (SENTENCE.test(name) || (OPENER.test(name) && !allUnquantified))) return 'note'
  return SHOW_GROUP.test(group) && !(inLastGroup && FORM.test(name)) ? 'show' : 'submit'
}

const LEAD = String.raw`^[\s\-–+*•.(]{0,8}(?:(?:\d{1,2}(?:\.\d{1,2}){0,4}|[ivx]{1,4}|[a-zđ]\d?)[).\/]\s{0,4})?[\s\-–+*•]{0,4}`
const NOTE = led('lưu ý|ghi chú|chú ý|số lượng(?: hồ sơ)?\\s*:|số bộ hồ sơ|không quy định')
const NOTE_GROUP = led('lưu ý|ghi chú|chú ý')
const HEADING =
  /:\s*$|^[\s\-+*•]*(?:các )?(?:giấy tờ|thành phần hồ sơ|hồ sơ) (?:phải )?(?:nộp|xuất trình|gồm|bao gồm)\.?$/iu
const SHOW_NAME = new RegExp(
  `${LEAD}(?:giấy tờ )?(?:phải )?xuất trình(?!\\p{L}| cùng)|\\((?:để )?xuất trình\\)\\s*[.;]?$`,
  'iu',
)
const SHOW_GROUP =
  /^[\s\-+*•\d.]*(?:các )?(?:giấy tờ|thành phần hồ sơ|hồ sơ|chứng từ) (?:phải |cần )?xuất trình(?!.*(?:nộp|gửi))/iu
const FORM = led('tờ khai|đơn|mẫu|biểu mẫu|phiếu|giấy đề nghị|văn bản (?:đề nghị|ủy quyền|yêu cầu)|công văn|tờ trình')
const PAPER = led(
  '\\d* ?(?:tờ khai|đơn|mẫu|biểu mẫu|phiếu|giấy|văn bản|công văn|tờ trình|bản|báo cáo|hợp đồng|h[óo][aá] đơn|chứng từ|tài liệu|quyết định|hồ sơ|danh sách|danh mục|sổ|thẻ|ảnh|trình)',
)
/** Openings of uncounted lines that speak about a case, a person or a moment. */
const OPENER = led(
  'trường hợp|trong|đối với|người|cơ quan|cá nhân|tổ chức|doanh nghiệp|thương nhân|khi|nếu|việc|từ|chậm nhất|thời hạn|ngoài|có thể|ví dụ|tùy|tuỳ|đăng nhập|không',
)
/** Words of full sentences: they tell what happens, they name no paper. */
const SENTENCE =
  /có trách nhiệm|không phải nộp|phải được|không yêu cầu|có thể sử dụng|thì (?:người|cơ quan|không|được|phải)|thực hiện việc nộp/iu

function led(words: string): RegExp {
  return new RegExp(`${LEAD}(?:${words})(?!\\p{L})`, 'iu')
}

function quantity(draft: Draft): number {
  return draft.quantity ? draft.quantity.originals + draft.quantity.copies : 0
}

/** The form's number as printed: `Mẫu số 02`, `mẫu CT01`, `Mẫu 1a`, `mẫu HQ/2015/NK`. */
function formIn(name: string): string | undefined {
  return /(?<!\p{L})mẫu (?:đơn )?(?:số:? )?(?:(?=[A-ZĐ/.-]*\d)[\dA-ZĐ][\dA-Za-zĐđ]*(?:[-/.][\dA-ZĐ][\dA-Za-zĐđ]*)*)(?!\p{L})/iu.exec(
    name,
  )?.[0]
}
