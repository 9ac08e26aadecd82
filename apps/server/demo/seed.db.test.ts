import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desk, leaderDesk } from '@congso/casework/contract'
import { actorOf } from '@congso/directory'
import { signIn } from '@congso/directory/contract'
import type { ReplyOf } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { caseworkReport } from '@congso/reports/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { describeFiles } from '../files.ts'
import { allModules } from '../modules.ts'
import { holdsDemo } from './once.ts'
import { demoAccounts, seedDemo } from './seed.ts'

let folder: string
let house: House
const said: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-demo-'))
  const config = readConfig({ CONGSO_DATA: folder })
  house = await openHouse(allModules(describeFiles(config)), { actorOf })
  const made = await seedDemo({ ...house, config }, line => said.push(line), { share: 0.2, units: false })
  expect(made).toBe(true)
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

/** The token of an account of the demo, signed in with the password the start prints. */
async function tokenOf(userName: string): Promise<Buffer> {
  const { password = '' } = demoAccounts.find(account => account.userName === userName) ?? {}
  const { reply } = await house.runner.run(signIn, { userName, password }, {})
  expect(reply).toMatchObject({ state: 'done' })
  expect(reply.mustDo).toBeUndefined()
  return Buffer.from(reply.token ?? '', 'base64url')
}

async function deskOf(userName: string, view: 'mine' | 'unit' | 'return' = 'mine'): Promise<ReplyOf<typeof desk>> {
  return (await house.runner.run(desk, { view }, { token: await tokenOf(userName) })).reply
}

describe('the demo', () => {
  test('is made once', async () => {
    expect(await holdsDemo(house.pool)).toBe(true)
    const config = readConfig({ CONGSO_DATA: folder })
    expect(await seedDemo({ ...house, config }, () => {})).toBe(false)
    expect(said.at(-1)).toMatch(/\d+ dossiers/)
  })

  test.each(demoAccounts)('lets $userName in with nothing to do first', async ({ userName }) => {
    await tokenOf(userName)
  })

  test('gives the clerk, the officers, the head, the records clerk and the leaders their work', async () => {
    expect((await deskOf('hang.lt')).counts).toMatchObject({
      mine: expect.toSatisfy((n: number) => n >= 8),
      unit: expect.toSatisfy((n: number) => n >= 2),
    })
    expect((await deskOf('hang.lt', 'return')).rows.length).toBeGreaterThan(8)
    for (const userName of ['phuoc.nh', 'nguyet.dt', 'de.tv', 'vanthu', 'tue.hm', 'chung.lv']) {
      expect((await deskOf(userName)).rows.length, userName).toBeGreaterThan(2)
    }
    const { reply } = await house.runner.run(leaderDesk, {}, { token: await tokenOf('tue.hm') })
    expect(reply.toSign).toBeGreaterThan(4)
    expect(reply.dueToday).toBeGreaterThan(3)
    expect(reply.lateBy.map(line => line.unitName)).toContain('Phòng Kinh tế')
  })

  test('looks like the mock-ups: who is late, who is due today, and by how much', async () => {
    const rows = (await deskOf('phuoc.nh')).rows
    const late = rows.find(row => row.applicantName === 'Đỗ Quang Vịnh')
    expect(late).toMatchObject({
      remaining: { state: 'late', days: 1, hours: 4 },
      stepName: 'Thẩm định, kiểm tra thực địa',
    })
    const { rows: signs } = await deskOf('tue.hm')
    expect(signs.find(row => row.applicantName === 'Phùng Thị Lựu')).toMatchObject({
      remaining: { state: 'late', days: 0, hours: 3 },
    })
    const { rows: numbers } = await deskOf('vanthu')
    expect(numbers.find(row => row.applicantName === 'Giàng A Phềnh')).toMatchObject({
      remaining: { state: 'soon', minutesPart: 33 },
    })
  })

  test('keeps its books balanced, and has dossiers in every state it can', async () => {
    const { total } = await house.run(caseworkReport, { from: '2026-10-01', to: '2026-11-19', compare: 'none' })
    expect(total).toMatchObject({ balanced: true, pendingOverdue: expect.toSatisfy((n: number) => n >= 4) })
    expect(total.resolvedEarly).toBeGreaterThan(0)
    expect(total.resolvedLate).toBeGreaterThan(0)
    const states = await house.pool.query<{ state: string }>('select distinct state from casework.dossier')
    expect(states.rows.map(row => row.state).toSorted()).toEqual(['accepted', 'decided', 'in-progress', 'returned'])
  })

  test('did everything by accounts, at moments at work, and marks its people as made up', async () => {
    const odd = await house.pool.query(
      `select event from kernel.journal where event like 'casework.%' and (account is null or extract(isodow from at at time zone interval '7 hours') > 5 or at > $1)`,
      [new Date(house.clock())],
    )
    expect(odd.rows).toEqual([])
    const real = await house.pool.query(
      "select from casework.party where id_number not like '099%' or phone not like '030%'",
    )
    expect(real.rowCount).toBe(0)
  })

  test('numbers the dossiers of a day one after the other, in the order they came', async () => {
    const gaps = await house.pool.query(
      `select code from (select code, row_number() over (partition by receiving_agency, (received_at at time zone interval '7 hours')::date order by received_at, code) as place from casework.dossier) d
       where right(code, 4)::int <> place`,
    )
    expect(gaps.rows).toEqual([])
  })
})
