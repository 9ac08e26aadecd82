import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, command, event, Line, query, Refusal, refusals, Type, type Actor } from '../contract/index.ts'
import { openHouse, type House } from '../testing/index.ts'
import { defineModule, handle, on } from './module.ts'
import { sealJournal } from './journal.ts'
import { relayOnce } from './relay.ts'
import { sql } from 'kysely'
import { tables } from './db.ts'
import { newId } from './uuid.ts'
import { verifyJournal } from './verify-journal.ts'

const { refuse, list } = refusals('toy', ['too-red'])
const painted = event('toy.painted', Type.Object({ colour: Type.String() }), Type.Object({ by: Type.String() }))
const paint = command({
  id: 'toy.paint',
  path: '/toys/:name',
  permission: 'toy.paint',
  summary: 'Paints a toy.',
  refusals: list,
  input: Type.Object({ name: Line(), colour: Line() }, { additionalProperties: false }),
  reply: Type.Object({ colour: Type.String() }),
})
const forget = command({
  id: 'toy.forget',
  path: '/forget',
  permission: 'public',
  summary: 'Forgets to record.',
  input: Type.Object({}),
  reply: Type.Object({}),
})
const look = query({
  id: 'toy.look',
  path: '/toys',
  permission: 'signed-in',
  summary: 'Counts facts.',
  input: Type.Object({}),
  reply: Type.Object({ n: Type.Integer() }),
})
const reacted: string[] = []
const subject = newId()

const toy = defineModule({
  name: 'toy',
  permissions: ['toy.paint'],
  texts: {
    vi: { refusals: { 'toy.too-red': 'Đỏ quá.' }, permissions: { 'toy.paint': 'Sơn' } },
    en: { refusals: { 'toy.too-red': 'Too red.' }, permissions: { 'toy.paint': 'Paint' } },
  },
  pages: [],
  forms: [],
  handlers: [
    handle(paint, async (ctx, input) => {
      ctx.record(painted, { subject, data: { colour: input.colour }, personal: { by: 'Nguyễn Văn A' } })
      if (input.colour === 'red') refuse('toy.too-red')
      return { colour: input.colour }
    }),
    handle(forget, async () => ({})),
    handle(look, async ctx => {
      const found = await sql<{ n: number }>`select count(*) as n from kernel.journal`.execute(tables<unknown>(ctx.db))
      return { n: found.rows[0]!.n }
    }),
  ],
  reactions: [on(painted, 'toy.admire', async (_ctx, fact) => void reacted.push(fact.data.colour))],
})

const painter: Actor = { ...anonymous, kind: 'person', name: 'P', rights: { 'toy.paint': { all: true } } }
let house: House

beforeAll(async () => {
  house = await openHouse([toy], {
    actorOf: async (_db, account) => ({ actor: { ...painter, account: account as Actor['account'] }, until: Infinity }),
  })
})
afterAll(() => house.close())

