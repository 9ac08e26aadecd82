import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathTo, type Id } from '@congso/kernel/contract'
import { knownActors, openHouse, openPages, type House, type Pages } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { calendarPage, openCalendar, removeDay, setDay, setWeek } from '../contract.ts'
import { worktime } from '../module.ts'

let house: House
let office: Office
let pages: Pages
let keeper: Buffer
let officer: Buffer
let general: Id<'calendar'>
const here = '/calendars?year=2026'

beforeAll(async () => {
  const known = knownActors()
  house = await openHouse([directory, worktime], { actorOf: known.actorOf })
  office = await buildOffice(house)
  pages = await openPages(house)
  keeper = await known.signIn(house, office.actor.administrator)
  officer = await known.signIn(house, office.actor.officer)
  general = (await house.run(calendarPage, {}, office.actor.administrator)).calendar!.id
})
afterAll(async () => {
  await pages.close()
  await house.close()
})

describe('the page of a calendar', () => {
  test('in Vietnamese: hours, holidays, what each rests on, and the forms of whoever may change it', async () => {
    const { status, body } = await pages.get(here, keeper)
    expect(status).toBe(200)
    for (const text of ['Lịch làm việc', '07:30-11:30, 13:00-17:00', '02/09/2026', 'Thử tính hạn', 'Thêm ngày…'])
      expect(body).toContain(text)
    expect(body).toContain('áp dụng cho mọi cơ quan không có lịch riêng')
    expect(body).not.toContain('undefined')
  })
  test('in English', async () => {
    const { body } = await pages.get(here, keeper, 'en')
    for (const text of ['Working calendar', 'Try a deadline', 'Add a day…', 'Monday']) expect(body).toContain(text)
  })
  test('a reader has no forms that change anything', async () => {
    const { body } = await pages.get('/calendars', officer)
    expect(body).not.toContain('method="post"')
    expect(body).toContain('Ủy ban nhân dân xã Tân Hòa')
  })
  test('an agency out of reach is not there', async () => {
    expect((await pages.get(`/calendars?agency=${office.communes[1]}`, officer)).status).toBe(404)
  })
})

describe('its forms', () => {
  test('enter a day, refuse it a second time beside its field, take it away', async () => {
    const entered = { date: '14/12/2026', kind: 'off', part: '', hours: '', name: 'Nghỉ hoán đổi', source: 'TB 100' }
    const action = pathTo(setDay, { calendar: general })
    const done = await pages.post(action, here, entered, keeper)
    expect(done.status).toBe(303)
    expect((await pages.get(here, keeper)).body).toContain('Nghỉ hoán đổi')
    const twice = await pages.post(action, here, { ...entered, name: 'Lần hai' }, keeper)
    expect(twice.status).toBe(409)
    expect(twice.body).toContain('Ngày này đã có trong lịch')
    expect(twice.body).toContain('value="Lần hai"')
    const gone = await pages.post(pathTo(removeDay, { calendar: general, date: '2026-12-14' }), here, {}, keeper)
    expect(gone.status).toBe(303)
    expect((await pages.get(here, keeper)).body).not.toContain('Nghỉ hoán đổi')
  })
  test('a day that does not exist is refused in place', async () => {
    const bad = { date: '31/02/2027', kind: 'off', name: 'Sai' }
    const refused = await pages.post(pathTo(setDay, { calendar: general }), here, bad, keeper)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('value="31/02/2027"')
  })
  test('open a calendar of its own and give it hours', async () => {
    const back = `/calendars?agency=${office.communes[1]}`
    expect((await pages.get(back, keeper)).body).toContain('Mở lịch riêng')
    const opened = await pages.post(openCalendar.path, back, { agency: office.communes[1]! }, keeper)
    expect(opened.location).toBe(back)
    const { calendar, mayOpen } = await house.run(
      calendarPage,
      { agency: office.communes[1] },
      office.actor.administrator,
    )
    expect([calendar?.own, mayOpen]).toEqual([true, false])
    expect((await pages.get(back, keeper)).body).not.toContain('Mở lịch riêng')
    const action = pathTo(setWeek, { calendar: calendar!.id })
    const hours = { mon: '7h-11h', tue: '7h-11h', wed: '7h-11h', thu: '7h-11h', fri: '7h-11h', sat: '', sun: '' }
    const wrong = await pages.post(action, back, { from: '1/1/2027', ...hours, wed: '11h-7h' }, keeper)
    expect(wrong.status).toBe(409)
    expect(wrong.body).toContain('Giờ chưa hợp lý')
    expect((await pages.post(action, back, { from: '1/1/2027', ...hours }, keeper)).location).toBe(back)
    const { body } = await pages.get(back, keeper)
    for (const text of ['07:00-11:00', '01/01/2027', '31/12/2026', 'theo lịch chung']) expect(body).toContain(text)
  })
})

describe('trying a deadline', () => {
  const ask = (typed: Record<string, string>) =>
    pages.get(
      `/calendars?${new URLSearchParams({ unit: 'working-day', amount: '3', time: '09:00', ...typed })}`,
      officer,
    )
  test('tells the promise and every day to it', async () => {
    const { body } = await ask({ received: '19/11/2026' })
    expect(body).toContain('25/11')
    expect(body).toContain('24/11')
  })
  test.each([
    ['a day that does not exist', { received: '31/02/2026' }, 'Nhập ngày có thật'],
    ['a time nobody has', { received: '19/11/2026', time: '25:00' }, 'Nhập giờ dạng 08:00'],
    ['an amount that is none', { received: '19/11/2026', amount: 'ba' }, 'Nhập số từ 0 đến 1.000'],
    ['a year without a calendar', { received: '19/11/2050' }, 'từ năm 2005 đến năm 2045'],
    [
      'a limit longer than calendars',
      { received: '19/11/2026', amount: '100', unit: 'year' },
      'từ năm 2005 đến năm 2045',
    ],
  ])('says in place what is wrong with %s', async (_what, typed, message) => {
    const { status, body } = await ask(typed)
    expect(status).toBe(200)
    expect(body).toContain(message)
    expect(body).toContain('Giờ làm việc')
    for (const value of Object.values(typed)) expect(body).toContain(`value="${value}"`)
  })
})
