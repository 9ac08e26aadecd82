import { atLocal, type Actor, type Id } from '@congso/kernel/contract'
import type { House } from '@congso/kernel/testing'
import { seeded, type Office, type Random } from '@congso/directory/testing'
import {
  channels,
  forwardDossier,
  numberResult,
  receiveDossier,
  returnResult,
  sendBackDossier,
  signResult,
} from '../contract.ts'

/** What a season needs of a house. */
type Ground = Pick<House, 'run' | 'pool'> & { clock: Pick<House['clock'], 'set'> }

export type SeasonPlan = {
  seed: string
  /** Working days on which dossiers come in and are worked on, in order. */
  days: readonly string[]
  perDay: number
  /** What may be received, and by the counters of which agencies. */
  offers: readonly { offer: Id<'offer'>; agency: Id<'agency'> }[]
}

type Stand = {
  id: Id<'dossier'>
  version: number
  step_key: string
  assignee: string | null
  unit: string | null
  agency: string
  receiving_agency: string
}

const rankOf: Readonly<Record<string, string>> = {
  assign: 'head',
  appraise: 'officer',
  review: 'head',
  sign: 'leader',
  number: 'records',
  return: 'clerk',
}

/**
 * Weeks of work at the counters and desks: dossiers come in by every channel, some for another agency; each day some move a step, some
 * go back, some stay. The same for the same seed. The clock ends on the last day.
 */
export async function workSeason(house: Ground, office: Office, plan: SeasonPlan): Promise<Id<'dossier'>[]> {
  const random = seeded(plan.seed)
  const actors = await everyActor(office)
  const open: Id<'dossier'>[] = []
  const all: Id<'dossier'>[] = []
  for (const day of plan.days) {
    for (let n = 0; n < plan.perDay; n += 1) {
      house.clock.set(atLocal(day, 8 * 60 + random.below(480)))
      const id = await receiveOne(house, plan, random, actors)
      open.push(id)
      all.push(id)
    }
    for (const id of open.splice(0)) {
      if (random.below(3) > 0) {
        house.clock.set(atLocal(day, 16 * 60 + random.below(55)))
        if (await moveOne(house, id, random, actors)) continue
      }
      open.push(id)
    }
  }
  return all
}

async function receiveOne(house: Ground, plan: SeasonPlan, random: Random, actors: readonly Posted[]) {
  const { offer, agency } = random.pick(plan.offers)
  const counters = [agency, agency, agency, random.pick(plan.offers).agency]
  const counter = random.pick(counters)
  const clerk = random.pick(actors.filter(one => one.agency === counter && /\/clerk2?$/.test(one.key)))
  const found = await house.pool.query<{ revision: number; channels: string[]; papers: { no: number }[] }>(
    'select revision, channels, papers from procedures.pub_offer where id = $1',
    [offer],
  )
  const facts = found.rows[0]
  if (!facts) throw new Error('there is no such offer')
  const allowed = channels.filter(one => facts.channels.includes(one))
  const { id } = await house.run(
    receiveDossier,
    {
      offer,
      offerVersion: facts.revision,
      channel: random.pick(allowed),
      pickup: 'counter',
      applicant: { kind: 'citizen', name: 'Giàng A Phềnh', idNumber: '099088001551' },
      papers: facts.papers.map(paper => ({ no: paper.no, originals: 1, copies: 0, verdict: 'valid' as const })),
    },
    clerk.actor,
  )
  return id
}

/** One step of one dossier by somebody who may do it; true when nothing is left to do. */
async function moveOne(house: Ground, id: Id<'dossier'>, random: Random, actors: readonly Posted[]): Promise<boolean> {
  const found = await house.pool.query<Stand>(
    'select id, version, step_key, assignee, unit, agency, receiving_agency from casework.dossier where id = $1',
    [id],
  )
  const stand = found.rows[0]
  if (!stand) throw new Error('there is no such dossier')
  const { version } = stand
  const actor = holderOf(stand, random, actors)
  const key = stand.step_key
  if (key === 'return') {
    await house.run(returnResult, { id, version, collector: 'applicant' }, actor)
    return true
  }
  if (key === 'sign') await house.run(signResult, { id, version, action: 'sign' }, actor)
  else if (key === 'number') await house.run(numberResult, { id, version, action: 'number' }, actor)
  else if (key === 'review' && random.below(4) === 0)
    await house.run(sendBackDossier, { id, version, action: 'send-back', reason: 'Thiếu căn cứ' }, actor)
  else await house.run(forwardDossier, { id, version, action: onward[key] ?? '' }, actor)
  return false
}

const onward: Readonly<Record<string, string>> = { assign: 'assign', appraise: 'submit', review: 'approve' }

function holderOf(stand: Stand, random: Random, actors: readonly Posted[]): Actor {
  if (stand.step_key === 'return')
    return random.pick(actors.filter(one => one.agency === stand.receiving_agency && /\/clerk2?$/.test(one.key))).actor
  const assigned = actors.find(one => one.position === stand.assignee)
  if (assigned) return assigned.actor
  const rank = rankOf[stand.step_key] ?? ''
  return random.pick(actors.filter(one => one.unit === stand.unit && one.key.endsWith(`/${rank}`))).actor
}

type Posted = { key: string; agency: string; unit: string; position: string; actor: Actor }

async function everyActor(office: Office): Promise<Posted[]> {
  return await Promise.all(office.posts.map(async post => ({ ...post, actor: await office.actorOf(post.key) })))
}
