import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { procedures } from '../module.ts'
import { offerById, processById, searchOffers } from '../index.ts'
import { demoProcedures, offerProcedures, type DemoOffers } from '../testing.ts'

let house: House
let office: Office
let demo: DemoOffers

beforeAll(async () => {
  house = await openHouse([directory, procedures])
  office = await buildOffice(house)
  demo = await offerProcedures(house, office)
})
afterAll(() => house.close())

describe('the offers of the demo', () => {
  test('are every procedure in every commune', () => {
    expect(demoProcedures).toHaveLength(27)
    expect(demo.all).toHaveLength(27 * 4)
  })

  test('say what the standard says', async () => {
    const read = await house.runner.asSystem('test', async ctx => ({
      marriage: await offerById(ctx.db, demo.offer('1.004873')),
      building: await offerById(ctx.db, demo.offer('1.013225')),
      copies: await offerById(ctx.db, demo.offer('2.000815', office.communes[1])),
      process: await processById(ctx.db, demo.process(24)),
    }))
    expect(read?.marriage).toMatchObject({
      agency: office.agency,
      limit_amount: 3,
      limit_unit: 'working-day',
      total_hours: 24,
      channels: ['direct', 'online', 'postal'],
      fees: [{ amount: 15_000 }],
    })
    expect(read?.building).toMatchObject({
      handling_unit: office.units.economy,
      limit_amount: 10,
      total_hours: 56,
      cases: [{ key: 'house', amount: 7, unit: 'working-day' }],
    })
    expect(read?.copies).toMatchObject({ limit_unit: 'same-day', cut_off: '15:00', channels: ['direct'], open: true })
    expect(read?.process).toMatchObject({ state: 'published', total_hours: 24, agency: null })
  })

  test('share one process for limits of the same length, also when more is offered later', async () => {
    const count = async () =>
      (await house.pool.query<{ n: number }>('select count(*) as n from procedures.process')).rows[0]?.n
    const before = await count()
    const again = offerProcedures(house, office, { codes: ['2.000815'], agencies: [office.agency] })
    await expect(again).rejects.toMatchObject({ code: 'procedures.offer-exists' })
    expect(await count()).toBe(before)
    expect(before).toBe(10)
  })

  test('are found without accents, by initials and by code', async () => {
    expect(await find('xac nhan hon nhan')).toEqual(['1.004873'])
    expect(await find('xntthn')).toEqual(['1.004873'])
    expect(await find('1.0132')).toEqual(expect.arrayContaining(['1.013225', '1.013226', '1.013228']))
  })
})

async function find(q: string) {
  const found = await house.runner.asSystem('test', ctx =>
    searchOffers(ctx.db, { now: ctx.now, agency: office.agency, q }),
  )
  return found?.map(each => each.code)
}
