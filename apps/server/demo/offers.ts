import { officePlan, type Building, type Office } from '@congso/directory/testing'
import { localDate, type Id } from '@congso/kernel/contract'
import type { Offer } from '@congso/procedures'
import { draftProcess, editDraft, openOffer, publishProcess } from '@congso/procedures/contract'
import {
  demoProcedures,
  demoRecordText,
  demoSource,
  offerProcedures,
  type DemoProcedure,
} from '@congso/procedures/testing'
import type pg from 'pg'
import { importTexts, readOffer } from '../replay/offers.ts'
import { civilSteps } from './civil-process.ts'
import { departmentProcedures } from './department.ts'

/** Something an agency of the demo offers: who handles it, and the terms. */
export type DemoOffer = { code: string; agency: string; unit: string; offer: Offer }

/** Civil status is checked at the counter of the commune's centre; everything else goes to a division, or straight to be signed. */
const checkedAtCounter: ReadonlySet<string> = new Set([
  '1.001193',
  '1.000894',
  '1.000656',
  '1.004873',
  '1.004859',
  '1.001022',
  '2.000635',
])

/** Lets the communes and the department offer the procedures of the demo. */
export async function openDemoOffers(
  building: Building,
  pool: pg.Pool,
  office: Office,
  now: number,
): Promise<DemoOffer[]> {
  const today = localDate(now)
  const from = today < '2026-07-01' ? today : '2026-07-01'
  const codes = demoProcedures.flatMap(({ code }) => (checkedAtCounter.has(code) ? [] : [code]))
  const usual = await offerProcedures(building, office, { codes })
  const civil = demoProcedures.filter(({ code }) => checkedAtCounter.has(code))
  const communes = officePlan.flatMap(agency => (agency.kind === 'commune' ? [agency.key] : []))
  const ids = [
    ...usual.all.map(({ offer }) => offer),
    ...(await openAll(building, pool, office, {
      procedures: civil,
      agencies: communes,
      unit: 'society',
      from,
      steps: civilSteps,
      name: 'Hộ tịch, kiểm tra tại quầy',
    })),
    ...(await openAll(building, pool, office, {
      procedures: departmentProcedures,
      agencies: ['department'],
      unit: 'construction',
      from,
      name: 'Sở Xây dựng',
    })),
  ]
  const keyOf = new Map<string, string>([...office.built.units].map(([key, id]) => [id, key]))
  return await Promise.all(
    ids.map(async id => {
      const offer = await readOffer(building, id)
      const [agency = '', unit = ''] = (keyOf.get(offer.handling_unit ?? offer.agency) ?? '').split('/')
      return { code: offer.code, agency, unit, offer }
    }),
  )
}

type Opening = {
  procedures: readonly DemoProcedure[]
  agencies: readonly string[]
  unit: string
  from: string
  name: string
  /** Steps of a process of its own for so many hours; the standard steps when left out. */
  steps?: typeof civilSteps
}

async function openAll(building: Building, pool: pg.Pool, office: Office, opening: Opening): Promise<Id<'offer'>[]> {
  const { procedures, agencies, unit, from } = opening
  const texts = new Map(procedures.map(procedure => [procedure.code, demoRecordText(procedure)]))
  const known = await importTexts(building, pool, texts, { source: demoSource, validFrom: from })
  const processes = await publishFor(building, opening)
  const opened: Id<'offer'>[] = []
  for (const agency of agencies) {
    for (const demo of procedures) {
      const procedure = known.get(demo.code)
      const process = processes.get(hoursOf(demo))
      if (!procedure || !process) throw new RangeError(`the demo has no ${demo.code}`)
      const { offer } = await building.run(openOffer, {
        agency: office.built.agency(agency),
        procedure,
        from,
        limitAmount: demo.limit.amount,
        limitUnit: demo.limit.unit,
        cutOff: demo.cutOff,
        cases: [...demo.cases],
        papers: [...demo.papers],
        fees: [...demo.fees],
        channels: [...new Set(demo.times.map(({ channel }) => channel))],
        handlingUnit: office.built.unit(`${agency}/${unit}`),
        process,
      })
      opened.push(offer)
    }
  }
  return opened
}

async function publishFor(building: Building, { procedures, from, name, steps }: Opening) {
  const processes = new Map<number, Id<'process'>>()
  for (const totalHours of new Set(procedures.map(hoursOf))) {
    const title = `${name}, ${totalHours} giờ làm việc`
    const { process } = await building.run(draftProcess, { name: title, totalHours })
    const version = steps
      ? (await building.run(editDraft, { process, version: 1, name: title, totalHours, steps: steps(totalHours) }))
          .version
      : 1
    await building.run(publishProcess, { process, version, validFrom: from })
    processes.set(totalHours, process)
  }
  return processes
}

function hoursOf({ limit }: DemoProcedure): number {
  return limit.unit === 'same-day' ? 8 : limit.amount * 8
}
