import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous } from '@congso/kernel/contract'
import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import { createStore, filesModule } from '@congso/files/module'
import { openHouse, type House } from '@congso/kernel/testing'
import { numbering } from '@congso/numbering/module'
import { procedures } from '@congso/procedures/module'
import { offerProcedures, type DemoOffers } from '@congso/procedures/testing'
import { worktime } from '@congso/worktime/module'
import { fileAccess } from './answers.ts'
import {
  assignDossier,
  checkPaper,
  claimDossier,
  desk,
  discardDraft,
  dossierRegister,
  dossierView,
  forwardDossier,
  forwardDossiers,
  intakePage,
  leaderDesk,
  receiveDossier,
  returnResult,
  revealPersonal,
  saveDraft,
  sendBackDossier,
  signResult,
  track,
  writeNote,
} from './contract.ts'
import { casework } from './module.ts'
import { receiveAt, workUntil } from './testing.ts'

let house: House
let office: Office
let offers: DemoOffers

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
  offers = await offerProcedures(house, office, {
    codes: ['1.004873', '1.013225', '2.000815'],
    agencies: office.communes.slice(0, 2),
  })
  await house.facts()
})
afterAll(() => house.close())

const marital = () => offers.offer('1.004873')

describe('receiving', () => {
  test("the mock-up's dossier: three working days from Thursday 09:42 over the weekend and 24/11", async () => {
    const got = await receiveAt(house, office.actor.clerk, marital())
    expect(got.code).toMatch(/^H99\.15-261119-\d{4}$/)
    expect(got.dueAt).toBe('2026-11-25T02:42:00.000Z')
    expect(got.secret).toMatch(/^[2-9A-HJ-NP-Z]{7}$/)
    expect(await house.facts()).toMatchObject([
      { event: 'casework.dossier-received', subject: got.id, account: office.actor.clerk.account },
    ])
    const view = await house.run(dossierView, { id: got.id }, office.actor.clerk)
    expect(view.promise.skipped.map(day => day.date)).toEqual(['2026-11-21', '2026-11-22', '2026-11-24'])
    expect(view.parties[0]).toMatchObject({ name: 'Phạm Thị Thu Ngân', idNumber: '0••••••••771', phone: '03•••••318' })
    expect(view.steps[0]).toMatchObject({ state: 'done', late: false })
    expect(view.steps[1]).toMatchObject({ state: 'now' })
  })
  test('numbers of a day are consecutive under concurrency', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => receiveAt(house, office.actor.clerk, marital())))
    const numbers = all.map(one => Number(one.code.slice(-4))).sort((a, b) => a - b)
    expect(numbers.at(-1)! - numbers[0]!).toBe(11)
    expect(new Set(numbers).size).toBe(12)
  })
  test.each([
    ['a paper not looked at', { papers: [] }, 'casework.papers-unseen'],
    ['a changed offer', { offerVersion: 99 }, 'casework.offer-closed'],
    [
      'filing for somebody without authority',
      { owner: { kind: 'citizen' as const, name: 'Nguyễn Văn B' } },
      'casework.proxy-missing',
    ],
    ['a moment to come', { receivedAt: '2026-12-01T00:00:00.000Z' }, 'casework.received-in-future'],
  ])('refuses %s and changes nothing', async (_what, given, code) => {
    await expect(receiveAt(house, office.actor.clerk, marital(), given)).rejects.toMatchObject({ code })
    expect(
      (await house.facts()).filter(fact => fact.event === 'casework.dossier-received' && fact.subject === ''),
    ).toEqual([])
  })
  test('a paper to be fixed is not received, and the field is named', async () => {
    const view = await house.run(intakePage, { offer: marital() }, office.actor.clerk)
    const papers = view.chosen!.papers.map(paper => ({
      no: paper.no,
      originals: 1,
      copies: 0,
      verdict: 'to-fix' as const,
    }))
    await expect(receiveAt(house, office.actor.clerk, marital(), { papers })).rejects.toMatchObject({
      code: 'casework.papers-to-fix',
      field: 'papers.0.verdict',
    })
  })
  test('an officer may not receive', async () => {
    await expect(
      house.run(
        receiveDossier,
        {
          offer: marital(),
          offerVersion: 1,
          channel: 'direct',
          pickup: 'counter',
          applicant: { kind: 'citizen', name: 'A' },
          papers: [],
        },
        office.actor.officer,
      ),
    ).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
  test('in-day certification after 15:00 is due the next working day', async () => {
    const before = house.clock()
    house.clock.set(Date.parse('2026-11-19T08:30:00Z'))
    const late = await receiveAt(house, office.actor.clerk, offers.offer('2.000815'))
    house.clock.set(before)
    const early = await receiveAt(house, office.actor.clerk, offers.offer('2.000815'))
    expect(late.dueAt.slice(0, 10)).toBe('2026-11-20')
    expect(early.dueAt).toBe('2026-11-19T10:00:00.000Z')
  })
  test("a draft is its clerk's alone", async () => {
    const { id } = await house.run(
      saveDraft,
      { offer: marital() },
      {
        ...office.actor.clerk,
        account: office.actor.clerk.account ?? ('00000000-0000-7000-8000-00000000000a' as never),
      },
    )
    await expect(
      house.run(
        discardDraft,
        { id },
        { ...office.actor.secondClerk, account: '00000000-0000-7000-8000-00000000000b' as never },
      ),
    ).rejects.toMatchObject({ code: 'kernel.not-found' })
  })
})

