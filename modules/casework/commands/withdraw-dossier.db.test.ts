import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous, type Id } from '@congso/kernel/contract'
import { newId } from '@congso/kernel/server'
import { knownActors, openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures, type DemoOffers } from '@congso/procedures/testing'
import { worktime } from '@congso/worktime/module'
import { fileAccess } from '../answers.ts'
import { desk, dossierView, forwardDossier, track, withdrawDossier, writeNote } from '../contract.ts'
import { casework } from '../module.ts'
import { receiveAt, workUntil } from '../testing.ts'

let house: House
let office: Office
let offers: DemoOffers
const known = knownActors()
const reason = 'Nộp nhầm thủ tục'

beforeAll(async () => {
  const store = await createStore({ folder: mkdtempSync(join(tmpdir(), 'files-')) })
  const files = filesModule({ store, access: fileAccess, secret: 's' })
  house = await openHouse([directory, worktime, numbering, files, procedures, casework], { actorOf: known.actorOf })
  office = await buildOffice(house)
  offers = await offerProcedures(house, office, { codes: ['1.013225'], agencies: office.communes.slice(0, 2) })
})
afterAll(() => house.close())

const received = () => receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
const seen = (id: Id<'dossier'>) => house.run(dossierView, { id }, office.actor.clerk)

test('the counter ends it for its applicant: nothing runs, nothing waits, the journal says why', async () => {
  const got = await received()
  await workUntil(house, office, got.id, 'appraise')
  const before = await seen(got.id)
  expect(before.actions.map(one => one.kind)).toContain('withdraw')
  await house.facts()
  await house.run(withdrawDossier, { id: got.id, version: before.version, reason }, office.actor.clerk)
  expect(await house.facts()).toMatchObject([
    { event: 'casework.dossier-withdrawn', subject: got.id, account: office.actor.clerk.account },
  ])
  const after = await seen(got.id)
  expect(after).toMatchObject({ state: 'withdrawn', assignee: null, remaining: { state: 'done' } })
  expect(after.returnedAt).toBe(after.finishedAt)
  expect(after.actions).toEqual([])
  expect(after.steps.filter(step => step.state !== 'done')).toEqual([])
  expect(after.steps.at(-1)).toMatchObject({ key: 'appraise', comment: reason })
  const heap = await house.run(desk, { view: 'return' }, office.actor.clerk)
  expect(heap.rows.map(row => row.id)).not.toContain(got.id)
  const told = await house.run(track, { code: got.code, secret: got.secret }, anonymous)
  expect(told.found).toMatchObject({ state: 'withdrawn' })
  expect(JSON.stringify(told)).not.toContain(reason)
})

test('after its end nothing moves it, and it is not withdrawn twice; a note may still be written', async () => {
  const got = await received()
  const { version } = await seen(got.id)
  const done = await house.run(withdrawDossier, { id: got.id, version, reason }, office.actor.clerk)
  const again = { id: got.id, version: done.version }
  await expect(house.run(withdrawDossier, { ...again, reason }, office.actor.clerk)).rejects.toMatchObject({
    code: 'casework.ended',
  })
  await expect(house.run(forwardDossier, { ...again, action: 'assign' }, office.actor.head)).rejects.toMatchObject({
    code: 'casework.ended',
  })
  await house.run(writeNote, { id: got.id, text: 'Đã trả lại giấy tờ' }, office.actor.clerk)
  expect((await seen(got.id)).version).toBe(done.version)
})

test('what a leader has signed is decided', async () => {
  const got = await received()
  await workUntil(house, office, got.id, 'number')
  const view = await seen(got.id)
  expect(view.actions.map(one => one.kind)).not.toContain('withdraw')
  await expect(
    house.run(withdrawDossier, { id: got.id, version: view.version, reason }, office.actor.clerk),
  ).rejects.toMatchObject({ code: 'casework.already-decided' })
  expect(await seen(got.id)).toMatchObject({ state: 'in-progress', version: view.version })
})

test('no reason, an old version, another counter, an officer: refused, and nothing has changed', async () => {
  const got = await received()
  const input = { id: got.id, version: (await seen(got.id)).version, reason }
  const { clerk, strangerClerk, officer } = office.actor
  await expect(house.run(withdrawDossier, { ...input, reason: ' ' }, clerk)).rejects.toMatchObject({
    findings: [{ path: 'reason' }],
  })
  await expect(house.run(withdrawDossier, { ...input, version: 99 }, clerk)).rejects.toMatchObject({
    code: 'kernel.stale',
  })
  await expect(house.run(withdrawDossier, input, strangerClerk)).rejects.toMatchObject({ code: 'kernel.not-found' })
  await expect(house.run(withdrawDossier, input, officer)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  expect(await seen(got.id)).toMatchObject({ version: input.version, finishedAt: null })
})

test('two at once end it once; the same request again gets the same answer and does nothing', async () => {
  const got = await received()
  const input = { id: got.id, version: (await seen(got.id)).version, reason }
  await house.facts()
  const token = await known.signIn(house, office.actor.clerk)
  const call = { token, key: newId() }
  const tries = await Promise.allSettled([
    house.runner.run(withdrawDossier, input, call),
    house.run(withdrawDossier, input, office.actor.secondClerk),
  ])
  expect(tries.map(one => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const [first] = tries
  if (first?.status === 'fulfilled') {
    const again = await house.runner.run(withdrawDossier, input, call)
    expect(again).toMatchObject({ repeated: true, reply: first.value.reply })
  } else {
    await expect(house.runner.run(withdrawDossier, input, call)).rejects.toMatchObject({ code: 'casework.ended' })
  }
  const ends = (await house.facts()).filter(fact => fact.event === 'casework.dossier-withdrawn')
  expect(ends).toHaveLength(1)
})
