import { systemActor } from '@congso/kernel/contract'
import { caseworkReport } from '@congso/reports/contract'
import { listAgencies } from '@congso/directory/contract'
import type { House } from '../app.ts'
import { figuresOf } from './replay.ts'
import type { Scenario } from './scenario.ts'

/** One figure as it was published and as the product's own report states it. */
export type FigureCheck = { figure: string; published: string; stated: string; holds: boolean }

/** Holds the casework report of the period beside the published figures, and its own books beside each other. */
export async function checkFigures(
  house: Pick<House, 'runner'>,
  scenario: Scenario,
  share = 1,
): Promise<FigureCheck[]> {
  const call = { actor: systemActor('replay') }
  const { agencies } = (await house.runner.run(listAgencies, {}, call)).reply
  const code = scenario.plan.find(one => one.key === scenario.reported)?.code
  const agency = agencies.find(one => one.code === code)
  if (!agency) throw new RangeError(`there is no agency ${code}`)
  const { from, to } = scenario
  const { total } = (
    await house.runner.run(caseworkReport, { agency: agency.id, from, to, by: 'agency', compare: 'none' }, call)
  ).reply
  const [received, pending] = figuresOf(scenario, share)
  return [
    ...exact('received', received, total.received),
    ...exact('resolved', pending === undefined ? undefined : received - pending, total.resolved),
    ...exact('in progress', pending, total.pending),
    ...exact(
      'filed online',
      scenario.online === undefined ? undefined : Math.round((received * scenario.online) / scenario.received),
      total.online,
    ),
    ...aboveShare(scenario, total.onTimeShare),
    {
      figure: 'carried + received = ended + in progress',
      published: 'yes',
      stated: total.balanced ? 'yes' : 'no',
      holds: total.balanced,
    },
  ]
}

function exact(figure: string, published: number | undefined, stated: number): FigureCheck[] {
  if (published === undefined) return []
  return [{ figure, published: String(published), stated: String(stated), holds: published === stated }]
}

function aboveShare({ inTimeAbove }: Scenario, stated: number | null): FigureCheck[] {
  if (inTimeAbove === undefined) return []
  return [
    {
      figure: 'in time, per cent of resolved',
      published: `> ${inTimeAbove}`,
      stated: String(stated ?? '–'),
      holds: stated !== null && stated > inTimeAbove,
    },
  ]
}
