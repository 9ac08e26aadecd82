import { localDate, type Id } from '@congso/kernel/contract'
import type { Building, Office } from '@congso/directory/testing'
import { importRecords } from './contract/catalogue.ts'
import { openOffer } from './contract/offer.ts'
import { draftProcess, editDraft, listProcesses, publishProcess } from './contract/process.ts'
import { limitHours } from './domain/offer-terms.ts'
import { standardName } from './domain/standard-process.ts'
import { knownProcedures } from './queries/known-procedures.ts'
import { buildingSteps } from './testing/building-process.ts'
import { civilStatus } from './testing/demo-civil-status.ts'
import { otherFields } from './testing/demo-other-fields.ts'
import { demoProcedure, demoRecordText, type DemoProcedure } from './testing/demo-procedure.ts'

export { demoRecordText, type DemoProcedure } from './testing/demo-procedure.ts'

/** The procedures of the demo: those of the one-stop standard, §15, as a commune offers them. */
export const demoProcedures: readonly DemoProcedure[] = [...civilStatus, ...otherFields].map(demoProcedure)

/** Where the records come from that are not in the catalogue already. */
export const demoSource = 'one-stop standard §15'

/** The first day of records, processes and offers: the two-tier government's second year. */
const openedOn = '2026-07-01'

/** What was offered, to be found again. */
export type DemoOffers = {
  /** The offer of a procedure by one of the communes, xã Tân Hòa when none is named. */
  offer(code: string, agency?: Id<'agency'>): Id<'offer'>
  procedure(code: string): Id<'procedure'>
  /** The published process by its working hours; null is the one without counted hours. */
  process(hours: number | null): Id<'process'>
  all: readonly { code: string; agency: Id<'agency'>; offer: Id<'offer'> }[]
}

export type OfferChoice = {
  /** Codes to offer; all of the demo by default. */
  codes?: readonly string[]
  /** Agencies that offer them; the four communes by default. */
  agencies?: readonly Id<'agency'>[]
}

/**
 * Lets the communes of an office offer the procedures of the demo, through the commands. Records the catalogue already has
 * stay; the others are composed from the facts of the standard, so that no archive is needed.
 */
export async function offerProcedures(house: Building, office: Office, choice: OfferChoice = {}): Promise<DemoOffers> {
  const chosen = demoProcedures.filter(({ code }) => choice.codes?.includes(code) ?? true)
  const now = await house.runner.asSystem('demo', async ctx => ctx.now)
  const first = earlier(openedOn, localDate(now ?? 0))
  const procedures = await knowProcedures(house, chosen, first)
  const processes = await publishProcesses(house, chosen, first)
  const all: { code: string; agency: Id<'agency'>; offer: Id<'offer'> }[] = []
  for (const agency of choice.agencies ?? office.communes) {
    for (const demo of chosen) {
      const { offer } = await house.run(openOffer, {
        agency,
        procedure: found(procedures, demo.code),
        from: first,
        limitAmount: demo.limit.amount,
        limitUnit: demo.limit.unit,
        cutOff: demo.cutOff,
        cases: [...demo.cases],
        papers: [...demo.papers],
        fees: [...demo.fees],
        channels: [...new Set(demo.times.map(({ channel }) => channel))],
        handlingUnit: unitFor(office, agency, demo),
        process: found(processes, processKey(demo)),
      })
      all.push({ code: demo.code, agency, offer })
    }
  }
  const offers = new Map(all.map(({ code, agency, offer }) => [`${agency} ${code}`, offer]))
  return {
    offer: (code, agency = office.agency) => found(offers, `${agency} ${code}`),
    procedure: code => found(procedures, code),
    process: hours => found(processes, String(hours)),
    all,
  }
}

async function knowProcedures(house: Building, chosen: readonly DemoProcedure[], validFrom: string) {
  const codes = chosen.map(({ code }) => code)
  const ask = async () =>
    (await house.runner.asSystem('demo', ctx => knownProcedures(ctx.db, codes))) ?? new Map<string, Id<'procedure'>>()
  const known = await ask()
  const records = chosen
    .filter(({ code }) => !known.has(code))
    .map(demo => ({ fileName: `${demo.code}.txt`, text: demoRecordText(demo) }))
  if (records.length === 0) return known
  const { refused } = await house.run(importRecords, { records, source: demoSource, validFrom })
  if (refused.length > 0) throw new Error(`the demo's records were refused: ${JSON.stringify(refused)}`)
  return await ask()
}

/** One standard process for all limits of the same length, and the one that building permits have of their own; those already there stay. */
async function publishProcesses(house: Building, chosen: readonly DemoProcedure[], validFrom: string) {
  const { rows } = await house.run(listProcesses, {})
  const processes = new Map<string, Id<'process'>>()
  for (const demo of chosen) {
    const key = processKey(demo)
    if (processes.has(key)) continue
    const own = key === buildingCode
    const hours = own ? 56 : limitHours(demo.limit)
    const name = own ? 'Cấp giấy phép xây dựng' : standardName(hours)
    const there = rows.find(row => row.name === name && row.agencyName === null && row.totalHours === (hours ?? null))
    processes.set(key, there?.id ?? (await publishOne(house, { name, hours, own, validFrom })))
  }
  return processes
}

type Making = { name: string; hours: number | undefined; own: boolean; validFrom: string }

async function publishOne(house: Building, { name, hours, own, validFrom }: Making): Promise<Id<'process'>> {
  const totalHours = hours === undefined ? {} : { totalHours: hours }
  const { process } = await house.run(draftProcess, { name, ...totalHours })
  const version = own
    ? (await house.run(editDraft, { process, version: 1, name, ...totalHours, steps: buildingSteps() })).version
    : 1
  await house.run(publishProcess, { process, version, validFrom })
  return process
}

const buildingCode = '1.013225'

function processKey(demo: DemoProcedure): string {
  return demo.code === buildingCode ? buildingCode : String(limitHours(demo.limit) ?? null)
}

/** The first unit of the commune that handles such a procedure and has an officer to handle it. */
function unitFor(office: Office, agency: Id<'agency'>, demo: DemoProcedure): Id<'unit'> {
  for (const unit of demo.units) {
    const post = office.posts.find(each => each.agency === agency && each.key.endsWith(`/${unit}/officer`))
    if (post) return post.unit
  }
  throw new RangeError(`nobody in the agency handles ${demo.code}`)
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`the demo has no ${key}`)
  return value
}
