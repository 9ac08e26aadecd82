import type { Channel, ChannelKind, FeeLine } from './record-shape.ts'
import { feeKey, readFeeLines } from './fee-line.ts'
import { block, isAbsent } from './record-text.ts'
import { readTimeLimit } from './time-limit.ts'

export type ChannelList = { channels: Channel[]; unknown: string[]; stray: string[] }

type Row = { code: string; time: string[]; fee: string[]; note: string[] }

/**
 * Reads the ways of filing. The portal repeats a channel for every time limit; rows of one channel become one channel with
 * several times. Fees printed again on another row are kept once, with the rows that carried them.
 */
export function readChannels(lines: readonly string[]): ChannelList {
  const { rows, stray } = readRows(lines)
  const channels: Channel[] = []
  const unknown: string[] = []
  for (const row of rows) {
    const kind = CHANNELS.get(row.code)
    if (!kind) {
      unknown.push([row.code, ...[row.time, row.fee, row.note].map(block)].filter(text => text !== '').join('\n'))
      continue
    }
    let channel = channels.find(known => known.channel === kind)
    if (!channel) {
      channel = { channel: kind, times: [], fees: [] }
      channels.push(channel)
    }
    addRow(channel, row)
  }
  return { channels, unknown, stray }
}

function addRow(channel: Channel, row: Row): void {
  const index = channel.times.length
  const note = block(row.note).trim()
  channel.times.push(readTimeLimit(block(row.time).trim(), note))
  const known = new Map(channel.fees.map(fee => [feeKey(fee), fee]))
  for (const line of readFeeLines(block(row.fee).trim(), note)) {
    const fee: FeeLine = known.get(feeKey(line)) ?? { ...line, rows: [] }
    if (fee.rows.length === 0) channel.fees.push(fee)
    fee.rows.push(index)
    fee.varies ||= line.varies
    known.set(feeKey(fee), fee)
  }
}

/** Labels count only at their own depth and once per row in their order; anything else continues the text above it. */
function readRows(lines: readonly string[]): { rows: Row[]; stray: string[] } {
  const rows: Row[] = []
  const stray: string[] = []
  let part: string[] = stray
  let next = 0
  for (const line of lines) {
    const start = /^ {2}\* Hình thức nộp:\s*(.*)$/.exec(line)
    if (start) {
      const row: Row = { code: (start[1] ?? '').trim(), time: [], fee: [], note: [] }
      rows.push(row)
      part = row.time
      next = 0
      continue
    }
    const row = rows.at(-1)
    const label = row ? PARTS.findIndex(([text], i) => i >= next && line.startsWith(text)) : -1
    const found = PARTS[label]
    if (row && found) {
      part = row[found[1]]
      part.push(line.slice(found[0].length).trim())
      next = label + 1
    } else if (row || !isAbsent(line)) part.push(line)
  }
  return { rows, stray: stray.map(line => line.trim()) }
}

const PARTS: readonly (readonly [string, 'time' | 'fee' | 'note'])[] = [
  ['    Thời hạn giải quyết:', 'time'],
  ['    Phí, lệ phí:', 'fee'],
  ['    Mô tả:', 'note'],
]

const CHANNELS: ReadonlyMap<string, ChannelKind> = new Map([
  ['DIRECT', 'direct'],
  ['Trực tiếp', 'direct'],
  ['ONLINE', 'online'],
  ['Trực tuyến', 'online'],
  ['POSTAL', 'postal'],
  ['Dịch vụ bưu chính', 'postal'],
])
