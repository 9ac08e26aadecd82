import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import exceljs from '@protobi/exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Id, InputOf } from '@congso/kernel/contract'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import { mockNow, openHouse, type House } from '@congso/kernel/testing'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures } from '@congso/procedures/testing'
import { worktime } from '@congso/worktime/module'
import { fileAccess } from './answers.ts'
import {
  desk,
  dossierRegister,
  dossierView,
  exportRegister,
  forwardDossiers,
  leaderDesk,
  registerLog,
  track,
  writeNote,
} from './contract.ts'
import { casework } from './module.ts'
import { exportLog } from './pages/register-log.ts'
import { rowsBefore } from './queries/dossier-rows.ts'
import { receiveAt } from './testing.ts'

let house: House
let office: Office
let received: Awaited<ReturnType<typeof receiveAt>>[]
const day = 24 * 3_600_000

beforeAll(async () => {
  const store = await createStore({ folder: mkdtempSync(join(tmpdir(), 'files-')) })
  house = await openHouse([
    directory,
    worktime,
    numbering,
    filesModule({ store, access: fileAccess, secret: 's' }),
    procedures,
    casework,
  ])
  office = await buildOffice(house)
  const offers = await offerProcedures(house, office, {
    codes: ['1.004873', '1.013225'],
    agencies: office.communes.slice(0, 2),
  })
  received = []
  for (const offer of ['1.004873', '1.013225', '1.004873', '1.013225'].map(code => offers.offer(code))) {
    received.push(await receiveAt(house, office.actor.clerk, offer))
  }
})
afterAll(() => house.close())

test('the export holds the rows of the register, in its order, under the same filter', async () => {
  for (const filter of [
    {},
    { status: 'all', sort: 'code' },
    { q: received[1]?.code ?? '' },
    { due: 'late' },
  ] as InputOf<typeof dossierRegister>[]) {
    const screen = await house.run(dossierRegister, filter, office.actor.leader)
    expect(await exported(filter, office.actor.leader), JSON.stringify(filter)).toEqual(
      screen.rows.map(row => row.code),
    )
  }
})

test('the export of a view of the desk holds the rows of that view', async () => {
  expect((await house.run(desk, { view: 'elsewhere' }, office.actor.leader)).total).toBe(received.length)
  for (const view of ['mine', 'unit', 'elsewhere', 'return'] as const) {
    const screen = await house.run(desk, { view }, office.actor.leader)
    expect(await exported({ view }, office.actor.leader), view).toEqual(screen.rows.map(row => row.code))
  }
})

test('another commune exports nothing of this one', async () => {
  const codes = received.map(one => one.code)
  expect(
    (await exported({ status: 'all' }, office.actor.strangerLeader)).filter(code => codes.some(own => own === code)),
  ).toEqual([])
})

test('urgency counts every row once, and lateness comes with time', async () => {
  const before = await house.run(desk, { view: 'elsewhere' }, office.actor.leader)
  expect(sum(before.urgency)).toBe(before.total)
  expect(before.urgency.late).toBe(0)
  house.clock.set(mockNow + 60 * day)
  const after = await house.run(desk, { view: 'elsewhere' }, office.actor.leader)
  expect(sum(after.urgency)).toBe(after.total)
  expect(after.urgency.late).toBe(after.total)
  const leader = await house.run(leaderDesk, {}, office.actor.leader)
  const late = await house.run(dossierRegister, { due: 'late' }, office.actor.leader)
  expect(leader.late).toBe(late.total)
  house.clock.set(mockNow)
})

test('a bulk act names by its code what it could not do, and does the rest', async () => {
  const [, first, , second] = received
  if (!first || !second) throw new Error('nothing was received')
  const holder = await holderOf(first.id)
  expect(await house.run(forwardDossiers, { ids: [first.id] }, holder)).toMatchObject({
    done: [{ code: first.code }],
    failed: [],
  })
  const reply = await house.run(forwardDossiers, { ids: [first.id, second.id] }, holder)
  expect(reply.done.map(one => one.code)).toEqual([second.code])
  expect(reply.failed).toEqual([{ id: first.id, code: first.code, reason: 'casework.not-your-turn' }])
})

test('a citizen sees four steps, the first done', async () => {
  const one = received[1]
  const view = await house.run(track, { code: one?.code ?? '', secret: one?.secret ?? '' })
  expect(view.found?.progress.map(step => step.phase)).toEqual(['receiving', 'checking', 'signing', 'returning'])
  expect(view.found?.progress[0]).toMatchObject({ state: 'done' })
  expect(view.found?.progress.filter(step => step.state === 'now')).toHaveLength(1)
  expect(await house.run(track, { code: one?.code ?? '' })).toMatchObject({
    asked: { problem: 'secret-missing' },
    found: null,
  })
})

