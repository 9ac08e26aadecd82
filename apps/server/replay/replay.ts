import { buildAgencies, buildingOn, type AgencyPlan } from '@congso/directory/testing'
import { listAgencies } from '@congso/directory/contract'
import { addDays, atLocal, systemActor } from '@congso/kernel/contract'
import { calendarFor, type WorkCalendar } from '@congso/worktime'
import type { House } from '../app.ts'
import { apportion, spread } from './apportion.ts'
import { hire, workingPosts, type Known } from './cast.ts'
import { conduct, type Day } from './conduct.ts'
import { castings, lifeOf } from './dossier.ts'
import { openOffers } from './offers.ts'
import { planDay, type Planned, type Setting } from './plan-day.ts'
import type { Scenario } from './scenario.ts'
import { settle, settled } from './settle.ts'
import { workingDays } from './working-day.ts'

export type ReplayOptions = {
  /** Only this part of the dossiers, 0..1: the figures shrink with it. */
  share?: number
  /** How many commands at once. */
  lanes?: number
  say?: (line: string) => void
  progress?: (received: number, total: number) => void
}

/** What was replayed: the dossiers planned and the commands they took. */
export type Replayed = {
  received: number
  pending: number | undefined
  acts: number
  seconds: number
  /** Of this process alone; the database works beside it. */
  cpuSeconds: number
  peakMb: number
  accounts: readonly Known[]
}

/** Raised when a replay would mix its past with an organisation that is there already. */
export class AlreadyInhabited extends Error {
  constructor() {
    super('This database already holds an organisation; a replay needs an empty one (CONGSO_DATA or DATABASE_URL).')
    this.name = 'AlreadyInhabited'
  }
}

/** What a scenario is replayed in. */
export type ReplayHouse = Pick<House, 'pool' | 'modules' | 'runner'>

/** Builds the agencies of a scenario as they were and lives its dossiers again, through the commands, on a simulated clock. */
export async function replay(house: ReplayHouse, scenario: Scenario, options: ReplayOptions = {}): Promise<Replayed> {
  const { share = 1, lanes = 8, say = () => {}, progress } = options
  const { agencies } = (await house.runner.run(listAgencies, {}, { actor: systemActor('replay') })).reply
  if (agencies.length > 0) throw new AlreadyInhabited()
  const { openedOn, plan, people, name } = scenario
  const building = buildingOn(house, atLocal(openedOn, 8 * 60))
  say(`${scenario.title}: ${plan.length} agencies …`)
  const built = await buildAgencies(building, plan, { openedOn, seed: name, people })
  const accounts = accountsOf(scenario)
  const counters = scenario.counters.map(counter => counter.agency)
  const posts = [...new Set([...workingPosts(plan, counters), ...accounts.map(known => known.post)])]
  say(`${posts.length} accounts …`)
  const staff = await hire(house, built, posts, { known: accounts })
  const offered = await openOffers(building, house.pool, built, scenario)
  const calendar = await calendarOf(house, built.agency(scenario.reported))
  const [received, pending] = figuresOf(scenario, share)
  const setting: Setting = {
    seed: name,
    calendar,
    offered,
    lateShare: scenario.lateShare,
    ...(scenario.online === undefined ? {} : { onlineShare: scenario.online / scenario.received }),
  }
  say(`${received} dossiers …`)
  const watch = createWatch()
  const end = atLocal(addDays(scenario.to, 1)) - 1
  const cast = castings(plan, staff)
  let begun = 0
  const days = plannedDays(scenario, setting, received, pending, end, planned => {
    begun += 1
    if (begun % 50 === 0 || begun === received) progress?.(begun, received)
    return lifeOf({ runner: house.runner, scenario, calendar, cast }, planned)
  })
  const acts = await conduct(days, { until: end, lanes, performed: () => watch.seen() })
  return { received, pending, acts, ...watch.read(), accounts }
}

/** How many dossiers are received and still open at the end, for a share of the scenario. */
export function figuresOf(
  { received, pending }: Scenario,
  share: number,
): [received: number, pending: number | undefined] {
  const scaled = Math.round(received * share)
  if (pending === undefined) return [scaled, undefined]
  return [scaled, apportion(scaled, [received - pending, pending])[1]]
}

/** Somebody of each part, to sign in and look: the same password for all, because nothing here is real. */
function accountsOf({ reported, plan }: Scenario): Known[] {
  const password = 'CongSo@2026-demo'
  const wanted = [
    ['quantri', 'office/administrator'],
    ['lanhdao', 'leadership/leader'],
    ['motcua', 'one-stop/clerk'],
    ['tonghop', 'office/chief'],
    ['chuyenvien', 'justice/officer'],
  ] as const
  return wanted.flatMap(([userName, post]) =>
    hasPost(plan, `${reported}/${post}`) ? [{ userName, post: `${reported}/${post}`, password }] : [],
  )
}

function hasPost(plan: readonly AgencyPlan[], key: string): boolean {
  return plan.some(agency =>
    agency.units.some(unit => unit.positions.some(position => `${agency.key}/${unit.key}/${position.key}` === key)),
  )
}

async function calendarOf(house: ReplayHouse, agency: string): Promise<WorkCalendar> {
  const calendar = await house.runner.asSystem('replay', ctx => calendarFor(ctx.db, agency))
  if (!calendar) throw new Error('there is no calendar')
  return calendar
}

/** The days of the scenario one after the other; each is planned when it is asked for, and forgotten. */
function* plannedDays(
  scenario: Scenario,
  setting: Setting,
  received: number,
  pending: number | undefined,
  end: number,
  live: (planned: Planned) => Day['courses'] extends Iterable<infer C> ? C : never,
): Generator<Day> {
  const days = workingDays(setting.calendar, scenario.from, scenario.to)
  const counts = spread(
    received,
    days.map(day => busy(scenario, day)),
  )
  const each = function* () {
    let first = 0
    for (const [index, day] of days.entries()) {
      const count = counts[index] ?? 0
      yield { day, planned: planDay(setting, day, first, count) }
      first += count
    }
  }
  const all = function* () {
    for (const { planned } of each()) yield* planned
  }
  const settlement = settle(all(), end, pending, setting.calendar)
  for (const { day, planned } of each()) {
    yield {
      from: atLocal(day.date),
      courses: planned.map(one => live(settled(one, settlement, end, setting.calendar))),
    }
  }
}

/** How busy a day is: by its month, and by its weekday (Monday most; a Saturday worked instead of another day little). */
function busy({ months }: Scenario, { date, weekday }: { date: string; weekday: number }): number {
  const byWeekday = [0.3, 1.3, 1.1, 1, 1, 0.85, 0.4]
  return (months[Number(date.slice(5, 7)) - 1] ?? 1) * (byWeekday[weekday] ?? 1)
}

function createWatch() {
  const began = performance.now()
  const before = process.cpuUsage()
  let acts = 0
  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  return {
    seen() {
      acts += 1
      if (acts % 500 === 0) look()
    },
    read() {
      look()
      const { user, system } = process.cpuUsage(before)
      return {
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: (user + system) / 1_000_000,
        peakMb: Math.round(peak / 1024 / 1024),
      }
    },
  }
}
