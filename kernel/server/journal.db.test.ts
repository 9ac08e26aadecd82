import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { command, event, IdOf, Line, Type, type Id } from '../contract/index.ts'
import { openHouse, type House } from '../testing/index.ts'
import { erasePersonal } from './erase-personal.ts'
import { sealJournal } from './journal.ts'
import { catchUpWithJournal, journalLead } from './journal-lead.ts'
import { defineModule, handle } from './module.ts'
import { newId } from './uuid.ts'
import { verifyJournal } from './verify-journal.ts'

const named = event('guest.named', Type.Object({}), Type.Object({ name: Type.String() }))
const name = command({
  id: 'guest.name',
  path: '/guests/:guest',
  permission: 'guest.name',
  summary: 'Names a guest.',
  input: Type.Object({ guest: IdOf<'guest'>(), name: Line() }, { additionalProperties: false }),
  reply: Type.Object({}),
})
const guests = defineModule({
  name: 'guest',
  permissions: ['guest.name'],
  texts: { vi: { refusals: {}, permissions: {} }, en: { refusals: {}, permissions: {} } },
  pages: [],
  forms: [],
  handlers: [
    handle(name, async (ctx, input) => {
      ctx.record(named, { subject: input.guest, data: {}, personal: { name: input.name } })
      return {}
    }),
  ],
})

let house: House
let guest: Id<'guest'>
beforeEach(async () => {
  house = await openHouse([guests])
  guest = newId<'guest'>()
  await house.run(name, { guest, name: 'Phạm Thị Thu Ngân' })
})
afterEach(() => house.close())

/** Seals all there is: transactions still open in other databases of the server hold it back for a moment. */
async function sealAll(): Promise<void> {
  const seal = async () => {
    while ((await sealJournal(house.pool)) > 0);
    return (await verifyJournal(house.pool)).unsealed
  }
  await expect.poll(seal, { timeout: 10_000 }).toBe(0)
}

/** What the application cannot do, but whoever owns the database can. */
async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const owner = new pg.Client({ connectionString: house.url })
  await owner.connect()
  await owner.query(statement, values)
  await owner.end()
}

describe('personal text in the journal', () => {
  test('that is the one whose hash is chained fits', async () => {
    await sealAll()
    expect(await verifyJournal(house.pool)).toMatchObject({ faults: [], rows: 1, erased: 0 })
  })

  test.each([
    ['another name', `update kernel.journal set personal = '{"name": "Trần Văn Bình"}'`, 'personal-changed'],
    ['another salt', "update kernel.journal set personal_salt = '\\x00'", 'personal-changed'],
    ['text and salt taken away', 'update kernel.journal set personal = null, personal_salt = null', 'personal-removed'],
  ])('%s is named', async (_, statement, kind) => {
    await sealAll()
    await asOwner(statement)
    expect((await verifyJournal(house.pool)).faults).toEqual([{ kind, seal: 1, row: 1 }])
  })

  test('put where there was none is named', async () => {
    await erasePersonal(house.runner, guest, 'Quyết định 12/QĐ-UBND')
    await sealAll()
    await asOwner(`update kernel.journal set personal = '{"name": "X"}' where personal_hash is null`)
    expect((await verifyJournal(house.pool)).faults).toEqual([{ kind: 'personal-changed', seal: 1, row: 2 }])
  })

  test('erased with a reason is gone, told, and the seals of before still hold', async () => {
    const other = newId<'guest'>()
    await house.run(name, { guest: other, name: 'Lò Văn Păn' })
    await sealAll()
    await house.facts()
    expect(await erasePersonal(house.runner, guest, 'Quyết định 12/QĐ-UBND')).toBe(1)
    expect(await house.facts()).toEqual([
      {
        event: 'kernel.personal-erased',
        subject: guest,
        data: { reason: 'Quyết định 12/QĐ-UBND', rows: 1 },
        account: null,
      },
    ])
    const left = await house.pool.query(
      'select subject, personal, personal_salt from kernel.journal where personal_hash is not null order by id',
    )
    expect(left.rows).toMatchObject([
      { subject: guest, personal: null, personal_salt: null },
      { subject: other, personal: { name: 'Lò Văn Păn' } },
    ])
    await sealAll()
    expect(await verifyJournal(house.pool)).toMatchObject({ faults: [], rows: 3, erased: 1 })
  })

  test('that is not there is not erased again, and nothing is recorded', async () => {
    await erasePersonal(house.runner, guest, 'Quyết định 12/QĐ-UBND')
    await house.facts()
    expect(await erasePersonal(house.runner, guest, 'lần nữa')).toBe(0)
    expect(await erasePersonal(house.runner, newId(), 'không có ai')).toBe(0)
    expect(await house.facts()).toEqual([])
  })
})

describe('a journal that is ahead of its database', () => {
  beforeEach(async () => {
    // What a dump restored into a young cluster looks like: rows and a seal of transactions that have not been yet.
    await sealAll()
    await asOwner(
      'insert into kernel.journal (xid, at, event, subject, actor_kind, request, data) select (pg_current_xact_id()::text::bigint + 60000)::text::xid8, now(), $1, $2, $3, $2, $4',
      ['guest.named', guest, 'system', '{}'],
    )
  })

  test('is known by the transaction numbers, and caught up with', async () => {
    const lead = await journalLead(house.pool)
    expect(lead).toBeGreaterThan(50_000)
    expect(lead).toBeLessThanOrEqual(60_000)
    const steps: number[] = []
    expect(await catchUpWithJournal(house.url, done => steps.push(done))).toBeGreaterThan(50_000)
    expect(steps.length).toBeGreaterThan(1)
    expect(await journalLead(house.pool)).toBe(0)
    await house.run(name, { guest, name: 'Ngân' })
    await sealAll()
    expect(await verifyJournal(house.pool)).toMatchObject({ faults: [], rows: 3 })
    expect(await catchUpWithJournal(house.url, () => {})).toBe(0)
  })

  test('is not sealed', async () => {
    await asOwner(
      'insert into kernel.seal select no + 1, xid_to, (xid_to::text::bigint + 60000)::text::xid8, ids, digests, hash from kernel.seal',
    )
    await expect(sealJournal(house.pool)).rejects.toThrow('congso resume-journal')
  })
})
