import type { Actor, Id, InputOf, ReplyOf } from '@congso/kernel/contract'
import type { House } from '@congso/kernel/testing'
import type { Office } from '@congso/directory/testing'
import {
  dossierView,
  forwardDossier,
  intakePage,
  numberResult,
  receiveDossier,
  returnResult,
  signResult,
} from './contract.ts'

export { workSeason, type SeasonPlan } from './testing/season.ts'

type Given = Partial<InputOf<typeof receiveDossier>>
type Received = ReplyOf<typeof receiveDossier>

/** Receives a dossier at the counter as a clerk does: opens the page, sees every paper, finishes. */
export async function receiveAt(
  house: Pick<House, 'run'>,
  clerk: Actor,
  offer: Id<'offer'>,
  given: Given = {},
): Promise<Received> {
  const view = await house.run(intakePage, { offer, ...(given.caseKey ? { caseKey: given.caseKey } : {}) }, clerk)
  if (!view.chosen) throw new Error('the offer cannot be received here')
  return await house.run(
    receiveDossier,
    {
      offer,
      offerVersion: view.chosen.version,
      channel: 'direct',
      pickup: 'counter',
      applicant: { kind: 'citizen', name: 'Phạm Thị Thu Ngân', idNumber: '099199000771', phone: '0300000318' },
      papers: view.chosen.papers.map(paper => ({
        no: paper.no,
        originals: paper.originals,
        copies: paper.copies,
        verdict: 'valid' as const,
      })),
      ...given,
    },
    clerk,
  )
}

/** Works a received dossier on by the only way forward of each step until the given step, with whoever's turn it is. */
export async function workUntil(
  house: Pick<House, 'run'>,
  office: Office,
  id: Id<'dossier'>,
  step: string,
): Promise<void> {
  const people = [
    office.actor.clerk,
    office.actor.officer,
    office.actor.otherOfficer,
    office.actor.head,
    office.actor.leader,
    office.actor.records,
  ]
  for (let turns = 0; turns < 12; turns += 1) {
    const view = await house.run(dossierView, { id }, office.actor.leader)
    const now = view.steps.find(one => one.state === 'now')
    if (!now || now.key === step) return
    await moveOn(house, office, people, id)
  }
  throw new Error(`the dossier never came to ${step}`)
}

async function moveOn(
  house: Pick<House, 'run'>,
  office: Office,
  people: readonly Actor[],
  id: Id<'dossier'>,
): Promise<void> {
  const seen = await Promise.all(
    [...new Set([...people, ...(await othersOf(office))])].map(async actor => ({
      actor,
      view: await house.run(dossierView, { id }, actor).catch(() => null),
    })),
  )
  for (const { actor, view } of seen) {
    const action = view?.actions.find(
      one => one.blocked === null && ['forward', 'sign', 'number', 'return'].includes(one.kind),
    )
    if (!view || !action) continue
    const act = { id, version: view.version, action: action.key }
    if (action.kind === 'forward') await house.run(forwardDossier, act, actor)
    else if (action.kind === 'sign') await house.run(signResult, act, actor)
    else if (action.kind === 'number') await house.run(numberResult, act, actor)
    else await house.run(returnResult, { id, version: view.version, collector: 'applicant' }, actor)
    return
  }
  throw new Error('nobody can move the dossier on')
}

async function othersOf(office: Office): Promise<Actor[]> {
  return await Promise.all(
    office.posts.filter(post => post.agency === office.agency).map(post => office.actorOf(post.key)),
  )
}
