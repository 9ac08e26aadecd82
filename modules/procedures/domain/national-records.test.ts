import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { publishedArchive, publishedFiles, type PublishedFile } from './national-archive.testing.ts'
import { parseRecord } from './national-record.ts'
import { LABELS, readSections } from './national-sections.ts'
import { contentHash } from '../store/content-hash.ts'
import { diffRecords } from './record-change.ts'
import type { NationalRecord, SectionKey, Unparsed } from './record-shape.ts'
import { isAbsent, normaliseText } from './record-text.ts'

type Read = { file: PublishedFile; text: string; record: NationalRecord; unparsed: Unparsed[] }

let files: PublishedFile[] = []
let read: Read[] = []
let refused: { name: string; reason: string }[] = []

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

beforeAll(() => {
  files = publishedArchive ? publishedFiles(publishedArchive) : []
  for (const file of files) {
    const parsed = parseRecord(file.text, file.name)
    if (parsed.ok) read.push({ file, text: normaliseText(file.text), record: parsed.record, unparsed: parsed.unparsed })
    else refused.push({ name: file.name, reason: parsed.reason })
  }
})

describe.skipIf(!publishedArchive)('the published records', () => {
  test('are all there and all read, none refused', () => {
    expect(files).toHaveLength(3905)
    expect(refused).toEqual([])
  })

  test('carry the code of their file', () => {
    expect(read.filter(({ file, record }) => !file.name.endsWith(`${record.code}.txt`))).toEqual([])
    expect(new Set(read.map(({ record }) => record.code)).size).toBe(read.length)
    expect(
      read
        .filter(({ unparsed }) => unparsed.some(({ why }) => why === 'unusual-code'))
        .map(({ record }) => record.code),
    ).toEqual(['2.009182739'])
  })

  test('keep every way of filing with its time row', () => {
    for (const { text, record } of read) {
      const rows = record.channels.reduce((sum, { times }) => sum + times.length, 0)
      expect(rows, record.code).toBe(count(text, /^ {2}\* Hình thức nộp: /gm))
      expect(rows, record.code).toBe(count(text, /^ {2}\* Hình thức nộp: .*\n {4}Thời hạn giải quyết:/gm))
      expect(new Set(record.channels.map(({ channel }) => channel)).size).toBe(record.channels.length)
    }
  })

  test('keep every paper with its quantities', () => {
    for (const { text, record } of read) {
      const lines = [...text.matchAll(/^ {6}Số lượng: Bản chính: (\d+), Bản sao: (\d+)$/gm)]
      expect(record.papers, record.code).toHaveLength(lines.length)
      expect(record.papers.map(({ originals, copies }) => `${originals}/${copies}`)).toEqual(
        lines.map(([, o, c]) => `${o}/${c}`),
      )
    }
  })

  test('keep every legal text', () => {
    for (const { text, record } of read) {
      const section = text.slice(text.indexOf('\nCăn cứ pháp lý:'), text.lastIndexOf('\nYêu cầu, điều kiện thực hiện:'))
      expect(record.legalBasis, record.code).toHaveLength(count(section, /^ {2}\* /gm))
    }
  })

  test('lose no line: what is not a label is found again in the record or among the texts not understood', () => {
    for (const { text, record, unparsed } of read) {
      const kept = keptTexts(record, unparsed)
      const lost = contentLines(text).filter(({ key, line }) => !kept(key).includes(line))
      expect(lost, record.code).toEqual([])
    }
  })

  test('never show a fee where the text has not given one', () => {
    for (const fee of read.flatMap(({ record }) => record.channels.flatMap(({ fees }) => fees))) {
      if (fee.reading === 'in-text' || fee.reading === 'doubtful') expect(fee.amount).toBeUndefined()
      else expect(fee.amount).toBe(fee.published)
      if (fee.reading === 'free')
        expect(fee.text).not.toMatch(/[1-9]\d{0,2}[.,]000|Hội đồng nhân dân|HĐND|Bộ Tài chính quy định|%/)
      if (fee.reading === 'published') expect(fee.amount).toBeGreaterThanOrEqual(1000)
    }
  })

  test('never give a time without saying where it was read', () => {
    for (const time of read.flatMap(({ record }) => record.channels.flatMap(({ times }) => times))) {
      if (time.reading === 'unreadable') expect([time.amount, time.unit]).toEqual([undefined, undefined])
      else expect(time.amount).toBeGreaterThan(0)
      if (time.reading === 'published') expect(Number(/^[\d.,]+/.exec(time.published)?.[0])).toBe(time.amount)
    }
  })

  test('divide lists without changing a letter', () => {
    for (const { text, record } of read) {
      for (const [label, names] of [
        ['Đối tượng thực hiện', record.subjects],
        ['Kết quả thực hiện', record.results],
        ['Cơ quan thực hiện', record.agencies.performing],
      ] as const) {
        const line = new RegExp(`^${label}: *(.*)$`, 'm').exec(text)?.[1] ?? ''
        expect(names.join(', '), record.code).toBe(isAbsent(line) ? '' : line.replace(/\s+/g, ' ').trim())
      }
    }
  })

  test('read the same again, whatever the line ends, the Unicode form or a byte-order mark', () => {
    for (const { file, record } of sample(60)) {
      for (const variant of [file.text.replaceAll('\n', '\r\n'), file.text.normalize('NFD'), `\uFEFF${file.text}`]) {
        const again = parseRecord(variant, file.name)
        expect(again).toMatchObject({ ok: true, record: { code: record.code } })
        if (again.ok) expect(diffRecords(record, again.record)).toEqual([])
      }
    }
  })

  test('have pairwise different contents', () => {
    expect(new Set(read.map(({ record }) => contentHash(record))).size).toBe(read.length)
  })
})