describe('the way to the result', () => {
  test('house building permit from the counter to the citizen, each step with who and how long', async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    await workUntil(house, office, got.id, 'return')
    const decided = await house.run(dossierView, { id: got.id }, office.actor.clerk)
    expect(decided).toMatchObject({ state: 'decided', resultNo: expect.stringMatching(/^\d+$/) })
    expect(decided.remaining).toMatchObject({ state: 'done', onTime: true })
    await expect(
      house.run(returnResult, { id: got.id, version: decided.version, collector: 'proxy' }, office.actor.clerk),
    ).rejects.toMatchObject({ code: 'casework.collector-missing', field: 'collectorName' })
    await house.run(returnResult, { id: got.id, version: decided.version, collector: 'applicant' }, office.actor.clerk)
    const returned = await house.run(dossierView, { id: got.id }, office.actor.clerk)
    expect(returned.state).toBe('returned')
    await expect(
      house.run(returnResult, { id: got.id, version: returned.version, collector: 'applicant' }, office.actor.clerk),
    ).rejects.toMatchObject({ code: 'casework.already-returned' })
    const events = (await house.facts()).filter(fact => fact.subject === got.id).map(fact => fact.event)
    expect(events[0]).toBe('casework.dossier-received')
    expect(events).toEqual(
      expect.arrayContaining(['casework.result-signed', 'casework.result-numbered', 'casework.result-returned']),
    )
  })
  test('two people act at once: one wins, the other is told, nothing is done twice', async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    await workUntil(house, office, got.id, 'appraise')
    const actor = await whoseTurn(got.id)
    const view = await house.run(dossierView, { id: got.id }, actor)
    const action = view.actions.find(one => one.kind === 'forward')!.key
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => house.run(forwardDossier, { id: got.id, version: view.version, action }, actor)),
    )
    expect(results.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    const codes = results.flatMap(one => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(
      codes.every(code => ['kernel.stale', 'casework.not-your-turn', 'casework.step-already-taken'].includes(code)),
    ).toBe(true)
    expect(
      (await house.run(dossierView, { id: got.id }, actor)).steps.filter(
        step => step.key === 'appraise' && step.state === 'done',
      ),
    ).toHaveLength(1)
  })
  test('sent back it returns to who had it, with the reason kept', async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    await workUntil(house, office, got.id, 'review')
    const actor = await whoseTurn(got.id)
    const view = await house.run(dossierView, { id: got.id }, actor)
    const back = view.actions.find(one => one.kind === 'back')!.key
    await house.run(
      sendBackDossier,
      { id: got.id, version: view.version, action: back, reason: 'Thiếu mặt cắt' },
      actor,
    )
    const again = await house.run(dossierView, { id: got.id }, actor)
    expect(again.steps.find(step => step.state === 'now')).toMatchObject({ key: 'appraise' })
    expect(again.assignee).toBe(view.steps.find(step => step.key === 'appraise') ? again.assignee : null)
    expect(again.steps.find(step => step.key === 'review')).toMatchObject({ comment: 'Thiếu mặt cắt' })
  })
  test('a leader sends back what is not to be signed, with the reason; no other leader does', async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    await workUntil(house, office, got.id, 'sign')
    const { leader, strangerLeader } = office.actor
    const view = await house.run(dossierView, { id: got.id }, leader)
    const back = view.actions.find(one => one.kind === 'back')!
    expect(back.blocked).toBeNull()
    const input = { id: got.id, version: view.version, action: back.key, reason: 'Chưa nêu căn cứ pháp lý' }
    await expect(house.run(sendBackDossier, input, strangerLeader)).rejects.toMatchObject({ code: 'kernel.not-found' })
    await house.facts()
    await house.run(sendBackDossier, input, leader)
    expect(await house.facts()).toMatchObject([{ event: 'casework.dossier-sent-back', subject: got.id }])
    const again = await house.run(dossierView, { id: got.id }, leader)
    expect(again.steps.find(step => step.state === 'now')?.key).not.toBe('sign')
  })
  test('a paper to be fixed stops the way forward until it is valid', async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    await workUntil(house, office, got.id, 'appraise')
    const actor = await whoseTurn(got.id)
    await expect(house.run(checkPaper, { id: got.id, no: 1, verdict: 'to-fix' }, actor)).rejects.toMatchObject({
      code: 'casework.reason-missing',
      field: 'note',
    })
    await house.run(checkPaper, { id: got.id, no: 1, verdict: 'to-fix', note: 'Thiếu cao độ nền' }, actor)
    const view = await house.run(dossierView, { id: got.id }, actor)
    const forward = view.actions.find(one => one.kind === 'forward')!
    expect(forward.blocked).toBe('casework.papers-to-fix')
    await expect(
      house.run(forwardDossier, { id: got.id, version: view.version, action: forward.key }, actor),
    ).rejects.toMatchObject({ code: 'casework.papers-to-fix' })
    await house.run(checkPaper, { id: got.id, no: 1, verdict: 'valid' }, actor)
    expect(
      (await house.run(dossierView, { id: got.id }, actor)).actions.find(one => one.kind === 'forward')!.blocked,
    ).toBeNull()
  })
  test('bulk: each item by itself, the failed ones named', async () => {
    const ids = (
      await Promise.all([1, 2].map(() => receiveAt(house, office.actor.clerk, offers.offer('1.013225'))))
    ).map(one => one.id)
    const actor = await whoseTurn(ids[0]!)
    await expect(house.run(forwardDossiers, { ids: [] }, actor)).rejects.toMatchObject({
      findings: [{ path: 'ids', code: 'few' }],
    })
    const reply = await house.run(
      forwardDossiers,
      { ids: [...ids, '019abcde-0000-7000-8000-000000000000' as never] },
      actor,
    )
    expect(reply.done.map(one => one.id).sort()).toEqual([...ids].sort())
    expect(reply.failed).toMatchObject([{ reason: 'kernel.not-found' }])
  })
})

