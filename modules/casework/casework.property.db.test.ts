import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, Invalid, localDate, Refusal, type Actor, type Id } from '@congso/kernel/contract'
import { newId, tables } from '@congso/kernel/server'
import { knownActors, openHouse, type House } from '@congso/kernel/testing'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures, type DemoOffers } from '@congso/procedures/testing'
import { worktime } from '@congso/worktime/module'
import { fileAccess } from './answers.ts'
import {
  assignDossier,
  checkPaper,
  claimDossier,
  dossierView,
  forwardDossier,
  numberResult,
  returnResult,
  sendBackDossier,
  signResult,
  withdrawDossier,
  writeNote,
} from './contract.ts'
import { casework } from './module.ts'
import { figureCondition, figures } from './queries/figure.ts'
import { receiveAt } from './testing.ts'

type Someone = { key: string; actor: Actor; token: Buffer }
type Kept = { id: Id<'dossier'>; code: string; versions: number[] }

let house: House
let office: Office
let offers: DemoOffers
let people: Someone[]
const dossiers: Kept[] = []
const came = { done: 0, refused: 0, stale: 0, repeated: 0 }

beforeAll(async () => {
  const store = await createStore({ folder: mkdtempSync(join(tmpdir(), 'files-')) })
  const files = filesModule({ store, access: fileAccess, secret: 's' })
  const known = knownActors()
  house = await openHouse([directory, worktime, numbering, files, procedures, casework], { actorOf: known.actorOf })
  office = await buildOffice(house)
  offers = await offerProcedures(house, office, {
    codes: ['1.004873', '1.013225', '2.000815'],
    agencies: office.communes.slice(0, 2),
  })
  const posts = office.posts.filter(post => post.key.startsWith('tan-hoa/') || post.key === 'an-binh/economy/officer')
  people = await Promise.all(
    posts.map(async ({ key }) => {
      const actor = await office.actorOf(key)
      return { key, actor, token: await known.signIn(house, actor) }
    }),
  )
})
afterAll(() => house.close())

test('random acts of random people, some late, some twice, some at once, leave every dossier sound', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wave(), { minLength: 14, maxLength: 22, size: 'max' }), async waves => {
      for (const acts of waves) {
        house.clock.set(house.clock() + 20 * 60_000)
        await Promise.all(acts.map(act => attemptOnce(act)))
      }
      await everythingIsSound()
    }),
    { numRuns: 10, endOnFailure: true, seed: 1911 },
  )
  expect(came.done).toBeGreaterThan(70)
  expect(came.refused).toBeGreaterThan(20)
  expect(came.stale).toBeGreaterThan(5)
  expect(came.repeated).toBeGreaterThan(5)
  expect((await rowsOf(`select from casework.dossier where state = 'withdrawn'`)).length).toBeGreaterThan(2)
}, 60_000)

type Act = { kind: (typeof kinds)[number]; dossier: number; who: number; stale: boolean; twice: boolean }
const kinds = ['receive', 'onward', 'any', 'back', 'assign', 'claim', 'paper', 'note', 'return', 'withdraw'] as const

function wave(): fc.Arbitrary<Act[]> {
  const act = fc.record({
    kind: fc.constantFrom(...kinds, 'onward', 'onward', 'onward', 'onward', 'receive'),
    dossier: fc.nat(1000),
    who: fc.nat(1000),
    stale: fc.nat(5).map(n => n === 0),
    twice: fc.nat(4).map(n => n === 0),
  })
  return fc.array(act, { minLength: 1, maxLength: 4 })
}

/** One act; a refusal changes nothing, and the same request sent again is answered the same and not done again. */
async function attemptOnce(act: Act): Promise<void> {
  const who = people[act.who % people.length]
  if (!who) throw new Error('there is nobody')
  if (act.kind === 'receive' || dossiers.length === 0) return await receiveOne(act)
  const kept = dossiers[act.dossier % dossiers.length]
  if (!kept) throw new Error('there is no dossier')
  const asked = await wish(act, kept, who)
  if (!asked) return
  const old = act.stale ? kept.versions.find(version => version < asked.input.version) : undefined
  const input = old === undefined ? asked.input : { ...asked.input, version: old }
  const call = { token: asked.who.token, key: newId() }
  try {
    const first = await house.runner.run(asked.endpoint, input as never, call)
    came.done += 1
    expect(old, `${asked.endpoint.id} on a version of the past`).toBeUndefined()
    if ('version' in first.reply) kept.versions.push((first.reply as { version: number }).version)
    if (!act.twice) return
    const again = await house.runner.run(asked.endpoint, input as never, call)
    came.repeated += 1
    expect(again.repeated).toBe(true)
    expect(again.reply).toEqual(first.reply)
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof Invalid)) throw error
    came.refused += 1
    if (error instanceof Refusal && error.code === 'kernel.stale') came.stale += 1
  }
}

