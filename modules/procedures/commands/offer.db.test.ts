import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { notFound, type Id, type InputOf } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptVersion, changeOffer, closeOffer, importRecords, offerMany, openOffer } from '../contract.ts'
import { sampleText } from '../domain/sample-record.testing.ts'
import { offerById, type Offer } from '../index.ts'
import { procedures } from '../module.ts'
import { knownProcedures } from '../queries/known-procedures.ts'
import { offerProcedures, type DemoOffers } from '../testing.ts'

let house: House
let office: Office
let demo: DemoOffers

const one = '\n  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 3 WORKING_DAY\n    Phí, lệ phí: 8000 VNĐ ()\n'
const codes = ['9.200001', '9.200002', '9.200003'] as const

beforeAll(async () => {
  house = await openHouse([directory, procedures])
  office = await buildOffice(house)
  demo = await offerProcedures(house, office, { codes: ['1.004873', '1.013225'], agencies: [office.agency] })
  await records([
    sampleText({ code: ` ${codes[0]}`, channels: one }),
    sampleText({ code: ` ${codes[1]}` }),
    sampleText({ code: ` ${codes[2]}`, channels: one.replace('3 WORK', '44 WORK') }),
  ])
})
afterAll(() => house.close())

const records = (texts: string[]) =>
  house.run(importRecords, {
    records: texts.map(text => ({ fileName: '', text })),
    source: 'portal',
    validFrom: '2026-11-19',
  })
const procedure = async (code: string) =>
  (await house.runner.asSystem('test', async ctx => (await knownProcedures(ctx.db, [code])).get(code))) ?? notFound()
const read = async (id: Id<'offer'>): Promise<Offer> =>
  (await house.runner.asSystem('test', ctx => offerById(ctx.db, id))) ?? notFound()
const asForm = (offer: Offer): InputOf<typeof changeOffer> => ({
  offer: offer.id,
  revision: offer.revision,
  open: offer.open,
  limitAmount: offer.limit_amount,
  limitUnit: offer.limit_unit,
  cutOff: offer.cut_off,
  dueTime: offer.due_time,
  afterPause: offer.after_pause,
  cases: offer.cases,
  papers: offer.papers,
  fees: offer.fees,
  channels: offer.channels,
  ...(offer.handling_unit ? { handlingUnit: offer.handling_unit } : {}),
  process: offer.process,
})
const keeper = () => office.actor.catalogue

