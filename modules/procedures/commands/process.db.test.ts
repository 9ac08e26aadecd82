import { directory } from '@congso/directory/module'
import { buildOffice, type Office } from '@congso/directory/testing'
import type { Id, InputOf } from '@congso/kernel/contract'
import { openHouse, type House } from '@congso/kernel/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftProcess, editDraft, publishProcess, retireProcess, showProcess } from '../contract.ts'
import { procedures } from '../module.ts'
import { processById } from '../index.ts'
import { offerProcedures } from '../testing.ts'

let house: House
let office: Office

beforeAll(async () => {
  house = await openHouse([directory, procedures])
  office = await buildOffice(house)
})
afterAll(() => house.close())

type Steps = InputOf<typeof editDraft>['steps']
const read = async (id: Id<'process'>) => await house.runner.asSystem('test', ctx => processById(ctx.db, id))
const draft = async (totalHours?: number) =>
  (
    await house.run(
      draftProcess,
      { name: 'Quy trình thử', ...(totalHours === undefined ? {} : { totalHours }) },
      office.actor.catalogue,
    )
  ).process
const publish = (process: Id<'process'>, version = 1) =>
  house.run(publishProcess, { process, version }, office.actor.catalogue)
const twoSteps = (...hours: [number, number]): Steps => [
  { name: 'Tiếp nhận', role: 'clerk', hours: hours[0], actions: [{ label: 'Chuyển' }, {}] },
  { name: '', role: 'head' },
  {
    key: 'finish',
    name: 'Trả kết quả',
    role: 'clerk',
    hours: hours[1],
    actions: [{ label: 'Trả', kind: 'return', needs: ['receipt'] }],
  },
]

describe('drafting and editing a process', () => {
  test('starts from the standard steps, whose hours sum to the limit', async () => {
    await house.facts()
    const process = await draft(24)
    const found = await read(process)
    expect(found).toMatchObject({ state: 'draft', no: 1, line: process, total_hours: 24, agency: null })
    expect(found?.definition.steps.map(step => [step.key, step.role])).toEqual([
      ['intake', 'clerk'],
      ['assign', 'head'],
      ['appraise', 'officer'],
      ['review', 'head'],
      ['sign', 'leader'],
      ['number', 'records'],
      ['return', 'clerk'],
    ])
    expect(await house.facts()).toMatchObject([{ event: 'procedures.process-drafted', subject: process }])
  })

  test('takes the rows of the form: blank ones go, missing keys and targets are filled in', async () => {
    const process = await draft(8)
    await house.facts()
    const edit = { process, version: 1, name: 'Hai bước', totalHours: 8, steps: twoSteps(3, 5) }
    expect(await house.run(editDraft, edit, office.actor.catalogue)).toEqual({ process, version: 2 })
    expect((await read(process))?.definition).toEqual({
      start: 'step-1',
      steps: [
        {
          key: 'step-1',
          name: 'Tiếp nhận',
          role: 'clerk',
          budgetHours: 3,
          actions: [{ key: 'action-1', to: 'finish', label: 'Chuyển', kind: 'forward' }],
        },
        {
          key: 'finish',
          name: 'Trả kết quả',
          role: 'clerk',
          budgetHours: 5,
          actions: [{ key: 'action-1', to: 'end', label: 'Trả', kind: 'return', needs: ['receipt'] }],
        },
      ],
    })
    expect(await house.facts()).toMatchObject([
      { event: 'procedures.draft-edited', subject: process, data: { changes: ['name', 'steps'] } },
    ])
    await expect(house.run(editDraft, edit, office.actor.catalogue)).rejects.toMatchObject({ code: 'kernel.stale' })
    const again = { ...edit, version: 2 }
    await expect(house.run(editDraft, again, office.actor.catalogue)).rejects.toMatchObject({
      code: 'procedures.unchanged',
    })
  })

  test('refuses hours that are no halves', async () => {
    await expect(draft(7.25)).rejects.toMatchObject({ code: 'procedures.hours-not-half', field: 'totalHours' })
  })
})