async function receiveOne(act: Act): Promise<void> {
  const code = ['1.004873', '1.013225', '2.000815'][act.dossier % 3] ?? ''
  const { id, code: given } = await receiveAt(house, office.actor.clerk, offers.offer(code))
  dossiers.push({ id, code: given, versions: [1] })
}

/** What is asked, by whom: the next step by whoever has it, or anything by anybody. */
async function wish(act: Act, kept: Kept, someone: Someone) {
  const { id } = kept
  const seen = await house.run(dossierView, { id }, office.actor.leader)
  if (!kept.versions.includes(seen.version)) kept.versions.push(seen.version)
  const { version } = seen
  const step = seen.steps.find(one => one.state === 'now')?.key ?? ''
  const holder =
    people.find(one => one.actor.position === seen.assignee) ??
    people.find(one => one.actor.unitName === seen.unitName && one.key.endsWith(rankOf[step] ?? 'clerk')) ??
    someone
  if (act.kind === 'onward' || act.kind === 'any') {
    const who = act.kind === 'onward' ? holder : someone
    if (step === 'sign') return { who, endpoint: signResult, input: { id, version, action: 'sign' } }
    if (step === 'number') return { who, endpoint: numberResult, input: { id, version, action: 'number' } }
    if (step === 'return' || step === '')
      return { who, endpoint: returnResult, input: { id, version, collector: 'applicant' } }
    return { who, endpoint: forwardDossier, input: { id, version, action: onward[step] ?? 'accept' } }
  }
  if (act.kind === 'back')
    return {
      who: holder,
      endpoint: sendBackDossier,
      input: { id, version, action: 'send-back', reason: 'Thiếu căn cứ' },
    }
  if (act.kind === 'claim') return { who: holder, endpoint: claimDossier, input: { id, version } }
  if (act.kind === 'return')
    return { who: someone, endpoint: returnResult, input: { id, version, collector: 'applicant' } }
  if (act.kind === 'withdraw')
    return {
      who: people.find(one => one.key.endsWith('clerk')) ?? someone,
      endpoint: withdrawDossier,
      input: { id, version, reason: 'Nộp nhầm thủ tục' },
    }
  if (act.kind === 'assign') {
    const head = people.find(one => one.key === 'tan-hoa/economy/head') ?? someone
    const to = someone.actor.position ?? ''
    return { who: head, endpoint: assignDossier, input: { id, version, to, reason: 'Chia lại việc' } }
  }
  // Acts without a version: they change no step, so nothing is stale to them.
  const call = { token: someone.token, key: newId() }
  const paper = { id, no: 1, verdict: 'valid' as const }
  const acting =
    act.kind === 'paper'
      ? house.runner.run(checkPaper, paper, call)
      : house.runner.run(writeNote, { id, text: 'Đã gọi người nộp' }, call)
  await acting.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
  return undefined
}

const onward: Readonly<Record<string, string>> = { assign: 'assign', appraise: 'submit', review: 'approve' }
const rankOf: Readonly<Record<string, string>> = {
  assign: 'head',
  appraise: 'officer',
  review: 'head',
  number: 'records',
}

async function everythingIsSound(): Promise<void> {
  await stepsAreSound()
  await journalMatches()
  await numbersAreConsecutive()
  await booksBalance()
}

