import { maskIdTight } from '@congso/ui'
import { qr } from './codes.ts'
import type { PaperDefinition, PaperNode } from './definition.ts'
import { clean, field, momentInWords, officialPaper, type Issuer, paragraph } from './official-paper.ts'
import { paper, type PaperSize } from './paper-size.ts'
import { words } from './texts.vi.ts'

/** A person or organisation on the slip; what is empty is not printed. */
export type SlipPerson = { name: string; idNumber: string; address: string; phone: string; email: string }

/** A paper handed in; without originals and copies it came as an electronic copy, or is only named. */
export type SlipPaper = { name: string; originals: number; copies: number; electronic: boolean }

export type ReceiptSlipData = {
  issuer: Issuer
  /** Number and symbol: `0827/TTPVHCC`. */
  number: string
  code: string
  /** The receiving centre as written in a sentence. */
  centre: string
  applicant: SlipPerson
  /** Who authorised the applicant, and by which paper. */
  principal: (SlipPerson & { authorisation: string }) | null
  /** Identity numbers are masked unless a form must show them whole. */
  fullIds: boolean
  content: string
  papers: readonly SlipPaper[]
  sets: number
  /** As the procedure states it: `03 ngày làm việc`. */
  statutoryTime: string
  /** ISO 8601. */
  receivedAt: string
  /** ISO 8601. */
  dueAt: string
  pickup: string
  register: { book: string; serial: string } | null
  /** The public address under which this dossier can be followed. */
  trackingUrl: string
  /** What is asked for besides the code to follow the dossier; printed under the QR code, nothing where it is empty. */
  secret: string
  receiver: string
  /** Whether the receiver signs digitally. */
  digital: boolean
}

/**
 * Form 01 of TT 03/2025/TT-VPCP: receipt of a dossier and promise of its result. Black on A5 (or A4); whatever does not fit
 * flows to further pages.
 */
export function receiptSlip(data: ReceiptSlipData, size: PaperSize = 'A5'): PaperDefinition {
  const { gap, body } = paper(size)
  const show = (id: string) => (data.fullIds ? id : maskIdTight(id))
  const facts = { issuer: data.issuer, number: data.number, code: data.code, at: data.receivedAt }
  return officialPaper('receipt-slip', facts, size, [
    ...field(words.receivesFrom(clean(data.centre)), data.applicant.name, gap, true),
    ...personLines(data.applicant, show, gap),
    ...(data.principal ? field(words.authorisedBy, data.principal.name, gap, true) : []),
    ...(data.principal ? personLines(data.principal, show, gap) : []),
    ...field(words.authorisation, data.principal?.authorisation ?? '', gap),
    ...field(words.content, data.content, gap),
    ...paperList(data.papers, gap, body),
    paragraph(words.setsAndTime(data.sets, clean(data.statutoryTime)), gap),
    ending(data, size),
  ])
}

function personLines(person: SlipPerson, show: (id: string) => string, gap: number): PaperNode[] {
  const parts = [
    [words.idNumber, person.idNumber === '' ? '' : show(clean(person.idNumber))],
    [words.phone, clean(person.phone).replace(/ /g, nbsp)],
    [words.email, clean(person.email)],
  ].flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  const line = parts.length === 0 ? [] : [{ ...paragraph(parts.join(between), gap), alignment: 'left' as const }]
  return [...line, ...field(words.address, person.address, gap)]
}

function paperList(papers: readonly SlipPaper[], gap: number, body: number): PaperNode[] {
  if (papers.length === 0) return []
  const items = papers.map((item, index): PaperNode => {
    const text = [clean(item.name), quantity(item)].filter(Boolean).join(': ')
    // Columns rather than a list: in a list the number comes after its text for who reads or copies the file.
    return {
      columns: [
        { text: `${index + 1}.`, width: body * 1.5, alignment: 'right' },
        { text, width: '*', alignment: 'justify', margin: [0, 0, 0, 0.5] },
      ],
      columnGap: 4,
    }
  })
  return [paragraph(`${words.papers}:`, 1), { stack: items, margin: [0, 0, 0, gap] }]
}

function quantity(item: SlipPaper): string {
  return [
    item.originals > 0 ? words.originals(item.originals) : '',
    item.copies > 0 ? words.copies(item.copies) : '',
    item.electronic ? words.electronic : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** Times, place and signatures stay together: a signature never stands on a page of its own. */
function ending(data: ReceiptSlipData, size: PaperSize): PaperNode {
  const { gap } = paper(size)
  const pickup = clean(data.pickup)
  const stack: PaperNode[] = [
    ...field(words.received, momentInWords(data.receivedAt), gap, true),
    ...field(words.due, momentInWords(data.dueAt), gap, true),
    ...(pickup === '' ? [] : [paragraph(`${words.pickup}: ${pickup.replace(/\.$/, '')}.`, gap)]),
    ...(data.register
      ? [paragraph(`${words.register(clean(data.register.book), clean(data.register.serial))}.`, gap)]
      : []),
    signatures(data, size),
  ]
  return { stack, unbreakable: pickup.length + data.receiver.length < keptTogether }
}

/** Letters that surely fit on one A5 page with the signatures; a longer block must be allowed to break. */
const keptTogether = 900

function signatures(data: ReceiptSlipData, size: PaperSize): PaperNode {
  const m = paper(size)
  const code = m.body * 5.3
  const signer = (title: string, digital: boolean, name: string): PaperNode => ({
    stack: [
      { text: title, bold: true },
      { text: digital ? words.signDigitally : words.signByHand, italics: true, fontSize: m.small },
      { text: clean(name), margin: [0, m.body * (digital ? 2 : 3.5), 0, 0] },
    ],
    alignment: 'center',
    width: '*',
  })
  return {
    columns: [
      {
        stack: [
          qr(data.trackingUrl, code),
          { text: words.track, fontSize: m.small - 1.5, alignment: 'center', margin: [0, 2, 0, 0] },
          ...(data.secret === '' ? [] : secretLines(data.secret, m.small)),
        ],
        width: code,
      },
      signer(words.submitter, false, ''),
      signer(words.receiver, data.digital, data.receiver),
    ],
    columnGap: 10,
    margin: [0, m.gap * 2, 0, 0],
  }
}

function secretLines(secret: string, size: number): PaperNode[] {
  return [
    { text: words.secret, fontSize: size - 1.5, alignment: 'center' },
    { text: clean(secret), fontSize: size, bold: true, alignment: 'center' },
  ]
}

const nbsp = '\u00a0'
const between = `${nbsp}${nbsp} `