describe('who may', () => {
  test('another commune sees nothing and may do nothing', async () => {
    const got = await receiveAt(house, office.actor.clerk, marital())
    for (const actor of [office.actor.strangerClerk, office.actor.strangerOfficer, office.actor.strangerLeader]) {
      await expect(house.run(dossierView, { id: got.id }, actor)).rejects.toMatchObject({ code: 'kernel.not-found' })
      await expect(house.run(writeNote, { id: got.id, text: 'x' }, actor)).rejects.toMatchObject({
        code: 'kernel.not-found',
      })
      const found = await house.run(dossierRegister, { q: got.code, status: 'all' }, actor)
      expect(found.rows).toEqual([])
    }
    await expect(
      house.run(signResult, { id: got.id, version: 1, action: 'sign' }, office.actor.clerk),
    ).rejects.toMatchObject({ code: 'kernel.forbidden' })
  })
  test("it must be one's turn, and a taken dossier cannot be claimed", async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    const view = await house.run(dossierView, { id: got.id }, office.actor.officer)
    if (view.assignee !== office.actor.officer.position) {
      await expect(
        house.run(forwardDossier, { id: got.id, version: view.version, action: 'assign' }, office.actor.officer),
      ).rejects.toMatchObject({ code: 'casework.not-your-turn' })
    }
    if (view.assignee !== null)
      await expect(
        house.run(claimDossier, { id: got.id, version: view.version }, office.actor.officer),
      ).rejects.toMatchObject({ code: 'casework.already-claimed' })
  })
  test('taking work from somebody needs a reason; to a stranger it cannot go', async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    const view = await house.run(dossierView, { id: got.id }, office.actor.head)
    await expect(
      house.run(
        assignDossier,
        { id: got.id, version: view.version, to: office.actor.strangerOfficer.position! },
        office.actor.head,
      ),
    ).rejects.toMatchObject({ code: 'casework.holder-not-in-unit' })
  })
  test('full personal data only with right and reason, for a quarter of an hour, and journalled', async () => {
    const got = await receiveAt(house, office.actor.clerk, marital())
    await house.facts()
    const shown = await house.run(revealPersonal, { id: got.id, reason: 'Đối chiếu giấy tờ' }, office.actor.clerk)
    expect(shown.parties[0]).toMatchObject({ idNumber: '099199000771' })
    expect(await house.facts()).toMatchObject([{ event: 'casework.personal-revealed', subject: got.id }])
    await expect(house.run(revealPersonal, { id: got.id, reason: ' ' }, office.actor.clerk)).rejects.toMatchObject({
      findings: [{ path: 'reason' }],
    })
  })
})

