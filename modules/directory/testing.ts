import type { Actor, Id } from '@congso/kernel/contract'
import { buildAgencies, type Agencies, type Post } from './testing/build-agencies.ts'
import type { Building } from './testing/building.ts'
import { officePlan, openedOn, type AgencyPlan } from './testing/office-plan.ts'

export { demoOptions, demoPeople, demoPerson, type DemoOptions, type DemoPerson } from './domain/vietnamese-name.ts'
export { seeded, type Random } from './domain/seeded.ts'
export { client as oidcClient, startProvider, type Provider } from './account/testing/provider.ts'
export { buildAccount, type AccountWish } from './testing/build-account.ts'
export { buildAgencies, type Agencies, type PlanOptions, type Post } from './testing/build-agencies.ts'
export { buildingOn, type Building } from './testing/building.ts'
export { officePlan, openedOn, type AgencyPlan, type PositionPlan, type UnitPlan } from './testing/office-plan.ts'

/** The office as it was built: its agencies, units and posts by the keys of the plan, and the people tests need most. */
export type Office = {
  province: Id<'agency'>
  department: Id<'agency'>
  centre: Id<'agency'>
  /** The four communes; the first is `agency`. */
  communes: Id<'agency'>[]
  /** Xã Tân Hòa, where most tests happen. */
  agency: Id<'agency'>
  /** The units of `agency`. */
  units: Record<'leadership' | 'oneStop' | 'office' | 'economy' | 'society' | 'police', Id<'unit'>>
  /** Everything that was built, by the keys of the plan. */
  built: Agencies
  posts: readonly Post[]
  /** The post with a key of the plan, such as `tan-hoa/economy/officer`. */
  post: (key: string) => Post
  /** Whoever holds a post, as they act in it now. */
  actorOf: (key: string) => Promise<Actor>
  actor: Record<ActorName, Actor>
}

const actorKeys = {
  clerk: 'tan-hoa/one-stop/clerk',
  secondClerk: 'tan-hoa/one-stop/clerk2',
  officer: 'tan-hoa/economy/officer',
  head: 'tan-hoa/economy/head',
  otherOfficer: 'tan-hoa/society/officer',
  leader: 'tan-hoa/leadership/leader',
  deputy: 'tan-hoa/leadership/deputy',
  records: 'tan-hoa/office/records',
  /** The same work in another commune: what belongs to Tân Hòa is none of theirs. */
  strangerClerk: 'an-binh/one-stop/clerk',
  strangerOfficer: 'an-binh/economy/officer',
  strangerLeader: 'an-binh/leadership/leader',
  supervisor: 'province/office/supervisor',
  catalogue: 'province/office/catalogue',
  administrator: 'province/office/administrator',
  reporter: 'province/office/reporter',
} as const
export type ActorName = keyof typeof actorKeys

/** Builds the province of the plan through the commands, as the system would at the first start. */
export async function buildOffice(house: Building, plan: readonly AgencyPlan[] = officePlan): Promise<Office> {
  const built = await buildAgencies(house, plan, { openedOn, seed: 'son-giang' })
  const { agency, unit, posts, post, actorOf } = built
  return {
    province: agency('province'),
    department: agency('department'),
    centre: agency('centre'),
    communes: ['tan-hoa', 'an-binh', 'dong-ha', 'suoi-nghe'].map(agency),
    agency: agency('tan-hoa'),
    units: {
      leadership: unit('tan-hoa/leadership'),
      oneStop: unit('tan-hoa/one-stop'),
      office: unit('tan-hoa/office'),
      economy: unit('tan-hoa/economy'),
      society: unit('tan-hoa/society'),
      police: unit('tan-hoa/police'),
    },
    built,
    posts,
    post,
    actorOf,
    actor: await everyActor(actorOf),
  }
}

async function everyActor(actorOf: Office['actorOf']): Promise<Record<ActorName, Actor>> {
  const { clerk, secondClerk, officer, head, otherOfficer, leader, deputy, records, ...others } = actorKeys
  const { strangerClerk, strangerOfficer, strangerLeader, supervisor, catalogue, administrator, reporter } = others
  return {
    clerk: await actorOf(clerk),
    secondClerk: await actorOf(secondClerk),
    officer: await actorOf(officer),
    head: await actorOf(head),
    otherOfficer: await actorOf(otherOfficer),
    leader: await actorOf(leader),
    deputy: await actorOf(deputy),
    records: await actorOf(records),
    strangerClerk: await actorOf(strangerClerk),
    strangerOfficer: await actorOf(strangerOfficer),
    strangerLeader: await actorOf(strangerLeader),
    supervisor: await actorOf(supervisor),
    catalogue: await actorOf(catalogue),
    administrator: await actorOf(administrator),
    reporter: await actorOf(reporter),
  }
}
