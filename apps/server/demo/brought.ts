import { demoPerson, type Random } from '@congso/directory/testing'
import type { receiveDossier } from '@congso/casework/contract'
import type { InputOf } from '@congso/kernel/contract'
import type { Offer } from '@congso/procedures'

type Input = InputOf<typeof receiveDossier>

export type Brought = { offer: Offer; caseKey?: string | undefined; name?: string | undefined; commune: string }

const hamlets = [
  'Bản Mòn',
  'Bản Lướt',
  'Thôn Nà Cạn',
  'Thôn Đồng Mát',
  'Xóm Chợ',
  'Thôn Trung Tâm',
  'Bản Pá Khôm',
  'Thôn Suối Đúng',
]
const relations = ['Giấy ủy quyền có chứng thực', 'Văn bản ủy quyền của người thân', 'Hợp đồng ủy quyền']

/** What a made-up citizen brings to the counter: papers in order, fees paid or waived, now and then for somebody else. */
export function broughtBy(random: Random, { offer, caseKey, name, commune }: Brought): Input {
  const channel = channelOf(offer, random)
  const chosen = offer.cases.find(one => one.key === caseKey)
  const applicant = person(random, commune, name)
  const proxy = random.next() < 0.06 && name === undefined
  return {
    offer: offer.id,
    offerVersion: offer.revision,
    ...(chosen ? { caseKey: chosen.key } : {}),
    channel,
    applicant,
    ...(proxy ? { owner: person(random, commune), authorisation: random.pick(relations) } : {}),
    papers: offer.papers
      .filter(paper => paper.kind !== 'note' && (chosen?.papers?.includes(paper.no) ?? true))
      .map(paper => ({
        no: paper.no,
        originals: paper.originals,
        copies: paper.copies,
        // What is only shown is mostly found in a database (NQ 66.7/2025/NQ-CP Art. 4).
        verdict: paper.kind === 'show' && random.next() < 0.7 ? 'from-database' : 'valid',
      })),
    fees: feesOf(offer, channel, random),
    pickup: random.weighted([
      ['counter', 80],
      ['electronic', 15],
      ['post', 5],
    ]),
  }
}

function person(random: Random, commune: string, name?: string): Input['applicant'] {
  const made = demoPerson(random)
  return {
    kind: 'citizen',
    name: name ?? made.name,
    idNumber: made.idNumber,
    birthDate: made.birthDate,
    phone: made.phone,
    address: `${random.pick(hamlets)}, ${commune}, tỉnh Sơn Giang`,
  }
}

function channelOf({ channels }: Offer, random: Random): Input['channel'] {
  const weights = { direct: 70, online: 24, postal: 6 }
  return random.weighted(channels.map(channel => [channel, weights[channel]] as const))
}

/** The fee of the way of filing, where there are several; waived for some, with the reason. */
function feesOf({ fees }: Offer, channel: Input['channel'], random: Random): NonNullable<Input['fees']> {
  const fixed = fees.filter(fee => fee.amount !== null && fee.amount > 0)
  const fitting =
    fixed.length < 2 ? fixed : fixed.filter(fee => fee.name.includes(channel === 'direct' ? 'trực tiếp' : 'trực tuyến'))
  return fitting.slice(0, 1).map(({ name, amount }) => {
    if (random.next() < 0.12) return { name, amount: amount ?? 0, state: 'exempt', reason: 'Thuộc hộ nghèo' }
    return { name, amount: amount ?? 0, state: 'paid', method: channel === 'direct' ? 'cash' : 'transfer' }
  })
}