describe('opening an offer', () => {
  test('takes from the record what it gives alone, and the standard process of those hours', async () => {
    await house.facts()
    const input = { agency: office.agency, procedure: await procedure(codes[0]), handlingUnit: office.units.society }
    const { offer } = await house.run(openOffer, input, keeper())
    expect(await read(offer)).toMatchObject({
      limit_amount: 3,
      limit_unit: 'working-day',
      process: demo.process(24),
      channels: ['direct'],
      papers: [{ no: 1, kind: 'submit', originals: 1 }],
      fees: [{ name: 'Phí, lệ phí', amount: 8000, text: '' }],
      handling_unit: office.units.society,
      valid_from: '2026-11-19',
    })
    expect(await house.facts()).toMatchObject([
      { event: 'procedures.offer-opened', subject: offer, data: { code: codes[0] } },
    ])
    await expect(house.run(openOffer, input, keeper())).rejects.toMatchObject({ code: 'procedures.offer-exists' })
  })

  test('asks for the limit where the record gives two', async () => {
    const input = { agency: office.agency, procedure: await procedure(codes[1]) }
    await expect(house.run(openOffer, input, keeper())).rejects.toMatchObject({
      code: 'procedures.limit-needed',
      field: 'limitAmount',
    })
  })

  test('refuses wrong terms at their field', async () => {
    const base = {
      agency: office.agency,
      procedure: await procedure(codes[1]),
      limitAmount: 3,
      limitUnit: 'working-day' as const,
    }
    const wrong = (more: Partial<InputOf<typeof openOffer>>) =>
      expect(house.run(openOffer, { ...base, ...more }, keeper())).rejects
    await wrong({ limitAmount: 44 }).toMatchObject({ code: 'procedures.process-needed' })
    await wrong({ limitAmount: 4, process: demo.process(24) }).toMatchObject({
      code: 'procedures.process-hours-differ',
      field: 'process',
    })
    await wrong({ handlingUnit: office.post('an-binh/economy/officer').unit }).toMatchObject({
      code: 'procedures.unit-elsewhere',
    })
    await wrong({ cases: [{ name: 'Riêng' }] }).toMatchObject({
      code: 'procedures.case-limit-missing',
      field: 'cases.0.amount',
    })
    const twice = [{ key: 'a', name: 'A', amount: 3, unit: 'working-day' as const }]
    await wrong({ cases: [...twice, ...twice] }).toMatchObject({
      code: 'procedures.case-repeated',
      field: 'cases.1.name',
    })
    await wrong({ cases: [{ ...twice[0], papers: [9] }] }).toMatchObject({ code: 'procedures.case-paper-unknown' })
    await wrong({
      papers: [
        { no: 1, name: 'A' },
        { no: 1, name: 'B' },
      ],
    }).toMatchObject({ code: 'procedures.paper-repeated', field: 'papers.1.no' })
    await wrong({ from: '2026-11-20' }).toMatchObject({ code: 'procedures.date-in-future', field: 'from' })
    await wrong({ cutOff: '25:00' }).toMatchObject({ findings: [{ path: 'cutOff' }] })
    await wrong({ limitAmount: 0 }).toMatchObject({ findings: [{ path: 'limitAmount', code: 'small' }] })
  })

  test('is for who keeps the offers of that agency', async () => {
    const input = { agency: office.agency, procedure: await procedure(codes[0]) }
    const stranger = {
      ...office.actor.strangerLeader,
      rights: { 'procedures.offer.edit': { agencies: [office.communes[1] ?? notFound()] } },
    }
    await expect(house.run(openOffer, input, stranger)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await expect(house.run(openOffer, input, office.actor.clerk)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
})

describe('changing an offer', () => {
  test('makes a new row, so that old dossiers keep their terms, also twice on one day', async () => {
    const old = await read(demo.offer('1.004873'))
    await house.facts()
    const papers = [...old.papers.slice(0, 1), { name: 'Ảnh chân dung', copies: 2 }, { name: ' ' }]
    const first = await house.run(changeOffer, { ...asForm(old), papers }, keeper())
    expect(first.revision).toBe(2)
    expect(await read(old.id)).toMatchObject({ valid_to: '2026-11-19', papers: old.papers, revision: 1 })
    const now = await read(first.offer)
    expect(now).toMatchObject({ valid_from: '2026-11-19', valid_to: null })
    expect(now.papers).toEqual([
      old.papers[0],
      { no: 2, name: 'Ảnh chân dung', kind: 'submit', originals: 0, copies: 2 },
    ])
    expect(await house.facts()).toMatchObject([
      { event: 'procedures.offer-changed', data: { previous: old.id, changes: ['papers'] } },
    ])
    const second = await house.run(changeOffer, { ...asForm(now), open: false }, keeper())
    expect(await read(first.offer)).toMatchObject({ valid_from: '2026-11-19', valid_to: '2026-11-19', open: true })
    expect(await read(second.offer)).toMatchObject({ revision: 3, open: false })
  })

  test('says when nothing differs, when it is stale, when it is replaced', async () => {
    const offer = await read(demo.offer('1.013225'))
    await expect(house.run(changeOffer, asForm(offer), keeper())).rejects.toMatchObject({
      code: 'procedures.unchanged',
    })
    await expect(house.run(changeOffer, { ...asForm(offer), revision: 7 }, keeper())).rejects.toMatchObject({
      code: 'kernel.stale',
    })
    const replaced = await read(demo.offer('1.004873'))
    await expect(house.run(changeOffer, asForm(replaced), keeper())).rejects.toMatchObject({
      code: 'procedures.offer-closed',
    })
    await expect(house.run(changeOffer, asForm(offer), office.actor.leader)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
  })
})

describe('closing an offer', () => {
  test('ends it today, once, and the agency may offer the procedure again', async () => {
    const other = await offerProcedures(house, office, { codes: ['2.000815'], agencies: [office.agency] })
    const offer = await read(other.offer('2.000815'))
    const input = { offer: offer.id, revision: 1 }
    await expect(house.run(closeOffer, input, office.actor.leader)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await expect(house.run(closeOffer, { ...input, revision: 2 }, keeper())).rejects.toMatchObject({
      code: 'kernel.stale',
    })
    await house.facts()
    expect(await house.run(closeOffer, input, keeper())).toEqual({ offer: offer.id, agency: office.agency })
    expect(await house.facts()).toMatchObject([{ event: 'procedures.offer-closed', subject: offer.id }])
    await expect(house.run(closeOffer, input, keeper())).rejects.toMatchObject({ code: 'procedures.offer-closed' })
    const again = { agency: office.agency, procedure: offer.procedure, limitUnit: 'same-day' as const }
    await house.run(openOffer, again, keeper())
  })
})

describe('adopting a newer record', () => {
  test('moves the offer to the version that was read, and keeps or takes papers and fees', async () => {
    const [, , code] = codes
    const long = {
      agency: office.agency,
      procedure: await procedure(code),
      limitAmount: 3,
      limitUnit: 'working-day' as const,
    }
    const { offer } = await house.run(openOffer, long, keeper())
    const old = await read(offer)
    const base = { offer, revision: 1, takePapers: true, takeFees: false }
    const pinned = { ...base, version: old.version }
    await expect(house.run(adoptVersion, pinned, keeper())).rejects.toMatchObject({
      code: 'procedures.version-not-newer',
    })
    const papers = '\n    - Đơn mới\n      Số lượng: Bản chính: 2, Bản sao: 0\n'
    await records([sampleText({ code: ` ${code}`, papers, channels: one.replace('8000', '9000') })])
    await expect(house.run(adoptVersion, pinned, keeper())).rejects.toMatchObject({ code: 'kernel.stale' })
    const found = await house.pool.query<{ current: Id<'version'> }>(
      'select current from procedures.procedure where code = $1',
      [code],
    )
    const version = found.rows[0]?.current ?? notFound()
    await expect(house.run(adoptVersion, { ...base, version }, office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await house.facts()
    const next = await house.run(adoptVersion, { ...base, version }, keeper())
    expect(await read(next.offer)).toMatchObject({
      version,
      revision: 2,
      papers: [{ name: 'Đơn mới', originals: 2 }],
      fees: old.fees,
    })
    expect(await house.facts()).toMatchObject([
      { event: 'procedures.version-adopted', data: { previous: offer, fields: ['channels', 'papers'] } },
    ])
    await expect(house.run(adoptVersion, { ...base, version }, keeper())).rejects.toMatchObject({
      code: 'procedures.offer-closed',
    })
  })
})

describe('offering many at once', () => {
  test('opens what the records decide and names the others with their reason', async () => {
    const [, second = notFound()] = office.communes
    const all = await Promise.all(codes.map(procedure))
    const input = { agency: second, procedures: all }
    await expect(house.run(offerMany, input, office.actor.clerk)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    const reply = await house.run(offerMany, input, keeper())
    expect(reply.opened.map(each => each.code)).toEqual([codes[0], codes[2]])
    expect(reply.left.map(each => [each.code, each.reason])).toEqual([[codes[1], 'procedures.limit-needed']])
    const again = await house.run(offerMany, { agency: second, procedures: all.slice(0, 1) }, keeper())
    expect(again).toMatchObject({ opened: [], left: [{ reason: 'procedures.offer-exists' }] })
    const elsewhere = { ...input, handlingUnit: office.units.economy }
    await expect(house.run(offerMany, elsewhere, keeper())).rejects.toMatchObject({ code: 'procedures.unit-elsewhere' })
  })
})
