import { anonymous, type Actor, type Id } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { numbering } from '@congso/numbering/module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endTariff, listFees, listTariffs, newTariff, openTariff, setTariff } from './contract.ts'
import { payments } from './module.ts'
import { buildTariffs, nationalTariffs } from './testing.ts'

let house: House
let office: Office
let keeper: Actor
let stranger: Actor
let reader: Actor

beforeAll(async () => {
  house = await openHouse([directory, numbering, payments])
  office = await buildOffice(house)
  keeper = personWith(office.province, 'payments.tariff.read', 'payments.tariff.edit')
  stranger = personWith(office.agency, 'payments.tariff.read', 'payments.tariff.edit')
  reader = personWith(office.province, 'payments.tariff.read')
  await buildTariffs(house)
})
afterAll(() => house.close())

const given = (name: string) => ({
  agency: office.province,
  procedure: '1.001612',
  name,
  kind: 'charge' as const,
  unit: 'lần',
  price: 50_000,
  online: 150_000,
  exemption: 'Miễn lệ phí đối với hộ nghèo.',
  citation: 'Nghị quyết của Hội đồng nhân dân tỉnh',
  validFrom: '2026-01-01',
})

test('a tariff is journalled, shown, and reckons a case line by line', async () => {
  await house.facts()
  const { tariff } = await house.run(setTariff, given('Lệ phí A'), keeper)
  expect(await house.facts()).toMatchObject([
    { event: 'payments.tariff-set', subject: tariff, data: { procedure: '1.001612', name: 'Lệ phí A', price: 50_000 } },
  ])
  const opened = await house.run(openTariff, { tariff, quantity: 2, channel: 'online' }, keeper)
  expect(opened).toMatchObject({
    tariff: { exemption: 'Miễn lệ phí đối với hộ nghèo.', validTo: null },
    reckoning: { fault: null, amount: 300_000, lines: [{ what: 'units', count: 2, price: 150_000 }] },
    mayEnd: true,
  })
  expect((await house.run(openTariff, { tariff, exempt: true }, keeper)).reckoning.amount).toBe(0)
  expect((await house.run(openTariff, { tariff }, reader)).mayEnd).toBe(false)
})

test('nobody is exempt from a tariff that exempts nobody, and what is too large is a fault', async () => {
  const { tariffs } = await house.run(listTariffs, { q: '2.000884' }, keeper)
  const [signature] = tariffs
  const tariff = signature?.id ?? newId<'tariff'>()
  expect((await house.run(openTariff, { tariff, exempt: true }, keeper)).reckoning.amount).toBe(10_000)
  const large = await house.run(openTariff, { tariff, quantity: 100_000, copies: 100_000 }, keeper)
  expect(large.reckoning).toEqual({ fault: 'too-large', amount: null, lines: [] })
})

test('a new price of the same name begins where the old one ends, also before a later one', async () => {
  const first = await house.run(setTariff, given('Lệ phí B'), keeper)
  const third = await house.run(setTariff, { ...given('lệ phí b'), price: 70_000, validFrom: '2027-01-01' }, keeper)
  const second = await house.run(setTariff, { ...given('Lệ phí B'), price: 60_000, validFrom: '2026-12-01' }, keeper)
  const spans = await Promise.all(
    [first, second, third].map(async one => (await house.run(openTariff, one, keeper)).tariff),
  )
  expect(spans.map(one => [one.validFrom, one.validTo])).toEqual([
    ['2026-01-01', '2026-12-01'],
    ['2026-12-01', '2027-01-01'],
    ['2027-01-01', null],
  ])
  await expect(house.run(setTariff, given('Lệ phí B'), keeper)).rejects.toMatchObject({
    code: 'payments.tariff-exists',
    field: 'validFrom',
  })
})