describe('the runner', () => {
  test('writes the journal row and the outbox row with the command, and reacts once', async () => {
    expect(await house.run(paint, { name: 'ball', colour: 'blue' }, painter)).toEqual({ colour: 'blue' })
    expect(await house.facts()).toMatchObject([{ event: 'toy.painted', subject, data: { colour: 'blue' } }])
    await house.settle()
    await house.settle()
    expect(reacted).toEqual(['blue'])
  })
  test('a refusal after recording leaves nothing behind', async () => {
    await expect(house.run(paint, { name: 'ball', colour: 'red' }, painter)).rejects.toThrow(Refusal)
    expect(await house.facts()).toEqual([])
  })
  test('refuses bad input by field, missing rights, and nobody', async () => {
    await expect(house.run(paint, { name: 'x', colour: '' }, painter)).rejects.toMatchObject({
      findings: [{ path: 'colour', code: 'required' }],
    })
    await expect(house.run(paint, { name: 'x', colour: 'y' }, { ...painter, rights: {} })).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    await expect(house.run(look, {}, anonymous)).rejects.toMatchObject({ code: 'kernel.sign-in-first', status: 401 })
  })
  test('a command that records nothing fails', async () => {
    await expect(house.run(forget, {}, anonymous)).rejects.toThrow('recorded nothing')
  })
  test('the same key acts once, also when both arrive at the same moment', async () => {
    const admin = new pg.Client({ connectionString: house.url })
    await admin.connect()
    const token = Buffer.alloc(32, 7)
    await admin.query(
      `insert into kernel.session (token_hash, id, account, created_at, seen_at, expires_at, idle_seconds) values (sha256($1), gen_random_uuid(), gen_random_uuid(), $2, $2, $3, 900)`,
      [token, new Date(house.clock()), new Date(house.clock() + 3_600_000)],
    )
    await admin.end()
    const key = newId()
    const call = { token, key }
    const [first, second] = await Promise.all([
      house.runner.run(paint, { name: 'a', colour: 'green' }, call),
      house.runner.run(paint, { name: 'a', colour: 'green' }, call),
    ])
    expect(first.reply).toEqual(second.reply)
    expect((await house.facts()).length).toBe(1)
    await expect(house.runner.run(paint, { name: 'a', colour: 'grey' }, call)).rejects.toMatchObject({
      code: 'kernel.key-reused',
    })
    house.clock.advance(901_000)
    await expect(house.runner.run(look, {}, { token })).rejects.toMatchObject({ code: 'kernel.sign-in-first' })
  })
  test('a relay killed between taking and queueing loses nothing', async () => {
    await house.run(paint, { name: 'b', colour: 'pink' }, painter)
    const before = await house.pool.query('select from kernel.outbox')
    expect(await relayOnce(house.pool, () => ['reaction:toy.admire'])).toBe(before.rowCount)
    expect(await relayOnce(house.pool, () => [])).toBe(0)
  })
})

describe('the journal', () => {
  test('the application may not change or remove a row', async () => {
    await expect(house.pool.query("update kernel.journal set event = 'x'")).rejects.toThrow('permission denied')
    await expect(house.pool.query('delete from kernel.journal')).rejects.toThrow('permission denied')
    await expect(house.pool.query('truncate kernel.seal')).rejects.toThrow('permission denied')
  })
  test('sealing and verifying name a changed, a removed and a reordered row', async () => {
    for (let i = 0; i < 12; i += 1) await house.run(paint, { name: 'c', colour: `c${i}` }, painter)
    // Transactions still open in other databases of the server hold the horizon back for a moment.
    await expect
      .poll(
        async () => {
          while ((await sealJournal(house.pool, 5)) > 0);
          return (await verifyJournal(house.pool)).unsealed
        },
        { timeout: 10_000 },
      )
      .toBe(0)
    const clean = await verifyJournal(house.pool)
    expect(clean.faults).toEqual([])
    expect(clean.unsealed).toBe(0)
    expect(clean.seals).toBeGreaterThan(2)
    const owner = new pg.Client({ connectionString: house.url })
    await owner.connect()
    const ids = (await owner.query<{ id: string }>('select id::text from kernel.journal order by id')).rows.map(row =>
      Number(row.id),
    )
    await owner.query(`update kernel.journal set data = '{"colour":"forged"}' where id = $1`, [ids[2]])
    await owner.query('delete from kernel.journal where id = $1', [ids[5]])
    await owner.query(`update kernel.journal set xid = (select max(xid) from kernel.journal) where id = $1`, [ids[1]])
    await owner.end()
    const check = await verifyJournal(house.pool)
    expect(check.faults).toContainEqual(expect.objectContaining({ kind: 'changed', row: ids[2] }))
    expect(check.faults).toContainEqual(expect.objectContaining({ kind: 'removed', row: ids[5] }))
    expect(check.faults).toContainEqual(expect.objectContaining({ kind: 'reordered', row: ids[1] }))
  })
})