describe('publishing and retiring', () => {
  test('refuses a faulty draft, then publishes it for good', async () => {
    const process = await draft(8)
    const steps = twoSteps(3, 4)
    await house.run(editDraft, { process, version: 1, name: 'Thiếu giờ', totalHours: 8, steps }, office.actor.catalogue)
    await expect(publish(process, 2)).rejects.toMatchObject({
      code: 'procedures.process-faulty',
      params: { count: 1, finding: 'budget-sum' },
    })
    await house.run(
      editDraft,
      { process, version: 2, name: 'Đủ giờ', totalHours: 8, steps: twoSteps(3, 5) },
      office.actor.catalogue,
    )
    await house.facts()
    await publish(process, 3)
    expect(await house.facts()).toMatchObject([
      { event: 'procedures.process-published', data: { no: 1, totalHours: 8, validFrom: '2026-11-19' } },
    ])
    const edit = { process, version: 4, name: 'Sửa', steps: [] }
    await expect(house.run(editDraft, edit, office.actor.catalogue)).rejects.toMatchObject({
      code: 'procedures.process-not-draft',
    })
    await expect(publish(process, 4)).rejects.toMatchObject({ code: 'procedures.process-not-draft' })
    const change = house.pool.query(`update procedures.process set definition = '{}' where id = $1`, [process])
    await expect(change).rejects.toThrow('a published process is never changed')
  })

  test('refuses what the proof finds against the agencies that work by it, and shows it at the step', async () => {
    const demo = await offerProcedures(house, office, { codes: ['1.001699'], agencies: [office.agency] })
    const from = demo.all[0] ? demo.process(200) : expect.fail('nothing is offered')
    const { process } = await house.run(draftProcess, { name: 'Thiếu việc', from }, office.actor.catalogue)
    const definition = (await read(process))?.definition ?? expect.fail('no draft')
    const rows = definition.steps.map(({ key, name, role, budgetHours, actions }) => ({
      key,
      name,
      role: role === 'records' ? 'clerk' : role,
      ...(budgetHours === null ? {} : { hours: budgetHours }),
      actions: actions.map(one => (one.kind === 'sign' ? { ...one, kind: 'forward' } : one)),
    }))
    const edit = { process, version: 1, name: 'Thiếu việc', totalHours: 200, steps: rows }
    await house.run(editDraft, edit as InputOf<typeof editDraft>, office.actor.catalogue)
    const shown = await house.run(showProcess, { process }, office.actor.catalogue)
    expect(shown.findings.map(({ code, severity, step }) => [code, severity, step])).toEqual([
      ['number-unsigned', 'error', 'number'],
      ['nothing-signed', 'warning', 'return'],
      ['papers-unchecked', 'error', 'intake'],
    ])
    await expect(publish(process, 2)).rejects.toMatchObject({
      code: 'procedures.process-faulty',
      params: { count: 2, finding: 'number-unsigned', step: 'number' },
    })
  })

  test('a process for an agency where nobody holds a role is refused', async () => {
    const own = await house.run(
      draftProcess,
      { name: 'Riêng', agency: office.agency, totalHours: 24 },
      office.actor.catalogue,
    )
    await house.pool.query(
      `update directory.holding h set valid_to = '2026-11-01' from directory.position p join directory.unit u on u.id = p.unit
       where h.position = p.id and u.agency = $1 and p.rank = 'records'`,
      [office.agency],
    )
    await expect(publish(own.process)).rejects.toMatchObject({
      code: 'procedures.process-faulty',
      params: { count: 1, finding: 'role-unheld', step: 'number' },
    })
  })

  test('a date in the future is refused', async () => {
    const input = { process: await draft(24), version: 1, validFrom: '2026-11-20' }
    await expect(house.run(publishProcess, input, office.actor.catalogue)).rejects.toMatchObject({
      code: 'procedures.date-in-future',
    })
  })

  test('a published one gets a next version, one draft at a time', async () => {
    const process = await draft(40)
    const from = { name: 'Bản hai', from: process }
    await expect(house.run(draftProcess, from, office.actor.catalogue)).rejects.toMatchObject({
      code: 'procedures.process-not-in-force',
    })
    await publish(process)
    const next = (await house.run(draftProcess, from, office.actor.catalogue)).process
    expect(await read(next)).toMatchObject({ line: process, no: 2, total_hours: 40, state: 'draft' })
    await expect(house.run(draftProcess, from, office.actor.catalogue)).rejects.toMatchObject({
      code: 'procedures.draft-exists',
    })
  })

  test('one that offers use is not retired; another one is', async () => {
    const demo = await offerProcedures(house, office, { codes: ['1.004873'], agencies: [office.agency] })
    const used = { process: demo.process(24), version: 2 }
    await expect(house.run(retireProcess, used, office.actor.catalogue)).rejects.toMatchObject({
      code: 'procedures.process-in-use',
      params: { count: 1 },
    })
    const process = await draft(24)
    await publish(process)
    await house.facts()
    await house.run(retireProcess, { process, version: 2 }, office.actor.catalogue)
    expect(await house.facts()).toMatchObject([{ event: 'procedures.process-retired', subject: process }])
    const again = { process, version: 3 }
    await expect(house.run(retireProcess, again, office.actor.catalogue)).rejects.toMatchObject({
      code: 'procedures.process-not-in-force',
    })
  })

  test('a common process is not for who keeps one agency', async () => {
    const rights = { 'procedures.process.edit': { agencies: [office.agency] } }
    const keeper = { ...office.actor.head, rights }
    await expect(house.run(draftProcess, { name: 'Chung' }, keeper)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    const own = await house.run(draftProcess, { name: 'Riêng', agency: office.agency, totalHours: 16 }, keeper)
    expect(await read(own.process)).toMatchObject({ agency: office.agency })
    const common = { process: await draft(16), version: 1 }
    await expect(house.run(publishProcess, common, keeper)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await expect(house.run(draftProcess, { name: 'x' }, office.actor.clerk)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
  })
})
