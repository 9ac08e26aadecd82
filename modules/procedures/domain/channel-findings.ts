import type { Channel, FeeLine, TimeLimit, Unparsed, UnparsedReason } from './record-shape.ts'

/** What a person must look at in the times and fees: each distinct text once per reason. */
export function channelFindings(channels: readonly Channel[]): Unparsed[] {
  const findings = channels.flatMap(({ times, fees }) => [
    ...times.flatMap(time => timeReasons(time).map(why => finding(why, timeText(time)))),
    ...fees.flatMap(fee => feeReasons(fee).map(why => finding(why, feeText(fee)))),
  ])
  return [...new Map(findings.map(each => [`${each.why}\n${each.text}`, each])).values()]
}

function finding(why: UnparsedReason, text: string): Unparsed {
  return { section: 'channels', text, why }
}

function timeReasons(time: TimeLimit): UnparsedReason[] {
  if (time.reading === 'unreadable') return ['time-unreadable']
  if (time.contradiction) return ['time-contradicted']
  return time.reading === 'published' && time.unit === 'working-hour' ? ['hours-may-be-clock-hours'] : []
}

function feeReasons(fee: FeeLine): UnparsedReason[] {
  if (fee.reading === 'in-text') return ['fee-in-text']
  return fee.reading === 'doubtful' ? ['fee-doubtful'] : []
}

function timeText(time: TimeLimit): string {
  return [time.published, time.note].filter(text => text !== '').join('\n')
}

function feeText(fee: FeeLine): string {
  return fee.published === undefined ? fee.text : `${fee.published} VNĐ (${fee.text})`
}
