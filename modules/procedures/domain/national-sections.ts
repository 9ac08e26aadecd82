import type { RefusalReason, SectionKey } from './record-shape.ts'

/** What stands behind a section's label: the rest of its line, and the lines up to the next section. */
export type Section = { inline: string; lines: string[] }

export type Sections = { ok: true; sections: Map<SectionKey, Section>; repeated: Repeated[] }

/** A line that looks like a label but stands inside the text of another section. */
export type Repeated = { section: SectionKey; line: string }

/**
 * Cuts a normalised record into its sections. Labels also occur inside texts, so the labels taken are the chain in the
 * portal's order that fits best; every other look-alike stays text of the section it stands in. A record that lacks an
 * essential section, ends early or has its sections in another order is refused, for its texts could be attributed wrongly.
 */
export function readSections(text: string): Sections | { ok: false; reason: RefusalReason; detail?: string } {
  const lines = text.split('\n')
  const found = findLabels(lines)
  const chain = bestChain(found)
  if (chain.length < 4) return { ok: false, reason: 'not-a-record' }
  const taken = new Set(chain.map(label => label.rank))
  const missing = LABELS.filter((_, rank) => !taken.has(rank))
  const misplaced = missing.find(([, label]) => found.some(hit => LABELS[hit.rank]?.[1] === label))
  if (misplaced) return { ok: false, reason: 'sections-out-of-order', detail: misplaced[1] }
  if (!taken.has(LABELS.length - 1)) return { ok: false, reason: 'truncated', detail: LABELS.at(-1)?.[1] }
  const essential = missing.find(([key]) => ESSENTIAL.has(key))
  if (essential) return { ok: false, reason: 'section-missing', detail: essential[1] }
  const sections = new Map<SectionKey, Section>()
  const repeated: Repeated[] = []
  for (const [i, label] of chain.entries()) {
    const end = chain[i + 1]?.line ?? lines.length
    const key = keyOf(label.rank)
    sections.set(key, { inline: label.rest, lines: lines.slice(label.line + 1, end) })
    for (const hit of found) {
      if (hit.line > label.line && hit.line < end) repeated.push({ section: key, line: lines[hit.line] ?? '' })
    }
  }
  return { ok: true, sections, repeated }
}

/** Every section with the portal's label, in the portal's order. */
export const LABELS: readonly (readonly [SectionKey, string])[] = [
  ['code', 'Mã thủ tục'],
  ['decision', 'Số quyết định'],
  ['name', 'Tên thủ tục'],
  ['levels', 'Cấp thực hiện'],
  ['kind', 'Loại thủ tục'],
  ['field', 'Lĩnh vực'],
  ['steps', 'Trình tự thực hiện'],
  ['channels', 'Cách thức thực hiện'],
  ['papers', 'Thành phần hồ sơ'],
  ['subjects', 'Đối tượng thực hiện'],
  ['performing', 'Cơ quan thực hiện'],
  ['competent', 'Cơ quan có thẩm quyền'],
  ['receivingAddress', 'Địa chỉ tiếp nhận HS'],
  ['authorised', 'Cơ quan được ủy quyền'],
  ['coordinating', 'Cơ quan phối hợp'],
  ['results', 'Kết quả thực hiện'],
  ['legalBasis', 'Căn cứ pháp lý'],
  ['conditions', 'Yêu cầu, điều kiện thực hiện'],
  ['keywords', 'Từ khóa'],
  ['description', 'Mô tả'],
]

const ESSENTIAL: ReadonlySet<SectionKey> = new Set(['code', 'name', 'steps', 'channels', 'papers', 'results'])

/** Sections whose content starts on the line after the label; all but the first and `legalBasis` follow an empty line. */
const BLOCKS: ReadonlySet<SectionKey> = new Set(['steps', 'channels', 'papers', 'legalBasis'])

type Label = { rank: number; line: number; rest: string; weight: number }
type Chain = { label: Label; before: Chain | undefined; weight: number }

const RANKS = new Map(LABELS.map(([, label], rank) => [label, rank]))

function keyOf(rank: number): SectionKey {
  return LABELS[rank]?.[0] ?? 'description'
}

function findLabels(lines: readonly string[]): Label[] {
  const found: Label[] = []
  for (const [line, text] of lines.entries()) {
    const rank = rankAt(text)
    if (rank === undefined) continue
    const rest = text.slice(text.indexOf(':') + 1)
    found.push({ rank, line, rest, weight: 1000 + likeness(rank, rest, lines, line) })
  }
  return found
}

function rankAt(line: string | undefined): number | undefined {
  const colon = line?.indexOf(':') ?? -1
  return line && colon > 0 ? RANKS.get(line.slice(0, colon)) : undefined
}

/** How much a label-like line looks like the real one: its neighbours, the next above the last, and the layout of its kind. */
function likeness(rank: number, rest: string, lines: readonly string[], line: number): number {
  let points = 0
  if (rankAt(lines[line + 1]) === rank + 1) points += 5
  if (rankAt(lines[line - 1]) === rank - 1) points += 4
  if (BLOCKS.has(keyOf(rank)) === (rest.trim() === '')) points += 2
  return points
}

function bestChain(found: readonly Label[]): Label[] {
  const best: (Chain | undefined)[] = LABELS.map(() => undefined)
  for (const label of found) {
    let before: Chain | undefined
    for (let rank = 0; rank < label.rank; rank++) {
      const chain = best[rank]
      if (chain && chain.weight > (before?.weight ?? 0)) before = chain
    }
    const weight = (before?.weight ?? 0) + label.weight
    if (weight > (best[label.rank]?.weight ?? 0)) best[label.rank] = { label, before, weight }
  }
  let end: Chain | undefined
  for (const chain of best) if (chain && chain.weight > (end?.weight ?? 0)) end = chain
  const labels: Label[] = []
  for (let at = end; at; at = at.before) labels.unshift(at.label)
  return labels
}
