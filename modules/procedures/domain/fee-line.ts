import type { FeeLine } from './record-shape.ts'
import { isAbsent, oneLine } from './record-text.ts'

type FeeReadingLine = Omit<FeeLine, 'rows'>

/**
 * The fee rows of one published value, in order; empty when nothing was published. Rows are divided by ` | `. Other amounts
 * in the description beside the value ("from the third page …") make a fee vary.
 */
export function readFeeLines(value: string, note = ''): FeeReadingLine[] {
  const noted = amountsIn(note)
  return splitRows(value)
    .filter(row => !isAbsent(row))
    .map(readFeeLine)
    .map(line => ({ ...line, varies: line.varies || noted.some(amount => amount !== line.amount) }))
}

/** What a row publishes, equal for two rows exactly when they publish the same fee. */
export function feeKey({ published, text }: FeeReadingLine): string {
  return `${published ?? ''} VNĐ (${text})`
}

/**
 * Reads one fee row: `8000 VNĐ (words)` or words alone. Zero is free of charge only when the words are empty or say so:
 * the portal also prints 0 where the provincial council or another text sets the fee.
 */
function readFeeLine(row: string): FeeReadingLine {
  const match = /^(\d{1,15}) VNĐ \(([\s\S]*)\)$/.exec(row)
  const published = match ? Number(match[1]) : undefined
  const text = match ? (match[2] ?? '').trim() : row
  if (published === undefined) return { text, reading: 'in-text', varies: true }
  const line = { published, text }
  if (published === 0) {
    return saysFree(text)
      ? { ...line, amount: 0, reading: 'free', varies: false }
      : { ...line, reading: 'in-text', varies: true }
  }
  const amounts = amountsIn(text)
  const contradicted = amounts.length > 0 && !amounts.includes(published)
  if (published < SMALLEST_FEE || contradicted || foreign(text, published)) {
    return { ...line, reading: 'doubtful', varies: true }
  }
  const varies = amounts.some(amount => amount !== published) || SHARE.test(text)
  return { ...line, amount: published, reading: 'published', varies }
}

/** Below this the number is a fee in thousands or in dollars: no fee in the law's schedules is smaller per case. */
const SMALLEST_FEE = 1000

const SHARE = /\d\s*%|giảm|Hội đồng nhân dân|HĐND|từ \d[\d.]*\s*(?:đồng|đ)?\s*đến/iu

function splitRows(value: string): string[] {
  return value
    .split(/(?:^|\s)\|(?=\s|$)/)
    .map(row => row.trim())
    .filter(row => row !== '')
}

/** Only words that leave no other reading count; "không quy định" and "miễn lệ phí cho người…" do not. */
function saysFree(text: string): boolean {
  if (text.length > 200) return false
  const words = oneLine(text)
    .replace(/^[-+*(\s]+/, '')
    .replace(/[\s.;)]+$/, '')
  return /^(?:0(?: đồng| VNĐ)?|không|không có|không có thông tin|miễn phí|miễn (?:thu )?(?:phí|lệ phí|phí, lệ phí)|không (?:thu|mất) (?:phí|lệ phí|phí, lệ phí)|không phải nộp (?:phí|lệ phí|phí, lệ phí))?(?: \((?:theo )?(?:Thông tư|Nghị định|Luật)[^()]*)?$/iu.test(
    words,
  )
}

/** Amounts in đồng that the words name, thousands and millions resolved. */
function amountsIn(text: string): number[] {
  const amounts: number[] = []
  for (const [, digits, scale] of text.matchAll(AMOUNT)) {
    const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits ?? '')
    const number = Number(grouped ? digits?.replace(/[.,]/g, '') : digits?.replace(',', '.'))
    if (Number.isFinite(number)) amounts.push(number * (SCALES.get((scale ?? '').toLowerCase()) ?? 1))
  }
  return amounts
}

const AMOUNT =
  /(?<![\d.,/])(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)\s*(nghìn|ngàn|triệu|tỷ)?\s*(?:đồng|đông|VNĐ|VND|đ)(?!\p{L})/giu

const SCALES: ReadonlyMap<string, number> = new Map([
  ['nghìn', 1_000],
  ['ngàn', 1_000],
  ['triệu', 1_000_000],
  ['tỷ', 1_000_000_000],
])

/** The words give the published number in a foreign currency. */
function foreign(text: string, published: number): boolean {
  return [...text.matchAll(/(\d[\d.,]*)\s*(?:USD|EUR|đô la|Đôla|CHF|franc)/giu)].some(
    ([, digits]) => Number((digits ?? '').replace(/[.,]/g, '')) === published,
  )
}
