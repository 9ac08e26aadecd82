import { readChannels } from './channel-rows.ts'
import { readLegalBasis } from './legal-basis.ts'
import { readAgencies, readKind, readLevels, readResults, readSubjects } from './name-lists.ts'
import { LABELS, readSections, type Section, type Sections } from './national-sections.ts'
import { readPapers } from './paper-line.ts'
import { parseProcedureCode, type ProcedureCode } from './procedure-code.ts'
import type { NationalRecord, RefusalReason, SectionKey, Unparsed, UnparsedReason } from './record-shape.ts'
import { block, isAbsent, normaliseText, oneLine } from './record-text.ts'
import { readSteps } from './step-cases.ts'
import { channelFindings } from './channel-findings.ts'

export type ParsedRecord =
  | { ok: true; record: NationalRecord; unparsed: Unparsed[] }
  | { ok: false; reason: RefusalReason; detail?: string }

/**
 * Reads one procedure record of the national portal. Never throws and never guesses: a record is refused with a reason, or
 * read with every text kept and everything not understood listed in `unparsed`. `fileName` is checked against the code when
 * it is itself a code (`1.000005.txt`).
 */
export function parseRecord(text: string, fileName: string): ParsedRecord {
  if (text.length > MAX_LENGTH) return { ok: false, reason: 'too-large' }
  if (/[\0\uFFFD]/.test(text)) return { ok: false, reason: 'not-text' }
  const normal = normaliseText(text)
  if (normal.trim() === '') return { ok: false, reason: 'empty' }
  const cut = readSections(normal)
  if (!cut.ok) return cut
  const reader = sectionReader(cut)
  const code = parseProcedureCode(reader.line('code') ?? '')
  if (!code) return { ok: false, reason: 'code-malformed', detail: reader.line('code') ?? '' }
  const named = parseProcedureCode(baseName(fileName))
  if (named && named.national !== code.national) {
    return { ok: false, reason: 'code-differs-from-file-name', detail: code.full }
  }
  const name = reader.line('name')
  if (!name) return { ok: false, reason: 'name-missing' }
  return { ok: true, record: readRecord(reader, code, name), unparsed: reader.unparsed }
}

/** Characters; several times the longest published record. A larger file is something else. */
const MAX_LENGTH = 1_000_000

type Reader = {
  unparsed: Unparsed[]
  section: (key: SectionKey) => Section
  /** The section as one line, undefined when nothing was published. */
  line: (key: SectionKey) => string | undefined
  /** The section with its line breaks. */
  text: (key: SectionKey) => string | undefined
  flag: (section: SectionKey, why: UnparsedReason, texts: readonly string[]) => void
}

function readRecord(reader: Reader, code: ProcedureCode, name: string): NationalRecord {
  const { line, text, section, flag } = reader
  if (code.unusual) flag('code', 'unusual-code', [code.full])
  const levels = readLevels(line('levels') ?? '')
  flag('levels', 'unknown-level', levels.unknown)
  const kindText = line('kind')
  const kind = kindText === undefined ? undefined : readKind(kindText)
  if (kindText !== undefined && !kind) flag('kind', 'unknown-kind', [kindText])
  if (/\S\s*\n\s*\S/.test(text('name') ?? '')) flag('name', 'name-on-several-lines', [text('name') ?? ''])
  const channels = readChannels(linesOf(section('channels')))
  flag('channels', 'unknown-channel', channels.unknown)
  flag('channels', 'stray-text', channels.stray)
  reader.unparsed.push(...channelFindings(channels.channels))
  const papers = readPapers(linesOf(section('papers')))
  flag('papers', 'quantity-missing', papers.withoutQuantity)
  flag('papers', 'stray-text', papers.stray)
  const legal = readLegalBasis(linesOf(section('legalBasis')))
  flag('legalBasis', 'stray-text', legal.stray)
  flag(
    'legalBasis',
    'number-missing',
    legal.entries.filter(entry => !entry.number).map(entry => entry.title),
  )
  return {
    code: code.full,
    nationalCode: code.national,
    decision: line('decision'),
    name,
    levels: levels.levels,
    kind,
    field: line('field'),
    steps: readSteps(linesOf(section('steps'))),
    channels: channels.channels,
    papers: papers.papers,
    subjects: list(reader, 'subjects', readSubjects),
    agencies: {
      performing: list(reader, 'performing', readAgencies),
      competent: list(reader, 'competent', readAgencies),
      authorised: list(reader, 'authorised', readAgencies),
      coordinating: list(reader, 'coordinating', readAgencies),
      receivingAddress: text('receivingAddress'),
    },
    results: list(reader, 'results', readResults),
    legalBasis: legal.entries,
    conditions: text('conditions'),
    keywords: line('keywords') === undefined ? [] : [line('keywords') ?? ''],
    description: text('description'),
  }
}

function list(reader: Reader, key: SectionKey, read: typeof readResults): string[] {
  const text = reader.line(key)
  if (text === undefined) return []
  const { names, whole, unknown } = read(text)
  if (whole) reader.flag(key, 'list-kept-whole', [text])
  reader.flag(key, 'unknown-name', unknown)
  return names
}

function sectionReader(cut: Extract<Sections, { ok: true }>): Reader {
  const unparsed: Unparsed[] = cut.repeated.map(({ section, line }) => ({ section, text: line, why: 'label-repeated' }))
  for (const [key, label] of LABELS) {
    if (!cut.sections.has(key)) unparsed.push({ section: key, text: label, why: 'section-missing' })
  }
  const section = (key: SectionKey) => cut.sections.get(key) ?? { inline: '', lines: [] }
  const text = (key: SectionKey) => {
    const whole = block([section(key).inline.trimStart(), ...section(key).lines])
    return isAbsent(whole) ? undefined : whole
  }
  const line = (key: SectionKey) => {
    const whole = text(key)
    return whole === undefined ? undefined : oneLine(whole)
  }
  const flag = (key: SectionKey, why: UnparsedReason, texts: readonly string[]) => {
    for (const each of texts) unparsed.push({ section: key, text: each, why })
  }
  return { unparsed, section, text, line, flag }
}

/** The lines of a section that starts below its label; text beside the label comes first. */
function linesOf(section: Section): string[] {
  return section.inline.trim() === '' ? section.lines : [section.inline, ...section.lines]
}

function baseName(fileName: string): string {
  return (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.txt$/i, '')
}
