import type { receiveDossier } from '@congso/casework/contract'
import { listAgencies } from '@congso/directory/contract'
import { buildingOn, buildOffice, demoPerson, officePlan, seeded, type Office, type Random } from '@congso/directory/testing'
import { addDays, atLocal, localDate, systemActor, type InputOf } from '@congso/kernel/contract'
import { offerProcedures, demoProcedures, type DemoOffers } from '@congso/procedures/testing'
import type { Offer } from '@congso/procedures'
import { calendarFor, computeDeadline, openMinutesBetween, type WorkCalendar } from '@congso/worktime'
import type { House } from '../app.ts'
import { castOf, hire, workingPosts, type Known, type Staff } from '../replay/cast.ts'
import { conduct, type Course, type Day } from '../replay/conduct.ts'
import { courseOf, moveDeed, type Deed } from '../replay/course.ts'
import { readOffer } from '../replay/offers.ts'
import { endsOf, wayThrough } from '../replay/way.ts'
import { later, momentOf, workingDays } from '../replay/working-day.ts'

const password = 'Xanh-la-cay-2026!'
const known: readonly (Known & { who: string })[] = [
  { userName: 'hang.lt', post: 'tan-hoa/one-stop/clerk', password, who: 'counter clerk, xã Tân Hòa' },
  { userName: 'phuoc.nh', post: 'tan-hoa/economy/officer', password, who: 'officer, Phòng Kinh tế' },
  { userName: 'de.tv', post: 'tan-hoa/economy/head', password, who: 'head of Phòng Kinh tế' },
  { userName: 'tue.hm', post: 'tan-hoa/leadership/leader', password, who: 'chairman, xã Tân Hòa' },
  { userName: 'vanthu', post: 'tan-hoa/office/records', password, who: 'records clerk' },
  { userName: 'giamsat', post: 'province/office/supervisor', password, who: 'supervisor of the province, reports' },
  { userName: 'danhmuc', post: 'province/office/catalogue', password, who: 'catalogue administrator' },
  { userName: 'quantri', post: 'province/office/administrator', password, who: 'system administrator' },
]

/** Who can sign in to the demo. Nothing here is real. */
export const demoAccounts: readonly { userName: string; password: string; who: string }[] = known.map(({ userName, password: word, who }) => ({ userName, password: word, who }))

const wantedDossiers = 320
const weeks = 6

/**
 * Makes the demo in an empty database: a current two-tier province with its people, the procedures of the one-stop standard, and some
 * hundreds of dossiers lived through the real commands over the past weeks. Returns false when there is an organisation already.
 */
export async function seedDemo(house: House, say: (line: string) => void): Promise<boolean> {
  const { agencies } = (await house.runner.run(listAgencies, {}, { actor: systemActor('demo') })).reply
  if (agencies.length > 0) return false
  const now = house.clock()
  const began = performance.now()
  say('Making the demo: a province, its people and procedures …')
  const building = buildingOn(house, now)
  const office = await buildOffice(building)
  const posts = [...new Set([...workingPosts(officePlan, communes), ...known.map(one => one.post)])]
  const staff = await hire(house, office, posts, { known })
  const offers = await offerProcedures(building, office)
  const calendar = await house.runner.asSystem('demo', ctx => calendarFor(ctx.db, office.agency))
  if (!calendar) throw new Error('there is no calendar')
  // Whoever looks at the demo should not have to register a telephone first; a real installation demands it of administrators.
  await house.pool.query(`insert into kernel.setting (name, value) values ('directory.sign-in', '{"secondFactorForAdministrators": false}') on conflict (name) do nothing`)
  say('Making the demo: the dossiers of the past weeks …')
  const wishes = await wishesOf(house, office, offers)
  await conduct(daysOf({ house, staff, calendar, wishes, now }), { until: now, lanes: 6 })
  await house.pool.query('analyze')
  say(`The demo is made (${Math.round((performance.now() - began) / 1000)} s).`)
  return true
}

const communes = ['tan-hoa', 'an-binh', 'dong-ha', 'suoi-nghe']

/** Something that can be asked for somewhere, and how often. */
type Wish = { commune: string; unit: string; offer: Offer; weight: number }
type Setting = { house: House; staff: Staff; calendar: WorkCalendar; wishes: readonly Wish[]; now: number }

