import type { Actor, Id } from '@congso/kernel/contract'
import { demoOptions, demoPeople, type DemoOptions, type DemoPerson } from '../domain/vietnamese-name.ts'
import { openAgency } from '../organisation/agency/contract.ts'
import { declaredEvents, declaredPermissions } from '../organisation/domain/declared-permissions.ts'
import { addPerson } from '../organisation/person/contract.ts'
import { appointPerson, openPosition } from '../organisation/position/contract.ts'
import { grantRole, listRoles, registerPermissions } from '../organisation/role/contract.ts'
import { openUnit } from '../organisation/unit/contract.ts'
import { actorFor } from './acting.ts'
import type { Building } from './building.ts'
import type { AgencyPlan, PositionPlan } from './office-plan.ts'

/** Somebody in a position of a plan. */
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

/** What was built, by the keys of the plan: `tan-hoa`, `tan-hoa/economy`, `tan-hoa/economy/officer`. */
export type Agencies = {
  agencies: ReadonlyMap<string, Id<'agency'>>
  units: ReadonlyMap<string, Id<'unit'>>
  posts: readonly Post[]
  agency: (key: string) => Id<'agency'>
  unit: (key: string) => Id<'unit'>
  post: (key: string) => Post
  /** Whoever holds a post, as they act in it now. */
  actorOf: (key: string) => Promise<Actor>
}

/** Since when everything in a plan has stood, and the seed and kind of the people made up for its posts. */
export type PlanOptions = { openedOn: string; seed: string; people?: DemoOptions }

/** Builds agencies, units, positions, people and their roles from a plan, through the commands, as the system would. */
export async function buildAgencies(
  house: Building,
  plan: readonly AgencyPlan[],
  { openedOn, seed, people = demoOptions }: PlanOptions,
): Promise<Agencies> {
  await house.run(registerPermissions, {
    permissions: declaredPermissions(house.modules),
    events: declaredEvents(house.modules),
  })
  const { roles } = await house.run(listRoles, {})
  const roleIds = new Map(roles.map(role => [role.key, role.id]))
  const names = namesOf(plan, seed, people)
  const agencies = new Map<string, Id<'agency'>>()
  const units = new Map<string, Id<'unit'>>()
  const posts: Post[] = []
  for (const one of plan) agencies.set(one.key, await openOne(house, one, agencies, openedOn))
  await Promise.all(
    plan.map(async one => {
      const agency = found(agencies, one.key)
      for (const unitPlan of one.units) {
        const { unit } = await house.run(openUnit, { agency, name: unitPlan.name, kind: unitPlan.kind, from: openedOn })
        units.set(`${one.key}/${unitPlan.key}`, unit)
        for (const [sort, position] of unitPlan.positions.entries()) {
          const key = `${one.key}/${unitPlan.key}/${position.key}`
          const filled = await fill(house, position, { unit, sort, made: found(names, key), openedOn }, roleIds)
          posts.push({ ...filled, key, agency, unit, title: position.title })
        }
      }
    }),
  )
  return byKey(house, agencies, units, posts)
}

function byKey(
  house: Building,
  agencies: ReadonlyMap<string, Id<'agency'>>,
  units: ReadonlyMap<string, Id<'unit'>>,
  posts: readonly Post[],
): Agencies {
  const postByKey = new Map(posts.map(post => [post.key, post]))
  const post = (key: string) => found(postByKey, key)
  return {
    agencies,
    units,
    posts,
    agency: key => found(agencies, key),
    unit: key => found(units, key),
    post,
    actorOf: key => actorIn(house, post(key)),
  }
}

/** A made-up person for each position, the same ones every time. */
function namesOf(plan: readonly AgencyPlan[], seed: string, people: DemoOptions): ReadonlyMap<string, DemoPerson> {
  const keys = plan.flatMap(agency =>
    agency.units.flatMap(unit => unit.positions.map(position => `${agency.key}/${unit.key}/${position.key}`)),
  )
  return new Map(demoPeople(seed, keys.length, people).map((person, index) => [keys[index] ?? '', person]))
}

async function openOne(
  house: Building,
  plan: AgencyPlan,
  known: ReadonlyMap<string, Id<'agency'>>,
  from: string,
): Promise<Id<'agency'>> {
  const { code, name, shortName, kind, address, phone } = plan
  const { agency } = await house.run(openAgency, {
    code,
    name,
    shortName,
    kind,
    from,
    ...(plan.parent === undefined ? {} : { parent: found(known, plan.parent) }),
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { phone }),
  })
  return agency
}

async function fill(
  house: Building,
  plan: PositionPlan,
  place: { unit: Id<'unit'>; sort: number; made: DemoPerson; openedOn: string },
  roleIds: ReadonlyMap<string, Id<'role'>>,
) {
  const { title, rank } = plan
  const { unit, sort, made, openedOn: from } = place
  const { position } = await house.run(openPosition, { unit, title, rank, sort, from })
  const name = plan.person ?? made.name
  const { person } = await house.run(addPerson, { name, birthDate: made.birthDate, phone: made.phone })
  await house.run(appointPerson, { position, person, from })
  for (const [role, reach] of plan.roles) {
    await house.run(grantRole, { position, role: found(roleIds, role), reach, from })
  }
  return { position, person, name }
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
