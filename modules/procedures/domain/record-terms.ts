import { channels as kinds } from '../contract/words.ts'
import { durationsIn } from './duration-text.ts'
import type { Limit, OfferFee, OfferPaper, OfferTerms } from './offer-terms.ts'
import type { Channel, ChannelKind, FeeLine, NationalRecord, TimeLimit } from './record-shape.ts'

/** The terms a published record gives by itself; no limit where it gives none or more than one. */
export type RecordTerms = Omit<OfferTerms, 'limit' | 'cases'> & { limit: Limit | undefined }

/** What an agency that adds nothing of its own would ask and promise under a record. */
export function recordTerms(record: NationalRecord): RecordTerms {
  const only = onlyLimit(record.channels.flatMap(channel => channel.times))
  return {
    limit: only?.limit,
    cutOff: only?.cutOff ?? '',
    dueTime: 'hour-of-receipt',
    afterPause: 'restart',
    papers: recordPapers(record),
    fees: recordFees(record),
    channels: filedBy(record),
  }
}

/** The ways of filing of a record, always in the same order; in person where the record names none. */
function filedBy(record: NationalRecord): ChannelKind[] {
  const named = kinds.filter(kind => record.channels.some(({ channel }) => channel === kind))
  return named.length > 0 ? named : ['direct']
}

/** The papers of a record, numbered in their order. */
export function recordPapers(record: NationalRecord): OfferPaper[] {
  return record.papers.map(({ group, name, kind, originals, copies, form }, i) => ({
    no: i + 1,
    ...(group === undefined ? {} : { group }),
    name,
    kind,
    originals,
    copies,
    ...(form === undefined ? {} : { form }),
  }))
}

/**
 * The fees of a record, each once with the ways of filing that carry it. An amount is taken only where nothing says that
 * another one may apply; otherwise the text decides.
 */
export function recordFees({ channels }: NationalRecord): OfferFee[] {
  const fees = new Map<string, { line: FeeLine; on: ChannelKind[] }>()
  for (const { channel, fees: lines } of channels) {
    for (const line of lines) {
      const key = JSON.stringify([line.published ?? null, line.text])
      const known = fees.get(key)
      if (known) known.on.push(channel)
      else fees.set(key, { line, on: [channel] })
    }
  }
  return [...fees.values()].map(({ line, on }) => ({
    name: on.length === channels.length ? FEE : `${FEE}, ${on.map(channel => FILED[channel]).join(', ')}`,
    amount: line.varies ? null : (line.amount ?? null),
    text: feeWords(line),
  }))
}

/** The one limit that every row of every way of filing gives, undefined when any row is unread, doubtful or different. */
function onlyLimit(times: readonly TimeLimit[]): { limit: Limit; cutOff: string } | undefined {
  const [first, ...others] = times.map(readable)
  return first && others.every(other => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined
}

function readable(time: TimeLimit): { limit: Limit; cutOff: string } | undefined {
  const { amount, unit, sameDay, sameDayUntilHour, contradiction, reading } = time
  if (contradiction || amount === undefined || unit === undefined) return undefined
  // Words that name another length of time hold for some case or step, or say working days where the value says days.
  if (!sameDay && durationsIn(time.note).some(told => told.amount !== amount || told.unit !== unit)) return undefined
  // The portal's HOUR may have been meant as an hour of the day.
  if (reading === 'published' && unit === 'working-hour') return undefined
  const cutOff = sameDayUntilHour === undefined ? '' : `${sameDayUntilHour}:00`
  return { limit: sameDay ? { amount: 1, unit: 'same-day' } : { amount, unit }, cutOff }
}

/** The number of a fee that is not taken as an amount is kept in words, as the portal printed it. */
function feeWords({ published, text, varies }: FeeLine): string {
  return varies && published !== undefined && published > 0
    ? `${published} VNĐ${text === '' ? '' : ` (${text})`}`
    : text
}

const FEE = 'Phí, lệ phí'
const FILED: Record<Channel['channel'], string> = {
  direct: 'nộp trực tiếp',
  online: 'nộp trực tuyến',
  postal: 'nộp qua bưu chính',
}