test('the event log holds the dossiers of the register under the same filter, and nobody by name', async () => {
  for (const filter of [{}, { status: 'all' }, { q: received[1]?.code ?? '' }, { due: 'late' }] as InputOf<
    typeof dossierRegister
  >[]) {
    const screen = await house.run(dossierRegister, filter, office.actor.leader)
    const log = await logged(filter, office.actor.leader)
    expect(codesIn(log).toSorted(), JSON.stringify(filter)).toEqual(screen.rows.map(row => row.code).toSorted())
    for (const row of screen.rows) expect(log).not.toContain(row.applicantName)
  }
  expect(codesIn(await logged({ status: 'all' }, office.actor.leader))).toHaveLength(received.length)
})

test('the event log has a start and an end of each step by the titles of positions, and what else the journal says', async () => {
  const [first] = received
  const view = await house.run(dossierView, { id: first!.id }, office.actor.leader)
  const note = 'Gọi lại cho người nộp'
  await house.run(writeNote, { id: first!.id, text: note }, await holderOf(first!.id))
  const log = await logged({ q: first!.code }, office.actor.leader)
  const events = log.split('<event>').slice(1)
  const named = (name: string, transition: string) =>
    events.filter(event => event.includes(`value="${name}"`) && event.includes(`value="${transition}"`))
  for (const step of view.steps.filter(one => one.startedAt !== null)) {
    expect(named(step.name, 'start')).toHaveLength(1)
    expect(named(step.name, 'complete')).toHaveLength(step.finishedAt === null ? 0 : 1)
  }
  expect(named('casework.note-written', 'complete')).toHaveLength(1)
  expect(log).toContain('<string key="org:resource" value="')
  expect(log).toMatch(/<date key="deadline" value="[^"]+"\/>/)
  expect(log).not.toContain(note)
  expect(log).not.toContain(office.actor.clerk.name)
})

test('an event log is whole or refused', async () => {
  const within = (most: number) => house.runner.asSystem('test', ctx => exportLog(ctx, { status: 'all' }, most))
  await expect(within(received.length - 1)).rejects.toMatchObject({ code: 'casework.log-too-long' })
  expect(await within(received.length)).toMatchObject({ type: 'application/gzip' })
})

test('who sees no dossier of a place gets none in a log', async () => {
  const elsewhere = office.posts.find(post => post.agency === office.communes[2])
  if (!elsewhere) throw new Error('the office has no third commune')
  const actor = await office.actorOf(elsewhere.key)
  const reading = logged({ status: 'all' }, actor)
  if (actor.rights['casework.dossier.read']) expect(codesIn(await reading)).toEqual([])
  else await expect(reading).rejects.toMatchObject({ code: 'kernel.forbidden' })
})

test('a cursor knows how many rows came before it', () => {
  expect(rowsBefore('2026-11-19T02:42:00Z~01990000-0000-7000-8000-000000000001~150')).toBe(150)
  expect([rowsBefore(undefined), rowsBefore('x~y'), rowsBefore('x~y~-4'), rowsBefore('x~y~e')]).toEqual([0, 0, 0, 0])
})

async function logged(input: InputOf<typeof registerLog>, actor: Actor): Promise<string> {
  const { name, body } = await house.run(registerLog, input, actor)
  expect(name).toMatch(/\.xes\.gz$/)
  if (!(body instanceof Uint8Array)) throw new Error('the log is not whole')
  return gunzipSync(body).toString()
}

function codesIn(log: string): string[] {
  return [...log.matchAll(/<trace>\s*<string key="concept:name" value="([^"]+)"/g)].flatMap(([, code]) => code ?? [])
}

async function exported(input: InputOf<typeof exportRegister>, actor: Actor): Promise<unknown[]> {
  const { body } = await house.run(exportRegister, input, actor)
  if (!(body instanceof Uint8Array)) throw new Error('the export is not whole')
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(body).buffer)
  const codes: unknown[] = []
  book.worksheets[0]?.eachRow((row, no) => no > 5 && codes.push(row.getCell(2).value))
  return codes
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((whole, one) => whole + one, 0)
}

/** Who has the dossier, or, while nobody does, somebody of the unit it lies with. */
async function holderOf(id: Id<'dossier'>): Promise<Actor> {
  const view = await house.run(dossierView, { id }, office.actor.leader)
  const own = office.posts.filter(one => one.agency === office.agency)
  const post = own.find(one => one.position === view.assignee) ?? own.find(one => one.unit === office.units.economy)
  if (!post) throw new Error('nobody has the dossier')
  return await office.actorOf(post.key)
}
