import type { Channel, FeeLine, NationalRecord, Paper, StepCase, TimeLimit } from './record-shape.ts'

/** One field that differs: the printable entries that went and those that came. A changed entry is in both. */
export type FieldChange = { field: RecordField; before: string[]; after: string[] }

export type RecordField = Exclude<keyof NationalRecord, 'agencies'> | keyof NationalRecord['agencies']

/**
 * What a record publishes, as one text. Equal for two records that differ only in the order of entries whose order says
 * nothing (channels, rows, papers, subjects, agencies, results, legal texts), so that importing a record again makes no new
 * version. The order of the steps counts.
 */
export function contentText(record: NationalRecord): string {
  const content = FIELDS.map(([field, read, ordered]) => [field, ordered ? read(record) : read(record).toSorted()])
  return JSON.stringify(content)
}

/** The fields in which two versions differ, in the order of the record; empty exactly when their content texts are equal. */
export function diffRecords(old: NationalRecord, next: NationalRecord): FieldChange[] {
  return FIELDS.flatMap(([field, read, ordered]) => {
    const [was, is] = [read(old), read(next)]
    const before = without(was, is)
    const after = without(is, was)
    if (before.length > 0 || after.length > 0) return [{ field, before, after }]
    return ordered && was.join('\n') !== is.join('\n') ? [{ field, before: was, after: is }] : []
  })
}

type Read = (record: NationalRecord) => string[]

/** Every field as printable entries; `true` where their order has a meaning. */
const FIELDS: readonly (readonly [RecordField, Read, boolean])[] = [
  ['code', record => [record.code], false],
  ['nationalCode', record => [record.nationalCode], false],
  ['decision', record => optional(record.decision), false],
  ['name', record => [record.name], false],
  ['levels', record => record.levels, false],
  ['kind', record => optional(record.kind), false],
  ['field', record => optional(record.field), false],
  ['steps', record => record.steps.map(printStep), true],
  ['channels', record => record.channels.flatMap(printRows), false],
  ['papers', record => record.papers.map(printPaper), false],
  ['subjects', record => record.subjects, false],
  ['performing', record => record.agencies.performing, false],
  ['competent', record => record.agencies.competent, false],
  ['receivingAddress', record => optional(record.agencies.receivingAddress), false],
  ['authorised', record => record.agencies.authorised, false],
  ['coordinating', record => record.agencies.coordinating, false],
  ['results', record => record.results, false],
  [
    'legalBasis',
    record => record.legalBasis.map(({ title, number }) => (number ? `${title} (${number})` : title)),
    false,
  ],
  ['conditions', record => optional(record.conditions), false],
  ['keywords', record => record.keywords, false],
  ['description', record => optional(record.description), false],
]

function optional(text: string | undefined): string[] {
  return text === undefined ? [] : [text]
}

function printStep({ title, text }: StepCase): string {
  return [title, text].filter(part => part !== undefined && part !== '').join('\n')
}

/** One entry per published row: its way of filing, its time and the fees printed on it. */
function printRows({ channel, times, fees }: Channel): string[] {
  return times.map((time, row) => {
    const printed = fees.flatMap(fee => fee.rows.filter(on => on === row).map(() => printFee(fee)))
    return [channel, ...printTime(time), ...printed.toSorted()].join('\n')
  })
}

function printTime({ published, note }: TimeLimit): string[] {
  return note === '' ? [published] : [published, note]
}

function printFee({ published, text }: FeeLine): string {
  return published === undefined ? text : `${published} VNĐ (${text})`
}

/** Without what this program concludes from the text: a better reading is not a new version of the procedure. */
function printPaper({ group, name, originals, copies }: Paper): string {
  return [...optional(group), name, `${originals}/${copies}`].join('\n')
}

/** The entries of one list that the other lacks, repeated entries counted. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const entry of other) left.set(entry, (left.get(entry) ?? 0) + 1)
  return list.filter(entry => {
    const count = left.get(entry) ?? 0
    left.set(entry, count - 1)
    return count <= 0
  })
}