test('a wrong rule is refused in words at its field', async () => {
  await expect(house.run(setTariff, { ...given('C'), tierFrom: 3 }, keeper)).rejects.toMatchObject({
    code: 'payments.rule-wrong',
    field: 'tierFrom',
    params: { fault: 'tier-incomplete' },
  })
  await expect(house.run(setTariff, { ...given('C'), most: 1000 }, keeper)).rejects.toMatchObject({ field: 'most' })
})

test('ends once, from today on at the earliest, and is journalled', async () => {
  const { tariff } = await house.run(setTariff, given('Lệ phí D'), keeper)
  await expect(house.run(endTariff, { tariff, from: '2026-11-18' }, keeper)).rejects.toMatchObject({
    code: 'payments.end-too-early',
  })
  await house.facts()
  await house.run(endTariff, { tariff, from: '2026-11-19' }, keeper)
  expect(await house.facts()).toMatchObject([{ event: 'payments.tariff-ended', data: { from: '2026-11-19' } }])
  await expect(house.run(endTariff, { tariff, from: '2026-12-19' }, keeper)).rejects.toMatchObject({
    code: 'payments.already-ended',
  })
  const found = async (past: boolean) => (await house.run(listTariffs, { q: 'le phi d', past }, keeper)).tariffs
  expect((await found(false)).map(one => one.id)).not.toContain(tariff)
  expect((await found(true)).map(one => one.id)).toContain(tariff)
})

test('what is another agency’s is neither seen nor changed from the other side', async () => {
  const { tariff } = await house.run(setTariff, given('Lệ phí E'), keeper)
  const missing = { code: 'kernel.not-found' }
  const forbidden = { code: 'kernel.forbidden' }
  await expect(house.run(openTariff, { tariff }, stranger)).rejects.toMatchObject(missing)
  await expect(house.run(endTariff, { tariff, from: '2027-01-01' }, stranger)).rejects.toMatchObject(missing)
  await expect(house.run(setTariff, given('Lệ phí F'), stranger)).rejects.toMatchObject(forbidden)
  await expect(house.run(setTariff, given('Lệ phí F'), reader)).rejects.toMatchObject(forbidden)
  await expect(house.run(newTariff, {}, reader)).rejects.toMatchObject(forbidden)
  const { agency: _, ...everywhere } = given('Lệ phí F')
  await expect(house.run(setTariff, everywhere, keeper)).rejects.toMatchObject(forbidden)
  await expect(house.run(setTariff, { ...given('Lệ phí F'), agency: newId<'agency'>() })).rejects.toMatchObject(missing)
  const { tariffs, total } = await house.run(listTariffs, {}, stranger)
  expect(tariffs).toHaveLength(nationalTariffs.length)
  expect(total).toBe(nationalTariffs.length)
})

test('a procedure costs at an agency what the nearest tariff of each name says', async () => {
  const named = { ...given('Lệ phí gần nhất'), procedure: '9.000001' }
  const { agency: _, ...everywhere } = named
  await house.run(setTariff, { ...everywhere, price: 1 })
  await house.run(setTariff, { ...everywhere, name: 'Lệ phí khác', price: 4 })
  expect(await pricesAt(office.agency)).toEqual([4, 1])
  await house.run(setTariff, { ...named, price: 2 })
  expect(await pricesAt(office.agency)).toEqual([4, 2])
  await house.run(setTariff, { ...named, agency: office.agency, price: 3 })
  expect(await pricesAt(office.agency)).toEqual([4, 3])
  expect(await pricesAt(office.province)).toEqual([4, 2])
})

async function pricesAt(agency: Id<'agency'>): Promise<number[]> {
  const found = await house.run(listFees, { agency, procedure: '9.000001' }, reader)
  return found.tariffs.map(one => one.price).toSorted((a, b) => b - a)
}

function personWith(agency: Id<'agency'>, ...permissions: string[]): Actor {
  const rights = Object.fromEntries(permissions.map(name => [name, { agencies: [agency] }]))
  return { ...anonymous, kind: 'person', name: 'Lê Thu Hằng', agency, rights }
}
