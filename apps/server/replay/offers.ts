import type { Agencies, Building } from '@congso/directory/testing'
import type { Id, InputOf } from '@congso/kernel/contract'
import { offerById, type Offer } from '@congso/procedures'
import { draftProcess, editDraft, importRecords, openOffer, publishProcess } from '@congso/procedures/contract'
import { demoRecordText } from '@congso/procedures/testing'
import type pg from 'pg'
import type { Counter, OldProcedure, Scenario } from './scenario.ts'

/** What is asked for at a counter, with the terms it was offered on. */
export type Offered = { counter: Counter; procedure: OldProcedure; offer: Offer }

/** Brings the procedures of a scenario into the catalogue, publishes their processes, and lets every counter offer its own. */
export async function openOffers(
  building: Building,
  pool: pg.Pool,
  built: Agencies,
  scenario: Scenario,
): Promise<Offered[]> {
  const { openedOn, counters } = scenario
  const wanted = counters.flatMap(counter => counter.procedures.map(procedure => ({ counter, procedure })))
  const procedures = await knowProcedures(
    building,
    pool,
    wanted.map(({ procedure }) => procedure),
    scenario,
  )
  const processes = await publishProcesses(building, wanted, openedOn)
  const offered: Offered[] = []
  for (const { counter, procedure } of wanted) {
    const { offer } = await building.run(openOffer, {
      agency: built.agency(counter.agency),
      procedure: found(procedures, procedure.code),
      from: openedOn,
      limitAmount: procedure.limit === 'same-day' ? 1 : procedure.limit,
      limitUnit: procedure.limit === 'same-day' ? 'same-day' : 'working-day',
      cutOff: procedure.limit === 'same-day' ? '15:00' : '',
      channels: ['direct', 'online', 'postal'],
      handlingUnit: built.unit(`${counter.agency}/${procedure.unit}`),
      process: found(processes, processKey(counter, procedure)),
    })
    offered.push({ counter, procedure, offer: await readOffer(building, offer) })
  }
  return offered
}

/** An offer as dossiers are received under it. */
export async function readOffer(building: Pick<Building, 'runner'>, id: Id<'offer'>): Promise<Offer> {
  const offer = await building.runner.asSystem('replay', ctx => offerById(ctx.db, id))
  if (!offer) throw new RangeError(`there is no offer ${id}`)
  return offer
}

async function knowProcedures(building: Building, pool: pg.Pool, wanted: readonly OldProcedure[], scenario: Scenario) {
  const once = new Map(wanted.map(procedure => [procedure.code, recordOf(procedure)]))
  return await importTexts(building, pool, once, { source: scenario.name, validFrom: scenario.openedOn })
}

/** Imports records given by their codes, and finds the procedures they are of. */
export async function importTexts(
  building: Building,
  pool: pg.Pool,
  texts: ReadonlyMap<string, string>,
  where: { source: string; validFrom: string },
): Promise<ReadonlyMap<string, Id<'procedure'>>> {
  const records = [...texts].map(([code, text]) => ({ fileName: `${code}.txt`, text }))
  const { refused } = await building.run(importRecords, { records, ...where })
  if (refused.length > 0) throw new Error(`made-up records were refused: ${JSON.stringify(refused)}`)
  const rows = await pool.query<{ code: string; id: Id<'procedure'> }>(
    'select code, id from procedures.procedure where code = any($1)',
    [[...texts.keys()]],
  )
  return new Map(rows.rows.map(({ code, id }) => [code, id]))
}

/** The record in the portal's layout, as a record of today would say it: whatever is not known stays empty. */
function recordOf({ code, name, field, limit, papers, result, fee }: OldProcedure): string {
  const time = limit === 'same-day' ? { time: ' OTHER', note: 'Trong ngày.' } : { time: `${limit} WORKING_DAY` }
  return demoRecordText({
    code,
    name,
    field,
    decision: '',
    result,
    times: (['direct', 'postal', 'online'] as const).map(channel => ({ channel, ...time })),
    fee: `${fee ?? 0} VNĐ ()`,
    papers: papers.map((paper, index) => ({ no: index + 1, name: paper, kind: 'submit', originals: 1, copies: 0 })),
    units: [],
    limit: { amount: 1, unit: 'same-day' },
    cutOff: '',
    cases: [],
    fees: [],
  })
}

async function publishProcesses(
  building: Building,
  wanted: readonly { counter: Counter; procedure: OldProcedure }[],
  validFrom: string,
) {
  const processes = new Map<string, Id<'process'>>()
  for (const { counter, procedure } of wanted) {
    const key = processKey(counter, procedure)
    if (processes.has(key)) continue
    const totalHours = hoursOf(procedure)
    const own = counter.process === 'commune' && totalHours > inDay
    const name = own ? `Quy trình cấp xã ${totalHours} giờ làm việc` : `Quy trình chuẩn ${totalHours} giờ làm việc`
    const { process } = await building.run(draftProcess, { name, totalHours })
    const version = own
      ? (await building.run(editDraft, { process, version: 1, name, totalHours, steps: communeSteps(totalHours) }))
          .version
      : 1
    await building.run(publishProcess, { process, version, validFrom })
    processes.set(key, process)
  }
  return processes
}

const inDay = 8

function hoursOf({ limit }: OldProcedure): number {
  return limit === 'same-day' ? inDay : limit * inDay
}

function processKey(counter: Counter, procedure: OldProcedure): string {
  const hours = hoursOf(procedure)
  return hours === inDay ? 'in-day' : `${counter.process} ${hours}`
}

type Steps = InputOf<typeof editDraft>['steps']

const sendBack = {
  key: 'send-back',
  to: 'appraise',
  label: 'Trả lại để sửa',
  kind: 'back' as const,
  needs: ['reason' as const],
}

/** A commune's way: its official appraises and drafts, a leader signs, the office numbers. */
function communeSteps(hours: number): Steps {
  return [
    {
      key: 'intake',
      name: 'Tiếp nhận',
      role: 'clerk',
      hours: 2,
      actions: [{ key: 'accept', to: 'appraise', label: 'Chuyển công chức chuyên môn', kind: 'forward' }],
    },
    {
      key: 'appraise',
      name: 'Thẩm định, dự thảo kết quả',
      role: 'officer',
      hours: hours - 10,
      actions: [{ key: 'submit', to: 'sign', label: 'Trình lãnh đạo', kind: 'forward', needs: ['draft'] }],
    },
    {
      key: 'sign',
      name: 'Ký kết quả',
      role: 'leader',
      hours: 6,
      actions: [{ key: 'sign', to: 'number', label: 'Ký duyệt', kind: 'sign', needs: ['signature'] }, sendBack],
    },
    {
      key: 'number',
      name: 'Cấp số, đóng dấu',
      role: 'records',
      hours: 2,
      actions: [{ key: 'number', to: 'return', label: 'Cấp số và chuyển một cửa', kind: 'number', needs: ['number'] }],
    },
    {
      key: 'return',
      name: 'Trả kết quả',
      role: 'clerk',
      actions: [{ key: 'return', to: 'end', label: 'Trả kết quả', kind: 'return', needs: ['receipt'] }],
    },
  ]
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`the scenario has no ${key}`)
  return value
}
