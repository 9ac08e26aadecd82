import type { Channel, Limit, OfferCase, OfferFee, OfferPaper } from '../domain/offer-terms.ts'

/** A procedure of the demo: the facts of its record, and the terms under which a commune of the demo offers it. */
export type DemoProcedure = {
  code: string
  name: string
  field: string
  decision: string
  result: string
  /** The published time of each way of filing, as the portal writes it. */
  times: readonly { channel: Channel; time: string; note?: string }[]
  /** The published fee, as the portal writes it. */
  fee: string
  papers: readonly OfferPaper[]
  /** Kinds of unit of a commune that handle it, the first that has an officer. */
  units: readonly ('office' | 'economy' | 'society' | 'police')[]
  limit: Limit
  cutOff: string
  cases: readonly OfferCase[]
  fees: readonly OfferFee[]
}

/** What a line of the demo's table says; the rest is usual. */
export type DemoLine = Omit<DemoProcedure, 'times' | 'papers' | 'cutOff' | 'cases' | 'fees' | 'limit'> & {
  /** The published time of all ways of filing, or of each. */
  time: string | DemoProcedure['times']
  note?: string
  channels?: readonly Channel[]
  papers: readonly DemoPaper[]
  /** Working days, `same-day` with its cut-off at 15:00, or a limit of its own. */
  limit: number | 'same-day' | Limit
  cases?: readonly OfferCase[]
  /** The local fee; the published one when left out. */
  fees?: readonly OfferFee[]
}

type DemoPaper = Omit<OfferPaper, 'no'>

/** A procedure of the table with what is usual filled in. */
export function demoProcedure(line: DemoLine): DemoProcedure {
  const { time, note, channels = ['online', 'postal', 'direct'], limit, papers, cases = [], fees, ...facts } = line
  return {
    ...facts,
    times: typeof time === 'string' ? channels.map(channel => ({ channel, time, ...(note ? { note } : {}) })) : time,
    papers: papers.map((paper, i) => ({ no: i + 1, ...paper })),
    limit: limitOf(limit),
    cutOff: limit === 'same-day' ? '15:00' : '',
    cases,
    fees: fees ?? [published(line.fee)],
  }
}

/** A paper that is handed in. */
export function submit(name: string, originals = 1, copies = 0, form?: string): DemoPaper {
  return { name, kind: 'submit', originals, copies, ...(form ? { form } : {}) }
}

/** A paper that is only shown, or looked up by the office. */
export function show(name: string): DemoPaper {
  return { name, kind: 'show', originals: 0, copies: 0 }
}

/** The record in the portal's layout: the facts and nothing else, so that it is read like any published one. */
export function demoRecordText(procedure: DemoProcedure): string {
  const { code, decision, name, field, times, papers, result } = procedure
  const channels = times.flatMap(({ channel, time, note }) => [
    `  * Hình thức nộp: ${channel.toUpperCase()}`,
    `    Thời hạn giải quyết: ${time}`,
    `    Phí, lệ phí: ${procedure.fee}`,
    ...(note ? [`    Mô tả: ${note}`] : []),
  ])
  const list = (kind: OfferPaper['kind'], title: string) => {
    const own = papers.filter(paper => paper.kind === kind)
    return own.length === 0 ? [] : [`  [ ${title} ]`, ...own.flatMap(paperLines)]
  }
  const absent = 'Không có thông tin'
  return [
    'Chi tiết thủ tục hành chính',
    `Mã thủ tục: ${code}`,
    `Số quyết định: ${decision}`,
    `Tên thủ tục: ${name}`,
    'Cấp thực hiện: Cấp Xã',
    `Loại thủ tục: ${absent}`,
    `Lĩnh vực: ${field}`,
    `Trình tự thực hiện:\n    ${absent}\n`,
    `Cách thức thực hiện:\n${channels.join('\n')}\n`,
    `Thành phần hồ sơ:\n${[...list('submit', 'Giấy tờ phải nộp'), ...list('show', 'Giấy tờ phải xuất trình')].join('\n')}\n`,
    `Đối tượng thực hiện: ${absent}`,
    'Cơ quan thực hiện: Ủy ban nhân dân cấp xã',
    `Cơ quan có thẩm quyền: ${absent}`,
    `Địa chỉ tiếp nhận HS: ${absent}`,
    `Cơ quan được ủy quyền: ${absent}`,
    `Cơ quan phối hợp: ${absent}`,
    `Kết quả thực hiện: ${result}`,
    `Căn cứ pháp lý:\n  ${absent}\n`,
    `Yêu cầu, điều kiện thực hiện: ${absent}`,
    `Từ khóa: ${absent}`,
    `Mô tả: ${absent}`,
  ].join('\n')
}

function limitOf(limit: DemoLine['limit']): Limit {
  if (limit === 'same-day') return { amount: 1, unit: 'same-day' }
  return typeof limit === 'number' ? { amount: limit, unit: 'working-day' } : limit
}

function paperLines({ name, form, originals, copies }: OfferPaper): string[] {
  const line = form ? `${name} (${form})` : name
  return [`    - ${line}`, `      Số lượng: Bản chính: ${originals}, Bản sao: ${copies}`]
}

/** The published fee as a local one: an amount only where the portal's number is meant as one. */
function published(fee: string): OfferFee {
  const [, digits, text = ''] = /^(\d+) VNĐ \((.*)\)$/.exec(fee) ?? []
  const amount = Number(digits)
  const decides = digits === undefined || (amount === 0 && text !== '')
  return { name: 'Phí, lệ phí', amount: decides ? null : amount, text: digits === undefined ? fee : text }
}
