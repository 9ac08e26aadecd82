import type { Duration, TimeUnit } from './record-shape.ts'
import { oneLine } from './record-text.ts'

/**
 * The one time limit a text states, or undefined when it states none, several, or one that holds only in some case,
 * for some step or before some event: those a person must read. "Ngày" alone means calendar days, as in the Civil Code.
 */
export function readDuration(text: string): Duration | undefined {
  if (CONDITIONAL.test(text)) return undefined
  const [first, ...others] = durationsIn(text)
  if (!first?.unit || others.length > 0) return undefined
  const stated = sentences(text).some(sentence => STATEMENT.test(sentence) && readsWhole(sentence))
  return stated ? { amount: first.amount, unit: first.unit } : undefined
}

/** Every length of time that a text names, in its order; the unit is absent where the words leave it open ("giờ", "tuần"). */
export function durationsIn(text: string): { amount: number; unit: TimeUnit | undefined }[] {
  return [...text.matchAll(DURATION)].map(durationOf)
}

/** True when the text promises the result within the day of filing. */
export function promisesSameDay(text: string): boolean {
  return sentences(text).some(sentence => SAME_DAY.test(sentence))
}

/** The hour (0–23) after which a same-day promise moves to the next working day, where the text names one. */
export function sameDayUntilHour(text: string): number | undefined {
  const hour = /sau (?:thời điểm )?(\d{1,2})\s*(?:giờ|h)(?![\p{L}\d])/iu.exec(text)?.[1]
  return hour && Number(hour) < 24 ? Number(hour) : undefined
}

const NUMBER = String.raw`(?<![\d/.,-])(\d{1,4}(?:[.,]\d{1,2})?)`
const DURATION_SOURCE = String.raw`${NUMBER}\s*(?:\([\p{L}\s]{1,30}\)\s*)?(ngày làm việc|ngày|giờ làm việc|giờ|phút|tuần|tháng|quý|năm)(?![\p{L}])(?!\s*\d)`
const DURATION = new RegExp(DURATION_SOURCE, 'giu')

/** Words after which a number of days holds for one case or step only. */
const CONDITIONAL =
  /trường hợp|đối với|tùy |tuỳ |riêng |mỗi |từng |gia hạn|cộng thêm|tăng thêm|kéo dài|trước khi|trước ngày|bước \d|ít nhất|tối thiểu|\+ thời gian|không bao gồm các|\/\s*(?:lần|bộ|tờ)/iu

const STATEMENT = new RegExp(
  String.raw`^(?:(?:tổng )?thời (?:hạn|gian)(?: (?:giải quyết|thực hiện|xử lý))?(?: (?:hồ sơ|thủ tục hành chính|thủ tục|TTHC))?(?: là)?\s*:?\s*)?` +
    String.raw`(?:(?:không quá|tối đa(?: là)?|trong thời hạn|trong thời gian|trong vòng|chậm nhất(?: là)?|là)\s+){0,2}` +
    DURATION_SOURCE,
  'iu',
)

/** After the number only its starting point or what is not counted may follow, never another event. */
const REST =
  /^(?:\s*làm việc)?\s*[,;.]?\s*(?:$|\(?(?:kể |tính )?từ (?:ngày|khi|thời điểm|lúc)|\(?không (?:tính|kể|bao gồm)|\(?sau khi nhận)/iu

function readsWhole(sentence: string): boolean {
  const match = STATEMENT.exec(sentence)
  return match !== null && REST.test(sentence.slice(match[0].length))
}

function durationOf(match: RegExpMatchArray): { amount: number; unit: TimeUnit | undefined } {
  return { amount: Number((match[1] ?? '').replace(',', '.')), unit: UNITS.get((match[2] ?? '').toLowerCase()) }
}

/** "Giờ" alone may be clock or working hours and is left to a person. */
const UNITS: ReadonlyMap<string, TimeUnit> = new Map([
  ['ngày làm việc', 'working-day'],
  ['ngày', 'calendar-day'],
  ['giờ làm việc', 'working-hour'],
  ['tháng', 'month'],
  ['năm', 'year'],
])

const SAME_DAY =
  /^(?:thời (?:hạn|gian) (?:giải quyết|thực hiện|trả kết quả)[^.;]{0,60}?\s)?ngay trong (?:ngày|buổi) ?(?:làm việc)?(?=\s*[\p{L},;.(]|$)|^(?:(?:thời hạn|thời gian) )?(?:giải quyết |thực hiện |trả kết quả )?trong ngày(?: làm việc)?(?:\s*(?:[.,;(]|$)| (?:nhận|tiếp nhận|cơ quan))/iu

function sentences(text: string): string[] {
  return text
    .split(/\n|(?<=[.;])\s+(?=\p{Lu}|\d|[-+*])/u)
    .map(sentence => oneLine(sentence).replace(/^(?:[-+*•]|\d+\.(?=\s)|[a-zđ]\))\s*/u, ''))
    .filter(sentence => sentence !== '')
}