describe('finding', () => {
  test('anything printed on the receipt, without accents, in any order', async () => {
    const got = await receiveAt(house, office.actor.clerk, marital(), {
      applicant: { kind: 'citizen', name: 'Giàng A Phềnh', idNumber: '099088001551', phone: '0300000551' },
    })
    for (const q of ['giang phenh', 'PHENH a', got.code, got.receiptNo.split('/')[0]!, '099088001551', '0300000551']) {
      const found = await house.run(dossierRegister, { q }, office.actor.clerk)
      expect(
        found.rows.map(row => row.id),
        q,
      ).toContain(got.id)
    }
    expect((await house.run(dossierRegister, { q: 'giang 100%' }, office.actor.clerk)).rows).toEqual([])
  })
  test('the desk holds what is mine, and its counts open lists of that length', async () => {
    const view = await house.run(desk, {}, office.actor.head)
    const mine = await house.run(desk, { view: 'mine' }, office.actor.head)
    expect(view.counts.mine).toBe(mine.total)
    expect(mine.rows.every(row => row.assignee === office.actor.head.position)).toBe(true)
    const due = mine.rows.map(row => row.dueAt)
    expect(due).toEqual([...due].sort())
  })
  test('pages of the register neither lose nor repeat a row', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await house.run(
        dossierRegister,
        { status: 'all', sort: 'code', ...(after ? { after } : {}) },
        office.actor.leader,
      )
      seen.push(...page.rows.map(row => row.id))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    const all = await house.pool.query('select count(*) as n from casework.dossier where agency = $1', [office.agency])
    expect(seen.length).toBe(all.rows[0].n)
  })
  test('the leader sees what waits for a signature', async () => {
    const got = await receiveAt(house, office.actor.clerk, offers.offer('1.013225'))
    await workUntil(house, office, got.id, 'sign')
    const view = await house.run(leaderDesk, {}, office.actor.leader)
    expect(view.cards.map(card => card.id)).toContain(got.id)
    expect(view.cards.find(card => card.id === got.id)).toMatchObject({
      action: expect.any(String),
      submittedBy: expect.stringMatching(/\S/),
    })
  })
  test('the citizen follows it with code and secret, and with nothing else', async () => {
    const got = await receiveAt(house, office.actor.clerk, marital())
    const found = await house.run(track, { code: got.code.toLowerCase(), secret: got.secret.toLowerCase() }, anonymous)
    expect(found.found).toMatchObject({ code: got.code, applicant: 'Ph•• Th•• Th•• Ng••' })
    expect(JSON.stringify(found)).not.toContain('099199000771')
    for (const [code, secret] of [
      [got.code, 'AAAAAAA'],
      ['H99.15-261119-9999', got.secret],
    ]) {
      expect(await house.run(track, { code: code!, secret: secret! }, anonymous)).toMatchObject({
        asked: { problem: 'unknown' },
        found: null,
      })
    }
  })
})

async function whoseTurn(id: string) {
  const view = await house.run(dossierView, { id: id as never }, office.actor.leader)
  const post =
    office.posts.find(one => one.position === view.assignee) ??
    office.posts.find(
      one => one.agency === office.agency && one.title && view.unitName !== '' && one.unit === office.units.economy,
    )
  return await office.actorOf(post!.key)
}
