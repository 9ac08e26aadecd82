import { epoch, localDate, localMinute } from '@congso/kernel/contract'
import { barcode } from './codes.ts'
import type { Inline, PaperDefinition, PaperNode } from './definition.ts'
import { officialFont } from './fonts.ts'
import { formOn, type FormKind } from './forms.ts'
import { type Measures, paper, type PaperSize } from './paper-size.ts'
import { formSource, words } from './texts.vi.ts'

/** Who issues the paper: the body above, itself, and the name of the place for the date line. Written as in a sentence. */
export type Issuer = { parent: string; name: string; place: string }

/** What every paper of a dossier carries. `at` is the moment it is issued, ISO 8601; it also decides which law's form it is. */
export type PaperFacts = { issuer: Issuer; number: string; code: string; at: string }

/** A whole paper: the head in two columns, title, dossier code with its barcode, then the content; page x/y from page 2 on. */
export function officialPaper(
  kind: FormKind,
  facts: PaperFacts,
  size: PaperSize,
  content: PaperNode[],
): PaperDefinition {
  const m = paper(size)
  const form = formOn(kind, localDate(epoch(facts.at)))
  if (!form) throw new RangeError(`no form ${kind} on ${facts.at}`)
  const code = clean(facts.code)
  return {
    pageSize: m.page,
    pageMargins: m.margins,
    defaultStyle: { font: officialFont, fontSize: m.body, lineHeight: m.lineHeight, color: 'black' },
    language: 'vi-VN',
    info: {
      title: `${form.title} ${code}`,
      subject: formSource(form.number, form.circular),
      author: clean(facts.issuer.name),
      creator: 'Congso',
      producer: 'Congso',
      creationDate: new Date(epoch(facts.at)),
    },
    content: [
      head(facts, m),
      {
        text: form.title.toLocaleUpperCase('vi'),
        bold: true,
        fontSize: m.title,
        alignment: 'center',
        margin: [0, m.gap * 3, 0, 0],
      },
      { text: [`${words.code}: `, { text: code, bold: true }], alignment: 'center', margin: [0, 0, 0, 4] },
      { stack: [barcode(code, m.room, m.body * 2.1)], margin: [0, 0, 0, m.gap * 2] },
      ...content,
    ],
    header: (page, pages) => (page === 1 ? null : pageHead(page, pages, code, m)),
    footer: (page, pages) => (page === 1 && pages > 1 ? pageFoot(page, pages, m) : null),
  }
}

/** `Label: value` as a paragraph of its own; nothing where the value is empty. */
export function field(label: string, value: string, gap: number, strong = false): PaperNode[] {
  const text = clean(value)
  return text === '' ? [] : [paragraph([`${label}: `, strong ? { text, bold: true } : text], gap)]
}

/** A justified paragraph; `gap` is the space below it. */
export function paragraph(text: string | Inline[], gap: number): PaperNode {
  return { text, alignment: 'justify', margin: [0, 0, 0, gap] }
}

/** `09 giờ 42, ngày 19/11/2026` of a moment (ISO 8601) in Vietnam. */
export function momentInWords(at: string): string {
  const ms = epoch(at)
  const minute = localMinute(ms)
  return words.moment(Math.floor(minute / 60), minute % 60, ...dayMonthYear(ms))
}

/** One line of composed Unicode: printing knows no combining marks apart from their letters, nor line feeds in a value. */
export function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

/**
 * Breaks a centred name into lines of like length, as a typist would: `TRUNG TÂM PHỤC VỤ / HÀNH CHÍNH CÔNG`. `most` is the
 * number of letters a line holds; a longer word is left to the layout.
 */
export function balance(text: string, most: number): string {
  const lines = wrap(text, most)
  let best = lines
  for (let width = most - 1; width > 0; width--) {
    const narrower = wrap(text, width)
    if (narrower.length > lines.length) break
    best = narrower
  }
  return best.join('\n')
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Two columns in the proportion 5 to 7; number and date stand on one line, whatever the length of the names. */
function head({ issuer, number, at }: PaperFacts, m: Measures & { room: number }): PaperNode {
  const left = (m.room * 5) / 12
  const letters = Math.floor(left / (m.agency * 0.73))
  const name = (text: string) => balance(clean(text).toLocaleUpperCase('vi'), letters)
  const date = words.placeAndDate(clean(issuer.place), ...dayMonthYear(epoch(at)))
  const agency: PaperNode[] = [
    ...(issuer.parent === '' ? [] : [parentLine(name(issuer.parent), m.agency)]),
    { text: name(issuer.name), fontSize: m.agency, bold: true, alignment: 'center' },
    rule(left * 0.36, left),
  ]
  const nation: PaperNode[] = [
    { text: words.nation, fontSize: m.nation, bold: true, alignment: 'center' },
    { text: words.motto, fontSize: m.motto, bold: true, alignment: 'center' },
    rule(mottoWidth * m.motto, m.room - left),
  ]
  const row: PaperNode[] = [
    { text: words.number(clean(number)), alignment: 'center' },
    { text: date, italics: true, alignment: 'center' },
  ]
  return { table: { widths: [left, m.room - left], body: [[{ stack: agency }, { stack: nation }], row] }, layout: open }
}

function parentLine(text: string, fontSize: number): PaperNode {
  return { text, fontSize, alignment: 'center' }
}

/** The motto in bold, in ems: its rule is as long as the text (Decree 30/2020/NĐ-CP). */
const mottoWidth = 12.25

function rule(length: number, room: number): PaperNode {
  const from = (room - length) / 2
  return { canvas: [{ type: 'line', x1: from, y1: 1, x2: from + length, y2: 1, lineWidth: 0.7 }], margin: [0, 1, 0, 3] }
}

const open = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

/** Decree 30: Arabic, centred in the top margin, not on page 1. The code tells where a loose sheet belongs. */
function pageHead(page: number, pages: number, code: string, m: Measures): PaperNode {
  return {
    columns: [
      { text: '', width: '*' },
      { text: words.pageOf(page, pages), width: 'auto', alignment: 'center' },
      { text: code, fontSize: m.small, alignment: 'right', width: '*' },
    ],
    margin: [m.margins[0], m.margins[1] * 0.42, m.margins[2], 0],
  }
}

function pageFoot(page: number, pages: number, m: Measures): PaperNode {
  return {
    text: words.continued(page + 1, pages),
    italics: true,
    fontSize: m.small,
    alignment: 'right',
    margin: [m.margins[0], m.margins[3] * 0.25, m.margins[2], 0],
  }
}

function dayMonthYear(ms: number): [day: number, month: number, year: number] {
  const [year = 0, month = 0, day = 0] = localDate(ms).split('-').map(Number)
  return [day, month, year]
}
