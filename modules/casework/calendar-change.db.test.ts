import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import { openHouse, type House } from '@congso/kernel/testing'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures, type DemoOffers } from '@congso/procedures/testing'
import { calendarPage, openCalendar, setDay, setWeek } from '@congso/worktime/contract'
import { worktime } from '@congso/worktime/module'
import { fileAccess } from './answers.ts'
import { dossierView, track } from './contract.ts'
import { casework } from './module.ts'
import { receiveAt, workUntil } from './testing.ts'

let house: House
let office: Office
let offers: DemoOffers

beforeAll(async () => {
  const store = await createStore({ folder: mkdtempSync(join(tmpdir(), 'files-')) })
  const files = filesModule({ store, access: fileAccess, secret: 's' })
  house = await openHouse([directory, worktime, numbering, files, procedures, casework])
  office = await buildOffice(house)
  offers = await offerProcedures(house, office, {
    codes: ['1.004873', '1.013225'],
    agencies: office.communes.slice(0, 2),
  })
})
afterAll(() => house.close())

test('a promise made stays when the calendar changes; what is received later follows the new calendar', async () => {
  const clerk = office.actor.clerk
  const before = await receiveAt(house, clerk, offers.offer('1.004873'))
  const working = await receiveAt(house, clerk, offers.offer('1.013225'))
  await workUntil(house, office, working.id, 'appraise')
  const promised = await house.run(dossierView, { id: before.id }, clerk)
  const step = (await house.run(dossierView, { id: working.id }, clerk)).steps.find(one => one.state === 'now')

  const administrator = office.actor.administrator
  const general = (await house.run(calendarPage, {}, administrator)).calendar!.id
  await house.run(setDay, { calendar: general, date: '2026-11-20', kind: 'off', name: 'Nghỉ vì bão' }, administrator)
  await house.run(setDay, { calendar: general, date: '2026-11-24', kind: 'normal', name: 'Vẫn làm' }, administrator)
  const { calendar } = await house.run(openCalendar, { agency: office.agency }, administrator)
  const hours = '08:00-11:00'
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: '', sun: '' }
  await house.run(setWeek, { calendar, from: '2026-11-23', ...week }, administrator)

  const seen = await house.run(dossierView, { id: before.id }, clerk)
  expect(seen.dueAt).toBe(promised.dueAt)
  expect(seen.promise.dueAt).toBe(promised.promise.dueAt)
  expect((await house.run(dossierView, { id: working.id }, clerk)).steps.find(one => one.state === 'now')?.dueAt).toBe(
    step?.dueAt,
  )
  const asked = await house.run(track, { code: before.code, secret: before.secret })
  expect(asked.found?.promise.dueAt).toBe(promised.promise.dueAt)
  const stored = await house.pool.query<{ due_at: string }>('select due_at from casework.dossier where id = $1', [
    before.id,
  ])
  expect(Date.parse(stored.rows[0]!.due_at)).toBe(Date.parse(before.dueAt))

  const after = await receiveAt(house, clerk, offers.offer('1.004873'))
  expect(before.dueAt).toBe('2026-11-25T02:42:00.000Z')
  // 20/11 is off, 23 and 24/11 are worked, all from 08:00 to 11:00: the third day is the 25th, at the same hour.
  expect(after.dueAt).toBe('2026-11-25T02:42:00.000Z')
  const explained = await house.run(dossierView, { id: after.id }, clerk)
  expect(explained.promise.skipped.map(day => day.date)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22'])
  expect(explained.promise.calendarChanged).toBeUndefined()

  // Once the days would lead elsewhere they are no reason any more: the date stays, and the view says why it has none.
  await house.run(setDay, { calendar: general, date: '2026-11-25', kind: 'off', name: 'Nghỉ vì bão' }, administrator)
  const kept = await house.run(dossierView, { id: after.id }, clerk)
  expect(kept.promise).toMatchObject({ dueAt: after.dueAt, calendarChanged: true, days: [], skipped: [] })
})