describe.skipIf(!publishedArchive)('damaged records', () => {
  test('cut off before the last section are refused', () => {
    for (const { file } of sample(25)) {
      const end = file.text.lastIndexOf('\nMô tả:')
      for (const share of [0.02, 0.3, 0.6, 0.9, 0.999]) {
        expect(parseRecord(file.text.slice(0, Math.floor(end * share)), file.name)).toMatchObject({ ok: false })
      }
    }
  })

  test('with shuffled lines never throw, and never read as something longer than they are', () => {
    const picked = sample(12)
    fc.assert(
      fc.property(fc.nat(picked.length - 1), fc.infiniteStream(fc.double({ noNaN: true })), (i, random) => {
        const { file } = picked[i] ?? { file: { name: '', text: '' } }
        const lines = file.text.split('\n')
        const weights = lines.map(() => random.next().value)
        const shuffled = lines
          .toSorted((a, b) => (weights[lines.indexOf(a)] ?? 0) - (weights[lines.indexOf(b)] ?? 0))
          .join('\n')
        const parsed = parseRecord(shuffled, file.name)
        if (parsed.ok) expect(parsed.record.papers.length).toBeLessThanOrEqual(lines.length)
      }),
      { numRuns: 40 },
    )
  })

  test('with two sections exchanged are refused', () => {
    const { file } = sample(1)[0] ?? { file: { name: '', text: '' } }
    const [, steps = '', channels = ''] =
      /(\nTrình tự thực hiện:[\s\S]*?)(\nCách thức thực hiện:[\s\S]*?)\nThành phần hồ sơ:/.exec(file.text) ?? []
    const exchanged = file.text.replace(steps + channels, () => channels + steps)
    expect(exchanged).not.toBe(file.text)
    expect(parseRecord(exchanged, file.name)).toMatchObject({ ok: false, reason: 'sections-out-of-order' })
  })
})

function sample(size: number): Read[] {
  const step = Math.floor(read.length / size)
  return read.filter((_, i) => i % step === 0).slice(0, size)
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Each line of a section without the layout's own words and marks, squeezed. */
function contentLines(text: string): { key: SectionKey; line: string }[] {
  const cut = readSections(text)
  if (!cut.ok) throw new Error(cut.reason)
  return LABELS.flatMap(([key]) => {
    const { inline = '', lines = [] } = cut.sections.get(key) ?? {}
    return [inline, ...lines].flatMap(line => pieces(key, line)).map(line => ({ key, line: squeeze(line) }))
  }).filter(({ line }) => line !== '')
}

function pieces(key: SectionKey, line: string): string[] {
  if (isAbsent(line)) return []
  if (key === 'papers') {
    if (/^ {6}Số lượng: Bản chính: /.test(line)) return []
    return [line.replace(/^ {2}\[ (.*) ?\]$/, '$1').replace(/^ {4}- /, '')]
  }
  if (key === 'legalBasis') return line.replace(/^ {2}\* /, '').split(/[()]/)
  if (key === 'steps') return [line.replace(/^ {2}\* /, '')]
  if (key !== 'channels') return [line]
  if (/^ {2}\* Hình thức nộp: /.test(line)) return []
  const value = line.replace(/^ {4}(?:Thời hạn giải quyết|Phí, lệ phí|Mô tả): ?/, '')
  if (isAbsent(value)) return []
  return line.startsWith('    Phí, lệ phí:') ? value.split(/(?:^|\s)\|(?=\s|$)/) : [value]
}

/** Everything the record and its findings hold for a section, squeezed. Levels and kinds become words of our own. */
function keptTexts(record: NationalRecord, unparsed: readonly Unparsed[]): (key: SectionKey) => string {
  const { agencies } = record
  const texts: Partial<Record<SectionKey, unknown>> = {
    code: record.code,
    decision: record.decision,
    name: record.name,
    levels: record.levels.map(
      level => ({ ministry: 'Cấp Bộ/Trung ương', province: 'Cấp Tỉnh', commune: 'Cấp Xã' })[level],
    ),
    kind: KINDS[record.kind ?? ''],
    field: record.field,
    steps: record.steps,
    channels: [
      record.channels,
      record.channels.flatMap(({ fees }) => fees).map(({ published, text }) => `${published} VNĐ (${text})`),
    ],
    papers: record.papers,
    subjects: record.subjects.join(', '),
    performing: agencies.performing.join(', '),
    competent: agencies.competent.join(', '),
    receivingAddress: agencies.receivingAddress,
    authorised: agencies.authorised.join(', '),
    coordinating: agencies.coordinating.join(', '),
    results: record.results.join(', '),
    legalBasis: record.legalBasis,
    conditions: record.conditions,
    keywords: record.keywords,
    description: record.description,
  }
  const squeezed = new Map<SectionKey, string>()
  return key => {
    const found = unparsed.filter(({ section }) => section === key).map(({ text }) => text)
    const known = squeezed.get(key) ?? [...strings(texts[key]), ...found].map(squeeze).join('\u0000')
    squeezed.set(key, known)
    return known
  }
}

const KINDS: Record<string, string> = {
  'detailed-under-law': 'TTHC được luật giao quy định chi tiết',
  'not-assigned': 'NOT_ASSIGNED_REGULATION',
  'local-regulation': 'LOCAL_REGULATION',
  'central-regulation': 'CENTRAL_REGULATION',
  other: 'OTHER',
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}
