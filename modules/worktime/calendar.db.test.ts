import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atLocal, iso, type Actor, type Id, type InputOf } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { grantRole, listRoles } from '@congso/directory/contract'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { calendarPage, openCalendar, removeDay, setDay, setWeek } from './contract.ts'
import { worktime } from './module.ts'

let house: House
let office: Office
/** Keeps the calendars of everybody; keeps those of one commune. */
let keeper: Actor
let communeKeeper: Actor
let general: Id<'calendar'>

const usual = '07:30-11:30, 13:30-17:00'
const week = { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: '', sun: '' }

beforeAll(async () => {
  house = await openHouse([directory, worktime])
  office = await buildOffice(house)
  keeper = office.actor.administrator
  const { roles } = await house.run(listRoles, {})
  await house.run(grantRole, {
    position: office.post('suoi-nghe/office/records').position,
    role: roles.find(role => role.key === 'catalogue-administrator')!.id,
    reach: 'agency',
    from: '2026-01-01',
  })
  communeKeeper = await office.actorOf('suoi-nghe/office/records')
  general = (await house.run(calendarPage, {}, keeper)).calendar!.id
  await house.facts()
})
afterAll(() => house.close())

describe('a day that is not like its weekday', () => {
  test('swapped days: the Monday off moves a promise, the Saturday made up brings it back', async () => {
    expect(await due('2026-12-10', 3)).toBe(at('2026-12-15', '09:00'))
    await house.run(setDay, day('2026-12-14', { kind: 'off', name: 'Nghỉ hoán đổi', source: 'TB 100/TB-BNV' }), keeper)
    expect(await due('2026-12-10', 3)).toBe(at('2026-12-16', '09:00'))
    await house.run(setDay, day('2026-12-12', { kind: 'make-up', name: 'Làm bù ngày 14/12' }), keeper)
    expect(await due('2026-12-10', 3)).toBe(at('2026-12-15', '09:00'))
    expect(await house.facts()).toMatchObject([
      {
        event: 'worktime.day-set',
        subject: general,
        data: { agency: null, date: '2026-12-14', kind: 'off', name: 'Nghỉ hoán đổi', source: 'TB 100/TB-BNV' },
      },
      { event: 'worktime.day-set', subject: general, data: { date: '2026-12-12', kind: 'make-up' } },
    ])
  })
  test('a make-up day may have hours of its own', async () => {
    await house.run(setDay, day('2027-03-06', { kind: 'make-up', hours: '8h-12h', name: 'Làm bù nửa ngày' }), keeper)
    expect(await due('2027-03-05', 1, { time: '16:00' })).toBe(at('2027-03-06', '12:00'))
    expect((await daysOf(2027)).find(one => one.date === '2027-03-06')).toMatchObject({
      kind: 'make-up',
      hours: '08:00-12:00',
      own: true,
    })
  })
  test('half a day off keeps the other half', async () => {
    await house.run(setDay, day('2027-03-10', { kind: 'off', part: 'afternoon', name: 'Nghỉ buổi chiều' }), keeper)
    expect(await due('2027-03-09', 1, { time: '16:00' })).toBe(at('2027-03-10', '11:30'))
    await house.run(setDay, day('2027-03-11', { kind: 'off', part: 'morning', name: 'Nghỉ buổi sáng' }), keeper)
    expect(await due('2027-03-10', 1, { time: '09:00' })).toBe(at('2027-03-11', '13:00'))
  })
  test('other hours hold for one day, and working hours are counted by them', async () => {
    await house.run(setDay, day('2027-03-17', { kind: 'hours', hours: '7:00-9:00', name: 'Trực bầu cử' }), keeper)
    expect(await due('2027-03-17', 3, { time: '07:00', unit: 'working-hour' })).toBe(at('2027-03-18', '08:30'))
  })
  test('a public holiday can be worked after all', async () => {
    const holiday = (await daysOf(2027)).find(one => one.kind === 'off' && !one.own)!
    const before = (await pageOf()).workingDays
    await house.run(setDay, day('2026-11-24', { kind: 'normal', name: 'Vẫn làm việc' }), keeper)
    expect((await pageOf()).workingDays).toBe(before + 1)
    await house.run(removeDay, { calendar: general, date: '2026-11-24' }, keeper)
    expect((await pageOf()).workingDays).toBe(before)
    expect(holiday.source).not.toBe('')
  })
  test('taking a day away gives its weekday back, and is written down', async () => {
    await house.run(setDay, day('2027-04-05', { kind: 'off', name: 'Nhập nhầm' }), keeper)
    const there = await due('2027-04-02', 1)
    await house.facts()
    await house.run(removeDay, { calendar: general, date: '2027-04-05' }, keeper)
    expect(there).toBe(at('2027-04-06', '09:00'))
    expect(await due('2027-04-02', 1)).toBe(at('2027-04-05', '09:00'))
    expect(await house.facts()).toMatchObject([
      { event: 'worktime.day-removed', subject: general, data: { agency: null, date: '2027-04-05' } },
    ])
    await expect(house.run(removeDay, { calendar: general, date: '2027-04-05' }, keeper)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
  })
  test('received after 15:00, an in-day answer is due the next working day', async () => {
    const asked = (time: string) => due('2027-05-07', 0, { time, unit: 'same-day' })
    expect(await asked('15:00')).toBe(at('2027-05-07', '17:00'))
    expect(await asked('15:01')).toBe(at('2027-05-10', '17:00'))
    expect((await tried('2027-05-07', 0, { time: '15:01', unit: 'same-day' })).startReason).toBe('after-cut-off')
    expect((await tried('2027-05-08', 1, {})).startReason).toBe('outside-hours')
  })
  test.each([
    ['hours nobody can read', { kind: 'hours', hours: 'sáng' }, 'worktime.hours-unreadable', 'hours'],
    ['other hours without hours', { kind: 'hours' }, 'worktime.hours-unreadable', 'hours'],
    ['an end before its beginning', { kind: 'hours', hours: '11:30-07:30' }, 'worktime.hours-wrong', 'hours'],
    ['hours that overlap', { kind: 'make-up', hours: '7:00-10:00, 9:00-12:00' }, 'worktime.hours-wrong', 'hours'],
    ['hours past midnight', { kind: 'hours', hours: '20:00-25:00' }, 'worktime.hours-wrong', 'hours'],
  ] as const)('refuses %s', async (_what, given, code, field) => {
    await expect(house.run(setDay, day('2027-06-01', { name: 'Thử', ...given }), keeper)).rejects.toMatchObject({
      code,
      field,
    })
    expect(await house.facts()).toEqual([])
  })
  test('refuses a second entry for one day and keeps the first', async () => {
    await expect(house.run(setDay, day('2026-12-14', { kind: 'normal', name: 'Lại' }), keeper)).rejects.toMatchObject({
      code: 'worktime.day-exists',
      field: 'date',
    })
    expect((await daysOf(2026)).find(one => one.date === '2026-12-14')).toMatchObject({ name: 'Nghỉ hoán đổi' })
    expect(await house.facts()).toEqual([])
  })
})

describe("an agency's own calendar", () => {
  let own: Id<'calendar'>
  const there = () => ({ agency: office.communes[3] })
  test('opened empty, nothing changes; a second one is refused', async () => {
    const before = await house.run(calendarPage, there(), communeKeeper)
    const made = await house.run(openCalendar, { agency: office.communes[3]! }, communeKeeper)
    own = made.calendar
    expect(await house.facts()).toMatchObject([
      { event: 'worktime.calendar-opened', subject: own, data: { agency: office.communes[3] } },
    ])
    const after = await house.run(calendarPage, there(), communeKeeper)
    expect(after).toMatchObject({ calendar: { id: own, own: true }, mayEdit: true, workingDays: before.workingDays })
    expect(after.weeks).toEqual(before.weeks)
    await expect(house.run(openCalendar, { agency: office.communes[3]! }, communeKeeper)).rejects.toMatchObject({
      code: 'worktime.calendar-exists',
    })
  })
  test('its own day is its own alone, above the general one', async () => {
    await house.run(setDay, { ...day('2026-12-17', { kind: 'off', name: 'Lễ hội xã' }), calendar: own }, communeKeeper)
    expect(await due('2026-12-16', 1, there())).toBe(at('2026-12-18', '09:00'))
    expect(await due('2026-12-16', 1)).toBe(at('2026-12-17', '09:00'))
    await house.run(
      setDay,
      { ...day('2026-12-14', { kind: 'normal', name: 'Xã vẫn làm' }), calendar: own },
      communeKeeper,
    )
    const days = (await house.run(calendarPage, { ...there(), year: 2026 }, communeKeeper)).days
    expect(days.find(one => one.date === '2026-12-14')).toMatchObject({ kind: 'normal', own: true })
    expect(days.find(one => one.date === '2026-12-12')).toMatchObject({ kind: 'make-up', own: false })
  })
  test('its hours hold from their day on; until then those of the general calendar do', async () => {
    await house.facts()
    const shorter = { ...week, fri: '07:30-11:30', sat: '07:30-11:30' }
    await house.run(setWeek, { calendar: own, from: '2027-01-04', ...shorter }, communeKeeper)
    expect(await house.facts()).toMatchObject([
      { event: 'worktime.week-set', subject: own, data: { from: '2027-01-04', hours: { sat: '07:30-11:30' } } },
    ])
    expect(await due('2026-11-19', 3, there())).toBe(await due('2026-11-19', 3))
    expect(await due('2027-01-06', 3, there())).toBe(at('2027-01-09', '09:00'))
    expect(await due('2027-01-06', 3)).toBe(at('2027-01-11', '09:00'))
    const { weeks } = await house.run(calendarPage, there(), communeKeeper)
    expect(weeks.map(one => [one.validFrom, one.validTo, one.inherited])).toEqual([
      ['1990-01-01', '2027-01-03', true],
      ['2027-01-04', null, false],
    ])
  })
  test('a week between two others ends the one before and ends where the next begins', async () => {
    await house.run(setWeek, { calendar: own, from: '2027-07-05', ...week }, communeKeeper)
    await house.run(setWeek, { calendar: own, from: '2027-04-05', ...week, mon: '08:00-12:00' }, communeKeeper)
    const { weeks } = await house.run(calendarPage, there(), communeKeeper)
    expect(weeks.map(one => [one.validFrom, one.validTo, one.hours.mon])).toEqual([
      ['1990-01-01', '2027-01-03', usualGeneral],
      ['2027-01-04', '2027-04-04', usual],
      ['2027-04-05', '2027-07-04', '08:00-12:00'],
      ['2027-07-05', null, usual],
    ])
    await expect(
      house.run(setWeek, { calendar: own, from: '2027-04-05', ...week }, communeKeeper),
    ).rejects.toMatchObject({ code: 'worktime.week-exists', field: 'from' })
  })
  test('a later general week does not push the own one aside', async () => {
    await house.run(setWeek, { calendar: general, from: '2027-09-06', ...week, mon: '' }, keeper)
    expect(await due('2027-09-17', 1, there())).toBe(at('2027-09-20', '09:00'))
    expect(await due('2027-09-17', 1)).toBe(at('2027-09-21', '09:00'))
  })
  test.each([
    ['a week without work', { mon: '', tue: '', wed: '', thu: '', fri: '' }, 'worktime.hours-wrong', 'mon'],
    ['hours nobody can read', { tue: 'cả ngày' }, 'worktime.hours-unreadable', 'tue'],
    ['hours that overlap', { wed: '7:00-12:00, 11:00-13:00' }, 'worktime.hours-wrong', 'wed'],
  ])('refuses %s', async (_what, given, code, field) => {
    await house.facts()
    await expect(
      house.run(setWeek, { calendar: general, from: '2028-01-03', ...week, ...given }, keeper),
    ).rejects.toMatchObject({ code, field })
    expect(await house.facts()).toEqual([])
  })
})

describe('who may', () => {
  test('whoever keeps one agency may not touch the calendar of all or of another agency', async () => {
    const edit = { code: 'worktime.edit-forbidden' }
    await expect(house.run(openCalendar, { agency: office.agency }, communeKeeper)).rejects.toMatchObject(edit)
    const other = (await house.run(openCalendar, { agency: office.communes[2]! }, keeper)).calendar
    for (const calendar of [general, other]) {
      await expect(house.run(setWeek, { calendar, from: '2028-01-03', ...week }, communeKeeper)).rejects.toMatchObject(
        edit,
      )
      await expect(
        house.run(setDay, { ...day('2028-01-03', { kind: 'off', name: 'x' }), calendar }, communeKeeper),
      ).rejects.toMatchObject(edit)
      await expect(house.run(removeDay, { calendar, date: '2026-12-14' }, communeKeeper)).rejects.toMatchObject(edit)
    }
    expect((await house.run(calendarPage, { agency: office.communes[2] }, keeper)).mayEdit).toBe(true)
  })
  test('an officer reads the calendar of the own agency and changes none', async () => {
    const view = await house.run(calendarPage, {}, office.actor.officer)
    expect(view).toMatchObject({ agency: office.agency, mayEdit: false, mayOpen: false })
    expect(view.agencies.map(one => one.id)).toEqual([office.agency])
    await expect(
      house.run(setDay, day('2028-01-04', { kind: 'off', name: 'x' }), office.actor.officer),
    ).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await expect(house.run(calendarPage, { agency: office.communes[1] }, office.actor.officer)).rejects.toMatchObject({
      code: 'kernel.not-found',
    })
    await expect(house.run(calendarPage, {}, office.actor.reporter)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
  test('an agency without a calendar is offered one by whoever may keep it', async () => {
    expect(await house.run(calendarPage, { agency: office.communes[1] }, keeper)).toMatchObject({
      mayOpen: true,
      calendar: { own: false },
    })
    expect(await house.run(calendarPage, { agency: office.communes[3] }, communeKeeper)).toMatchObject({
      mayOpen: false,
      mayEdit: true,
    })
  })
})

const usualGeneral = '07:30-11:30, 13:00-17:00'

function day(date: string, given: Omit<InputOf<typeof setDay>, 'calendar' | 'date'>): InputOf<typeof setDay> {
  return { calendar: general, date, ...given }
}

function at(date: string, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return iso(atLocal(date, hour * 60 + minute))
}

type Asked = { time?: string; unit?: InputOf<typeof calendarPage>['unit']; agency?: Id<'agency'> | undefined }

async function tried(received: string, amount: number, { time = '09:00', unit = 'working-day', agency }: Asked) {
  const view = await house.run(
    calendarPage,
    { received, time, amount: String(amount), unit, ...(agency ? { agency } : { agency: office.agency }) },
    keeper,
  )
  return view.tried!
}

async function due(received: string, amount: number, asked: Asked = {}): Promise<string> {
  return (await tried(received, amount, asked)).due
}

async function pageOf(year?: number) {
  return await house.run(calendarPage, { agency: office.agency, ...(year ? { year } : {}) }, keeper)
}

async function daysOf(year: number) {
  return (await pageOf(year)).days
}
