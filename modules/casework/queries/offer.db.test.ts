import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import type { Id } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures } from '@congso/procedures/testing'
import { worktime } from '@congso/worktime/module'
import { fileAccess } from '../answers.ts'
import { intakePage } from '../contract.ts'
import { casework } from '../module.ts'
import { receiveAt } from '../testing.ts'

let house: House
let office: Office
let marital: Id<'offer'>

beforeAll(async () => {
  const store = await createStore({ folder: mkdtempSync(join(tmpdir(), 'files-')) })
  const files = filesModule({ store, access: fileAccess, secret: 's' })
  house = await openHouse([directory, worktime, numbering, files, procedures, casework])
  office = await buildOffice(house)
  const offers = await offerProcedures(house, office, { codes: ['1.004873'], agencies: office.communes.slice(0, 1) })
  marital = offers.offer('1.004873')
})
afterAll(() => house.close())

test('an offer is received by until the day it ends, a day in Vietnam', async () => {
  const found = async () =>
    (await house.run(intakePage, { q: '1.004873' }, office.actor.clerk)).offers.map(one => one.offer)
  const lasts = async (from: string, to: string | null) =>
    void (await house.pool.query('update procedures.offer set valid_from = $2, valid_to = $3 where id = $1', [
      marital,
      from,
      to,
    ]))
  const { rows } = await house.pool.query<{ day: string }>(
    'select valid_from as day from procedures.offer where id = $1',
    [marital],
  )
  for (const [from, to] of [
    [rows[0]!.day, '2026-11-19'],
    ['2026-11-20', null],
  ] as const) {
    await lasts(from, to)
    expect(await found()).not.toContain(marital)
    await expect(receiveAt(house, office.actor.clerk, marital)).rejects.toMatchObject({
      code: 'casework.offer-closed',
    })
  }
  await lasts(rows[0]!.day, '2026-11-20')
  expect(await found()).toContain(marital)
  await receiveAt(house, office.actor.clerk, marital)
  await lasts(rows[0]!.day, null)
})
