import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atLocal } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import { mockNow, type House } from '@congso/kernel/testing'
import { changeSeries, defineSeries, endSeries, listSeries, newSeries, openSeries } from './contract.ts'
import { openDesk, personWith, type Desk } from './desk.testing.ts'
import { buildSeries } from './testing.ts'

let desk: Desk
let house: House

beforeAll(async () => {
  desk = await openDesk()
  house = desk.house
})
afterAll(() => house.close())

describe('defining a series', () => {
  test('is journalled and shows its next number', async () => {
    await house.facts()
    const { series } = await house.run(defineSeries, given(), desk.keeper)
    expect(await house.facts()).toEqual([
      {
        event: 'numbering.series-defined',
        subject: series,
        account: null,
        data: { kind: 'permit', agency: desk.tanHoa, pattern: '{n}/GP', reset: 'yearly', first: 1, from: '2026-11-19' },
      },
    ])
    expect((await house.run(openSeries, { series }, desk.keeper)).series).toMatchObject({
      next: '1/GP',
      agencyName: 'Ủy ban nhân dân xã Tân Hòa',
      scheme: { pattern: '{n}/GP', reset: 'yearly' },
    })
    await desk.take(series, house.clock())
    expect((await house.run(listSeries, { kind: 'permit' }, desk.keeper)).series.map(one => one.next)).toEqual(['2/GP'])
  })
  test('refuses a second one of its kind, a bad pattern, an agency that is not there, and one that is somebody else’s', async () => {
    await expect(house.run(defineSeries, { ...given(), validFrom: '2027-05-01' }, desk.keeper)).rejects.toMatchObject({
      code: 'numbering.series-exists',
      field: 'kind',
    })
    await expect(
      house.run(defineSeries, { ...given(), kind: 'other', pattern: 'GP' }, desk.keeper),
    ).rejects.toMatchObject({
      code: 'numbering.pattern-number-once',
      field: 'pattern',
    })
    await expect(
      house.run(defineSeries, { ...given(), kind: 'dossier-code', pattern: '{n}' }, desk.keeper),
    ).rejects.toMatchObject({ code: 'numbering.pattern-not-dossier-code' })
    await expect(house.run(defineSeries, { ...given(), agency: newId<'agency'>() })).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await expect(house.run(defineSeries, { ...given(), kind: 'other' }, desk.stranger)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(
      house.run(defineSeries, { ...given(), kind: 'other' }, personWith(desk.tanHoa, 'numbering.series.read')),
    ).rejects.toMatchObject({ code: 'kernel.forbidden' })
    const { agency: _, ...shared } = given()
    await expect(house.run(defineSeries, { ...shared, kind: 'other' }, desk.keeper)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(house.run(defineSeries, { ...shared, kind: 'other', pattern: '{agency}/{n}' })).rejects.toMatchObject({
      code: 'numbering.pattern-needs-agency',
    })
  })
  test('offers only the agencies one may define for', async () => {
    expect(await house.run(newSeries, {}, desk.keeper)).toMatchObject({
      agencies: [{ id: desk.tanHoa }],
      mayShare: false,
      today: '2026-11-19',
    })
    expect(await house.run(newSeries, {})).toMatchObject({ mayShare: true })
  })
})

describe('changing a series', () => {
  test('holds from its day on and leaves issued numbers alone', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'change', pattern: '{n}/A', reset: 'yearly' })
    await desk.take(series, house.clock())
    await house.facts()
    const change = {
      series,
      version: 1,
      from: '2026-11-20',
      pattern: '{n:3}/B-{yyyy}',
      reset: 'yearly',
      first: 1,
    } as const
    await house.run(changeSeries, change, desk.keeper)
    expect(await house.facts()).toMatchObject([
      { event: 'numbering.series-changed', subject: series, data: { from: '2026-11-20', pattern: '{n:3}/B-{yyyy}' } },
    ])
    expect(await desk.texts(series, house.clock(), atLocal('2026-11-20'))).toEqual(['2/A', '003/B-2026'])
    const open = await house.run(openSeries, { series }, desk.keeper)
    expect(open).toMatchObject({
      schemes: [{ validFrom: '2026-11-20' }, { validFrom: '2026-01-01', pattern: '{n}/A' }],
      changeFrom: '2026-11-21',
      mayEdit: true,
      series: { version: 2 },
    })
    await expect(house.run(changeSeries, change, desk.keeper)).rejects.toMatchObject({ code: 'kernel.stale' })
    await expect(house.run(changeSeries, { ...change, version: 2 }, desk.keeper)).rejects.toMatchObject({
      code: 'numbering.change-too-early',
      params: { date: '2026-11-21' },
      field: 'from',
    })
    await expect(
      house.run(changeSeries, { ...change, version: 2, from: '2026-12-01', pattern: '{n}{n}' }, desk.keeper),
    ).rejects.toMatchObject({ code: 'numbering.pattern-number-once' })
  })
  test('that writes an old text again never gives a number twice', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'again', pattern: '{n}/X', reset: 'never' })
    await desk.take(series, house.clock())
    await house.run(
      changeSeries,
      { series, version: 1, from: '2027-01-01', pattern: '{n}/X', reset: 'yearly', first: 1 },
      desk.keeper,
    )
    await house.run(
      changeSeries,
      { series, version: 2, from: '2027-02-01', pattern: '{n}/X', reset: 'never', first: 1 },
      desk.keeper,
    )
    expect(await desk.texts(series, atLocal('2027-01-04'), atLocal('2027-02-04'))).toEqual(['1/X', '2/X'])
  })
  test('is only for those who may', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'guarded' })
    const change = { series, version: 1, from: '2026-12-01', pattern: '{n}', reset: 'never', first: 1 } as const
    await expect(house.run(changeSeries, change, desk.stranger)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await expect(house.run(openSeries, { series }, desk.stranger)).rejects.toMatchObject({ code: 'kernel.not-found' })
    const reader = {
      ...desk.stranger,
      rights: { ...desk.stranger.rights, 'numbering.series.read': { agencies: [desk.tanHoa] } },
    }
    await expect(house.run(changeSeries, change, reader)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    expect(await house.run(openSeries, { series }, reader)).toMatchObject({ mayEdit: false })
    await expect(house.run(changeSeries, { ...change, series: newId<'series'>() }, desk.keeper)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
})

describe('ending a series', () => {
  test('stops its numbers and makes room for another', async () => {
    const series = await buildSeries(house, { agency: desk.tanHoa, kind: 'short', pattern: '{n}', reset: 'never' })
    await desk.take(series, house.clock())
    await expect(house.run(endSeries, { series, version: 1, from: '2026-11-19' }, desk.keeper)).rejects.toMatchObject({
      code: 'numbering.end-too-early',
      params: { date: '2026-11-20' },
    })
    await expect(house.run(endSeries, { series, version: 1, from: '2026-12-01' }, desk.stranger)).rejects.toMatchObject(
      {
        code: 'kernel.not-found',
      },
    )
    await house.facts()
    await house.run(endSeries, { series, version: 1, from: '2026-12-01' }, desk.keeper)
    expect(await house.facts()).toMatchObject([
      { event: 'numbering.series-ended', subject: series, data: { from: '2026-12-01' } },
    ])
    await expect(desk.take(series, atLocal('2026-12-01'))).rejects.toThrow('gives no number')
    await expect(
      house.run(
        changeSeries,
        { series, version: 2, from: '2026-12-05', pattern: '{n}', reset: 'never', first: 1 },
        desk.keeper,
      ),
    ).rejects.toMatchObject({ code: 'numbering.series-ended' })
    expect(
      await buildSeries(house, {
        agency: desk.tanHoa,
        kind: 'short',
        pattern: 'N{n}',
        reset: 'never',
        validFrom: '2026-12-01',
      }),
    ).not.toBe(series)
    house.clock.set(atLocal('2026-12-02', 600))
    await expect(house.run(endSeries, { series, version: 2, from: '2026-12-05' }, desk.keeper)).rejects.toMatchObject({
      code: 'numbering.series-ended',
    })
    house.clock.set(mockNow)
  })
})

function given() {
  return {
    kind: 'permit',
    agency: desk.tanHoa,
    pattern: '{n}/GP',
    reset: 'yearly',
    first: 1,
    validFrom: '2026-11-19',
  } as const
}
