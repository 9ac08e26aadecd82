import type { NationalRecord } from './record-shape.ts'

/** How far a procedure can be done online: wholly, in part, or only read about. */
export type OnlineLevel = 'full' | 'partial' | 'information-only'

/** The rules in force on a day. Dates are inclusive `yyyy-mm-dd`. */
export type OnlineRegime = {
  key: string
  law: string
  from?: string
  to?: string
  /** What the law presumes when online filing exists and nothing more is said. */
  presumes?: OnlineLevel
}

/** The level with the ground for it; no level when the record does not support one under the rules of that day. */
export type OnlineReading = {
  level?: OnlineLevel
  ground: 'no-online-channel' | 'said-in-record' | 'presumed-by-law' | 'not-said' | 'said-both-ways'
  regime: OnlineRegime
}

/**
 * The rules on online levels by date. NĐ 42/2022 names whole and partial service; NĐ 224/2026 Art. 14 makes whole service the
 * rule and lets partial service stand only with a posted reason. The four levels of NĐ 43/2011 are not derived from a record.
 */
export const ONLINE_REGIMES: readonly OnlineRegime[] = [
  { key: 'nd-43-2011', law: '43/2011/NĐ-CP', to: '2022-08-14' },
  { key: 'nd-42-2022', law: '42/2022/NĐ-CP', from: '2022-08-15', to: '2026-06-30' },
  { key: 'nd-224-2026', law: '224/2026/NĐ-CP', from: '2026-07-01', presumes: 'full' },
]

/** The online level of a procedure on a day (`yyyy-mm-dd`), from its channels and its own words only. */
export function onlineLevel(
  record: NationalRecord,
  day: string,
  regimes: readonly OnlineRegime[] = ONLINE_REGIMES,
): OnlineReading | undefined {
  const regime = regimes.find(({ from, to }) => (from ?? '') <= day && day <= (to ?? '9999-12-31'))
  if (!regime) return undefined
  const online = record.channels.find(({ channel }) => channel === 'online')
  if (!online) return { level: 'information-only', ground: 'no-online-channel', regime }
  const words = [
    ...online.times.map(time => time.note),
    record.agencies.receivingAddress ?? '',
    record.description ?? '',
  ]
  const full = words.some(text => /trực tuyến\s*\(?\s*toàn trình/iu.test(text))
  const partial = words.some(text => /trực tuyến\s*\(?\s*một phần|\(một phần\)/iu.test(text))
  if (full && partial) return { ground: 'said-both-ways', regime }
  if (full || partial) return { level: full ? 'full' : 'partial', ground: 'said-in-record', regime }
  return regime.presumes
    ? { level: regime.presumes, ground: 'presumed-by-law', regime }
    : { ground: 'not-said', regime }
}
