import type { Actor, Id } from '@congso/kernel/contract'
import type { House } from '@congso/kernel/testing'
import { openAgency } from './organisation/agency/contract.ts'
import { declaredPermissions } from './organisation/domain/declared-permissions.ts'
import { addPerson } from './organisation/person/contract.ts'
import { appointPerson, openPosition } from './organisation/position/contract.ts'
import { grantRole, listRoles, registerPermissions } from './organisation/role/contract.ts'
import { actorFor } from './organisation/role/queries/actor.ts'
import { openUnit } from './organisation/unit/contract.ts'
import { demoPeople, type DemoPerson } from './domain/vietnamese-name.ts'
import { officePlan, openedOn, type AgencyPlan, type PositionPlan } from './testing/office-plan.ts'

export { officePlan, openedOn, type AgencyPlan, type PositionPlan, type UnitPlan } from './testing/office-plan.ts'

/** What a builder needs of a house: a test's own, or the application's runner for the demo. */
export type Building = Pick<House, 'run' | 'runner' | 'modules' | 'clock'>

/** Somebody in a position of the office. */
export type Post = {
  /** `agency/unit/position` of the plan: `tan-hoa/economy/officer`. */
  key: string
  agency: Id<'agency'>
  unit: Id<'unit'>
  position: Id<'position'>
  person: Id<'person'>
  name: string
  title: string
}

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
  posts: readonly Post[]
  /** The post with a key of the plan, such as `tan-hoa/economy/officer`. */
  post(key: string): Post
  /** Whoever holds a post, as they act in it now. */
  actorOf(key: string): Promise<Actor>
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
  await house.run(registerPermissions, { permissions: declaredPermissions(house.modules) })
  const { roles } = await house.run(listRoles, {})
  const roleIds = new Map(roles.map(role => [role.key, role.id]))
  const names = namesOf(plan)
  const agencies = new Map<string, Id<'agency'>>()
  const units = new Map<string, Id<'unit'>>()
  const posts: Post[] = []
  for (const one of plan) agencies.set(one.key, await openOne(house, one, agencies))
  await Promise.all(
    plan.map(async one => {
      const agency = found(agencies, one.key)
      for (const unitPlan of one.units) {
        const { unit } = await house.run(openUnit, { agency, name: unitPlan.name, kind: unitPlan.kind, from: openedOn })
        units.set(`${one.key}/${unitPlan.key}`, unit)
        for (const [sort, position] of unitPlan.positions.entries()) {
          const key = `${one.key}/${unitPlan.key}/${position.key}`
          const filled = await fill(house, position, { unit, sort, made: found(names, key) }, roleIds)
          posts.push({ ...filled, key, agency, unit, title: position.title })
        }
      }
    }),
  )
  return officeOf(house, agencies, units, posts)
}

/** A made-up person for each position, the same ones every time. */
function namesOf(plan: readonly AgencyPlan[]): ReadonlyMap<string, DemoPerson> {
  const keys = plan.flatMap(agency =>
    agency.units.flatMap(unit => unit.positions.map(position => `${agency.key}/${unit.key}/${position.key}`)),
  )
  const people = demoPeople('son-giang', keys.length)
  return new Map(people.map((person, index) => [keys[index] ?? '', person]))
}

async function openOne(
  house: Building,
  plan: AgencyPlan,
  known: ReadonlyMap<string, Id<'agency'>>,
): Promise<Id<'agency'>> {
  const { code, name, shortName, kind } = plan
  const parent = plan.parent === undefined ? {} : { parent: found(known, plan.parent) }
  const { agency } = await house.run(openAgency, { code, name, shortName, kind, ...parent, from: openedOn })
  return agency
}

async function fill(
  house: Building,
  plan: PositionPlan,
  place: { unit: Id<'unit'>; sort: number; made: DemoPerson },
  roleIds: ReadonlyMap<string, Id<'role'>>,
) {
  const { title, rank } = plan
  const { position } = await house.run(openPosition, {
    unit: place.unit,
    title,
    rank,
    sort: place.sort,
    from: openedOn,
  })
  const name = plan.person ?? place.made.name
  const { birthDate, phone } = place.made
  const { person } = await house.run(addPerson, { name, birthDate, phone })
  await house.run(appointPerson, { position, person, from: openedOn })
  for (const [role, reach] of plan.roles) {
    await house.run(grantRole, { position, role: found(roleIds, role), reach, from: openedOn })
  }
  return { position, person, name }
}

async function officeOf(
  house: Building,
  agencies: ReadonlyMap<string, Id<'agency'>>,
  units: ReadonlyMap<string, Id<'unit'>>,
  posts: readonly Post[],
): Promise<Office> {
  const byKey = new Map(posts.map(post => [post.key, post]))
  const post = (key: string) => found(byKey, key)
  const actorOf = (key: string) => actorIn(house, post(key))
  const communes = ['tan-hoa', 'an-binh', 'dong-ha', 'suoi-nghe'].flatMap(key => agencies.get(key) ?? [])
  return {
    province: found(agencies, 'province'),
    department: found(agencies, 'department'),
    centre: found(agencies, 'centre'),
    communes,
    agency: found(agencies, 'tan-hoa'),
    units: {
      leadership: found(units, 'tan-hoa/leadership'),
      oneStop: found(units, 'tan-hoa/one-stop'),
      office: found(units, 'tan-hoa/office'),
      economy: found(units, 'tan-hoa/economy'),
      society: found(units, 'tan-hoa/society'),
      police: found(units, 'tan-hoa/police'),
    },
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

async function actorIn(house: Building, post: Post): Promise<Actor> {
  const who = { account: null, person: post.person, name: post.name }
  const acting = await house.runner.asSystem('office', ctx => actorFor(ctx.db, who, post.position, ctx.now))
  if (!acting) throw new Error(`nobody acts in ${post.key}`)
  return acting.actor
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`the plan has no ${key}`)
  return value
}