async function wishesOf(house: House, office: Office, offers: DemoOffers): Promise<Wish[]> {
  const wishes: Wish[] = []
  for (const [index, commune] of communes.entries()) {
    const agency = office.communes[index]
    if (!agency) continue
    for (const demo of demoProcedures) {
      const offer = await readOffer(buildingOn(house), offers.offer(demo.code, agency))
      const unit = office.posts.find(post => post.unit === offer.handling_unit)?.key.split('/')[1]
      if (unit) wishes.push({ commune, unit, offer, weight: (index === 0 ? 5 : 1) * (offer.limit_unit === 'same-day' ? 3 : 1) })
    }
  }
  return wishes
}

function* daysOf(setting: Setting): Generator<Day> {
  const today = localDate(setting.now)
  const days = workingDays(setting.calendar, addDays(today, -7 * weeks), today)
  const random = seeded('demo')
  for (const [index, day] of days.entries()) {
    // More of the last days is still on the desks: that is what a newcomer looks at.
    const count = Math.round((wantedDossiers / days.length) * (0.7 + (0.6 * index) / days.length))
    const courses: Course[] = []
    for (let done = 0; done < count; done += 1) {
      const at = momentOf(setting.calendar, day.date, random.next() * (day.open - 20))
      if (at <= setting.now) courses.push(lifeOf(setting, random, at))
    }
    yield { from: atLocal(day.date), courses }
  }
}

/** One dossier: when it came, how fast each step went, and whether it is still waiting somewhere, in time or late. */
function lifeOf({ house, staff, calendar, wishes }: Setting, random: Random, at: number): Course {
  const wish = random.weighted(wishes.map(one => [one, one.weight] as const))
  const { offer } = wish
  const cast = castOf(officePlan, staff, { receiving: wish.commune, agency: wish.commune, unit: wish.unit })
  const stages = wayThrough(offer.definition, cast, random)
  const due = computeDeadline({ received: at, calendar, amount: Number(offer.limit_amount), unit: offer.limit_unit, dueTime: offer.due_time }).due
  const span = Math.max(30, openMinutesBetween(calendar, at, due))
  const pace = random.next() < 0.06 ? 1.05 + random.next() * 0.6 : 0.3 + random.next() * 0.68
  const ends = endsOf(stages)
  const collected = random.next() < 0.93
  const deeds = stages.flatMap((stage, index): Deed[] => {
    const isReturn = stage.action.kind === 'return'
    if (isReturn && !collected) return []
    const share = isReturn ? pace + random.next() * 0.4 : (ends[index] ?? 1) * pace
    return [moveDeed(house.runner, { ...stage, at: later(calendar, at, span * share + index) })]
  })
  return courseOf(house.runner, { at, by: random.pick(cast.clerks), input: () => handedIn(offer, random) }, deeds)
}

const villages = ['Thôn Bãi Cháo', 'Thôn Đông Hạ', 'Tổ dân phố 3', 'Bản Nà Lếch', 'Thôn Suối Nghệ', 'Khu phố An Bình 2']

function handedIn(offer: Offer, random: Random): InputOf<typeof receiveDossier> {
  const { name, idNumber, birthDate, phone } = demoPerson(random)
  const chosen = offer.cases.length > 0 && random.next() < 0.6 ? random.pick(offer.cases) : undefined
  const channels = offer.channels.includes('online') ? ([['direct', 72], ['online', 22], ['postal', 6]] as const) : ([['direct', 1]] as const)
  const channel = random.weighted(channels.filter(([one]) => offer.channels.includes(one)))
  const fees = offer.fees.map(fee => (fee.amount ? { name: fee.name, amount: fee.amount, state: 'paid' as const, method: random.next() < 0.7 ? ('cash' as const) : ('transfer' as const) } : null))
  return {
    offer: offer.id,
    offerVersion: offer.revision,
    ...(chosen ? { caseKey: chosen.key } : {}),
    channel,
    applicant: { kind: 'citizen', name, idNumber, birthDate, phone, address: random.pick(villages) },
    papers: offer.papers.filter(paper => paper.kind !== 'note').map(({ no, originals, copies }) => ({ no, originals, copies, verdict: random.next() < 0.15 ? ('from-database' as const) : ('valid' as const) })),
    fees: fees.filter(fee => fee !== null),
    pickup: random.weighted([['counter', 80], ['post', 8], ['electronic', 12]] as const),
  }
}
