import { Readable } from 'node:stream'
import { buildOffice, buildingOn, officePlan, type Building, type Office } from '@congso/directory/testing'
import { changePolicy, listAgencies, showPolicy } from '@congso/directory/contract'
import { buildTariffs } from '@congso/payments/testing'
import { systemActor } from '@congso/kernel/contract'
import { calendarFor, type WorkCalendar } from '@congso/worktime'
import { openCalendar, setWeek } from '@congso/worktime/contract'
import type { House } from '../app.ts'
import { loadUnits } from '../commands/import.ts'
import { blobStore, uploadsInto } from '../files.ts'
import { hire, workingPosts } from '../replay/cast.ts'
import { conduct, type Course } from '../replay/conduct.ts'
import { demoKnown } from './accounts.ts'
import { ordinaryCourse, pieceCourse, type Scene } from './dossiers.ts'
import { lastOpenMoment } from './moment.ts'
import { makeOnce } from './once.ts'
import { openDemoOffers, type DemoOffer } from './offers.ts'
import { pieces } from './pieces.ts'
import { scanPdf } from './scan.ts'
import { season } from './season.ts'

export { demoAccounts } from './accounts.ts'

/** Part of the ordinary dossiers, for tests; the pieces are always all there. */
export type DemoOptions = { share?: number; units?: boolean }

/** What the demo is made in. */
export type DemoHouse = Pick<House, 'url' | 'pool' | 'modules' | 'runner' | 'clock' | 'config'>

/**
 * Makes the demo in a database without an organisation: a current province, its people and procedures, and the dossiers of the
 * past weeks up to now, all through the commands. False, and nothing done, when there is an organisation already.
 */
export async function seedDemo(
  house: DemoHouse,
  say: (line: string) => void,
  options: DemoOptions = {},
): Promise<boolean> {
  const isFree = async () =>
    (await house.runner.run(listAgencies, {}, { actor: systemActor('demo') })).reply.agencies.length === 0
  return await makeOnce(house.url, isFree, () => makeDemo(house, say, options))
}

async function makeDemo(
  house: DemoHouse,
  say: (line: string) => void,
  { share = 1, units = true }: DemoOptions,
): Promise<void> {
  const building = buildingOn(house)
  say('Making the demo: places, people, procedures …')
  if (units) await loadUnits(house)
  const office = await buildOffice(building)
  await keepHours(building, office)
  await buildTariffs(building)
  await relaxSignIn(building)
  const agencies = officePlan.map(agency => agency.key)
  const posts = new Set([...workingPosts(officePlan, agencies), ...demoKnown.map(known => known.post)])
  const [staff, offers] = await Promise.all([
    hire(house, office.built, [...posts], { known: demoKnown }),
    openDemoOffers(building, house.pool, office, house.clock()),
  ])
  const calendar = await calendarOf(house, office.agency)
  const edge = lastOpenMoment(calendar, house.clock())
  const scene: Scene = { runner: house.runner, calendar, staff, edge, scan: scanner(house) }
  const courses = coursesOf(scene, offers, share)
  say(`Making the demo: ${courses.length} dossiers …`)
  await conduct([{ from: 0, courses }], { until: edge, lanes: 8 })
}

function coursesOf(scene: Scene, offers: readonly DemoOffer[], share: number): Course[] {
  const here = new Map(offers.filter(one => one.agency === 'tan-hoa').map(one => [one.code, one]))
  const placed = pieces.map((piece, no) => {
    const offered = here.get(piece.code)
    if (!offered) throw new RangeError(`the demo does not offer ${piece.code}`)
    return pieceCourse(scene, piece, offered, no)
  })
  return [...placed, ...season(scene.calendar, scene.edge, offers, share).map(one => ordinaryCourse(scene, one))]
}

/** The hours the province has printed on its doors; every agency below keeps them. */
async function keepHours(building: Building, office: Office): Promise<void> {
  const { calendar } = await building.run(openCalendar, { agency: office.province })
  const hours = '07:30-11:30, 13:00-17:00'
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: '', sun: '' }
  await building.run(setWeek, { calendar, from: '2025-07-01', ...week })
}

/** A demonstration asks no second factor of anybody, and keeps its accounts open however long it lies idle. */
async function relaxSignIn(building: Building): Promise<void> {
  const policy = await building.run(showPolicy, {})
  await building.run(changePolicy, { ...policy, secondFactorForAdministrators: false, closeAfterIdleDays: 0 })
}

async function calendarOf(house: DemoHouse, agency: string): Promise<WorkCalendar> {
  const calendar = await house.runner.asSystem('demo', ctx => calendarFor(ctx.db, agency))
  if (!calendar) throw new Error('there is no calendar')
  return calendar
}

/** Puts a made-up scan into the store, past the same checks as any upload. */
function scanner(house: DemoHouse): Scene['scan'] {
  const keep = uploadsInto(blobStore(house.config), house.config)
  return async (what, mark) =>
    await keep(Readable.from([scanPdf([`Giay to kem theo thu tuc ${what}`], mark)]), {
      name: 'Giấy tờ kèm theo.pdf',
      type: 'application/pdf',
    })
}
