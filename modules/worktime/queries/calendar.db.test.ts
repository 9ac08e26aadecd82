import { afterAll, beforeAll, expect, test } from 'vitest'
import { query, systemActor, Type, type Id } from '@congso/kernel/contract'
import { defineModule, handle, tables, type Db } from '@congso/kernel/server'
import { openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { sql } from 'kysely'
import { calendarPage, setDay } from '../contract.ts'
import type { WorkCalendar } from '../domain/calendar.ts'
import { worktime } from '../module.ts'
import { calendarFor, calendarOf } from './calendar.ts'

const nothing = Type.Object({}, { additionalProperties: false })
const look = query({
  id: 'probe.look',
  path: '/probe',
  permission: 'public',
  summary: '',
  input: nothing,
  reply: nothing,
})

let house: House
/** What the next look does in its read-only transaction. */
let looking: (db: Db) => Promise<void>
const agency = '00000000-0000-7000-8000-0000000000aa' as Id<'agency'>

beforeAll(async () => {
  const probe = defineModule({
    name: 'probe',
    permissions: [],
    pages: [],
    forms: [],
    texts: { vi: { refusals: {}, permissions: {} }, en: { refusals: {}, permissions: {} } },
    handlers: [
      handle(look, async ctx => {
        await looking(ctx.db)
        return {}
      }),
    ],
  })
  house = await openHouse([directory, worktime, probe])
})
afterAll(() => house.close())

test('what is read after a change is not kept under the stamp from before it', async () => {
  let older: WorkCalendar | undefined
  let newer: WorkCalendar | undefined
  looking = async before => {
    const stamp = await stampOf(before)
    await dayOff('2027-11-03')
    looking = async after => {
      newer = await calendarOf(after, agency, stamp)
      expect(await calendarFor(after, agency)).toBe(newer)
    }
    await house.run(look, {})
    older = await calendarFor(before, agency)
  }
  await house.run(look, {})
  expect(workingDays(newer!)).toBe(workingDays(older!) - 1)
})

async function stampOf(db: Db): Promise<string> {
  const found = await sql<{ stamp: string }>`select stamp from worktime.edition`.execute(tables<unknown>(db))
  return found.rows[0]!.stamp
}

async function dayOff(date: string): Promise<void> {
  const { calendar } = await house.run(calendarPage, {}, systemActor('test'))
  await house.run(setDay, { calendar: calendar!.id, date, kind: 'off', name: 'Nghỉ' })
}

function workingDays(calendar: WorkCalendar): number {
  return calendar.workdaysBefore[Math.round(Date.parse('2028-01-01') / 86_400_000) - calendar.from]!
}
