import type { PaperDefinition, PaperNode, Rules } from './definition.ts'
import { clean, field, momentInWords, officialPaper, type Issuer } from './official-paper.ts'
import { paper } from './paper-size.ts'
import { words } from './texts.vi.ts'

/** One hand-over of the dossier. The result is entered by the receiving side; null while it is not known. */
export type HandOver = {
  from: string
  to: string
  /** ISO 8601; null where the row is to be filled in by hand. */
  at: string | null
  giver: string
  receiver: string
  result: 'early' | 'on-time' | 'late' | null
  note: string
}

export type ControlSheetData = {
  issuer: Issuer
  /** Number and symbol: `0827/PKS-TTPVHCC`. */
  number: string
  code: string
  handlingAgency: string
  coordinating: readonly string[]
  /** ISO 8601. */
  receivedAt: string
  /** ISO 8601. */
  dueAt: string
  handOvers: readonly HandOver[]
}

/** Form 06 of TT 03/2025/TT-VPCP (Form 05 of TT 01/2018/TT-VPCP): the dossier's way from hand to hand, on A4. */
export function controlSheet(data: ControlSheetData): PaperDefinition {
  const { gap, small } = paper('A4')
  const facts = { issuer: data.issuer, number: data.number, code: data.code, at: data.receivedAt }
  return officialPaper('control-sheet', facts, 'A4', [
    ...field(words.handlingAgency, data.handlingAgency, gap),
    ...field(words.coordinating, data.coordinating.join('; ') || words.none, gap),
    ...field(words.receivedAt, momentInWords(data.receivedAt), gap),
    ...field(words.dueAt, momentInWords(data.dueAt), gap, true),
    handOverTable(data.handOvers.length > 0 ? data.handOvers : [empty]),
    { text: words.resultRule, italics: true, fontSize: small, margin: [0, gap, 0, 0] },
  ])
}

const empty: HandOver = { from: '', to: '', at: null, giver: '', receiver: '', result: null, note: '' }

function handOverTable(handOvers: readonly HandOver[]): PaperNode {
  const { small } = paper('A4')
  const c = words.columns
  const heads = [title(c.no), title(c.agency), title(c.handOver), resultHead(), title(c.notes)]
  return {
    table: {
      widths: [18, 118, '*', 74, 70],
      headerRows: 1,
      keepWithHeaderRows: 1,
      // A row kept whole must fit on a page; what does not fit would be lost.
      dontBreakRows: handOvers.every(isShort),
      body: [heads, ...handOvers.map((row, index) => tableRow(row, index + 1))],
    },
    layout: ruled,
    fontSize: small,
    margin: [0, 4, 0, 0],
  }
}

function title(text: string): PaperNode {
  return { text, bold: true, alignment: 'center' }
}

function resultHead(): PaperNode {
  return {
    stack: [
      { text: words.columns.result, bold: true },
      { text: words.columns.resultHint, italics: true, fontSize: paper('A4').small - 1 },
    ],
    alignment: 'center',
  }
}

function tableRow(row: HandOver, no: number): PaperNode[] {
  return [
    { text: String(no), alignment: 'center' },
    { stack: [party(words.gives, row.from), party(words.takes, row.to)] },
    {
      stack: [
        { text: row.at === null ? words.toFill : momentInWords(row.at), alignment: 'center', margin: [0, 0, 0, 3] },
        { columns: [hand(words.giver, row.giver), hand(words.taker, row.receiver)], columnGap: 4 },
      ],
    },
    { text: row.result ? words.results[row.result] : '', bold: row.result === 'late', alignment: 'center' },
    { text: clean(row.note) },
  ]
}

function party(label: string, unit: string): PaperNode {
  return { text: [{ text: `${label}: `, italics: true }, clean(unit) || '…………'], margin: [0, 0, 0, 2] }
}

function hand(label: string, name: string): PaperNode {
  return { stack: [{ text: label, italics: true }, { text: clean(name) }], alignment: 'center', width: '*' }
}

function isShort(row: HandOver): boolean {
  return [row.from, row.to, row.giver, row.receiver, row.note].every(text => text.length < 250)
}

const ruled: Rules = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}