/** One current step exactly while the result is not handed over; steps follow one another without gaps in number or time. */
async function stepsAreSound(): Promise<void> {
  const wrong = await rowsOf(`
    select d.code from casework.dossier d join lateral (
      select count(*) filter (where finished_at is null) as running, max(no) as last, count(*) as all,
        max(no) filter (where finished_at is null) as current from casework.step where dossier = d.id) s on true
    where s.all <> s.last or d.step <> s.last
       or s.running <> (case when d.state in ('returned', 'withdrawn') then 0 else 1 end)
       or (s.running = 1 and s.current <> d.step)
       or (d.state in ('returned', 'withdrawn')) <> (d.returned_at is not null)
       or (d.finished_at is not null) <> (d.state in ('decided', 'returned', 'withdrawn'))
       or (d.finished_at is not null) <> (d.outcome is not null)
       or (d.finished_at is not null) <> (d.clock_state = 'finished')
       or (d.outcome = 'withdrawn') is distinct from (case when d.outcome is null then null else d.state = 'withdrawn' end)
       or (d.outcome = 'resolved' and d.result_no is null) or (d.state = 'withdrawn' and d.result_signed_at is not null) or (d.result_no is not null and d.result_signed_at is null)
       or d.status <> case d.state when 'accepted' then 2 when 'in-progress' then 4 when 'decided' then 9 when 'returned' then 10 when 'withdrawn' then 7 end`)
  expect(wrong).toEqual([])
  const apart = await rowsOf(`
    select d.code, s.no from casework.dossier d join casework.step s on s.dossier = d.id and s.no = d.step
    where s.key <> d.step_key or (d.state not in ('returned', 'withdrawn') and (s.assignee is distinct from d.assignee or s.unit is distinct from d.unit))
    union all
    select d.code, b.no from casework.step a join casework.step b on b.dossier = a.dossier and b.no = a.no + 1 join casework.dossier d on d.id = a.dossier
    where a.finished_at is null or b.started_at < a.finished_at or a.finished_at < a.started_at`)
  expect(apart).toEqual([])
}

/** The version of a dossier counts the facts that moved it, and the journal tells the same end. */
async function journalMatches(): Promise<void> {
  const wrong = await rowsOf(`
    select d.code, d.version, j.moves from casework.dossier d join lateral (
      select count(*) filter (where event in ('casework.dossier-forwarded', 'casework.dossier-sent-back', 'casework.result-signed', 'casework.result-numbered',
          'casework.result-returned', 'casework.dossier-withdrawn', 'casework.dossier-assigned', 'casework.dossier-claimed')) as moves,
        count(*) filter (where event in ('casework.dossier-forwarded', 'casework.dossier-sent-back', 'casework.result-signed', 'casework.result-numbered')) as steps,
        count(*) filter (where event = 'casework.dossier-received') as received,
        count(*) filter (where event = 'casework.result-returned') as returned,
        count(*) filter (where event = 'casework.dossier-withdrawn') as withdrawn
      from kernel.journal where subject = d.id) j on true
    where d.version <> 1 + j.moves or d.step <> 2 + j.steps or j.received <> 1 or j.returned <> (case when d.state = 'returned' then 1 else 0 end)
      or j.withdrawn <> (case when d.state = 'withdrawn' then 1 else 0 end)`)
  expect(wrong).toEqual([])
  for (const { id, versions } of dossiers) {
    const found = await rowsOf<{ version: number }>('select version from casework.dossier where id = $1', [id])
    expect(Math.max(...versions)).toBeLessThanOrEqual(found[0]?.version ?? 0)
  }
}

/** Codes of a day, slips and result numbers: each once, from one on, none left out. */
async function numbersAreConsecutive(): Promise<void> {
  const series = await rowsOf<{ n: number; low: number; high: number; different: number }>(`
    select count(*) as n, min(no) as low, max(no) as high, count(distinct no) as different from (
      select left(code, 13) as series, right(code, 4)::int as no from casework.dossier
      union all select 'slip', (regexp_match(receipt_no, '\\d+'))[1]::int from casework.dossier
      union all select 'result' || agency, (regexp_match(result_no, '\\d+'))[1]::int from casework.dossier where result_no is not null) x
    group by series`)
  for (const { n, low, high, different } of series) expect([low, high, different]).toEqual([1, n, n])
}

/** The identity of reports, whatever the period. */
async function booksBalance(): Promise<void> {
  const today = localDate(house.clock())
  for (const from of [addDays(today, -30), today, addDays(today, 1)]) {
    const period = { from, to: today < from ? from : today }
    const counted = await house.runner.asSystem('books', async ctx => {
      const counts = figures.map(
        one => sql`count(*) filter (where ${figureCondition(one, period, ctx.now)}) as ${sql.ref(one)}`,
      )
      const found = await sql<Record<string, number>>`select ${sql.join(counts)} from casework.dossier d`.execute(
        tables<unknown>(ctx.db),
      )
      return found.rows[0] ?? {}
    })
    const n = (figure: string) => counted?.[figure] ?? NaN
    expect(n('carried') + n('received')).toBe(n('resolved') + n('ended') + n('pending'))
    expect(n('resolved-early') + n('resolved-on-time') + n('resolved-late')).toBe(n('resolved'))
    expect(n('pending-in-time') + n('pending-overdue')).toBe(n('pending'))
  }
}

async function rowsOf<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await house.pool.query<Row>(text, values)).rows
}
