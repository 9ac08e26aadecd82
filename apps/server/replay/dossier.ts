import { seeded, demoPerson, type AgencyPlan, type Random } from '@congso/directory/testing'
import type { receiveDossier } from '@congso/casework/contract'
import type { InputOf } from '@congso/kernel/contract'
import type { Runner } from '@congso/kernel/server'
import { openMinutesBetween, type WorkCalendar } from '@congso/worktime'
import { castOf, type Cast, type Staff } from './cast.ts'
import type { Course } from './conduct.ts'
import { courseOf, moveDeed, type Deed } from './course.ts'
import type { Offered } from './offers.ts'
import type { Planned } from './plan-day.ts'
import type { Scenario } from './scenario.ts'
import { endsOf, wayThrough, type Stage } from './way.ts'
import { later } from './working-day.ts'

/** What a planned dossier is lived with. */
export type Setup = { runner: Runner; scenario: Scenario; calendar: WorkCalendar; cast: (offered: Offered) => Cast }

/** Who takes part where, found once for each procedure of each counter. */
export function castings(plan: readonly AgencyPlan[], staff: Staff): (offered: Offered) => Cast {
  const known = new Map<string, Cast>()
  return ({ counter, procedure }) => {
    const key = `${counter.agency}/${procedure.unit}`
    const cast =
      known.get(key) ?? castOf(plan, staff, { receiving: counter.agency, agency: counter.agency, unit: procedure.unit })
    known.set(key, cast)
    return cast
  }
}

/** The life of a planned dossier: received, passed from desk to desk, signed, numbered, collected. */
export function lifeOf({ runner, scenario, calendar, cast }: Setup, planned: Planned): Course {
  const random = seeded(`${scenario.name}/dossier/${planned.no}`)
  const people = cast(planned.offered)
  const stages = wayThrough(planned.offered.offer.definition, people, random)
  const moments = momentsOf(stages, planned, calendar)
  const deeds = stages.flatMap((stage, index): Deed[] => {
    const at = moments[index]
    return at === undefined ? [] : [moveDeed(runner, { ...stage, at })]
  })
  const receipt = {
    at: planned.at,
    by: random.pick(people.clerks),
    input: () => handedIn(planned, scenario, random),
  }
  return courseOf(runner, receipt, deeds)
}

/** When each stage ends: the last of them at the planned end, the return when the applicant comes, if ever. */
export function momentsOf(
  stages: readonly Stage[],
  { at, finish, collectedAfter }: Pick<Planned, 'at' | 'finish' | 'collectedAfter'>,
  calendar: WorkCalendar,
): (number | undefined)[] {
  const minutes = openMinutesBetween(calendar, at, finish)
  const ends = endsOf(stages)
  const last = stages.findLastIndex(stage => stage.action.kind !== 'return')
  return stages.map((stage, index) => {
    if (stage.action.kind === 'return')
      return collectedAfter === null ? undefined : later(calendar, finish, collectedAfter)
    return index === last ? finish : Math.min(finish, later(calendar, at, minutes * (ends[index] ?? 1)))
  })
}

/** What the applicant brings: everything is there, and paid. */
function handedIn(
  { offered: { counter, offer }, online }: Planned,
  { people }: Scenario,
  random: Random,
): InputOf<typeof receiveDossier> {
  const { name, idNumber, birthDate, phone } = demoPerson(random, people)
  return {
    offer: offer.id,
    offerVersion: offer.revision,
    channel: channelOf(online, random),
    applicant: { kind: 'citizen', name, idNumber, birthDate, phone, address: random.pick(counter.places) },
    papers: offer.papers
      .filter(paper => paper.kind !== 'note')
      .map(({ no, originals, copies }) => ({ no, originals, copies, verdict: 'valid' })),
    fees: offer.fees.flatMap(fee =>
      fee.amount ? [{ name: fee.name, amount: fee.amount, state: 'paid' as const, method: 'cash' as const }] : [],
    ),
    pickup: 'counter',
  }
}

/** As planned where the published figures say how many come online; otherwise few do. */
function channelOf(online: boolean | undefined, random: Random): InputOf<typeof receiveDossier>['channel'] {
  if (online) return 'online'
  return random.weighted([
    ['direct', 965],
    ['postal', 20],
    ['online', online === undefined ? 15 : 0],
  ])
}
